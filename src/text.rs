//! Texts that come from somewhere else: on one line, short, with nothing hidden; and values as JSON. Knows nothing of the project.

use serde::Serialize;

/// The most characters of a value in a message.
const MAX_QUOTED: usize = 48;

/// `text` on one line: every run of white space is one space, and there is none at the ends.
#[must_use]
pub fn single_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// At most the first `max_chars` characters of `text`, with `…` after them if there are more.
#[must_use]
pub fn clipped(text: &str, max_chars: usize) -> String {
    match text.char_indices().nth(max_chars).and_then(|(end, _)| text.get(..end)) {
        Some(first) => format!("{first}…"),
        None => text.to_owned(),
    }
}

/// The first line of `text`, short enough for a message.
#[must_use]
pub fn shortened(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let is_first = line.len() < text.trim_end().len();
    if is_first && line.chars().nth(MAX_QUOTED).is_none() { format!("{line}…") } else { clipped(line, MAX_QUOTED) }
}

/// `text` with control and bidirectional-override characters shown as `\u{…}`: a contributor's words cannot repaint the terminal or fold a line of a log.
#[must_use]
pub fn printable(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        let hides = matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
        if c.is_control() || hides { shown.extend(c.escape_unicode()) } else { shown.push(c) }
    }
    shown
}

/// `value` as indented JSON with an end of line.
#[must_use]
pub fn pretty_json(value: &impl Serialize) -> String {
    match serde_json::to_string_pretty(value) {
        Ok(text) => text + "\n",
        Err(error) => unreachable!("texts, numbers and lists are JSON: {error}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{clipped, printable, shortened, single_line};

    #[test]
    fn characters_are_counted_and_not_bytes() {
        assert_eq!(clipped("größer", 6), "größer");
        assert_eq!(clipped("größer", 4), "größ…");
        assert_eq!(clipped("größer", 0), "…");
        assert_eq!(clipped("", 0), "");
    }

    #[test]
    fn a_long_value_is_cut_between_characters() {
        assert_eq!(shortened(&"é".repeat(60)), format!("{}…", "é".repeat(48)));
        assert_eq!(shortened(&"é".repeat(48)), "é".repeat(48));
        assert_eq!(shortened("one\ntwo"), "one…");
        assert_eq!(shortened("one\n"), "one");
        assert_eq!(shortened(&format!("{}\ntwo", "é".repeat(60))), format!("{}…", "é".repeat(48)));
    }

    #[test]
    fn lines_and_runs_of_spaces_become_one_space() {
        assert_eq!(single_line(" a \t b\r\n\u{a0}c\u{2028}d "), "a b c d");
    }

    #[test]
    fn a_message_stays_one_line() {
        assert_eq!(printable("a\u{2028}b\u{2029}c"), "a\\u{2028}b\\u{2029}c");
    }

    #[test]
    fn a_file_name_cannot_paint_the_terminal() {
        assert_eq!(printable("a\u{1b}[31m\u{202e}b"), "a\\u{1b}[31m\\u{202e}b");
    }
}

//! Untrusted text on its way to a terminal or a log.

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

/// At most the first `max_chars` characters of `text`, with `…` after them if there are more.
#[must_use]
pub fn clipped(text: &str, max_chars: usize) -> String {
    match text.char_indices().nth(max_chars) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{clipped, printable};

    #[test]
    fn characters_are_counted_and_not_bytes() {
        assert_eq!(clipped("größer", 6), "größer");
        assert_eq!(clipped("größer", 4), "größ…");
        assert_eq!(clipped("größer", 0), "…");
        assert_eq!(clipped("", 0), "");
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

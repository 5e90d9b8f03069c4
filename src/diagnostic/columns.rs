//! How wide words are on a terminal, where they are broken and how a source line is drawn. Knows columns; knows nothing of what is said.

use unicode_width::UnicodeWidthStr as _;

use crate::text::printable;

/// However narrow the terminal is, words get this many columns: a letter a line helps no one.
const MIN_COLUMNS: usize = 20;

/// Columns that `text` takes.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// A source line as it is drawn: tabs as four spaces, and what would be invisible or move the cursor by its number.
pub(super) fn visible(line: &str) -> String {
    line.split('\t').map(printable).collect::<Vec<_>>().join("    ")
}

/// `text` broken at its spaces into lines of at most `columns`. A word that is longer, such as an address, stays whole: it can still be copied.
#[must_use]
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(MIN_COLUMNS);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for (n, word) in text.split(' ').enumerate() {
        let needed = width(word);
        if n > 0 && used + 1 + needed > columns {
            lines.push(std::mem::take(&mut line));
            used = 0;
        } else if n > 0 {
            line.push(' ');
            used += 1;
        }
        line += word;
        used += needed;
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_and_a_url_stays_whole() {
        let address = "https://catalogue.example/rules/summary-too-long/";
        assert_eq!(wrap(&format!("one two three four five {address} six"), 20), ["one two three four", "five", address, "six"]);
        assert_eq!(wrap("a  b", 20), ["a  b"], "blanks are never lost");
    }

    #[test]
    fn a_character_counts_as_the_columns_it_takes() {
        assert_eq!(wrap("日本語日本語 日本語日本", 20), ["日本語日本語", "日本語日本"]);
        assert_eq!(visible("a\tb\u{200b}c"), "a    b\\u{200b}c");
    }
}

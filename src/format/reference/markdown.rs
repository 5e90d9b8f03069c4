//! Headings, rows and lists of words in the Markdown of reference pages. Knows no key.

use crate::format::table::{WordRow, paragraph};

/// The heading of a group: its noun with a capital, such as `An install entry`.
pub(crate) fn heading(noun: &str) -> String {
    let mut chars = noun.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}

/// The id that Markdown gives the heading `heading`.
pub(crate) fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|char| char.is_alphanumeric() || matches!(char, ' ' | '-'));
    kept.flat_map(char::to_lowercase).map(|char| if char == ' ' { '-' } else { char }).collect()
}

/// A row of a table in Markdown.
pub(crate) fn table_row<const N: usize>(cells: [String; N]) -> String {
    format!("| {} |\n", cells.map(|cell| cell.replace('|', "\\|")).join(" | "))
}

/// The words that the value `name` can have, as a list in Markdown.
pub(crate) fn word_list(name: &str, words: &[WordRow]) -> String {
    let lines = words.iter().map(|word| format!("  - `{}`: {}\n", word.word, paragraph(word.doc)));
    std::iter::once(format!("- `{name}`\n")).chain(lines).collect()
}

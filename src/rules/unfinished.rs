//! Words by which an author marks unfinished text. Knows templates; knows neither Markdown nor YAML.

use std::sync::LazyLock;

use crate::rules::words::Words;

/// Notes to oneself.
const MARKS: [&str; 5] = ["TODO", "FIXME", "TBD", "TBA", "XXX"];
/// Sentences of templates, in lower case.
#[rustfmt::skip]
const PHRASES: [&str; 22] = [
    "lorem ipsum", "your connector here", "your text here", "your description here", "add description here", "add a description here",
    "insert description", "insert text here", "[insert ", "<insert ", "<your ", "<your-", "<your_", "description goes here", "text goes here", "content goes here",
    "replace this text", "write a short description", "a short description of the connector", "[your company]",
    "[company name]", "[your name]",
];

static WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(&[&MARKS, &PHRASES], true));

/// The places in `text` that contain such words, in order, with the words.
pub(in crate::rules) fn unfinished(text: &str) -> Vec<(usize, &'static str)> {
    let is_meant = |&(at, words): &(usize, &'static str)| !MARKS.contains(&words) || is_note(text, at, words);
    let mut found: Vec<_> = WORDS.places(text).filter(is_meant).collect();
    found.sort_unstable();
    found
}

/// Whether `mark` is a note to oneself, and not a word of the sentence such as in "TODO lists": it begins its line or its sentence and ends it,
/// or a colon follows.
fn is_note(text: &str, at: usize, mark: &str) -> bool {
    if !text[at..].starts_with(mark) {
        return false;
    }
    let before = text[..at].trim_end_matches([' ', '*', '_', '[', '(', '>', '-', '|']);
    let behind = text[at + mark.len()..].trim_start_matches(['*', '_', ']', ')']);
    let begins = before.is_empty() || before.ends_with(['\n', '.', ':']);
    let ends = behind.trim_start_matches(' ').chars().next().is_none_or(|c| matches!(c, '\n' | '\r' | '|' | '.'));
    let is_word = !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
    is_word && (behind.starts_with(':') || (begins && ends))
}

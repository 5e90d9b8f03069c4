//! `placeholder-left-in`

use super::shown::shown;
use crate::diagnostic::Findings;
use crate::rules::ProseDraft;
use crate::rules::format::scalar::shortened;
use crate::rules::rule::rule;
use crate::source::Span;

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

rule! {
    /// A text holds words that were to be replaced.
    ///
    /// "TODO" and "Lorem ipsum" tell a visitor that nobody finished the page, and a reviewer that nobody read it before sending it in.
    ///
    /// ```markdown,fails
    /// ## Setup
    ///
    /// TODO: write this.
    /// ```
    /// ```markdown,fails
    /// ## Setup
    ///
    /// Open <your-domain>.
    /// ```
    /// ```markdown,fails
    /// ## Setup
    ///
    /// Lorem ipsum dolor sit amet.
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// Put your TODO lists into `<your-folder>`.
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// Ask for your key.
    /// ```
    PLACEHOLDER_LEFT_IN = { id: "P020", name: "placeholder-left-in", level: Warn, since: "0.1", check: Prose(check) }
}

fn check(prose: &ProseDraft<'_>, findings: &mut Findings<'_>) {
    let text = prose.document.text.as_deref().unwrap_or_default();
    let lower = text.to_ascii_lowercase();
    let phrases = PHRASES.iter().flat_map(|phrase| lower.match_indices(phrase));
    let marks = MARKS.iter().flat_map(|mark| text.match_indices(mark)).filter(|&(at, mark)| is_note(text, at, mark));
    let mut found: Vec<(usize, &str)> = phrases.chain(marks).collect();
    if found.is_empty() {
        return;
    }
    found.sort_unstable();
    let shown = shown(prose.document);
    if let Some(&(at, words)) = found.iter().find(|(at, _)| shown.holds(*at)) {
        findings
            .at(Span::new(at..at + words.len()), format!("`{}` was to be replaced", shortened(&text[at..at + words.len()])))
            .help("write what belongs there, or delete it");
    }
}

/// Whether `mark` is a note to oneself, and not a word of the sentence such as in "TODO lists": it begins its line or its sentence and ends it,
/// or a colon follows.
fn is_note(text: &str, at: usize, mark: &str) -> bool {
    let before = text[..at].trim_end_matches([' ', '*', '_', '[', '(', '>', '-', '|']);
    let behind = text[at + mark.len()..].trim_start_matches(['*', '_', ']', ')']);
    let begins = before.is_empty() || before.ends_with(['\n', '.', ':']);
    let ends = behind.trim_start_matches(' ').chars().next().is_none_or(|c| matches!(c, '\n' | '\r' | '|' | '.'));
    let is_word = !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
    is_word && (behind.starts_with(':') || (begins && ends))
}

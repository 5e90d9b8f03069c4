//! `escape-unknown`

use super::mistakes::{Words, name_mistakes};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::MistakeKind;
use crate::rules::rule::rule;

rule! {
    /// A backslash in double quotes starts an escape that YAML does not know.
    ///
    /// In double quotes, a backslash changes the meaning of what follows: `\n` is a new line. In single quotes it is just a backslash.
    ///
    /// ```yaml,fails
    /// summary: "Matches \d+ in every order."
    /// ```
    /// ```yaml,passes
    /// summary: 'Matches \d+ in every order.'
    /// ```
    ESCAPE_UNKNOWN = { id: "F068", name: "escape-unknown", level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    name_mistakes(document, findings, words);
}

fn words(mistake: &MistakeKind) -> Option<Words> {
    let MistakeKind::BadEscape(escape) = mistake else { return None };
    let words = Words::new(format!("`{escape}` is not a YAML escape"), "unknown escape");
    Some(words.help("put the text in single quotes, or write the backslash twice").fix("put the text in single quotes"))
}

//! `typographic-quotes`

use super::mistakes::{Words, name_mistakes};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::MistakeKind;
use crate::rules::rule::rule;

rule! {
    /// A value is in typographic quotes.
    ///
    /// Word processors and chat programs turn straight quotes into curly ones. YAML reads these as ordinary letters, so they do not quote anything.
    ///
    /// ```yaml,fails
    /// summary: “Posts: every order”
    /// ```
    /// ```yaml,passes
    /// summary: "Posts: every order"
    /// ```
    TYPOGRAPHIC_QUOTES = { id: "F069", name: "typographic-quotes", level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    name_mistakes(document, findings, words);
}

fn words(mistake: &MistakeKind) -> Option<Words> {
    let MistakeKind::TypographicQuotes = mistake else { return None };
    let words = Words::new("typographic quotes around this text, which YAML reads as letters", "not quotes");
    Some(words.help("write straight quotes").fix("write straight quotes"))
}

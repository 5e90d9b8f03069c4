//! `zero-width-character`

use super::hidden::say;
use crate::diagnostic::{Certainty, Findings};
use crate::format::Document;
use crate::parse::hidden::Hidden;
use crate::parse::unseen;
use crate::rules::rule::rule;
use crate::source::slice;

rule! {
    /// A text contains invisible characters.
    ///
    /// A name with such a character looks the same, but search does not find it; a copied command does not run. Invisible
    /// characters can also contain instructions for programs that read the text for someone. Joiners between letters that need them,
    /// as in Persian or in an emoji, are fine.
    ///
    /// ```yaml,fails
    /// summary: "Posts a\u200b line."
    /// ```
    /// ```markdown,fails
    /// ## Setup
    ///
    /// Install ac&#x2060;me.
    /// ```
    /// ```yaml,passes
    /// summary: Posts a line.
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// می&#x200c;خواهم
    /// ```
    ZERO_WIDTH_CHARACTER = { id: "P103", name: "zero-width-character", level: Warn, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    let text = document.text.as_deref().unwrap_or_default();
    let is_stray = |&(span, c): &Hidden| unseen::is_stray(slice(text, ..span.start as usize).chars().next_back().unwrap_or('\n'), c);
    let stray: Vec<Hidden> = document.hidden_characters(unseen::is_invisible).filter(is_stray).collect();
    // Nobody misses an invisible character.
    say(findings, &stray, "is invisible", Certainty::Certain);
}

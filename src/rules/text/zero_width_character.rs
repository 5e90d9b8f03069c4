//! `zero-width-character`

use super::hidden::{Hidden, hidden, say};
use crate::diagnostic::{Certainty, Findings};
use crate::format::Document;
use crate::parse::unseen;
use crate::rules::rule::rule;
use crate::source::slice;

rule! {
    /// A text holds characters that nobody can see.
    ///
    /// A name with one in it looks the same and is found by no search; a command that is copied with one does not run. Invisible
    /// letters can also hold instructions for programs that read the text on somebody's behalf. Joiners between letters that need them,
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
    let stray: Vec<_> = hidden(document, unseen::is_invisible).into_iter().filter(is_stray).collect();
    // What nobody can see is missed by nobody.
    say(findings, &stray, "cannot be seen", Certainty::Certain);
}

//! `control-character`

use super::garbled::garbled;
use super::hidden::say;
use crate::diagnostic::{Certainty, Findings};
use crate::format::Document;
use crate::parse::hidden::Hidden;
use crate::parse::unseen;
use crate::rules::rule::rule;
use crate::source::Span;

rule! {
    /// A text contains control characters.
    ///
    /// They are left over from a copied terminal window or a broken editor. A page does not show them, but a terminal that shows
    /// the file obeys them.
    ///
    /// ```markdown,fails
    /// ## Setup
    ///
    /// Run &#x1b;[1mit&#x1b;[0m.
    /// ```
    /// ```yaml,fails
    /// summary: "Posts\x0B a\e line."
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// Run **it**.
    /// ```
    CONTROL_CHARACTER = { id: "P104", name: "control-character", level: Warn, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    let text = document.text.as_deref().unwrap_or_default();
    let mut found: Vec<Hidden> = document.hidden_characters(unseen::is_control).collect();
    if !document.path.has_ending("md") {
        // Of the old ones, YAML allows only escapes; `yaml-control-character` reports the rest.
        found.retain(|(span, c)| text[span.range()].starts_with('\\') || *c > '\u{7f}');
    }
    // Wrongly encoded text has a rule of its own, which knows the original text.
    if found.iter().any(|&(_, c)| c > '\u{7f}') {
        let garbled: Vec<Span> = garbled(text).into_iter().map(|(span, _)| span).collect();
        found.retain(|(span, _)| !garbled.iter().any(|wrong| wrong.start <= span.start && span.end <= wrong.end));
    }
    // Pages already remove them.
    say(findings, &found, "is a control character", Certainty::Certain);
}

//! `wrong-encoding`

use super::garbled::garbled;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::rules::rule::rule;
use crate::source::Span;

rule! {
    /// A text was read in the wrong encoding.
    ///
    /// `CafÃ©` was once `Café`: UTF-8 that a program read as an older encoding. Readers stumble over it, and search does not
    /// find the word.
    ///
    /// ```yaml,fails
    /// summary: Syncs every CafÃ© order.
    /// ```
    /// ```yaml,passes
    /// summary: Syncs every Café order.
    /// ```
    WRONG_ENCODING = { id: "P105", name: "wrong-encoding", former: ["text-garbled"], level: Warn, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    let text = document.text.as_deref().unwrap_or_default();
    if text.is_ascii() {
        return;
    }
    for (span, meant) in garbled(text) {
        let finding = findings.at(span, format!("`{}` looks wrongly encoded", &text[span.range()]));
        finding.label(format!("`{meant}` in UTF-8")).suggest(span, meant);
    }
    if let Some((at, lost)) = text.match_indices('\u{fffd}').next() {
        findings
            .at(Span::new(at..at + lost.len()), "a character was lost when the text was converted")
            .label("shown instead")
            .help("retype the character, and save the file as UTF-8");
    }
}

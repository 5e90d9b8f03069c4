//! `wrong-encoding`

use super::garbled::garbled;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::rules::rule::rule;
use crate::source::Span;

rule! {
    /// Letters were read in the wrong encoding.
    ///
    /// `CafÃ©` was once `Café`: UTF-8 that a program took for the letters of an older encoding. Readers stumble over it, and nobody
    /// finds the word.
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
        let remark = findings.at(span, format!("`{}` was read in the wrong encoding", &text[span.range()]));
        remark.label(format!("`{meant}` in UTF-8")).suggest(span, meant);
    }
    if let Some((at, lost)) = text.match_indices('\u{fffd}').next() {
        findings
            .at(Span::new(at..at + lost.len()), "a character was lost when the text was converted")
            .label("shown in its place")
            .help("write the letter again, and save the file as UTF-8");
    }
}

//! `early-document-end`

use super::mistakes::{Words, name_mistakes};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::MistakeKind;
use crate::rules::rule::rule;

rule! {
    /// A line `...` or `---` ends the YAML document before the end of the file.
    ///
    /// Everything below it would be ignored without notice.
    ///
    /// ```yaml,fails
    /// license: MIT
    /// ...
    /// website: https://acme.example/
    /// ```
    /// ```yaml,passes
    /// license: MIT
    /// website: https://acme.example/
    /// ```
    EARLY_DOCUMENT_END = { id: "F079", name: "early-document-end", former: ["document-ended"], level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    name_mistakes(document, findings, words);
}

fn words(mistake: &MistakeKind) -> Option<Words> {
    let words = match mistake {
        MistakeKind::DocumentEnd => Words::new("`...` ends the document, but more text follows", "ends the document"),
        MistakeKind::ClosingDashes => Words::new("unexpected `---` after the last key", "starts another document"),
        _ => return None,
    };
    Some(words.help("delete this line").fix("delete this line"))
}

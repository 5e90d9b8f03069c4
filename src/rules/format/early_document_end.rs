//! `early-document-end`

use super::broken::{Words, name_mistakes};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::mistake::Mistake;
use crate::rules::rule::rule;

rule! {
    /// A line `...` or `---` ends the file before its last line.
    ///
    /// What stands below it would be ignored, although it looks as if it counted.
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

fn words(mistake: &Mistake) -> Option<Words> {
    let words = match mistake {
        Mistake::DocumentEnd => Words::new("`...` ends the file here, and there is more below", "ends the file"),
        Mistake::ClosingDashes => Words::new("`---` stands behind the last key", "begins another file"),
        _ => return None,
    };
    Some(words.help("delete this line").fix("delete this line"))
}

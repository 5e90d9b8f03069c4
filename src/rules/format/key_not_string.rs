//! `key-not-string`

use super::problems::say;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::ProblemKind;
use crate::rules::rule::rule;

rule! {
    /// A key is a list or a group instead of a string.
    ///
    /// The format has no such key; its value would be lost. The usual cause is an extra colon or a template that was not filled in.
    ///
    /// ```yaml,fails
    /// {license}: MIT
    /// ```
    /// ```yaml,passes
    /// license: MIT
    /// ```
    KEY_NOT_STRING = { id: "F012", name: "key-not-string", former: ["key-not-text"], level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for problem in document.problems.iter().filter(|problem| problem.kind == ProblemKind::KeyNotText) {
        let written = document.text.as_deref().zip(problem.span).and_then(|(text, span)| text.get(span.range())).unwrap_or_default();
        say(findings, problem.span, format!("the key `{}` is not a string", crate::rules::scalar::shortened(written)))
            .help("write a plain word before the colon");
    }
}

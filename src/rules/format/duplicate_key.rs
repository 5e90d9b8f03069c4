//! `duplicate-key`

use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::ProblemKind;
use crate::rules::rule::rule;

rule! {
    /// A key is set twice in the same group.
    ///
    /// Only one of the two values could be used, and YAML parsers differ in which one they take.
    ///
    /// ```yaml,fails
    /// license: MIT
    /// license: Apache-2.0
    /// ```
    /// ```yaml,passes
    /// license: MIT OR Apache-2.0
    /// ```
    DUPLICATE_KEY = { id: "F011", name: "duplicate-key", former: ["doubled-key"], level: Error, costs: Unread, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for problem in &document.problems {
        let (Some(span), ProblemKind::DuplicateKey { key, first }) = (problem.span, &problem.kind) else { continue };
        findings
            .at(span, format!("the key `{key}` is set twice"))
            .label("second value")
            .related(&document.path, Some(*first), "first set here")
            .help("keep one of the two");
    }
}

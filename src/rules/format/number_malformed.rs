//! `number-malformed`

use super::problems::malformed;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::Form;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A value is not a whole number.
    ///
    /// Pages are sorted by these numbers, and a word cannot be sorted with them.
    ///
    /// ```files,fails
    /// ==> pages/about.md <==
    /// ---
    /// title: About
    /// order: first
    /// ---
    /// Who we are.
    /// ```
    /// ```files,passes
    /// ==> pages/about.md <==
    /// ---
    /// title: About
    /// order: 1
    /// ---
    /// Who we are.
    /// ```
    NUMBER_MALFORMED = { id: "F024", name: "number-malformed", level: Error, costs: Unread, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for (span, text, _) in malformed(document, Form::Number) {
        findings.at(span, format!("`{}` is not a whole number", shortened(text))).help("write digits only, such as `12`");
    }
}

//! `second-document`

use super::problems::say;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::ProblemKind;
use crate::rules::rule::rule;

rule! {
    /// The file contains a second YAML document.
    ///
    /// Everything below the line `---` would be ignored without notice.
    ///
    /// ```yaml,fails
    /// ---
    /// license: MIT
    /// ```
    /// ```yaml,passes
    /// license: MIT
    /// ```
    SECOND_DOCUMENT = { id: "F009", name: "second-document", level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for problem in document.problems.iter().filter(|problem| problem.kind == ProblemKind::SecondDocument) {
        say(findings, problem.span, "`---` starts a second YAML document")
            .help("delete the line `---`, or move what follows to another file");
    }
}

//! `second-document`

use super::problems::say;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::ProblemKind;
use crate::rules::rule::rule;

rule! {
    /// The file holds a second YAML document.
    ///
    /// Everything below the line `---` would be ignored, although it looks as if it counted.
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
        say(findings, problem.span, "a second YAML document begins with `---`")
            .help("delete the line `---`, or move what follows to a file of its own");
    }
}

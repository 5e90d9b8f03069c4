//! `yaml-too-complex`

use super::problems::say;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::ProblemKind;
use crate::rules::rule::rule;

rule! {
    /// The YAML is nested or branches too deeply.
    ///
    /// The deepest key of the format is five levels down. A file must not be able to exhaust the machine of a reviewer.
    ///
    /// ```yaml,fails
    /// tags: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[crm]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
    /// ```
    /// ```yaml,passes
    /// tags: [crm]
    /// ```
    YAML_TOO_COMPLEX = { id: "F007", name: "yaml-too-complex", level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for problem in &document.problems {
        let ProblemKind::TooComplex(what) = problem.kind else { continue };
        say(findings, problem.span, format!("file is too complex: {what}")).help("write only the values that the format asks for");
    }
}

//! `yaml-syntax`

use super::problems::say;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::ProblemKind;
use crate::rules::rule::rule;

rule! {
    /// The YAML cannot be parsed.
    ///
    /// Nothing in the file can be used then, and other mistakes in it cannot be found.
    ///
    /// ```yaml,fails
    /// ? license
    /// : MIT
    ///   : Apache-2.0
    /// ```
    /// ```yaml,passes
    /// license: MIT
    /// ```
    YAML_SYNTAX = { id: "F006", name: "yaml-syntax", level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for problem in &document.problems {
        let ProblemKind::Syntax(words) = &problem.kind else { continue };
        say(findings, problem.span, format!("invalid YAML: {}", words.trim_end_matches('.')))
            .label("parsing stopped here")
            .help("put text that contains `: ` or ` #` in quotes, close every quote and bracket, and indent with spaces only");
    }
}

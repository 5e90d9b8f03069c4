//! `symbolic-link`

use super::problems::say;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::ProblemKind;
use crate::rules::rule::rule;

rule! {
    /// The file is a symbolic link.
    ///
    /// Links are never followed: one that points out of the repository could publish a private file of the build
    /// machine.
    SYMBOLIC_LINK = { id: "F002", name: "symbolic-link", level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for problem in document.problems.iter().filter(|problem| problem.kind == ProblemKind::Link) {
        say(findings, problem.span, format!("`{}` is a symbolic link", document.path.file_name()))
            .help("replace the link with a copy of the file");
    }
}

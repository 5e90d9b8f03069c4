//! `name-not-utf8`

use super::problems::say;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::ProblemKind;
use crate::rules::rule::rule;

rule! {
    /// The file's name is not UTF-8.
    ///
    /// Such a name has no URL, and other machines show it in other letters or cannot check it out at all.
    NAME_NOT_UTF8 = { id: "F003", name: "name-not-utf8", level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for problem in document.problems.iter().filter(|problem| problem.kind == ProblemKind::NameNotUtf8) {
        say(findings, problem.span, format!("file name `{}` is not UTF-8", document.path.file_name()))
            .help("rename it with lower-case letters, digits and hyphens");
    }
}

//! `file-unreadable`

use super::problems::say;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::ProblemKind;
use crate::rules::rule::rule;

rule! {
    /// The operating system refuses to read the file.
    ///
    /// A file that cannot be read cannot be published, and a page that silently lacks a file is worse than a missing page. The usual
    /// reason is a missing read permission, or a special file such as a socket.
    FILE_UNREADABLE = { id: "F001", name: "file-unreadable", level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for problem in &document.problems {
        let ProblemKind::Unreadable(cause) = &problem.kind else { continue };
        say(findings, problem.span, format!("file cannot be read: {cause}")).help("make it a regular, readable file");
    }
}

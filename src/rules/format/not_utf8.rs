//! `not-utf8`

use super::problems::say;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::ProblemKind;
use crate::rules::rule::rule;

rule! {
    /// A text file is not UTF-8.
    ///
    /// In any other encoding, Pressmark would have to guess the letters, and visitors would read the wrong ones.
    NOT_UTF8 = { id: "F005", name: "not-utf8", level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for problem in &document.problems {
        let ProblemKind::NotUtf8 { at } = problem.kind else { continue };
        say(findings, problem.span, format!("not valid UTF-8 at byte {at}")).help("save the file again in UTF-8");
    }
}

//! `internal-error`

use crate::diagnostic::{Diagnostic, Findings, Level, Remark};
use crate::fault::Fault;
use crate::format::Document;
use crate::parse::problem::ProblemKind;
use crate::rules::rule::rule;
use crate::source::ContentPath;

rule! {
    /// Pressmark itself stumbles over the file.
    ///
    /// That is a fault of the program and not of the file, whatever the file says. It is told instead of stopping the run, so that
    /// everybody else's listings go on; the listing at hand is left out, because nobody knows what a check that did not end would have
    /// found. Please report it together with the file.
    INTERNAL_ERROR = { id: "F090", name: "internal-error", former: ["fault-in-pressmark"], level: Error, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for problem in &document.problems {
        let ProblemKind::Fault(words) = &problem.kind else { continue };
        say(findings, &format!("a fault in Pressmark keeps the file from being read: {words}"));
    }
}

/// What is said when the rule called `name` stumbles over the file at `path`.
pub(in crate::rules) fn stumbled(path: &ContentPath, name: &str, fault: &Fault) -> Diagnostic {
    let mut found = Vec::new();
    let mut findings = Findings::new(INTERNAL_ERROR.code, Level::Error, path, &mut found);
    say(&mut findings, &format!("a fault in Pressmark keeps the rule `{name}` from being checked: {fault}"));
    let Some(diagnostic) = found.pop() else { unreachable!("said above") };
    diagnostic
}

fn say<'found>(findings: &'found mut Findings<'_>, message: &str) -> Remark<'found> {
    findings.whole(message).help("report it to the makers of Pressmark, with this line and the file")
}

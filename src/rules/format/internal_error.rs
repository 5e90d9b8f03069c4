//! `internal-error`

use crate::diagnostic::{Diagnostic, FindingBuilder, Findings, Level};
use crate::fault::Fault;
use crate::format::Document;
use crate::parse::problem::ProblemKind;
use crate::rules::rule::rule;
use crate::source::ContentPath;

rule! {
    /// Pressmark failed while it checked the file.
    ///
    /// This is a bug in Pressmark, whatever the file contains. It is reported as a finding instead of ending the run, so that all other
    /// listings are still checked and published. This listing is left out, because an unfinished check says nothing about it.
    /// Please report the bug together with the file.
    INTERNAL_ERROR = { id: "F090", name: "internal-error", former: ["fault-in-pressmark"], level: Error, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for problem in &document.problems {
        let ProblemKind::Fault(words) = &problem.kind else { continue };
        say(findings, &format!("internal error while reading the file: {words}"));
    }
}

/// The finding when the rule called `name` fails on the file at `path`.
pub(in crate::rules) fn stumbled(path: &ContentPath, name: &str, fault: &Fault) -> Diagnostic {
    let mut found = Vec::new();
    let mut findings = Findings::new(INTERNAL_ERROR.code, Level::Error, path, &mut found);
    say(&mut findings, &format!("internal error in the rule `{name}`: {fault}"));
    let Some(diagnostic) = found.pop() else { unreachable!("said above") };
    diagnostic
}

fn say<'found>(findings: &'found mut Findings<'_>, message: &str) -> FindingBuilder<'found> {
    findings.whole(message).help("report this bug in Pressmark with this line and the file")
}

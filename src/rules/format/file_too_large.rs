//! `file-too-large`

use super::problems::say;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::ProblemKind;
use crate::rules::rule::rule;

rule! {
    /// The file is larger than any file of its kind needs to be.
    ///
    /// Visitors would wait for it, and every clone of the repository would contain it permanently. The limits are 256 KiB for YAML, 512 KiB
    /// for Markdown, 4 MiB for an image and 8 MiB for any other file.
    FILE_TOO_LARGE = { id: "F004", name: "file-too-large", level: Error, costs: Unread, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for problem in &document.problems {
        let ProblemKind::TooLarge { n_bytes, limit } = problem.kind else { continue };
        let message = format!("file has {} KiB, the limit is {} KiB", n_bytes.div_ceil(1024), limit / 1024);
        say(findings, problem.span, message).help("make the file smaller, or link to it elsewhere");
    }
}

//! `hidden-file`

use super::problems::say;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::ProblemKind;
use crate::rules::rule::rule;

rule! {
    /// The name of a file or a folder begins with a dot.
    ///
    /// Such files are never checked or published, but everyone can read them in the repository: a `.env` file with a key in it
    /// leaks the key, and no other rule would notice.
    HIDDEN_FILE = { id: "F051", name: "hidden-file", level: Warn, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for problem in document.problems.iter().filter(|problem| problem.kind == ProblemKind::Hidden) {
        say(findings, problem.span, format!("`{}` is a hidden file: it is not checked or published", document.path.file_name()))
            .help("remove it; if it contained a secret, revoke it, because it stays in the git history");
    }
}

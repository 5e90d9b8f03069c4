//! `hidden-file`

use super::problems::say;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::ProblemKind;
use crate::rules::rule::rule;

rule! {
    /// The name of a file or a folder begins with a dot.
    ///
    /// Such files are never read and never published, but everybody can read them in the repository: a `.env` with a key in it is a key
    /// given away, and nothing else here would notice.
    HIDDEN_FILE = { id: "F051", name: "hidden-file", level: Warn, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for problem in document.problems.iter().filter(|problem| problem.kind == ProblemKind::Hidden) {
        say(findings, problem.span, format!("`{}` is hidden: it is in the repository, and not checked", document.path.file_name()))
            .help("take it out; if it held a key, make the key invalid, because git keeps it");
    }
}

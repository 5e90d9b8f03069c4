//! `front-matter-missing`

use super::problems::say;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::ProblemKind;
use crate::rules::rule::rule;

rule! {
    /// A page has no front matter.
    ///
    /// The front matter, a block of YAML at the top, contains the page's title and where it is linked; without it nobody would find the page.
    ///
    /// ```files,fails
    /// ==> pages/about.md <==
    /// Who we are.
    /// ```
    /// ```files,passes
    /// ==> pages/about.md <==
    /// ---
    /// title: About
    /// ---
    /// Who we are.
    /// ```
    FRONT_MATTER_MISSING = { id: "F030", name: "front-matter-missing", level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for problem in document.problems.iter().filter(|problem| problem.kind == ProblemKind::NoFrontMatter) {
        say(findings, problem.span, format!("page `{}` has no front matter between two lines `---`", document.path.stem()))
            .help("begin the file with the lines `---`, `title: …` and `---`");
    }
}

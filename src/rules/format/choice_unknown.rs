//! `choice-unknown`

use super::problems::say;
use crate::diagnostic::{Findings, nearest};
use crate::format::Document;
use crate::parse::problem::ProblemKind;
use crate::rules::rule::rule;
use crate::rules::scalar::{loose, shortened};

rule! {
    /// A value is not one of those that its key allows.
    ///
    /// The page has its own wording for each allowed value; for any other there is nothing to show.
    ///
    /// ```yaml,fails
    /// source: Opened
    /// ```
    /// ```yaml,passes
    /// source: open
    /// ```
    CHOICE_UNKNOWN = { id: "F026", name: "choice-unknown", level: Error, costs: Unread, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for problem in &document.problems {
        let ProblemKind::UnknownChoice { text, choices } = &problem.kind else { continue };
        let near = nearest(text, choices.iter().copied());
        let words: Vec<_> = choices.iter().map(|choice| format!("`{choice}`")).collect();
        let finding = say(findings, problem.span, format!("`{}` is not one of the allowed values", shortened(text)))
            .did_you_mean(near)
            .help(format!("allowed values: {}", words.join(", ")));
        if let (Some(near), Some(span)) = (near.filter(|near| loose(near) == loose(text)), problem.span) {
            finding.fix(span, near);
        }
    }
}

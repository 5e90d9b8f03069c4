//! `choice-unknown`

use super::problems::say;
use crate::diagnostic::{Findings, nearest};
use crate::format::Document;
use crate::parse::problem::ProblemKind;
use crate::rules::rule::rule;
use crate::rules::scalar::{loose, shortened};

rule! {
    /// A value is none of the words its key allows.
    ///
    /// Each of these words has its own wording on the page; for any other there is nothing to show.
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
        let remark = say(findings, problem.span, format!("`{}` is not one of the words allowed here", shortened(text)))
            .did_you_mean(near)
            .help(format!("the words are {}", words.join(", ")));
        if let (Some(near), Some(span)) = (near.filter(|near| loose(near) == loose(text)), problem.span) {
            remark.fix(span, near);
        }
    }
}

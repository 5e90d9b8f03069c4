//! `wrong-type`

use super::problems::say;
use super::scalar::{scalar, shortened};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::ProblemKind;
use crate::rules::rule::rule;
use crate::source::Span;

rule! {
    /// A value is of another kind than its key asks for: text instead of a list, a list instead of text.
    ///
    /// Such a value cannot be shown; guessing what was meant would publish something nobody wrote.
    ///
    /// ```yaml,fails
    /// tags: crm, finance
    /// ```
    /// ```yaml,passes
    /// tags: [crm, finance]
    /// ```
    WRONG_TYPE = { id: "F014", name: "wrong-type", level: Error, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for problem in &document.problems {
        let ProblemKind::WrongType { key, expected, found, text } = &problem.kind else { continue };
        let subject = key.map_or_else(|| "this file".to_owned(), |key| format!("`{key}`"));
        let written = text.as_deref().map(|text| format!(" `{}`", shortened(text))).unwrap_or_default();
        let message = format!("{subject} holds {found}{written} where {expected} belongs");
        let remark = say(findings, problem.span, message).label(format!("this is {found}"));
        let list = text.as_deref().filter(|_| expected == "a list such as [one, two]").map(as_list);
        match (list, key, problem.span) {
            (Some(list), Some(key), Some(span)) if on_one_line(document, span) => {
                remark.help(format!("write `{key}: {list}`")).fix(span, list);
            }
            _ => {
                remark.help(format!("write {expected}"));
            }
        }
    }
}

/// `a, b` → `[a, b]`
fn as_list(text: &str) -> String {
    let items: Vec<_> = text.split([',', ';']).map(str::trim).filter(|item| !item.is_empty()).map(scalar).collect();
    format!("[{}]", items.join(", "))
}

fn on_one_line(document: &Document, span: Span) -> bool {
    let written = document.text.as_deref().and_then(|text| text.get(span.range()));
    written.is_some_and(|written| !written.contains('\n') && !written.starts_with(['|', '>']))
}

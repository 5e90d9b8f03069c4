//! `key-missing`

use super::problems::say;
use crate::diagnostic::{Cost, Findings};
use crate::format::{Document, FileRole, ValueType};
use crate::parse::problem::ProblemKind;
use crate::rules::comment::say_comment;
use crate::rules::rule::rule;
use crate::source::Span;

rule! {
    /// A required key is missing.
    ///
    /// A listing without a name or an app has no place in the catalogue; a version without its number cannot be installed.
    ///
    /// ```yaml,fails
    /// versions:
    ///   - {date: 2026-01-02, notes: First release.}
    /// ```
    /// ```yaml,passes
    /// versions:
    ///   - {version: 1.0.0, date: 2026-01-02, notes: First release.}
    /// ```
    KEY_MISSING = { id: "F013", name: "key-missing", level: Error, costs: Unread, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for problem in &document.problems {
        let ProblemKind::MissingKey { key, noun } = problem.kind else { continue };
        if say_comment(document, problem.span, key, &owner(document, noun), findings) {
            continue;
        }
        let span = problem.span.map(|span| first_line(document, span));
        say(findings, span, format!("{} has no `{key}`", owner(document, noun)))
            .costs(cost(noun, key))
            .help(format!("add a line `{key}: …`"));
    }
}

/// Returns the cost of the missing key: a listing needs only its name to have a page.
fn cost(noun: &'static str, key: &str) -> Cost {
    match (noun, key) {
        ("a listing", "name") => Cost::Page,
        ("a listing", _) => Cost::Nothing,
        _ => Cost::Unread,
    }
}

/// Returns the subject that lacks the key: by its slug when it is the file itself.
fn owner(document: &Document, noun: &'static str) -> String {
    let (role, slug) = document.place();
    match role.value_type() {
        Some(ValueType::Record(table))
            if table.noun == noun && !matches!(role, FileRole::Settings | FileRole::Review | FileRole::Theme) =>
        {
            format!("{} `{slug}`", role.name())
        }
        _ => noun.to_owned(),
    }
}

/// The part of `span` on its first line: a caret below a whole file points at nothing.
fn first_line(document: &Document, span: Span) -> Span {
    let text = document.text.as_deref().and_then(|text| text.get(span.range())).unwrap_or_default();
    let len = text.find(['\r', '\n']).unwrap_or(text.len());
    Span { start: span.start, end: Span::new(0..len).shifted(span.start as usize).end }
}

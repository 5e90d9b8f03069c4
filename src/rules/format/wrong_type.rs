//! `wrong-type`

use super::problems::say;
use super::scalar::{scalar, shortened};
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::ProblemKind;
use crate::rules::listing::mail::is_address;
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
            (None, Some("support"), Some(span)) if let Some(contact) = text.as_deref().and_then(contact) => {
                remark.help(format!("write `support: {contact}`")).fix(span, contact);
            }
            _ => {
                let raw = problem.span.and_then(|span| document.text.as_deref()?.get(span.range())).filter(|_| text.is_some());
                remark.help(raw.and_then(slip).map_or_else(|| format!("write {expected}"), str::to_owned));
            }
        }
    }
}

/// The slip that made a text of what was to be a list or a group, by how it begins.
fn slip(raw: &str) -> Option<&'static str> {
    let first = raw.lines().next()?;
    let is_key = |key: &str| !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let is_number = |mark: &str| !mark.is_empty() && mark.bytes().all(|byte| byte.is_ascii_digit());
    if first.starts_with('-') {
        Some("put a blank behind the dash of every item")
    } else if first.starts_with(['•', '‣', '–', '—', '·', '●']) || first.split_once(". ").is_some_and(|(mark, _)| is_number(mark))
    {
        Some("begin every item with a dash and a blank")
    } else if raw.lines().skip(1).any(|line| line.trim_start().starts_with("- ")) {
        Some("the lines with dashes go on with the text in front of them: give that a line and a dash of its own, or take it away")
    } else if first.split_once(':').is_some_and(|(key, rest)| is_key(key) && !rest.is_empty() && !rest.starts_with("//")) {
        Some("put a blank behind every colon")
    } else if first.starts_with('<') {
        Some("this looks like HTML: save the file itself, not the page that shows it")
    } else {
        None
    }
}

/// A mail address that stands in the place of a group of contacts.
fn contact(text: &str) -> Option<String> {
    let address = text.trim().trim_start_matches("mailto:");
    is_address(address).then(|| format!("{{email: {}}}", scalar(address)))
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

#[cfg(test)]
mod tests {
    use super::slip;

    #[test]
    fn a_list_or_group_that_a_slip_made_a_text_is_known_by_its_beginning() {
        assert_eq!(slip("-crm\n  -finance"), Some("put a blank behind the dash of every item"));
        assert_eq!(slip("• crm\n  • finance"), Some("begin every item with a dash and a blank"));
        assert_eq!(slip("2. crm"), Some("begin every item with a dash and a blank"));
        assert_eq!(slip("email:help@acme.example"), Some("put a blank behind every colon"));
        assert_eq!(slip("https://acme.example/"), None);
        assert_eq!(slip("crm, finance"), None);
    }
}

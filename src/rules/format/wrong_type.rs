//! `wrong-type`

use super::problems::say;
use super::rows::rows;
use crate::diagnostic::{Certainty, Edit, Findings};
use crate::format::{Document, FieldRow, ValueType};
use crate::parse::problem::ProblemKind;
use crate::parse::yaml::{self, Node, NodeKind};
use crate::rules::mail::is_address;
use crate::rules::rule::rule;
use crate::rules::scalar::{scalar, shortened};
use crate::source::Span;

rule! {
    /// A value has the wrong type, such as text instead of a list or a list instead of text.
    ///
    /// Such a value cannot be shown; a guess would publish something that nobody wrote.
    ///
    /// ```yaml,fails
    /// tags: crm, finance
    /// ```
    /// ```yaml,passes
    /// tags: [crm, finance]
    /// ```
    WRONG_TYPE = { id: "F014", name: "wrong-type", level: Error, costs: Unread, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for problem in &document.problems {
        let ProblemKind::WrongType { key, expected, found, text } = &problem.kind else { continue };
        let subject = key.map_or_else(|| "this file".to_owned(), |key| format!("`{key}`"));
        let written = text.as_deref().map(|text| format!(" `{}`", shortened(text))).unwrap_or_default();
        let message = format!("expected {expected} for {subject}, found {found}{written}");
        let finding = say(findings, problem.span, message).label(format!("this is {found}"));
        let raw = problem.span.and_then(|span| document.text.as_deref()?.get(span.range())).unwrap_or_default();
        let is_list = text.is_some() && expected == A_LIST;
        let list = text.as_deref().filter(|_| is_list).map(as_list);
        match (list, key, problem.span) {
            (Some(list), Some(key), Some(span)) if on_one_line(raw) => {
                finding.help(format!("write `{key}: {list}`")).fix(span, list);
            }
            (Some(_), _, Some(span)) if let Some(edits) = as_items(document, span) => {
                let help = slip(raw).unwrap_or("begin every item with a dash and a space");
                finding.help(help).edits(Certainty::Certain, help, edits);
            }
            (None, Some("support"), Some(span)) if let Some(contact) = text.as_deref().and_then(contact) => {
                finding.help(format!("write `support: {contact}`")).fix(span, contact);
            }
            (None, Some(key), Some(span))
                if *found == "a list"
                    && let Some(one) = one_text(document, key, expected, raw) =>
            {
                let finding = finding.help(format!("write `{key}: {one}`"));
                if on_one_line(raw) && raw.starts_with('[') {
                    finding.suggest(span, one);
                }
            }
            _ => {
                let slip = slip(raw).filter(|_| text.is_some()).map(str::to_owned);
                let example = || key.and_then(|key| line_to_copy(document, key, expected));
                finding.help(slip.or_else(example).unwrap_or_else(|| format!("write {expected}")));
            }
        }
    }
}

/// The noun for a list of words.
const A_LIST: &str = "a list such as [one, two]";

/// The example of the key that asks for `expected`, as a line.
fn line_to_copy(document: &Document, key: &str, expected: &str) -> Option<String> {
    let asks = |row: &&FieldRow| {
        row.value_type.phrase() == expected || matches!(row.value_type, ValueType::List(item) if item.phrase() == expected)
    };
    let row = rows(document, key).into_iter().find(asks)?;
    Some(format!("write it as `{key}: {}`", row.examples.first()?))
}

/// The single text that replaces a list of texts: its only item, or licences of which users may choose one.
fn one_text(document: &Document, key: &str, expected: &str, raw: &str) -> Option<String> {
    let takes_text = expected == ValueType::Text.phrase() && !rows(document, key).is_empty();
    let items = items(raw).filter(|_| takes_text)?;
    match &items[..] {
        [item] => Some(scalar(item)),
        [_, _, ..] if key == "license" => Some(scalar(&items.join(" OR "))),
        _ => None,
    }
}

/// The texts of the list that is written as `raw`, if it contains nothing else.
fn items(raw: &str) -> Option<Vec<String>> {
    if !raw.starts_with('[') {
        let item = |line: &str| line.trim().strip_prefix("- ").map(|item| item.trim().to_owned()).filter(|item| may_stand_alone(item));
        return raw.lines().map(item).collect();
    }
    let (Some(Node { kind: NodeKind::Sequence(nodes), .. }), _) = yaml::parse(raw) else { return None };
    let text = |node: Node| match node.kind {
        NodeKind::Scalar { text, .. } => Some(text.to_string()),
        _ => None,
    };
    nodes.into_iter().map(text).collect()
}

/// Whether `item` is plain text, without a comment, a key or quotes.
fn may_stand_alone(item: &str) -> bool {
    item.starts_with(char::is_alphanumeric) && !item.contains(": ") && !item.contains('#')
}

/// The mistake that made text of a list or a group, recognised by how it begins.
fn slip(raw: &str) -> Option<&'static str> {
    let first = raw.lines().next()?;
    let is_key = |key: &str| !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let is_number = |mark: &str| !mark.is_empty() && mark.bytes().all(|byte| byte.is_ascii_digit());
    if first.starts_with('-') {
        Some("add a space after the dash of every item")
    } else if first.starts_with(BULLETS) || first.split_once(". ").is_some_and(|(mark, _)| is_number(mark)) {
        Some("begin every item with a dash and a space")
    } else if raw.lines().skip(1).any(|line| line.trim_start().starts_with("- ")) {
        Some("the lines with dashes continue the text before them: give that text a line and a dash of its own, or remove it")
    } else if first.split_once(':').is_some_and(|(key, rest)| is_key(key) && !rest.is_empty() && !rest.starts_with("//")) {
        Some("add a space after every colon")
    } else if first.starts_with('<') {
        Some("this looks like HTML: save the file itself, not the page that shows it")
    } else {
        None
    }
}

/// An e-mail address in place of a group of contacts.
fn contact(text: &str) -> Option<String> {
    let address = text.trim().trim_start_matches("mailto:");
    is_address(address).then(|| format!("{{email: {}}}", scalar(address)))
}

/// `a, b` → `[a, b]`, and `• a • b` as well.
fn as_list(text: &str) -> String {
    let bullet = text.chars().next().filter(|c| BULLETS.contains(c));
    let items = text.split(|c| matches!(c, ',' | ';') || Some(c) == bullet).map(without_mark).filter(|item| !item.is_empty());
    format!("[{}]", items.map(scalar).collect::<Vec<_>>().join(", "))
}

/// The bullets that word processors put before an item.
const BULLETS: [char; 6] = ['•', '‣', '–', '—', '·', '●'];

/// The length of what is before an item instead of a dash and a space, following spaces included.
fn mark_len(item: &str) -> usize {
    let rest = match item.chars().next() {
        Some(mark) if mark == '-' || BULLETS.contains(&mark) => &item[mark.len_utf8()..],
        _ => match item.split_once(['.', ')']) {
            Some((digits, rest)) if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) && rest.starts_with(' ') => rest,
            _ => item,
        },
    };
    item.len() - rest.len() + if rest.len() < item.len() { rest.len() - rest.trim_start().len() } else { 0 }
}

fn without_mark(item: &str) -> &str {
    let item = item.trim();
    item[mark_len(item)..].trim()
}

/// The edits that turn the lines at `span` into items, when each of them begins with such a mark in the same column.
fn as_items(document: &Document, span: Span) -> Option<Vec<Edit>> {
    let text = document.text.as_deref()?;
    let line_start = text.get(..span.start as usize)?.rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let column = span.start as usize - line_start;
    let mut start = line_start;
    let mut edits = Vec::new();
    for line in text.get(line_start..span.end as usize)?.split_inclusive('\n') {
        let item = line.trim_start_matches(' ');
        let len = mark_len(item);
        if line.len() - item.len() != column || len == 0 || item.starts_with("- ") {
            return None;
        }
        edits.push(Edit { span: Span::new(start + column..start + column + len), text: "- ".to_owned() });
        start += line.len();
    }
    Some(edits)
}

fn on_one_line(raw: &str) -> bool {
    !raw.is_empty() && !raw.contains('\n') && !raw.starts_with(['|', '>'])
}

#[cfg(test)]
mod tests {
    use super::{as_list, slip};

    #[test]
    fn bullets_are_not_part_of_items() {
        assert_eq!(as_list("crm, finance"), "[crm, finance]");
        assert_eq!(as_list("• crm"), "[crm]");
        assert_eq!(as_list("• crm • finance"), "[crm, finance]");
        assert_eq!(as_list("-crm"), "[crm]");
        assert_eq!(as_list("1. crm"), "[crm]");
        assert_eq!(as_list("e-mail, 1.5"), "[e-mail, 1.5]");
    }

    #[test]
    fn a_misspelt_list_or_group_is_recognised_by_its_beginning() {
        assert_eq!(slip("-crm\n  -finance"), Some("add a space after the dash of every item"));
        assert_eq!(slip("• crm\n  • finance"), Some("begin every item with a dash and a space"));
        assert_eq!(slip("2. crm"), Some("begin every item with a dash and a space"));
        assert_eq!(slip("email:help@acme.example"), Some("add a space after every colon"));
        assert_eq!(slip("https://acme.example/"), None);
        assert_eq!(slip("crm, finance"), None);
    }
}

//! Where a key belongs that is in the wrong part of a listing, and how to move it. Knows tables and lines; knows no key by name.

use crate::diagnostic::Edit;
use crate::format::{Document, FileRole, ListingFile, Table, ValueType};
use crate::parse::problem::ProblemKind;
use crate::source::Span;

/// A part of a listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Home {
    /// What a message calls it.
    pub(super) noun: &'static str,
    /// The key that it is under; none for the listing itself.
    pub(super) key: Option<&'static str>,
    /// Whether there is only one of it: a list has many.
    pub(super) is_single: bool,
}

/// The parts of a listing that have the key `key`, for one that is in another part.
pub(super) fn homes(document: &Document, key: &str) -> Vec<Home> {
    let mut homes = Vec::new();
    if document.role == FileRole::Listing {
        collect(ListingFile::TABLE, None, true, key, &mut homes);
    }
    homes
}

fn collect(table: &'static Table, parent: Option<&'static str>, is_single: bool, key: &str, homes: &mut Vec<Home>) {
    for field in table.fields {
        if field.key == key {
            homes.push(Home { noun: table.noun, key: parent, is_single });
        }
        let (item, is_list) = if let ValueType::List(item) = field.value_type { (*item, true) } else { (field.value_type, false) };
        if let ValueType::Record(inner) = item {
            collect(inner, Some(field.key), is_single && !is_list, key, homes);
        }
    }
}

/// Whether the group `home` is in the text of `document`.
pub(super) fn is_there(document: &Document, home: Home) -> bool {
    let (Some(text), Some(group)) = (document.text.as_deref(), home.key) else { return false };
    text.lines().any(|line| line.strip_prefix(group).is_some_and(|rest| rest.trim_start().starts_with(':')))
}

/// The edits that turn a line `email: …` into `support: {email: …}`, when nothing else sets `support` and no other key has to move
/// there.
pub(super) fn into_home(document: &Document, key: Span, home: Home) -> Option<Vec<Edit>> {
    let text = document.text.as_deref()?;
    let group = home.key.filter(|_| home.is_single)?;
    let starts_line = key.start == 0 || text.as_bytes().get(key.start as usize - 1) == Some(&b'\n');
    let is_there = is_there(document, home);
    let goes_there = |key: &str| homes(document, key).iter().any(|other| other.key == home.key);
    let n_movers =
        document.problems.iter().filter(|problem| matches!(&problem.kind, ProblemKind::UnknownKey { key, .. } if goes_there(key)));
    if !starts_line || is_there || n_movers.count() > 1 {
        return None;
    }
    let value = value_behind(text, key)?;
    let name = text.get(key.range())?;
    let raw = text.get(value.range())?;
    Some(vec![Edit { span: key, text: group.to_owned() }, Edit { span: value, text: format!("{{{name}: {raw}}}") }])
}

/// The value on the line of `key`: a single one that means the same between braces.
fn value_behind(text: &str, key: Span) -> Option<Span> {
    let line = text.get(key.end as usize..)?.split(['\n', '\r']).next()?;
    let value = line.strip_prefix(':')?.split(" #").next()?.trim();
    let start = key.end as usize + line.find(value)?;
    let is_plain = !value.is_empty() && !value.contains([',', '[', ']', '{', '}', '"', '\'', '|', '>', '&', '*', '!', '#']);
    // Lines indented below would belong to the value.
    let continues = text.get(key.end as usize + line.len()..)?.trim_start_matches(['\r', '\n']).starts_with([' ', '\t']);
    (is_plain && !continues).then(|| Span::new(start..start + value.len()))
}

//! The rows of the tables that define a file, by key and by place. Knows shapes and lines; knows no key by name.

use crate::format::{Document, FieldRow, FileRole, StringFormat, ValueType};
use crate::parse::prose::front_matter;
use crate::parse::yaml::{self, Node, NodeKind};
use crate::source::Span;

/// The rows of `key` in all groups of a file like `document`.
pub(super) fn rows(document: &Document, key: &str) -> Vec<&'static FieldRow> {
    let mut rows = Vec::new();
    if let Some(value_type) = document.role.value_type() {
        collect(value_type, key, &mut rows);
    }
    rows
}

fn collect(value_type: ValueType, key: &str, rows: &mut Vec<&'static FieldRow>) {
    match value_type {
        ValueType::Record(table) => {
            rows.extend(table.field(key));
            table.fields.iter().for_each(|row| collect(row.value_type, key, rows));
        }
        ValueType::List(item) | ValueType::Map(item) => collect(*item, key, rows),
        ValueType::Either(types) => types.iter().for_each(|value_type| collect(*value_type, key, rows)),
        _ => {}
    }
}

/// The row of the key on whose line the value at `at` is, when that key asks for more than text in every group that has it: a URL, a
/// day, one of several words.
pub(super) fn asked_for(document: &Document, at: u32) -> Option<&'static FieldRow> {
    let line = document.text.as_deref()?.get(..at as usize)?.rsplit(['\n', '\r']).next()?;
    let head = line.trim_end().strip_suffix(':')?;
    let key = head.rsplit(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).next()?;
    let rows = rows(document, key);
    if rows.iter().all(|row| is_more_than_text(row)) { rows.first().copied() } else { None }
}

fn is_more_than_text(row: &FieldRow) -> bool {
    let ValueType::Text = row.value_type else { return true };
    let is_slug = row.bounds.names.is_some_and(crate::format::NameKind::are_slugs);
    is_slug || matches!(row.bounds.format, Some(StringFormat::Email | StringFormat::Slug))
}

/// Returns the noun for the value of `row`, for reports.
pub(super) fn phrase(row: &FieldRow) -> String {
    match row.bounds.format {
        Some(StringFormat::Email) => "an e-mail address".to_owned(),
        _ if is_more_than_text(row) && matches!(row.value_type, ValueType::Text) => "lower-case letters, digits and hyphens".to_owned(),
        _ => row.value_type.phrase(),
    }
}

/// Calls `visit` with every text that the tables of `document` ask for, the row of its key and its place.
pub(super) fn each_text(document: &Document, visit: &mut dyn FnMut(&'static FieldRow, &Node, Span)) {
    let (Some(value_type), Some(text)) = (document.role.value_type(), document.text.as_deref()) else { return };
    if let Some(root) = document.tree() {
        walk(value_type, None, root, &mut |row, node| visit(row, node, node.span));
    } else if let Some(matter) = front_matter(text).filter(|_| document.role == FileRole::Page) {
        let by = matter.yaml.start as usize;
        if let (Some(root), _) = yaml::parse(&text[matter.yaml.range()]) {
            walk(value_type, None, &root, &mut |row, node| visit(row, node, node.span.shifted(by)));
        }
    }
}

fn walk(value_type: ValueType, row: Option<&'static FieldRow>, node: &Node, visit: &mut dyn FnMut(&'static FieldRow, &Node)) {
    match (value_type, &node.kind) {
        (ValueType::Text, NodeKind::Scalar { .. }) => {
            if let Some(row) = row {
                visit(row, node);
            }
        }
        (ValueType::List(item), NodeKind::Sequence(nodes)) => nodes.iter().for_each(|node| walk(*item, row, node, visit)),
        (ValueType::Map(item), NodeKind::Mapping(entries)) => entries.iter().for_each(|(_, node)| walk(*item, row, node, visit)),
        (ValueType::Record(table), NodeKind::Mapping(entries)) => {
            for (key, node) in entries {
                if let Some(row) = table.field(key) {
                    walk(row.value_type, Some(row), node, visit);
                }
            }
        }
        (ValueType::Either(types), _) => types.iter().for_each(|value_type| walk(*value_type, row, node, visit)),
        _ => {}
    }
}

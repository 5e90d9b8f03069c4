//! The rows of the tables that define a file, by key and by place. Knows shapes and lines; knows no key by name.

use crate::format::{Document, FieldRow, FileKind, Place, Shape, TextForm};
use crate::parse::prose::front_matter;
use crate::parse::yaml::{self, Node, NodeKind};
use crate::source::Span;

/// The rows of `key` in all groups of a file like `document`.
pub(super) fn rows(document: &Document, key: &str) -> Vec<&'static FieldRow> {
    let mut rows = Vec::new();
    if let Some(kind) = FileKind::of(&document.path) {
        collect(kind.shape(), key, &mut rows);
    }
    rows
}

fn collect(shape: Shape, key: &str, rows: &mut Vec<&'static FieldRow>) {
    match shape {
        Shape::Record(table) => {
            rows.extend(table.field(key));
            table.fields.iter().for_each(|row| collect(row.shape, key, rows));
        }
        Shape::List(item) | Shape::Map(item) => collect(*item, key, rows),
        Shape::Either(shapes) => shapes.iter().for_each(|shape| collect(*shape, key, rows)),
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
    let Shape::Text = row.shape else { return true };
    let is_slug = row.bounds.names.is_some_and(crate::format::Names::are_slugs);
    is_slug || matches!(row.bounds.form, Some(TextForm::Email | TextForm::Slug))
}

/// What the value of `row` is, in the words of a report.
pub(super) fn phrase(row: &FieldRow) -> String {
    match row.bounds.form {
        Some(TextForm::Email) => "an e-mail address".to_owned(),
        _ if is_more_than_text(row) && matches!(row.shape, Shape::Text) => "lower-case letters, digits and hyphens".to_owned(),
        _ => row.shape.phrase(),
    }
}

/// Calls `visit` with every text that the tables of `document` ask for, the row of its key and its place.
pub(super) fn each_text(document: &Document, visit: &mut dyn FnMut(&'static FieldRow, &Node, Span)) {
    let (Some(kind), Some(text)) = (FileKind::of(&document.path), document.text.as_deref()) else { return };
    if let Some(root) = document.tree() {
        walk(kind.shape(), None, root, &mut |row, node| visit(row, node, node.span));
    } else if let Some(matter) = front_matter(text).filter(|_| matches!(Place::of(&document.path), Place::Page(_))) {
        let by = matter.yaml.start as usize;
        if let (Some(root), _) = yaml::parse(&text[matter.yaml.range()]) {
            walk(kind.shape(), None, &root, &mut |row, node| visit(row, node, node.span.shifted(by)));
        }
    }
}

fn walk(shape: Shape, row: Option<&'static FieldRow>, node: &Node, visit: &mut dyn FnMut(&'static FieldRow, &Node)) {
    match (shape, &node.kind) {
        (Shape::Text, NodeKind::Scalar { .. }) => {
            if let Some(row) = row {
                visit(row, node);
            }
        }
        (Shape::List(item), NodeKind::Sequence(nodes)) => nodes.iter().for_each(|node| walk(*item, row, node, visit)),
        (Shape::Map(item), NodeKind::Mapping(entries)) => entries.iter().for_each(|(_, node)| walk(*item, row, node, visit)),
        (Shape::Record(table), NodeKind::Mapping(entries)) => {
            for (key, node) in entries {
                if let Some(row) = table.field(key) {
                    walk(row.shape, Some(row), node, visit);
                }
            }
        }
        (Shape::Either(shapes), _) => shapes.iter().for_each(|shape| walk(*shape, row, node, visit)),
        _ => {}
    }
}

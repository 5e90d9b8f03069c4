//! The keys at the top of a YAML file as parts of its text: one can be exchanged while the others, their order and all comments stay. Knows the order in which
//! a listing's keys are usually written; knows no key by name.

use std::collections::HashMap;
use std::ops::Range;

use crate::format::{Document, ListingFile};
use crate::parse::yaml::{Node, NodeKind};
use crate::source::{Span, slice};

/// The text of a file, key by key, and what is to be changed in it.
#[derive(Debug)]
pub(super) struct Keys<'file> {
    text: &'file str,
    parts: Vec<Part<'file>>,
    edits: Vec<(Range<usize>, String)>,
}

/// A key with its value: whole lines, without the comments and empty lines below them.
#[derive(Debug)]
struct Part<'file> {
    key: &'file str,
    value: &'file Node,
    lines: Range<usize>,
}

impl<'file> Keys<'file> {
    /// The keys of `document`. `None` when they are not written one below the other from the first column, or cannot be read.
    pub(super) fn of(document: &'file Document) -> Option<Self> {
        let (text, tree) = (document.text.as_deref()?, document.tree()?);
        let NodeKind::Mapping(entries) = &tree.kind else { return None };
        let starts: Vec<usize> = entries.iter().map(|(key, _)| key.span.start as usize).collect();
        let is_line = |at: &usize| slice(text, ..*at).chars().next_back().is_none_or(|c| c == '\n');
        if !starts.iter().all(is_line) || !starts.is_sorted() {
            return None;
        }
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        let parts = entries.iter().zip(starts.iter().zip(ends)).map(|((key, value), (&start, end))| {
            let end = start + own(slice(text, start..end), end_of(value, text).saturating_sub(start));
            Part { key: &key.value, value, lines: start..end }
        });
        Some(Self { text, parts: parts.collect(), edits: Vec::new() })
    }

    /// Every key, in order.
    pub(super) fn names(&self) -> impl Iterator<Item = &'file str> {
        self.parts.iter().map(|part| part.key)
    }

    /// The lines of `key`, with `\n` after each.
    pub(super) fn lines(&self, key: &str) -> Option<String> {
        let lines = slice(self.text, self.part(key)?.lines.clone()).replace("\r\n", "\n");
        Some(if lines.ends_with('\n') { lines } else { lines + "\n" })
    }

    /// The value of `key`.
    pub(super) fn value(&self, key: &str) -> Option<&'file Node> {
        self.part(key).map(|part| part.value)
    }

    /// Writes `lines`, each with `\n` after it, instead of those of `key`. A key that is not there follows the last of those
    /// that are usually before it.
    pub(super) fn set(&mut self, key: &str, lines: &str) {
        let at = match self.part(key) {
            Some(part) => part.lines.clone(),
            None => {
                let before = self.parts.iter().rev().find(|part| place(part.key) < place(key));
                let end = before.map(|part| part.lines.end);
                let at = end.or(self.parts.first().map(|part| part.lines.start)).unwrap_or(self.text.len());
                at..at
            }
        };
        self.edits.push((at, lines.to_owned()));
    }

    /// Removes `key`, if it is there.
    pub(super) fn remove(&mut self, key: &str) {
        if let Some(part) = self.part(key) {
            self.edits.push((part.lines.clone(), String::new()));
        }
    }

    /// Writes `text` instead of what is at `span`, within a key that is neither set nor removed.
    pub(super) fn replace(&mut self, span: Span, text: &str) {
        self.edits.push((span.range(), text.to_owned()));
    }

    /// The text with all changes. Added lines end as the others do.
    pub(super) fn finish(mut self) -> String {
        self.edits.sort_by_key(|(at, _)| (at.start, at.end));
        let ending = if self.text.contains("\r\n") { "\r\n" } else { "\n" };
        let mut made = String::with_capacity(self.text.len());
        let mut end = 0;
        for (at, text) in &self.edits {
            made.push_str(slice(self.text, end..at.start));
            if at.is_empty() && text.ends_with('\n') && !made.is_empty() && !made.ends_with('\n') {
                made.push_str(ending);
            }
            made.push_str(&text.replace('\n', ending));
            end = at.end;
        }
        made.push_str(slice(self.text, end..));
        made
    }

    fn part(&self, key: &str) -> Option<&Part<'file>> {
        self.parts.iter().find(|part| part.key == key)
    }
}

/// Where `key` is usually written.
fn place(key: &str) -> usize {
    ListingFile::TABLE.fields.iter().position(|row| row.key == key).unwrap_or(usize::MAX)
}

/// How many bytes of `chunk`, a key with all that follows it up to the next one, are its own lines; at least the line that byte `n_value` is in.
fn own(chunk: &str, n_value: usize) -> usize {
    let mut n_own = chunk.len();
    for line in chunk.split_inclusive('\n').rev() {
        let start = n_own - line.len();
        let is_beside = line.trim().is_empty() || ["#", "...", "---"].iter().any(|sign| line.starts_with(sign));
        if !is_beside || start < n_value {
            break;
        }
        n_own = start;
    }
    n_own
}

/// Where `node` ends. The empty lines below a block of text are not a part of it.
fn end_of(node: &Node, text: &str) -> usize {
    node.span.start as usize + slice(text, node.span.range()).trim_end().len()
}

/// Whether `node` is a list in brackets or a group in braces.
pub(super) fn is_flow(node: &Node, text: &str) -> bool {
    slice(text, node.span.range()).starts_with(['[', '{'])
}

/// Whether two values say the same, wherever and however they are written.
pub(super) fn is_same(a: &Node, b: &Node) -> bool {
    match (&a.kind, &b.kind) {
        (NodeKind::Scalar { text: a_text, .. }, NodeKind::Scalar { text: b_text, .. }) => a_text == b_text && a.is_null() == b.is_null(),
        (NodeKind::Sequence(a), NodeKind::Sequence(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| is_same(a, b)),
        (NodeKind::Mapping(a), NodeKind::Mapping(b)) => {
            let known: HashMap<&str, &Node> = b.iter().map(|(key, value)| (&*key.value, value)).collect();
            a.len() == b.len() && a.iter().all(|(key, value)| known.get(&*key.value).is_some_and(|other| is_same(value, other)))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Keys, is_same};
    use crate::format::Document;
    use crate::source::ContentPath;

    fn document(text: &str) -> Document {
        Document::read(ContentPath::new("listings/acme/listing.yaml").expect("a valid path"), Ok(text.as_bytes().to_vec()))
    }

    #[test]
    fn comments_order_and_line_endings_stay() {
        let text = "# top\r\nversions: # newest first\r\n  - version: 1\r\n    notes: |\r\n      One.\r\n\r\n# about tags\r\ntags: [a, # first\r\n  b]\r\n\r\nname: Acme # said so\r\n# end";
        let file = document(text);
        let mut keys = Keys::of(&file).expect("keys");
        assert_eq!(keys.names().collect::<Vec<_>>(), ["versions", "tags", "name"]);
        assert_eq!(keys.lines("tags").as_deref(), Some("tags: [a, # first\n  b]\n"));
        assert_eq!(keys.lines("versions").as_deref(), Some("versions: # newest first\n  - version: 1\n    notes: |\n      One.\n"));
        keys.set("versions", "versions:\n  - version: 2\n");
        keys.set("released", "released: 2\n");
        keys.set("summary", "summary: Syncs.\n");
        keys.remove("tags");
        assert_eq!(
            keys.finish(),
            "# top\r\nversions:\r\n  - version: 2\r\n\r\n# about tags\r\n\r\nname: Acme # said so\r\nreleased: 2\r\nsummary: Syncs.\r\n# end"
        );
    }

    #[test]
    fn a_file_without_an_end_of_line_gets_one_before_a_new_key() {
        let file = document("name: Acme");
        let mut keys = Keys::of(&file).expect("keys");
        keys.set("app", "app: Slack\n");
        assert_eq!(keys.finish(), "name: Acme\napp: Slack\n");
    }

    #[test]
    fn keys_in_braces_are_not_lines() {
        assert!(Keys::of(&document("{name: Acme, app: Slack}\n")).is_none());
        assert!(Keys::of(&document("- name: Acme\n")).is_none());
    }

    #[test]
    fn values_are_the_same_however_they_are_written() {
        let same = |a: &str, b: &str| {
            let (a, b) = (document(a), document(b));
            is_same(a.tree().expect("a value"), b.tree().expect("a value"))
        };
        assert!(same("tags: [a, b]\nname: 'x'\n", "name: x\ntags:\n  - a\n  - b\n"));
        assert!(!same("tags: [a, b]\n", "tags: [b, a]\n"));
        assert!(!same("name: ''\n", "name:\n"));
    }
}

//! The keys of a YAML file as parts of its text: one can be exchanged while the others, their order and all comments stay. Knows the order in which
//! a listing's keys are usually written; knows no key by name.

use std::collections::HashMap;
use std::ops::Range;

use super::layout::{Dash, after_colon, line_after, line_start, quoted_like};
use super::scalar::{in_block, scalar};
use super::{Document, ListingFile};
use crate::parse::yaml::{Node, NodeKind};
use crate::source::{Span, Spanned, slice};

/// The text of a file, key by key, and what is to be changed in it.
#[derive(Debug)]
pub(crate) struct Keys<'file> {
    text: &'file str,
    parts: Vec<Part<'file>>,
    edits: Vec<(Range<usize>, String)>,
}

/// A key and its value.
type Entry = (Spanned<Box<str>>, Node);

/// A key with its value: whole lines, without the comments and empty lines below them.
#[derive(Debug)]
struct Part<'file> {
    key: &'file str,
    value: &'file Node,
    lines: Range<usize>,
}

impl<'file> Keys<'file> {
    /// The keys of `document`. `None` when they are not written one below the other from the first column, or cannot be read.
    pub(crate) fn of(document: &'file Document) -> Option<Self> {
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
    pub(crate) fn names(&self) -> impl Iterator<Item = &'file str> {
        self.parts.iter().map(|part| part.key)
    }

    /// The lines of `key`, with `\n` after each.
    pub(crate) fn lines(&self, key: &str) -> Option<String> {
        let lines = slice(self.text, self.part(key)?.lines.clone()).replace("\r\n", "\n");
        Some(if lines.ends_with('\n') { lines } else { lines + "\n" })
    }

    /// The value of `key`.
    pub(crate) fn value(&self, key: &str) -> Option<&'file Node> {
        self.part(key).map(|part| part.value)
    }

    /// Writes `lines`, each with `\n` after it, instead of those of `key`. A key that is not there follows the last of those
    /// that are usually before it, with an empty line between the two where one follows that key.
    pub(crate) fn set(&mut self, key: &str, lines: &str) {
        let edit = match self.part(key) {
            Some(part) => (part.lines.clone(), lines.to_owned()),
            None => {
                let before = self.parts.iter().rev().find(|part| place(part.key) < place(key));
                let end = before.map(|part| part.lines.end);
                let at = end.or(self.parts.first().map(|part| part.lines.start)).unwrap_or(self.text.len());
                let is_apart = slice(self.text, at..).lines().next().is_some_and(|line| line.trim().is_empty());
                (at..at, if is_apart { format!("\n{lines}") } else { lines.to_owned() })
            }
        };
        self.edits.push(edit);
    }

    /// Removes `key`, if it is there; of the empty lines above and below it, one stays.
    pub(crate) fn remove(&mut self, key: &str) {
        let Some(Range { start, end }) = self.part(key).map(|part| part.lines.clone()) else { return };
        let is_empty = |line: &&str| line.trim().is_empty();
        let above = slice(self.text, ..start).lines().next_back().filter(is_empty);
        let below = slice(self.text, end..).split_inclusive('\n').next().filter(is_empty);
        self.edits.push((start..end + above.and(below).map_or(0, str::len), String::new()));
    }

    /// Writes `text` as the value of `key` in the group `parent`, in the quotes of the value that is there. A key that is not there becomes the last of the group.
    /// `None` when `parent` is no group of keys.
    pub(crate) fn set_within(&mut self, parent: &str, key: &str, text: &str) -> Option<()> {
        let (group, entries) = self.group(parent)?;
        let is_flow = is_flow(group, self.text);
        let written = if is_flow { scalar(text) } else { in_block(text) };
        let edit = match entries.iter().find(|(name, _)| &*name.value == key) {
            Some((_, value)) if !value.is_null() && !slice(self.text, value.span.range()).contains('\n') => {
                (value.span.range(), quoted_like(self.text, Some(value.span), written))
            }
            // A value of several lines, or none.
            Some((name, value)) => {
                let colon = after_colon(self.text, name)?;
                (colon..colon.max(end_of(value, self.text)), format!(" {written}"))
            }
            None => {
                let (first, _) = entries.first()?;
                let (_, last) = entries.last()?;
                let end = end_of(last, self.text);
                let start = first.span.start as usize;
                let indent = " ".repeat(start - line_start(self.text, start));
                match is_flow {
                    true => (end..end, format!(", {key}: {written}")),
                    false => line_after(self.text, end).map(|at| (at..at, format!("{indent}{key}: {written}\n")))?,
                }
            }
        };
        self.edits.push(edit);
        Some(())
    }

    /// Removes `key` from the group `parent`, if it is there. `None` when nothing else is in the group.
    pub(crate) fn remove_within(&mut self, parent: &str, key: &str) -> Option<()> {
        let (group, entries) = self.group(parent)?;
        let Some(at) = entries.iter().position(|(name, _)| &*name.value == key) else { return Some(()) };
        let (name, value) = entries.get(at)?;
        let (start, end) = (name.span.start as usize, end_of(value, self.text));
        let before = at.checked_sub(1).and_then(|before| entries.get(before));
        let range = match (is_flow(group, self.text), before) {
            (false, Some(_)) => line_start(self.text, start)..line_after(self.text, end)?,
            (true, Some((_, before))) => end_of(before, self.text)..end,
            (_, None) => start..entries.get(at + 1)?.0.span.start as usize,
        };
        self.edits.push((range, String::new()));
        Some(())
    }

    /// Adds `text` at the end of the list `key`, written as its other items are. `None` when `key` has a value that is no list.
    pub(crate) fn append(&mut self, key: &str, text: &str) -> Option<()> {
        let items = match self.value(key).map(|value| (&value.kind, value)) {
            Some((NodeKind::Sequence(items), _)) => items.as_slice(),
            Some((_, value)) if !value.is_null() => return None,
            _ => &[],
        };
        let Some(last) = items.last() else {
            self.set(key, &format!("{key}: [{}]\n", scalar(text)));
            return Some(());
        };
        let end = end_of(last, self.text);
        let edit = if self.value(key).is_some_and(|value| is_flow(value, self.text)) {
            (end..end, format!(", {}", quoted_like(self.text, Some(last.span), scalar(text))))
        } else {
            let dash = Dash::of(self.text, last.span)?;
            let at = line_after(self.text, end)?;
            (at..at, dash.block(&[quoted_like(self.text, Some(last.span), in_block(text))]))
        };
        self.edits.push(edit);
        Some(())
    }

    /// The value of `key` and the keys in it.
    fn group(&self, key: &str) -> Option<(&'file Node, &'file [Entry])> {
        let group = self.value(key)?;
        match &group.kind {
            NodeKind::Mapping(entries) => Some((group, entries)),
            _ => None,
        }
    }

    /// Writes `text` instead of what is at `span`, within a key that is neither set nor removed.
    pub(crate) fn replace(&mut self, span: Span, text: &str) {
        self.edits.push((span.range(), text.to_owned()));
    }

    /// The text with all changes. Added lines end as the others do.
    pub(crate) fn finish(mut self) -> String {
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
pub(crate) fn is_flow(node: &Node, text: &str) -> bool {
    slice(text, node.span.range()).starts_with(['[', '{'])
}

/// Whether two values say the same, wherever and however they are written.
pub(crate) fn is_same(a: &Node, b: &Node) -> bool {
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
    fn a_new_key_stands_apart_where_the_others_do() {
        let file = document("name: Acme\n\n# Where visitors look.\ntags: [a]\n\n# Ours.\nlicense: MIT\n");
        let mut keys = Keys::of(&file).expect("keys");
        keys.set("keywords", "keywords: [b]\n");
        keys.set("lifecycle", "lifecycle:\n  state: removed\n");
        assert_eq!(
            keys.finish(),
            "name: Acme\n\n# Where visitors look.\ntags: [a]\n\nkeywords: [b]\n\n# Ours.\nlicense: MIT\nlifecycle:\n  state: removed\n"
        );
    }

    #[test]
    fn a_key_that_comes_and_goes_leaves_nothing() {
        for text in ["name: Acme\n\n# Ours.\nlicense: MIT\n", "name: Acme\r\n\r\nlicense: MIT\r\n", "name: Acme\nlicense: MIT\n"] {
            let file = document(text);
            let mut keys = Keys::of(&file).expect("keys");
            keys.set("tags", "tags: [a]\n");
            let file = document(&keys.finish());
            let mut keys = Keys::of(&file).expect("keys");
            keys.remove("tags");
            assert_eq!(keys.finish(), text);
        }
    }

    #[test]
    fn a_key_of_a_group_is_written_as_the_others_are() {
        let edited = |text: &str| {
            let file = document(text);
            let mut keys = Keys::of(&file).expect("keys");
            keys.set_within("lifecycle", "state", "removed").expect("a group");
            keys.set_within("lifecycle", "replaced_by", "other").expect("a group");
            keys.remove_within("lifecycle", "note").expect("a group");
            keys.finish()
        };
        assert_eq!(
            edited("lifecycle: # why\n    state: 'deprecated' # for now\n    note: |\n      One.\n      Two.\n    # the end\nname: Acme\n"),
            "lifecycle: # why\n    state: 'removed' # for now\n    replaced_by: other\n    # the end\nname: Acme\n"
        );
        assert_eq!(
            edited("lifecycle: {note: 'Old: yes.', state: deprecated, since: 2026-01-02}\n"),
            "lifecycle: {state: removed, since: 2026-01-02, replaced_by: other}\n"
        );
        assert_eq!(edited("lifecycle:\n  state:\n  replaced_by: \"x\""), "lifecycle:\n  state: removed\n  replaced_by: \"other\"");
    }

    #[test]
    fn an_item_is_added_as_the_others_are_written() {
        let appended = |text: &str| {
            let file = document(text);
            let mut keys = Keys::of(&file).expect("keys");
            keys.append("former_slugs", "old")?;
            Some(keys.finish())
        };
        assert_eq!(appended("former_slugs: [a, 'b'] # two\n").as_deref(), Some("former_slugs: [a, 'b', 'old'] # two\n"));
        assert_eq!(appended("former_slugs:\n- a # first\nname: X\n").as_deref(), Some("former_slugs:\n- a # first\n- old\nname: X\n"));
        assert_eq!(appended("name: X\nformer_slugs: []\n").as_deref(), Some("name: X\nformer_slugs: [old]\n"));
        assert_eq!(appended("name: X\n").as_deref(), Some("name: X\nformer_slugs: [old]\n"));
        assert_eq!(appended("former_slugs: a\n"), None);
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

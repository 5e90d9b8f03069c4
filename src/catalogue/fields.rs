//! A YAML file as a flat list of fields, so that two states of it can be compared. Knows no key of any file.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::parse::yaml::{Node, NodeKind};
use crate::source::Span;

/// One value and its path. Together, the leaves of a tree say everything that it says, but for the order of keys and entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Leaf {
    /// Its keys joined by dots; an entry of a list of groups by what names it, as in `versions[1.4.0].date`.
    pub(super) path: String,
    /// The same without what names an entry, as in `versions[].date`: what tables of keys know it by.
    pub(super) pattern: String,
    /// Its type.
    pub(super) kind: LeafKind,
    /// The value; of a list of values, all of them with commas between.
    pub(super) text: String,
    /// Its place.
    pub(super) span: Span,
}

/// The kind of a value: two values are equal when kind and text are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LeafKind {
    Nothing,
    Text,
    List,
    Group,
    Unread,
}

/// Keys that tell the entries of a list apart, the best first.
const NAMES: [&str; 7] = ["version", "id", "slug", "rule", "file", "name", "url"];

/// Every value of `tree`, in its order.
pub(super) fn fields(tree: &Node) -> Vec<Leaf> {
    let mut collector = Collector::default();
    collector.collect(tree, String::new(), String::new());
    collector.fields
}

#[derive(Default)]
struct Collector {
    fields: Vec<Leaf>,
    /// The paths of entries of lists.
    entries: HashSet<String>,
}

impl Collector {
    fn collect(&mut self, node: &Node, path: String, pattern: String) {
        let (kind, text) = match &node.kind {
            NodeKind::Mapping(entries) if !entries.is_empty() => {
                for (key, value) in entries {
                    let key = part(&key.value, &['.', '[', ']']);
                    let join = |above: &str| if above.is_empty() { key.to_string() } else { format!("{above}.{key}") };
                    self.collect(value, join(&path), join(&pattern));
                }
                return;
            }
            NodeKind::Sequence(items) if !items.iter().all(|item| matches!(item.kind, NodeKind::Scalar { .. })) => {
                for (n, item) in items.iter().enumerate() {
                    let name = name(item).map_or_else(|| (n + 1).to_string().into(), |name| part(name, &['[', ']']));
                    let mut own = format!("{path}[{name}]");
                    // Of two entries by the same name the second one has its number.
                    if !self.entries.insert(own.clone()) {
                        own = format!("{path}[{name} {}]", n + 1);
                    }
                    self.collect(item, own, format!("{pattern}[]"));
                }
                return;
            }
            NodeKind::Mapping(_) => (LeafKind::Group, "{}".to_owned()),
            NodeKind::Sequence(items) => {
                let items: Vec<_> = items.iter().filter_map(scalar).map(|item| part(item, &[','])).collect();
                (LeafKind::List, items.join(", "))
            }
            NodeKind::Scalar { .. } if node.is_null() => (LeafKind::Nothing, String::new()),
            NodeKind::Scalar { text, .. } => (LeafKind::Text, text.to_string()),
            NodeKind::Unread => (LeafKind::Unread, "(unreadable)".to_owned()),
        };
        self.fields.push(Leaf { path, pattern, kind, text, span: node.span });
    }
}

/// A key or a name as a part of a path: quoted when it contains one of `signs`, those of the path itself, so that it cannot pass for several.
fn part<'text>(text: &'text str, signs: &[char]) -> Cow<'text, str> {
    if text.is_empty() || text.contains(signs) || text.contains('"') { Cow::Owned(format!("{text:?}")) } else { Cow::Borrowed(text) }
}

fn scalar(node: &Node) -> Option<&str> {
    match &node.kind {
        NodeKind::Scalar { text, .. } => Some(text),
        _ => None,
    }
}

/// Returns the key of an entry of a list.
fn name(item: &Node) -> Option<&str> {
    let NodeKind::Mapping(entries) = &item.kind else { return scalar(item) };
    NAMES.iter().find_map(|wanted| entries.iter().find(|(key, _)| &*key.value == *wanted).and_then(|(_, value)| scalar(value)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::yaml::parse;

    #[test]
    fn every_value_has_one_path() {
        let text = "name: A\ntags: [x, y]\ninstall: {url: https://a.example/}\nversions:\n  - {version: 2, date: 2026-01-02}\n  - {version: 1}\n  - {version: 1, notes: again}\nempty:\n";
        let fields = fields(&parse(text).0.expect("a tree"));
        let told: Vec<_> = fields.iter().map(|field| format!("{}={}", field.path, field.text)).collect();
        assert_eq!(
            told,
            [
                "name=A",
                "tags=x, y",
                "install.url=https://a.example/",
                "versions[2].version=2",
                "versions[2].date=2026-01-02",
                "versions[1].version=1",
                "versions[1 3].version=1",
                "versions[1 3].notes=again",
                "empty="
            ]
        );
    }

    #[test]
    fn every_value_is_kept_and_no_two_have_one_path() {
        let told = |text: &str| -> Vec<String> {
            let leaves = fields(&parse(text).0.expect("a tree"));
            leaves.iter().map(|leaf| format!("{} {}={}", leaf.path, leaf.pattern, leaf.text)).collect()
        };
        assert_eq!(told("'install.url': a"), ["\"install.url\" \"install.url\"=a"]);
        assert_eq!(told("list: [{name: 'x].y'}]"), ["list[\"x].y\"].name list[].name=x].y"]);
        assert_eq!(told("list: [a, [b, {c: d}]]"), ["list[a] list[]=a", "list[2][b] list[][]=b", "list[2][2].c list[][].c=d"]);
        assert_eq!(told("list: ['a, b', c]"), ["list list=\"a, b\", c"]);
        assert_eq!(told("a: {}\nb: []\nc: ~"), ["a a={}", "b b=", "c c="]);
    }
}

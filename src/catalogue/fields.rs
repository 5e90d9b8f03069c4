//! A YAML file as a flat list of fields, so that two states of it can be compared. Knows no key of any file.

use std::collections::HashSet;

use crate::parse::yaml::{Node, NodeKind};
use crate::source::Span;

/// One value and its path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Leaf {
    /// Its keys joined by dots; an entry of a list of groups by what names it, as in `versions[1.4.0].date`.
    pub(super) path: String,
    /// The value; of a list of values, all of them with commas between.
    pub(super) text: String,
    /// Its place.
    pub(super) span: Span,
}

/// Keys that tell the entries of a list apart, the best first.
const NAMES: [&str; 7] = ["version", "id", "slug", "rule", "file", "name", "url"];

/// Every value of `tree`, in its order.
pub(super) fn fields(tree: &Node) -> Vec<Leaf> {
    let mut gathered = Gathered::default();
    gathered.gather(tree, String::new());
    gathered.fields
}

#[derive(Default)]
struct Gathered {
    fields: Vec<Leaf>,
    /// The paths of entries of lists.
    entries: HashSet<String>,
}

impl Gathered {
    fn gather(&mut self, node: &Node, path: String) {
        match &node.kind {
            NodeKind::Mapping(entries) => {
                for (key, value) in entries {
                    let path = if path.is_empty() { key.value.to_string() } else { format!("{path}.{}", key.value) };
                    self.gather(value, path);
                }
            }
            NodeKind::Sequence(items) if items.iter().any(|item| matches!(item.kind, NodeKind::Mapping(_))) => {
                for (n, item) in items.iter().enumerate() {
                    let name = name(item).map_or_else(|| (n + 1).to_string(), str::to_owned);
                    let mut own = format!("{path}[{name}]");
                    // Of two entries by the same name the second one is told by its number.
                    if !self.entries.insert(own.clone()) {
                        own = format!("{path}[{name} {}]", n + 1);
                    }
                    self.gather(item, own);
                }
            }
            NodeKind::Sequence(items) => {
                let texts: Vec<&str> = items.iter().filter_map(scalar).collect();
                self.fields.push(Leaf { path, text: texts.join(", "), span: node.span });
            }
            NodeKind::Scalar { .. } if node.is_null() => {}
            NodeKind::Scalar { text, .. } => self.fields.push(Leaf { path, text: text.to_string(), span: node.span }),
            NodeKind::Unread => {}
        }
    }
}

fn scalar(node: &Node) -> Option<&str> {
    match &node.kind {
        NodeKind::Scalar { text, .. } => Some(text),
        _ => None,
    }
}

/// What names an entry of a list.
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
                "versions[1 3].notes=again"
            ]
        );
    }
}

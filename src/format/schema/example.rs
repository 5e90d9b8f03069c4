//! Examples and defaults, which the tables hold as YAML, as the values an editor writes. Knows no key of any file.

use serde_json::{Value, json};

use super::scalar;
use crate::format::Shape;
use crate::parse::yaml::{self, Node, NodeKind};

/// An example or a default: YAML, as the key takes it.
pub(super) fn of_text(text: &str, shape: Shape) -> Option<Value> {
    yaml::parse(text).0.map(|node| of_node(&node, shape))
}

fn of_node(node: &Node, shape: Shape) -> Value {
    match (&node.kind, shape) {
        (NodeKind::Scalar { text, .. }, Shape::Number | Shape::Decimal | Shape::Boolean | Shape::Version) => scalar::plain(text),
        (NodeKind::Scalar { text, .. }, _) => json!(text),
        (NodeKind::Sequence(items), Shape::List(item)) => items.iter().map(|node| of_node(node, *item)).collect(),
        (NodeKind::Mapping(entries), Shape::Record(table)) => entries
            .iter()
            .map(|(key, node)| (key.value.to_string(), of_node(node, table.field(&key.value).map_or(Shape::Text, |row| row.shape))))
            .collect(),
        (NodeKind::Mapping(entries), Shape::Map(value)) => {
            entries.iter().map(|(key, node)| (key.value.to_string(), of_node(node, *value))).collect()
        }
        _ => scalar::core(node),
    }
}

//! Examples and defaults, which the tables contain as YAML, as the values an editor writes. Knows no key of any file.

use serde_json::{Value, json};

use super::scalar;
use crate::format::ValueType;
use crate::parse::yaml::{self, Node, NodeKind};

/// An example or a default: YAML, as the key takes it.
pub(super) fn of_text(text: &str, value_type: ValueType) -> Option<Value> {
    yaml::parse(text).0.map(|node| of_node(&node, value_type))
}

fn of_node(node: &Node, value_type: ValueType) -> Value {
    match (&node.kind, value_type) {
        (NodeKind::Scalar { text, .. }, ValueType::Number | ValueType::Decimal | ValueType::Boolean | ValueType::Version) => {
            scalar::plain(text)
        }
        (NodeKind::Scalar { text, .. }, _) => json!(text),
        (NodeKind::Sequence(items), ValueType::List(item)) => items.iter().map(|node| of_node(node, *item)).collect(),
        (NodeKind::Mapping(entries), ValueType::Record(table)) => entries
            .iter()
            .map(|(key, node)| {
                (key.value.to_string(), of_node(node, table.field(&key.value).map_or(ValueType::Text, |row| row.value_type)))
            })
            .collect(),
        (NodeKind::Mapping(entries), ValueType::Map(value)) => {
            entries.iter().map(|(key, node)| (key.value.to_string(), of_node(node, *value))).collect()
        }
        _ => scalar::core(node),
    }
}

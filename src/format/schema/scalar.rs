//! From YAML to JSON the way an editor does it (the core schema of YAML 1.2): what a plain `7` or `true` is before a schema sees it.
//!
//! Our own reader keeps every scalar as text until a key asks for something else, so the schema has to accept more kinds of value than the format
//! seems to have: `id: 990000101` is text to us and a number to an editor. Where a value turned into a number has lost what it was (`1.10` is `1.1`
//! there), the format has no use for it either: a version is a whole number or three of them.

use serde_json::Value;

use crate::parse::yaml::{Node, NodeKind};

/// `node` as an editor hands it to a schema.
#[must_use]
pub fn core(node: &Node) -> Value {
    match &node.kind {
        NodeKind::Scalar { text, plain: true } => plain(text),
        NodeKind::Scalar { text, plain: false } => Value::from(&**text),
        // What could not be read has no value that a schema could judge.
        NodeKind::Unread => Value::Null,
        NodeKind::Sequence(items) => items.iter().map(core).collect(),
        NodeKind::Mapping(entries) => Value::Object(entries.iter().map(|(key, value)| (key.value.to_string(), core(value))).collect()),
    }
}

/// A scalar without quotes, by section 10.3.2 of YAML 1.2.2.
pub(super) fn plain(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ => number(text).unwrap_or_else(|| Value::from(text)),
    }
}

/// Infinities and what is not a number have no place in JSON and stay text.
fn number(text: &str) -> Option<Value> {
    let in_base = |prefix, base| text.strip_prefix(prefix).and_then(|digits| u64::from_str_radix(digits, base).ok()).map(Value::from);
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let is_decimal = unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.') && unsigned.contains(|c: char| c.is_ascii_digit());
    if !is_decimal {
        return None;
    }
    let whole = text.parse::<i64>().ok().map(Value::from).or_else(|| text.parse::<u64>().ok().map(Value::from));
    whole.or_else(|| in_base("0x", 16)).or_else(|| in_base("0o", 8)).or_else(|| text.parse::<f64>().ok().map(Value::from))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::plain;

    #[test]
    fn scalars_are_what_an_editor_takes_them_for() {
        for (text, value) in [
            ("7", json!(7)),
            ("-3", json!(-3)),
            ("1.10", json!(1.1)),
            ("0x1F", json!(31)),
            ("990000101", json!(990_000_101)),
            ("true", json!(true)),
            ("~", Value::Null),
        ] {
            assert_eq!(plain(text), value, "{text}");
        }
        for text in ["1.4.0", "2026-05-01", "365d", "yes", "no", "n/a", "1Password", "-", ".", "+x", "e5", ".nan"] {
            assert_eq!(plain(text), json!(text), "{text}");
        }
    }
}

//! From the constraints between keys to the keywords of a schema. Knows no key of any file.

use serde_json::{Map, Value, json};

use crate::format::{Condition, Constraint, Table, ValueType};

/// `if`, `then` and `else` for a constraint between the keys of `table`. `kind_of` returns the `type` of a value type.
pub(super) fn constraint_schema(constraint: &Constraint, table: &Table, kind_of: &dyn Fn(ValueType) -> Value) -> Value {
    let mut demand = Map::new();
    let mut properties = Map::new();
    for row in constraint.requires.iter().filter_map(|key| table.field(key)) {
        // The key alone is not enough: without a value it counts as absent.
        properties.insert(row.key.to_owned(), json!({"type": kind_of(row.value_type)}));
    }
    for key in constraint.forbids {
        properties.insert((*key).to_owned(), json!({"type": "null", "errorMessage": barred(key, constraint)}));
    }
    if !properties.is_empty() {
        demand.insert("properties".to_owned(), Value::Object(properties));
    }
    if !constraint.requires.is_empty() {
        demand.insert("required".to_owned(), json!(constraint.requires));
    }
    if !constraint.requires_one_of.is_empty() {
        let any: Vec<_> = constraint.requires_one_of.iter().map(|key| json!({"required": [key]})).collect();
        demand.insert("anyOf".to_owned(), json!(any));
    }
    match constraint.condition {
        None => Value::Object(demand),
        Some(condition) => {
            let then = if condition.holds { "then" } else { "else" };
            json!({"if": of_condition(condition.path, condition.words, table), then: demand})
        }
    }
}

/// Whether the key at `path` is one of `words`; absent or without a value, it has its default.
fn of_condition(path: &[&str], words: &[&str], table: &Table) -> Value {
    let Some((key, rest)) = path.split_first() else { return json!({"enum": words}) };
    let row = table.field(key);
    let is_default = row.and_then(|row| row.default).is_some_and(|default| rest.is_empty() && words.contains(&default));
    if is_default {
        let words: Vec<_> = words.iter().map(|word| json!(word)).chain([Value::Null]).collect();
        return json!({"properties": {*key: {"enum": words}}});
    }
    let inner = match row.map(|row| row.value_type) {
        Some(ValueType::Record(inner)) => inner,
        _ => table,
    };
    json!({"type": "object", "properties": {*key: of_condition(rest, words, inner)}, "required": [key]})
}

/// Editors show this where a key is not allowed; without it they would say that nothing was expected there.
fn barred(key: &str, constraint: &Constraint) -> String {
    let because = constraint.condition.map(Condition::phrase).unwrap_or_default();
    format!("`{key}` is not allowed here {because}").trim_end().to_owned()
}

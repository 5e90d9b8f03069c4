//! From the kind of a value to the keywords of a schema. Knows no key of any file.

use serde_json::{Map, Value, json};

use super::constraint::constraint_schema;
use super::example::of_text;
use super::scalar;
use super::vocabulary::{Term, Vocabulary};
use crate::format::bounds::{SLUG_CHARS, VERSION_CHARS};
use crate::format::table::paragraph;
use crate::format::{Bounds, FieldRow, NameKind, StringFormat, Table, ValueType, WordRow};

/// The keywords of a schema.
pub(super) type Keywords = Map<String, Value>;

/// Addresses of the web without a name or password before the host.
const WEB_ADDRESS: &str = r"^https?://[^\s/?#@\\]+([/?#]\S*)?$";
/// Years, months and days; that the day exists is for the checks.
const DATE: &str = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
const DAYS: &str = "^[0-9]+d$";
/// Six hexadecimal digits; without quotation marks the sign in front would begin a comment, so that it may be left out.
const COLOUR: &str = "^#?[0-9a-fA-F]{6}$";
const SLUG: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";
/// Looser than the check, which knows what a host may look like.
const EMAIL: &str = r"^[^\s@]+@[^\s@]+\.[^\s@]+$";
/// JSON Schema counts code points.
const COUNTED: &str =
    " The checks count characters as readers do: a letter with its accent is one, and so is an emoji. An editor may count several.";
const NOT_BLANK: &str = r"\S";
const ONE_LINE: &str = r"^\s*\S[^\n]*\s*$";

/// Returns the keywords for a value of this type.
pub(super) fn of_type(value_type: ValueType, vocabulary: &Vocabulary) -> Keywords {
    match value_type {
        // Plain text that is all digits is a number to an editor, and text to us.
        ValueType::Text => keywords(json!({"type": ["string", "number"]})),
        ValueType::Url => keywords(json!({"type": "string", "format": "uri", "pattern": WEB_ADDRESS})),
        ValueType::Date => keywords(json!({"type": "string", "pattern": DATE})),
        ValueType::Version => keywords(json!({"type": ["string", "number"], "pattern": ONE_LINE, "maxLength": VERSION_CHARS})),
        ValueType::Days => keywords(json!({"type": "string", "pattern": DAYS})),
        ValueType::Number => keywords(json!({"type": "integer", "minimum": 0, "maximum": u32::MAX})),
        ValueType::Decimal => keywords(json!({"type": "number", "minimum": 0, "maximum": 1})),
        ValueType::Colour => keywords(json!({"type": ["string", "integer"], "pattern": COLOUR})),
        ValueType::Boolean => keywords(json!({"type": "boolean"})),
        ValueType::Choice(words) => of_words(words),
        ValueType::List(item) => keywords(json!({"type": "array", "items": of_type(*item, vocabulary)})),
        ValueType::Map(value) => keywords(json!({"type": "object", "additionalProperties": of_type(*value, vocabulary)})),
        ValueType::Record(table) => of_table(table, vocabulary),
        ValueType::Either(types) => {
            let any: Vec<_> = types.iter().map(|value_type| of_type(*value_type, vocabulary)).collect();
            keywords(json!({"anyOf": any}))
        }
    }
}

fn of_words(rows: &[WordRow]) -> Keywords {
    let terms: Vec<_> = rows.iter().map(|row| Term::new(row.word, paragraph(row.doc))).collect();
    let mut schema = keywords(json!({"type": "string"}));
    schema.extend(one_of(&terms));
    schema
}

/// One of the names of `terms`, with what each stands for in the two keywords that editors know.
fn one_of(terms: &[Term]) -> Keywords {
    let mut names = Vec::new();
    let mut descriptions = Vec::new();
    for term in terms {
        let written = [Value::from(&*term.name), scalar::plain(&term.name)];
        // A name such as `2026` is a number where it is without quotation marks.
        let n_ways = if written[1].is_number() { 2 } else { 1 };
        for value in written.into_iter().take(n_ways) {
            names.push(value);
            descriptions.push(&*term.description);
        }
    }
    let mut schema = keywords(json!({"enum": names}));
    if descriptions.iter().any(|text| !text.is_empty()) {
        schema.insert("enumDescriptions".to_owned(), json!(descriptions));
        schema.insert("markdownEnumDescriptions".to_owned(), json!(descriptions));
    }
    schema
}

fn of_table(table: &Table, vocabulary: &Vocabulary) -> Keywords {
    let properties: Map<_, _> = table.fields.iter().map(|row| (row.key.to_owned(), of_field(row, vocabulary))).collect();
    let required: Vec<_> = table.fields.iter().filter(|row| row.required).map(|row| row.key).collect();
    let mut schema = keywords(json!({"type": "object", "additionalProperties": false, "properties": properties}));
    describe(&mut schema, &paragraph(table.doc));
    if !required.is_empty() {
        schema.insert("required".to_owned(), json!(required));
    }
    if !table.constraints.is_empty() {
        let kind_of = |value_type| of_type(value_type, &Vocabulary::default()).remove("type").unwrap_or_default();
        let constraints: Vec<_> = table.constraints.iter().map(|constraint| constraint_schema(constraint, table, &kind_of)).collect();
        schema.insert("allOf".to_owned(), json!(constraints));
    }
    schema
}

fn of_field(row: &FieldRow, vocabulary: &Vocabulary) -> Value {
    let mut schema = of_type(row.value_type, vocabulary);
    bind(&mut schema, row.value_type, &row.bounds, vocabulary);
    if !row.required {
        // `key:` without a value is the same as no such line.
        allow_nothing(&mut schema);
    }
    let counted = if row.bounds.chars.is_some() { COUNTED } else { "" };
    describe(&mut schema, &format!("{}{counted}", row.meaning()));
    let examples: Vec<_> = row.examples.iter().filter_map(|text| of_text(text, row.value_type)).collect();
    schema.insert("examples".to_owned(), json!(examples));
    if let Some(default) = row.default.and_then(|text| of_text(text, row.value_type)) {
        schema.insert("default".to_owned(), default);
    }
    Value::Object(schema)
}

fn describe(schema: &mut Keywords, text: &str) {
    schema.insert("description".to_owned(), json!(text));
    if text.contains(['`', '[']) {
        // Editors show the signs of Markdown in a plain description; this one they draw.
        schema.insert("markdownDescription".to_owned(), json!(text));
    }
}

/// Adds what the value has to keep to: of a list its items, of a map its names.
fn bind(schema: &mut Keywords, value_type: ValueType, bounds: &Bounds, vocabulary: &Vocabulary) {
    if let Some((min, max)) = bounds.items {
        if min > 0 {
            schema.insert("minItems".to_owned(), json!(min));
        }
        if let Some(max) = max {
            schema.insert("maxItems".to_owned(), json!(max));
        }
    }
    if let Some((min, max)) = bounds.chars {
        schema.insert("minLength".to_owned(), json!(min));
        schema.insert("maxLength".to_owned(), json!(max));
    }
    let form = of_form(bounds, vocabulary);
    match (value_type, schema.get_mut("items")) {
        (ValueType::Map(_), _) if !form.is_empty() => {
            schema.insert("propertyNames".to_owned(), Value::Object(form));
        }
        (ValueType::List(_), Some(Value::Object(items))) => items.extend(form),
        _ => schema.extend(form),
    }
}

fn of_form(bounds: &Bounds, vocabulary: &Vocabulary) -> Keywords {
    let terms = bounds.names.map(|names| vocabulary.terms(names)).unwrap_or_default();
    let is_slug = bounds.format == Some(StringFormat::Slug) || bounds.names.is_some_and(NameKind::are_slugs);
    match bounds.format {
        _ if !terms.is_empty() => one_of(terms),
        _ if is_slug => keywords(json!({"pattern": SLUG, "maxLength": SLUG_CHARS})),
        Some(StringFormat::Email) => keywords(json!({"pattern": EMAIL})),
        Some(StringFormat::OneLine) => keywords(json!({"pattern": ONE_LINE})),
        Some(StringFormat::NotBlank) => keywords(json!({"pattern": NOT_BLANK})),
        Some(StringFormat::Slug) | None => Keywords::new(),
    }
}

fn allow_nothing(schema: &mut Keywords) {
    match schema.get_mut("type") {
        Some(Value::Array(types)) => types.push(json!("null")),
        Some(one) => *one = json!([one.take(), "null"]),
        None => {}
    }
    for keyword in ["enum", "anyOf"] {
        if let Some(Value::Array(list)) = schema.get_mut(keyword) {
            list.push(if keyword == "enum" { Value::Null } else { json!({"type": "null"}) });
        }
    }
    for keyword in ["enumDescriptions", "markdownEnumDescriptions"] {
        if let Some(Value::Array(list)) = schema.get_mut(keyword) {
            list.push(json!("As if the line were not there."));
        }
    }
}

pub(super) fn keywords(value: Value) -> Keywords {
    match value {
        Value::Object(keywords) => keywords,
        _ => unreachable!("a schema is written as a group of keywords"),
    }
}

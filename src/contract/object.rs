//! What one definition of a JSON object makes: a struct and its schema. Knows no object of the contract.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

/// A value that JSON Schema (2020-12) describes.
pub trait Described {
    /// Its schema.
    fn schema() -> Value;
}

/// Defines an object of the contract.
///
/// A line is `pub key: Type,`. `= "Option::is_none"` after the type leaves the key out where that function says so; `=> Day` gives the text a form. The
/// doc comments are the descriptions in the schema.
macro_rules! object {
    (
        $(#[doc = $doc:literal])*
        pub struct $name:ident {
            $( $(#[doc = $key_doc:literal])*
               $(#[serde($serde:ident)])?
               pub $key:ident: $type:ty $(= $missing:literal)? $(=> $form:ident)?, )*
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        pub struct $name {
            $( $(#[doc = $key_doc])*
               $(#[serde($serde)])?
               $(#[serde(default, skip_serializing_if = $missing)])?
               pub $key: $type, )*
        }

        impl $crate::contract::Described for $name {
            fn schema() -> serde_json::Value {
                $crate::contract::object::schema(&[$($doc),*], [$(
                    $crate::contract::object::Key {
                        name: stringify!($key),
                        doc: &[$($key_doc),*],
                        schema: <$type as $crate::contract::Described>::schema(),
                        form: <[_]>::first(&[$($crate::contract::object::Form::$form)?] as &[$crate::contract::object::Form]).copied(),
                        is_optional: !<[&str]>::is_empty(&[$($missing)?]),
                        is_flat: !<[&str]>::is_empty(&[$(stringify!($serde))?]),
                    },
                )*])
            }
        }
    };
}

/// Defines the words that a key takes, as an enum.
macro_rules! words {
    ( $(#[doc = $doc:literal])* pub enum $name:ident { $( $(#[doc = $word_doc:literal])* $variant:ident = $word:literal, )* } ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $( $(#[doc = $word_doc])* #[serde(rename = $word)] $variant, )* }

        impl $name {
            /// The word as written in JSON.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $( Self::$variant => $word, )* }
            }
        }

        impl $crate::contract::Described for $name {
            fn schema() -> serde_json::Value {
                let words = [$( ($word, $crate::contract::object::sentence(&[$($word_doc),*])) ),*];
                let words = words.map(|(word, doc)| serde_json::json!({"const": word, "description": doc}));
                serde_json::json!({"type": "string", "description": $crate::contract::object::sentence(&[$($doc),*]), "oneOf": words})
            }
        }
    };
}

pub(crate) use object;
pub(super) use words;

/// A key of an object.
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) doc: &'static [&'static str],
    pub(crate) schema: Value,
    pub(crate) form: Option<Form>,
    pub(crate) is_optional: bool,
    /// Whether the keys of its value are those of the object.
    pub(crate) is_flat: bool,
}

/// The form of a text or a number.
#[derive(Clone, Copy)]
pub(crate) enum Form {
    /// An absolute URL.
    Url,
    /// `2026-05-01`
    Day,
    /// The SHA-256 of a file, in hexadecimal digits.
    Sha256,
    /// The version of the contract.
    Contract,
}

impl Form {
    fn keywords(self) -> Vec<(&'static str, Value)> {
        match self {
            Self::Url => vec![("format", json!("uri")), ("pattern", json!("^[a-z][a-z0-9+.-]*:"))],
            Self::Day => vec![("format", json!("date")), ("pattern", json!("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))],
            Self::Sha256 => vec![("pattern", json!("^[0-9a-f]{64}$"))],
            Self::Contract => vec![("type", json!("integer")), ("const", json!(super::SCHEMA))],
        }
    }
}

/// The schema of an object with `keys`. Keys that it does not name are allowed, because a later catalogue may have more.
pub(crate) fn schema<const N: usize>(doc: &[&str], keys: [Key; N]) -> Value {
    let (mut properties, mut required) = (Map::new(), Vec::new());
    for key in keys {
        if let (true, Value::Object(mut inner)) = (key.is_flat, key.schema.clone()) {
            required.extend(inner.get("required").and_then(Value::as_array).into_iter().flatten().cloned());
            if let Some(Value::Object(inner)) = inner.remove("properties") {
                properties.extend(inner);
            }
            continue;
        }
        let mut property = key.schema;
        if let Value::Object(keywords) = &mut property {
            keywords.insert("description".to_owned(), json!(sentence(key.doc)));
            keywords.extend(key.form.into_iter().flat_map(Form::keywords).map(|(name, value)| (name.to_owned(), value)));
        }
        properties.insert(key.name.to_owned(), property);
        if !key.is_optional {
            required.push(json!(key.name));
        }
    }
    json!({"type": "object", "description": sentence(doc), "properties": properties, "required": required})
}

/// The lines of a doc comment as one paragraph.
pub(super) fn sentence(doc: &[&str]) -> String {
    doc.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

impl Described for String {
    fn schema() -> Value {
        json!({"type": "string", "minLength": 1})
    }
}

impl Described for bool {
    fn schema() -> Value {
        json!({"type": "boolean"})
    }
}

impl Described for u32 {
    fn schema() -> Value {
        json!({"type": "integer", "minimum": 0})
    }
}

impl Described for u64 {
    fn schema() -> Value {
        u32::schema()
    }
}

impl Described for usize {
    fn schema() -> Value {
        u32::schema()
    }
}

impl<T: Described> Described for Option<T> {
    fn schema() -> Value {
        T::schema()
    }
}

impl<T: Described> Described for Vec<T> {
    fn schema() -> Value {
        json!({"type": "array", "items": T::schema()})
    }
}

impl<T: Described> Described for BTreeMap<String, T> {
    fn schema() -> Value {
        json!({"type": "object", "additionalProperties": T::schema()})
    }
}

//! A comparison as JSON, and its schema.

use serde_json::{Value, json};

use super::{Comparison, Finding};
use crate::contract::object::object;
use crate::contract::{Described, State, published};
use crate::text::pretty_json;

/// The version of the document: it changes when a key changes its meaning or is removed.
const SCHEMA: u32 = 1;

object! {
    /// What has become of installed listings, as `pressmark updates --format json` prints it.
    pub struct Report {
        /// The version of this shape: 1.
        pub schema: u32,
        /// The address of the catalogue that they were compared with.
        pub catalogue: String,
        /// Whether someone has to do something about one of them.
        pub needs_action: bool,
        /// Every installed listing, in the order of the list.
        pub installed: Vec<Row>,
    }
}

object! {
    /// An installed listing.
    pub struct Row {
        /// Its slug, as the list names it.
        pub slug: String,
        /// The installed version.
        pub version: String,
        /// Whether someone has to do something about it.
        pub needs_action: bool,
        /// What is to be said of it; nothing if it is current.
        pub findings: Vec<Finding>,
    }
}

/// A kind of finding, what it says, and the keys that it has: some always, some only where they are known.
type Kind = (&'static str, &'static str, &'static [&'static str], &'static [&'static str]);

const KINDS: [Kind; 11] = [
    ("update", "There is a newer version, `to`.", &["to"], &[]),
    ("withdrawn", "The installed version was withdrawn; visitors receive `now`.", &[], &["now"]),
    ("gone", "It is no longer in the catalogue.", &["state"], &["since", "reason", "replaced_by"]),
    ("moved", "It has another slug, `to`.", &["to"], &[]),
    ("suspended", "It must not be used for now.", &[], &[]),
    ("unknown", "The catalogue does not know the slug.", &[], &[]),
    ("deprecated", "There is a better alternative.", &[], &[]),
    ("parent-update", "The listing that it is built on is installed, too, and has a newer version.", &["parent", "to"], &[]),
    ("newer", "The installed version is newer than the one that visitors receive, `shared`.", &["shared"], &[]),
    ("unclear", "The installed version differs from `shared`, and nothing says which of the two is newer.", &["shared"], &[]),
    ("other-catalogue", "It is from another catalogue and was not compared.", &[], &[]),
];

impl Described for Finding {
    fn schema() -> Value {
        let kinds = KINDS.map(|(kind, description, always, sometimes)| {
            let key = |key: &&str| ((*key).to_owned(), if *key == "state" { State::schema() } else { String::schema() });
            let mut properties: serde_json::Map<_, _> = always.iter().chain(sometimes).map(key).collect();
            properties.insert("kind".to_owned(), json!({"const": kind}));
            let required: Vec<&str> = std::iter::once("kind").chain(always.iter().copied()).collect();
            json!({"type": "object", "description": description, "properties": properties, "required": required})
        });
        json!({"description": "What is to be said of an installed listing.", "oneOf": kinds})
    }
}

/// The JSON Schema of the document, as a text.
#[must_use]
pub fn schema() -> String {
    let mut schema =
        published(Report::schema(), &format!("urn:pressmark:updates:{SCHEMA}"), "The report of `pressmark updates --format json`");
    schema["properties"]["schema"]["const"] = json!(SCHEMA);
    pretty_json(&schema)
}

/// `comparison` as one JSON document with every installed listing.
#[must_use]
pub fn json(comparison: &Comparison) -> String {
    let rows = comparison.entries.iter().map(|entry| Row {
        slug: entry.installed.slug.clone(),
        version: entry.installed.version.to_string(),
        needs_action: entry.needs_action(),
        findings: entry.findings.clone(),
    });
    let (catalogue, needs_action) = (comparison.catalogue.clone(), comparison.needs_action());
    pretty_json(&Report { schema: SCHEMA, catalogue, needs_action, installed: rows.collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_describes_every_kind_of_finding() {
        let text = || "1".to_owned();
        let gone =
            |since: Option<String>| Finding::Gone { state: State::Removed, reason: since.clone(), replaced_by: since.clone(), since };
        let findings = [
            Finding::Update { to: text() },
            Finding::Withdrawn { now: None },
            Finding::Withdrawn { now: Some(text()) },
            gone(None),
            gone(Some(text())),
            Finding::Moved { to: text() },
            Finding::Suspended,
            Finding::Unknown,
            Finding::Deprecated,
            Finding::ParentUpdate { parent: text(), to: text() },
            Finding::Newer { shared: text() },
            Finding::Unclear { shared: text() },
            Finding::OtherCatalogue,
        ];
        for finding in &findings {
            let value = serde_json::to_value(finding).expect("JSON");
            let row = KINDS.iter().find(|row| value["kind"] == row.0).expect("a row");
            let known = |key: &String| key == "kind" || row.2.contains(&key.as_str()) || row.3.contains(&key.as_str());
            assert!(value.as_object().expect("an object").keys().all(known), "{value}");
        }
    }
}

//! Every document of the contract, in one table. Its schemas and its description in OpenAPI are made of it.

use serde_json::{Value, json};

use super::{Apps, Catalogue, CataloguePart, Departed, Described, Files, Listing, Publishers, Removed, Tags, Updates};

/// A kind of document.
#[derive(Debug)]
pub struct Document {
    /// What it is called: the name of its schema.
    pub name: &'static str,
    /// Its path below the folder of the contract, with parameters in braces.
    pub path: &'static str,
    /// What its parameter is, where it has one.
    pub parameter: Option<&'static str>,
    schema: fn() -> Value,
}

/// Every kind of document.
pub const DOCUMENTS: &[Document] = &[
    Document { name: "catalogue", path: "catalogue.json", parameter: None, schema: Catalogue::schema },
    Document {
        name: "catalogue-part",
        path: "catalogue/{part}.json",
        parameter: Some(
            "The number of the part, from 1. `catalogue.json` lists the parts; a catalogue of at most 5,000 listings has none.",
        ),
        schema: CataloguePart::schema,
    },
    Document {
        name: "listing",
        path: "listings/{slug}.json",
        parameter: Some("The slug of a listing, or one that a listing had before."),
        schema: listing_or_departed,
    },
    Document { name: "updates", path: "updates.json", parameter: None, schema: Updates::schema },
    Document { name: "removed", path: "removed.json", parameter: None, schema: Removed::schema },
    Document { name: "apps", path: "apps.json", parameter: None, schema: Apps::schema },
    Document { name: "tags", path: "tags.json", parameter: None, schema: Tags::schema },
    Document { name: "publishers", path: "publishers.json", parameter: None, schema: Publishers::schema },
    Document { name: "files", path: "files.json", parameter: None, schema: Files::schema },
    Document {
        name: "files-part",
        path: "files/{part}.json",
        parameter: Some("The number of the part, from 1. `files.json` lists the parts; a site of at most 5,000 files has none."),
        schema: Files::schema,
    },
];

/// What is at a slug.
fn listing_or_departed() -> Value {
    json!({"description": "What became of a slug: the listing, or why it is no longer there.", "anyOf": [Listing::schema(), Departed::schema()]})
}

impl Document {
    /// What it contains, in a sentence.
    #[must_use]
    pub fn description(&self) -> String {
        (self.schema)()["description"].as_str().unwrap_or_default().to_owned()
    }

    /// Its JSON Schema, which is published at `id`.
    #[must_use]
    pub fn schema(&self, id: &str) -> Value {
        published((self.schema)(), id, self.path)
    }
}

/// `schema` as a document of its own, which is published at `id`.
#[must_use]
pub fn published(mut schema: Value, id: &str, title: &str) -> Value {
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["$id"] = json!(id);
    schema["title"] = json!(title);
    schema
}

/// The path of the schema called `name`, below the folder of the contract.
#[must_use]
pub fn schema_path(name: &str) -> String {
    format!("schema/{name}.json")
}

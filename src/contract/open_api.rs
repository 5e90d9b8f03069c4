//! The contract as an OpenAPI 3.1 document, made of the table of its documents.

use serde_json::{Map, Value, json};

use super::{DOCUMENTS, Document, FOLDER, schema_path};

/// The path of the document below the folder of the contract.
pub const OPEN_API: &str = "openapi.json";

/// The description of the contract for the catalogue `title` at `url`, which ends in a slash.
#[must_use]
pub fn open_api(title: &str, url: &str) -> Value {
    let documents = DOCUMENTS.iter().map(|document| (format!("/{}", document.path), get(document)));
    let files = [
        (
            format!("/{}", schema_path("{name}")),
            operation("schema", "The JSON Schema of a document.", Some(("name", "The name of a document.")), &json!({"type": "object"})),
        ),
        (format!("/{OPEN_API}"), operation("openapi", "This description.", None, &json!({"type": "object"}))),
    ];
    let paths: Map<_, _> = documents.chain(files).collect();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": title,
            "version": "1",
            "description": "Static files: no keys, no limits, no query parameters. Version 1 changes by addition only, so ignore keys that you do not know. A key without a value is missing.",
        },
        "security": [], // none is asked for
        "servers": [{"url": format!("{url}{}", FOLDER.trim_end_matches('/'))}],
        "paths": paths,
    })
}

fn get(document: &Document) -> Value {
    let name = document.path.split_once('{').and_then(|(_, rest)| rest.split_once('}')).map(|(name, _)| name);
    let schema = json!({"$ref": schema_path(document.name)});
    operation(document.name, &document.description(), name.zip(document.parameter), &schema)
}

/// A path that answers with JSON of `schema`. `parameter` is the name in its braces and what that is.
fn operation(id: &str, summary: &str, parameter: Option<(&str, &str)>, schema: &Value) -> Value {
    let mut get = json!({
        "operationId": id,
        "summary": summary,
        "responses": {"200": {"description": summary, "content": {"application/json": {"schema": schema}}}},
    });
    if let Some((name, description)) = parameter {
        get["parameters"] =
            json!([{"name": name, "in": "path", "required": true, "description": description, "schema": {"type": "string"}}]);
        get["responses"]["404"] = json!({"description": "There is none."});
    }
    json!({"get": get})
}

//! A comparison as JSON.

use serde::Serialize;

use super::{Comparison, Finding};

/// The version of the document: it changes when a key changes its meaning or is removed.
const SCHEMA: u32 = 1;

#[derive(Serialize)]
struct Document<'run> {
    schema: u32,
    catalogue: &'run str,
    needs_action: bool,
    installed: Vec<Row<'run>>,
}

#[derive(Serialize)]
struct Row<'run> {
    slug: &'run str,
    version: &'run str,
    needs_action: bool,
    findings: &'run [Finding],
}

/// `comparison` as one JSON document with every installed listing.
#[must_use]
pub fn json(comparison: &Comparison) -> String {
    let rows = comparison.entries.iter().map(|entry| Row {
        slug: &entry.installed.slug,
        version: entry.installed.version.as_str(),
        needs_action: entry.needs_action(),
        findings: &entry.findings,
    });
    let document =
        Document { schema: SCHEMA, catalogue: &comparison.catalogue, needs_action: comparison.needs_action(), installed: rows.collect() };
    match serde_json::to_string_pretty(&document) {
        Ok(text) => text + "\n",
        Err(error) => unreachable!("texts and lists are JSON: {error}"),
    }
}

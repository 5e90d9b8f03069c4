//! What could not be read is never missing as well, for every key of every kind of file.

use std::collections::BTreeSet;

use pressmark::format::{FieldRow, FileRole, Table, ValueType};
use pressmark::pipeline;
use pressmark::source::{ContentPath, Folder as _, Memory};

use crate::support::{VALID, context};

/// A catalogue in which nothing is missing.
fn valid() -> Memory {
    Memory::new()
        .with("catalogue.yaml", "title: Examples\nbase_url: https://catalogue.example/\n")
        .with("tags.yaml", "- {id: crm, label: Customers, description: Customer records.}\n")
        .with("apps/slack.yaml", "name: Slack\nwebsite: https://slack.example/\n")
        .with("publishers/acme.yaml", "name: Acme Works\nurl: https://acme.example/\n")
        .with("listings/acme/listing.yaml", VALID)
        .with("listings/acme/review.yaml", "approved_by: A maintainer\napproved_on: 2026-01-03\n")
        .with("collections/best.yaml", "title: The best\ndescription: Chosen by hand.\ncurator: A maintainer\nlistings: [{slug: acme}]\n")
        .with("intents/zoom.yaml", "connector: Zoom Rows\napp: Slack\ndeveloper: {name: Wren Tools}\nannounced_on: 2026-11-01\n")
        .with("pages/about.md", "---\ntitle: About\n---\n\nWords.\n")
}

/// Where a file of each kind is in the catalogue.
fn place(kind: FileRole) -> Option<&'static str> {
    match kind {
        FileRole::Settings => Some("catalogue.yaml"),
        FileRole::Tags => Some("tags.yaml"),
        FileRole::App => Some("apps/slack.yaml"),
        FileRole::Publisher => Some("publishers/acme.yaml"),
        FileRole::Listing => Some("listings/acme/listing.yaml"),
        FileRole::Review => Some("listings/acme/review.yaml"),
        FileRole::Collection => Some("collections/best.yaml"),
        FileRole::Intent => Some("intents/zoom.yaml"),
        FileRole::Page => Some("pages/about.md"),
        _ => None,
    }
}

/// A value of another kind than `value_type`.
fn unreadable(value_type: ValueType) -> &'static str {
    match value_type {
        ValueType::List(_) | ValueType::Map(_) | ValueType::Record(_) => "7",
        _ => "{odd: 1}",
    }
}

/// The group of keys that a value of `value_type` contains, and what is around it.
fn inner(value_type: ValueType) -> Option<(&'static Table, &'static str, &'static str)> {
    match value_type {
        ValueType::Record(table) => Some((table, "", "")),
        ValueType::List(&ValueType::Record(table)) => Some((table, "[", "]")),
        _ => None,
    }
}

/// The text of `file` with `line` instead of the value of its top-level key `key`.
fn with_value(file: &str, key: &str, line: &str) -> String {
    let mut text: Vec<&str> = Vec::new();
    let mut skips = false;
    for of_file in file.lines() {
        if !of_file.starts_with(' ') {
            skips = of_file.starts_with(&format!("{key}:"));
        }
        if !skips {
            text.push(of_file);
        }
    }
    let at = usize::from(text.first() == Some(&"---"));
    text.insert(at, line);
    text.join("\n") + "\n"
}

/// The names of the findings that call something missing once the file at `path` has `text`.
fn missing(path: &str, text: &str) -> BTreeSet<(&'static str, String)> {
    let checked = pipeline::check(&valid().with(path, text), &context(), &|_, _, _| {}).expect("a folder");
    let found = checked.report.iter().filter(|found| found.code.name.ends_with("-missing"));
    found.map(|found| (found.code.name, found.message.clone())).collect()
}

/// What is called missing when `key` of `file` cannot be read, and is not when it can be.
fn wrongly_missing(path: &str, file: &str, key: &str, given: &str, unreadable: &str) -> Vec<(&'static str, String)> {
    let [given, unread] = [given, unreadable].map(|value| match file.strip_prefix("- ") {
        // The only list of a whole file.
        Some(_) => format!("- {{id: crm, label: Customers, description: Customer records.}}\n- {{id: a, label: A, {key}: {value}}}\n"),
        None => with_value(file, key, &format!("{key}: {value}")),
    });
    missing(path, &unread).difference(&missing(path, &given)).cloned().collect()
}

#[test]
fn an_unreadable_value_is_not_reported_as_missing() {
    let folder = valid();
    let mut n_tried = 0;
    let mut wrong = Vec::new();
    for (kind, path) in FileRole::with_keys().filter_map(|kind| Some((kind, place(kind)?))) {
        let bytes = folder.read(&ContentPath::new(path).expect("a valid path"), u64::MAX).expect("a file of the catalogue");
        let file = String::from_utf8(bytes).expect("text");
        let table = match kind.value_type() {
            Some(ValueType::Record(table) | ValueType::List(&ValueType::Record(table))) => table,
            value_type => panic!("{kind:?} is {value_type:?}"),
        };
        let example = |row: &FieldRow| row.examples[0];
        for row in table.fields.iter().filter(|row| !(kind == FileRole::Tags && matches!(row.key, "id" | "label"))) {
            let mut judge = |what: String, given: &str, unread: &str| {
                n_tried += 1;
                let found = wrongly_missing(path, &file, row.key, given, unread);
                wrong.extend(found.into_iter().map(|(rule, message)| format!("{path}: {what} cannot be read: {rule}: {message}")));
            };
            judge(row.key.to_owned(), example(row), unreadable(row.value_type));
            let Some((within, open, close)) = inner(row.value_type) else { continue };
            for part in within.fields {
                let others: Vec<String> = within
                    .fields
                    .iter()
                    .filter(|other| other.required && other.key != part.key)
                    .map(|other| format!("{}: {}, ", other.key, example(other)))
                    .collect();
                let value = |value: &str| format!("{open}{{{}{}: {value}}}{close}", others.concat(), part.key);
                judge(format!("{}.{}", row.key, part.key), &value(example(part)), &value(unreadable(part.value_type)));
            }
        }
    }
    assert!(n_tried > 100, "{n_tried}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

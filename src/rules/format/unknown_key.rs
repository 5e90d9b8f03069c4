//! `unknown-key`

use crate::diagnostic::{Findings, nearest};
use crate::format::{Document, ListingFile, Place, Shape, Table};
use crate::parse::problem::ProblemKind;
use crate::rules::rule::rule;

rule! {
    /// A key is not one that the format names.
    ///
    /// A misspelt key would otherwise be ignored, and its value would be missing from the page without anyone noticing.
    ///
    /// ```yaml,fails
    /// homepage: https://acme.example/
    /// ```
    /// ```yaml,passes
    /// website: https://acme.example/
    /// ```
    UNKNOWN_KEY = { id: "F010", name: "unknown-key", level: Error, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for problem in &document.problems {
        let (Some(span), ProblemKind::UnknownKey { key, noun, known }) = (problem.span, &problem.kind) else { continue };
        let remark = findings.at(span, format!("unknown key `{key}`")).label(format!("not a key of {noun}"));
        let near = nearest(key, known.iter().copied());
        let homes = homes(document, key);
        match near {
            // Of a patch one line is to go and the other to stay.
            Some(near) if key.starts_with(['+', '-']) => {
                remark.help(format!("`{key}` looks like a line of a patch; write `{near}`, or delete the line if it begins with `-`"));
            }
            _ if !homes.is_empty() => {
                remark.help(format!("`{key}` is a key of {}", homes.join(" and "))).help("the blanks in front say what a key belongs to");
            }
            Some(near) => {
                remark.did_you_mean(Some(near)).fix(span, near);
            }
            None => {
                remark.help(format!("the keys of {noun} are {}", known.join(", ")));
            }
        }
    }
}

/// The parts of a listing that have the key `key`, for one that stands in another part.
fn homes(document: &Document, key: &str) -> Vec<String> {
    let mut homes = Vec::new();
    if matches!(Place::of(&document.path), Place::Listing(_)) {
        collect(ListingFile::TABLE, None, key, &mut homes);
    }
    homes
}

fn collect(table: &'static Table, parent: Option<&str>, key: &str, homes: &mut Vec<String>) {
    for field in table.fields {
        if field.key == key {
            homes.push(parent.map_or_else(|| table.noun.to_owned(), |parent| format!("`{parent}`")));
        }
        let item = if let Shape::List(item) = field.shape { *item } else { field.shape };
        if let Shape::Record(inner) = item {
            collect(inner, Some(field.key), key, homes);
        }
    }
}

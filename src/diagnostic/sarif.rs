//! [SARIF 2.1.0](https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), for code scanning.
//!
//! Lines and columns count from 1, columns in Unicode code points (`columnKind` says so), and a region ends after its last character. The region of a finding about
//! a whole file is all of its lines; an image has none. Paths are relative to `%SRCROOT%`, the folder the program was started in. Every fix is a proposal and says how sure it is.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::rendered::{Range, RenderedDiagnostic, RenderedFix, prepare};
use super::{Report, RuleDescription, Sources};
use crate::text::pretty_json;

/// The characters of a path that are not escaped (RFC 3986, unreserved, and the slash).
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// The report as one SARIF log.
#[must_use]
pub fn render<'run>(report: &'run Report, sources: &Sources<'run>) -> String {
    let results: Vec<Value> = prepare(report, sources).iter().map(|shown| result(shown, sources)).collect();
    let rules: Vec<Value> = sources.rules.iter().map(rule).collect();
    pretty_json(&json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": env!("CARGO_PKG_NAME"),
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "shortDescription": {"text": concat!(env!("CARGO_PKG_DESCRIPTION"), ".")},
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The folder the program was started in: the root of the repository."}}},
            "results": results,
        }],
    }))
}

fn rule(rule: &RuleDescription) -> Value {
    let mut value = json!({
        "id": rule.code.id,
        "name": rule.code.name,
        "shortDescription": {"text": message(&rule.summary)},
        "fullDescription": {"text": message(rule.explanation.split("\n## ").next().unwrap_or_default().trim())},
        "help": {"text": message(&rule.explanation), "markdown": rule.explanation},
        "defaultConfiguration": {"level": rule.level.noun()},
    });
    if let Some(url) = &rule.url {
        value["helpUri"] = json!(url);
    }
    value
}

fn result(shown: &RenderedDiagnostic<'_>, sources: &Sources<'_>) -> Value {
    let said: Vec<&str> = std::iter::once(&shown.message).chain(&shown.help).map(String::as_str).collect();
    let mut result = json!({
        "ruleId": shown.code.id,
        "level": shown.level.noun(),
        "message": {"text": message(&said.join("\n"))},
        "locations": [{"physicalLocation": location(&shown.path, shown.text, shown.range)}],
        // The one fingerprint that GitHub reads. Without it the upload computes one from the lines around, which takes every edit near by for a new alert.
        "partialFingerprints": {"primaryLocationLineHash": shown.fingerprint},
    });
    if let Some(index) = sources.rule_index(shown.code) {
        result["ruleIndex"] = json!(index);
    }
    if let Some(label) = &shown.label {
        result["locations"][0]["message"] = json!({"text": message(label)});
    }
    if !shown.related.is_empty() {
        let related = shown.related.iter().enumerate().map(|(n, related)| {
            let physical = location(&related.path, related.text, related.range);
            json!({"id": n + 1, "physicalLocation": physical, "message": {"text": message(&related.label)}})
        });
        result["relatedLocations"] = related.collect();
    }
    if let Some(proposal) = &shown.fix {
        result["fixes"] = json!([fix(proposal, &shown.path)]);
    }
    result
}

fn fix(fix: &RenderedFix<'_>, path: &str) -> Value {
    let description = if fix.is_certain() { fix.title.clone() } else { format!("{} (probably what was meant)", fix.title) };
    let replacements: Vec<Value> =
        fix.edits.iter().map(|(range, text)| json!({"deletedRegion": region(*range), "insertedContent": {"text": text}})).collect();
    json!({
        "description": {"text": message(&description)},
        "artifactChanges": [{"artifactLocation": artifact(path), "replacements": replacements}],
        "properties": {"certainty": fix.certainty.word()},
    })
}

fn location(path: &str, text: Option<&str>, range: Option<Range>) -> Value {
    match (range, text) {
        (Some(range), _) => json!({"artifactLocation": artifact(path), "region": region(range)}),
        (None, Some(text)) => {
            json!({"artifactLocation": artifact(path), "region": {"startLine": 1, "endLine": text.lines().count().max(1)}})
        }
        (None, None) => json!({"artifactLocation": artifact(path)}),
    }
}

fn region(Range { start, end }: Range) -> Value {
    json!({"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column})
}

/// A file: relative to the root of the repository, or an address of its own when the content folder was named by an absolute path.
fn artifact(path: &str) -> Value {
    let encoded = utf8_percent_encode(path, PATH);
    let drive = path.as_bytes().get(1..3) == Some(b":/");
    match path {
        _ if path.starts_with('/') => json!({"uri": format!("file://{encoded}")}),
        _ if drive => json!({"uri": format!("file:///{}:{}", &path[..1], utf8_percent_encode(&path[2..], PATH))}),
        _ => json!({"uri": encoded.to_string(), "uriBaseId": "%SRCROOT%"}),
    }
}

/// `text` as a message string (SARIF, 3.11.5 and 3.11.6): braces are doubled, and what would be a link is none.
fn message(text: &str) -> String {
    let text = text.replace('{', "{{").replace('}', "}}");
    if text.contains("](") { text.replace('[', "\\[").replace(']', "\\]") } else { text }
}

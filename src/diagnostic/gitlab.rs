//! The [Code Quality report](https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format) of GitLab: a list of issues in the
//! shape of Code Climate.
//!
//! Lines and columns count from 1, columns in Unicode code points, and the end is after the last character; a finding about a whole file is at 1:1.
//! An error is `critical`, because the listing is not published; a warning is `minor`, a note `info`.

use serde_json::{Value, json};

use super::rendered::{RenderedDiagnostic, prepare};
use super::{Level, Report, Sources};
use crate::text::pretty_json;

/// The report as one JSON list.
#[must_use]
pub fn render<'run>(report: &'run Report, sources: &Sources<'run>) -> String {
    pretty_json(&prepare(report, sources).iter().map(issue).collect::<Vec<_>>())
}

fn issue(shown: &RenderedDiagnostic<'_>) -> Value {
    let (line, column) = shown.start();
    let end = shown.range.map_or((line, column), |range| (range.end.line, range.end.column));
    let severity = match shown.level {
        Level::Error => "critical",
        Level::Warn => "minor",
        Level::Info | Level::Off => "info",
    };
    let mut issue = json!({
        "type": "issue",
        "check_name": shown.code.name,
        "description": shown.message,
        "fingerprint": shown.fingerprint,
        "severity": severity,
        "categories": ["Style"],
        "location": {
            "path": shown.path,
            "positions": {"begin": {"line": line, "column": column}, "end": {"line": end.0, "column": end.1}},
        },
    });
    if let Some(rule) = shown.rule {
        let link = rule.url.as_deref().map(|url| format!("\n\n[{}](<{url}>)", rule.code.name)).unwrap_or_default();
        issue["content"] = json!({"body": format!("{} {}\n\n{}{link}", rule.code.id, rule.code.name, rule.explanation)});
    }
    issue
}

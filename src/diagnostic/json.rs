//! Everything that is known of every finding, as JSON. `report.schema.json` describes it.
//!
//! The number in `schema` changes when a field changes its meaning or goes away. New fields come without a new number: a reader ignores
//! what it does not know. Lines and columns count from 1, columns in Unicode code points; offsets count bytes of the text in UTF-8 from 0,
//! without a byte-order mark; a range ends after its last character. `range` is null for a file as a whole.

use serde::Serialize;

use super::rendered::{Range, RenderedDiagnostic, prepare};
use super::{Action, Report, Sources};
use crate::text::pretty_json;

/// The number of the shape.
const SCHEMA: u32 = 1;

/// The JSON Schema (draft 2020-12) of what [`render`] writes.
pub const REPORT_SCHEMA: &str = include_str!("report.schema.json");

#[derive(Serialize)]
struct Document<'run> {
    schema: u32,
    tool: Tool,
    summary: Summary,
    findings: Vec<Finding<'run>>,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct Summary {
    errors: usize,
    warnings: usize,
    notes: usize,
}

#[derive(Serialize)]
struct Finding<'run> {
    id: &'static str,
    name: &'static str,
    level: &'static str,
    costs: &'static str,
    path: &'run str,
    range: Option<Range>,
    message: &'run str,
    label: Option<&'run str>,
    help: &'run [String],
    changes: Vec<Change<'run>>,
    related: Vec<Related<'run>>,
    fix: Option<Fix<'run>>,
    url: Option<&'run str>,
    /// How many findings it stands for.
    count: usize,
}

#[derive(Serialize)]
struct Change<'run> {
    action: &'static str,
    key: &'static str,
    value: Option<&'run str>,
}

#[derive(Serialize)]
struct Related<'run> {
    path: &'run str,
    range: Option<Range>,
    label: &'run str,
}

#[derive(Serialize)]
struct Fix<'run> {
    title: &'run str,
    certainty: &'static str,
    edits: Vec<Edit<'run>>,
}

#[derive(Serialize)]
struct Edit<'run> {
    range: Range,
    text: &'run str,
}

/// The report as one JSON document.
#[must_use]
pub fn render<'run>(report: &'run Report, sources: &Sources<'run>) -> String {
    let shown = prepare(report, sources);
    let counts = report.counts();
    let document = Document {
        schema: SCHEMA,
        tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        summary: Summary { errors: counts.errors, warnings: counts.warnings, notes: counts.infos },
        findings: shown.iter().map(finding).collect(),
    };
    pretty_json(&document)
}

fn finding<'run>(shown: &'run RenderedDiagnostic<'run>) -> Finding<'run> {
    let related = shown.related.iter().map(|related| Related { path: &related.path, range: related.range, label: &related.label });
    let fix = shown.fix.as_ref().map(|fix| Fix {
        title: &fix.title,
        certainty: fix.certainty.word(),
        edits: fix.edits.iter().map(|&(range, text)| Edit { range, text }).collect(),
    });
    Finding {
        id: shown.code.id,
        name: shown.code.name,
        level: shown.level.word(),
        costs: shown.cost.word(),
        path: &shown.path,
        range: shown.range,
        message: &shown.message,
        label: shown.label.as_deref(),
        help: &shown.help,
        changes: shown.changes.iter().copied().map(change).collect(),
        related: related.collect(),
        fix,
        url: shown.url(),
        count: shown.n_findings,
    }
}

fn change(change: &super::Change) -> Change<'_> {
    let (action, value) = match &change.action {
        Action::Add => ("add", None),
        Action::Replace(value) => ("replace", Some(value.as_str())),
        Action::Remove => ("remove", None),
    };
    Change { action, key: change.key, value }
}

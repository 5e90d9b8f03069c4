//! Tasks as JSON, described by `health.schema.json`.

use jiff::civil::Date;
use serde::Serialize;

use super::links::LinkSummary;
use super::{Actor, Group, Health};
use crate::diagnostic::Sources;
use crate::self_review::Completeness;
use crate::source::LineIndex;
use crate::text::pretty_json;

/// The version of the schema: it changes when a field changes its meaning or is removed.
const SCHEMA: u32 = 1;

/// The JSON Schema (draft 2020-12) of what [`json`] writes.
pub const HEALTH_SCHEMA: &str = include_str!("health.schema.json");

#[derive(Serialize)]
struct Document<'run> {
    schema: u32,
    today: Date,
    summary: Summary,
    groups: Vec<GroupRow<'run>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    links: Option<&'run LinkSummary>,
    #[serde(skip_serializing_if = "Option::is_none")]
    completeness: Option<&'run [Completeness]>,
}

#[derive(Serialize)]
struct Summary {
    tasks: usize,
    publisher: usize,
    maintainer: usize,
}

#[derive(Serialize)]
struct GroupRow<'run> {
    actor: &'static str,
    kind: &'static str,
    slug: Option<&'run str>,
    since: Option<Date>,
    tasks: Vec<TaskRow<'run>>,
}

#[derive(Serialize)]
struct TaskRow<'run> {
    id: &'static str,
    name: &'static str,
    level: &'static str,
    since: Option<Date>,
    path: String,
    line: Option<usize>,
    message: &'run str,
    help: Vec<String>,
}

/// `health` on the day `today` as one JSON document.
#[must_use]
pub fn json(
    health: &Health,
    links: Option<&LinkSummary>,
    completeness: Option<&[Completeness]>,
    today: Date,
    sources: &Sources<'_>,
) -> String {
    let document = Document {
        schema: SCHEMA,
        today,
        summary: Summary { tasks: health.n_tasks(), publisher: health.n_of(Actor::Publisher), maintainer: health.n_of(Actor::Maintainer) },
        groups: health.groups.iter().map(|group| row(group, sources)).collect(),
        links,
        completeness,
    };
    pretty_json(&document)
}

fn row<'run>(group: &'run Group, sources: &Sources<'_>) -> GroupRow<'run> {
    let tasks = group.tasks.iter().map(|task| {
        let diagnostic = &task.diagnostic;
        let text = (sources.text_of)(&diagnostic.path);
        let line = diagnostic.span.zip(text).map(|(span, text)| LineIndex::new(text).position(span.start as usize).line);
        TaskRow {
            id: diagnostic.code.id,
            name: diagnostic.code.name,
            level: diagnostic.level.word(),
            since: task.since,
            path: sources.name(&diagnostic.path),
            line,
            message: &diagnostic.message,
            help: diagnostic.help.iter().map(ToString::to_string).collect(),
        }
    });
    GroupRow {
        actor: group.actor.word(),
        kind: group.subject.kind(),
        slug: group.subject.slug(),
        since: group.since,
        tasks: tasks.collect(),
    }
}

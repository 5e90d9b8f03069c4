//! The queue as JSON, described by `queue.schema.json`.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::ordering::{Entry, Queue};
use crate::text::pretty_json;
use crate::vocabulary::{Class, NextActor, QueueState};

/// The version of the schema: it changes when a field changes its meaning or is removed.
const SCHEMA: u32 = 1;

/// The JSON Schema (draft 2020-12) of what [`json`] writes.
pub const QUEUE_SCHEMA: &str = include_str!("queue.schema.json");

#[derive(Serialize)]
struct Document<'run> {
    schema: u32,
    today: Date,
    summary: Summary,
    submissions: Vec<Row<'run>>,
}

#[derive(Serialize)]
struct Summary {
    open: usize,
    waits_for_reviewer: usize,
    ready_to_merge: usize,
    meeting: usize,
    waits_for_submitter: usize,
    draft: usize,
    over_target: usize,
    median_age: Option<u32>,
}

#[derive(Serialize)]
struct Row<'run> {
    number: u64,
    title: &'run str,
    url: Option<&'run str>,
    author: Option<&'run str>,
    listings: Vec<&'run str>,
    class: Option<Class>,
    state: QueueState,
    next_actor: NextActor,
    position: Option<usize>,
    opened: Date,
    updated: Timestamp,
    age: u32,
    target: Option<u32>,
    due: Option<Date>,
    over_target: bool,
    blocking: &'run [String],
}

/// `queue` as one JSON document.
#[must_use]
pub fn json(queue: &Queue) -> String {
    let document = Document {
        schema: SCHEMA,
        today: queue.today,
        summary: Summary {
            open: queue.entries.len(),
            waits_for_reviewer: queue.n_of(QueueState::WaitsForReviewer),
            ready_to_merge: queue.n_of(QueueState::ReadyToMerge),
            meeting: queue.n_of(QueueState::Meeting),
            waits_for_submitter: queue.n_of(QueueState::WaitsForSubmitter),
            draft: queue.n_of(QueueState::Draft),
            over_target: queue.n_over(),
            median_age: queue.median_age(),
        },
        submissions: queue.entries.iter().map(row).collect(),
    };
    pretty_json(&document)
}

fn row(entry: &Entry) -> Row<'_> {
    let submission = &entry.submission;
    Row {
        number: submission.number,
        title: &submission.title,
        url: submission.url.as_deref(),
        author: submission.author.as_deref(),
        listings: submission.slugs.iter().map(String::as_str).collect(),
        class: entry.class,
        state: entry.state,
        next_actor: entry.state.next_actor(),
        position: entry.position,
        opened: submission.opened,
        updated: submission.updated,
        age: entry.age,
        target: entry.target,
        due: entry.due,
        over_target: entry.is_over(),
        blocking: &entry.blocking,
    }
}

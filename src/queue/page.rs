//! The queue as the rows of its page.

use super::ordering::{Entry, Queue};
use crate::render::{SubmissionRow, Submissions};
use crate::site::Site;
use crate::vocabulary::QueueState;

/// The most blocking findings of one submission on the page.
const MAX_BLOCKING: usize = 3;

/// The page of `queue`.
#[must_use]
pub fn page(queue: &Queue) -> Submissions {
    Submissions {
        today: queue.today,
        rows: queue.entries.iter().map(row).collect(),
        n_waiting: queue.n_of(QueueState::WaitsForReviewer),
        n_over: queue.n_over(),
        median: queue.median_age(),
        beside: Some((Site::beside_queue("feed.xml"), Site::beside_queue("queue.json"))),
    }
}

fn row(entry: &Entry) -> SubmissionRow {
    let submission = &entry.submission;
    SubmissionRow {
        number: submission.number,
        title: submission.title.clone(),
        url: submission.url.clone(),
        author: submission.author.clone(),
        class: entry.class,
        state: entry.state,
        position: entry.position,
        age: entry.age,
        target: entry.target,
        is_over: entry.is_over(),
        blocking: entry.blocking.iter().take(MAX_BLOCKING).cloned().collect(),
        n_more: entry.blocking.len().saturating_sub(MAX_BLOCKING),
    }
}

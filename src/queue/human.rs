//! The queue as text for a terminal: a line for each submission, and the figures.

use std::fmt::Write as _;

use super::ordering::{Entry, Queue};
use crate::diagnostic::counted;
use crate::vocabulary::QueueState;

/// `queue` as lines.
#[must_use]
pub fn human(queue: &Queue) -> String {
    let mut text = String::new();
    for entry in &queue.entries {
        let _ = writeln!(text, "{}", line(entry));
        for blocking in &entry.blocking {
            let _ = writeln!(text, "       {blocking}");
        }
    }
    text
}

fn line(entry: &Entry) -> String {
    let submission = &entry.submission;
    let position = entry.position.map_or_else(|| "–".to_owned(), |position| position.to_string());
    let target = entry.target.map(|target| format!(", target {target}")).unwrap_or_default();
    let over = if entry.is_over() { ", past its target" } else { "" };
    let author = submission.author.as_ref().map(|author| format!(" ({author})")).unwrap_or_default();
    let (number, title, state, age) = (submission.number, &submission.title, entry.state.word(), entry.age);
    let age = counted(usize::try_from(age).unwrap_or(usize::MAX), "business day");
    format!("{position:>4}  #{number} {title}{author}: {state}, {age}{target}{over}")
}

impl Queue {
    /// The figures in a sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        let median =
            self.median_age().map(|median| format!(", median age {}", counted(median as usize, "business day"))).unwrap_or_default();
        format!(
            "{}: {} waiting for a reviewer ({} past their target{median}), {} ready to merge, {} with a meeting, {} waiting for the submitter, {}",
            counted(self.entries.len(), "open submission"),
            self.n_of(QueueState::WaitsForReviewer),
            self.n_over(),
            self.n_of(QueueState::ReadyToMerge),
            self.n_of(QueueState::Meeting),
            self.n_of(QueueState::WaitsForSubmitter),
            counted(self.n_of(QueueState::Draft), "draft"),
        )
    }
}

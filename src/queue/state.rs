//! The status and the class of a submission: from the outcome of a review if there is one, otherwise from labels and reviewers' decisions.

use super::forge::{Decision, Submission};
use crate::format::SettingsFile;
use crate::review::{Outcome, Verdict};
use crate::vocabulary::{Class, NextActor, QueueState};

/// The status of `submission`. Maintainers say by a label that there is to be a meeting. A reviewer's decision takes precedence over the program's, except that no one can approve what the checks refuse.
#[must_use]
pub fn state_of(submission: &Submission, outcome: Option<&Outcome>) -> QueueState {
    if submission.is_draft {
        return QueueState::Draft;
    }
    let is_refused = outcome.is_some_and(|outcome| matches!(outcome.verdict, Verdict::Changes | Verdict::Reject));
    match submission.decision {
        Some(Decision::ChangesRequested) => return QueueState::WaitsForSubmitter,
        Some(Decision::Approved) if !is_refused => return QueueState::ReadyToMerge,
        _ => {}
    }
    if submission.labels.contains(QueueState::Meeting.word()) {
        return QueueState::Meeting;
    }
    if let Some(outcome) = outcome {
        return match outcome.next_actor {
            NextActor::Nobody => QueueState::ReadyToMerge,
            NextActor::Submitter => QueueState::WaitsForSubmitter,
            NextActor::Reviewer => QueueState::WaitsForReviewer,
        };
    }
    // If labels contradict each other, the more cautious one wins.
    let labelled = [QueueState::WaitsForSubmitter, QueueState::WaitsForReviewer, QueueState::ReadyToMerge];
    labelled.into_iter().find(|state| submission.labels.contains(state.word())).unwrap_or(QueueState::WaitsForReviewer)
}

/// The class of `submission`; if it has several labels, the one with the longest target in `settings`.
#[must_use]
pub fn class_of(submission: &Submission, outcome: Option<&Outcome>, settings: &SettingsFile) -> Option<Class> {
    let labelled =
        || submission.labels.iter().filter_map(|label| Class::of_label(label)).max_by_key(|class| (class.target(settings), *class));
    outcome.map(|outcome| outcome.target.class).or_else(labelled)
}

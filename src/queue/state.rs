//! The status and the class of a submission: from the outcome of a review if there is one, otherwise from labels and reviewers' decisions.

use super::forge::Submission;
use crate::format::SettingsFile;
use crate::review::{Class, NextActor, Outcome, Verdict};

/// The status of a submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SubmissionState {
    /// A reviewer has to act.
    WaitsForReviewer,
    /// It can be merged.
    ReadyToMerge,
    /// The submitter has to act.
    WaitsForSubmitter,
    /// The submitter is not done yet.
    Draft,
}

impl SubmissionState {
    /// The word in JSON, and the label.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::WaitsForReviewer => "waits-for-reviewer",
            Self::ReadyToMerge => "ready-to-merge",
            Self::WaitsForSubmitter => "waits-for-submitter",
            Self::Draft => "draft",
        }
    }

    /// The person who acts next, as in a review's outcome. A ready submission still needs a maintainer to merge it, unless the forge merges automatically.
    #[must_use]
    pub fn next_actor(self) -> NextActor {
        match self {
            Self::WaitsForReviewer => NextActor::Reviewer,
            Self::ReadyToMerge => NextActor::Nobody,
            Self::WaitsForSubmitter | Self::Draft => NextActor::Submitter,
        }
    }
}

/// The status of `submission`. A reviewer's decision takes precedence over the program's, except that no one can approve what the checks refuse.
#[must_use]
pub fn state_of(submission: &Submission, outcome: Option<&Outcome>) -> SubmissionState {
    if submission.is_draft {
        return SubmissionState::Draft;
    }
    let is_refused = outcome.is_some_and(|outcome| matches!(outcome.verdict, Verdict::Changes | Verdict::Reject));
    match submission.decision.as_deref() {
        Some("CHANGES_REQUESTED") => return SubmissionState::WaitsForSubmitter,
        Some("APPROVED") if !is_refused => return SubmissionState::ReadyToMerge,
        _ => {}
    }
    if let Some(outcome) = outcome {
        return match outcome.next_actor {
            NextActor::Nobody => SubmissionState::ReadyToMerge,
            NextActor::Submitter => SubmissionState::WaitsForSubmitter,
            NextActor::Reviewer => SubmissionState::WaitsForReviewer,
        };
    }
    // If labels contradict each other, the more cautious one wins.
    let labelled = [SubmissionState::WaitsForSubmitter, SubmissionState::WaitsForReviewer, SubmissionState::ReadyToMerge];
    labelled.into_iter().find(|state| submission.labels.contains(state.word())).unwrap_or(SubmissionState::WaitsForReviewer)
}

/// The class of `submission`; if it has several labels, the one with the longest target in `settings`.
#[must_use]
pub fn class_of(submission: &Submission, outcome: Option<&Outcome>, settings: &SettingsFile) -> Option<Class> {
    let labelled =
        || submission.labels.iter().filter_map(|label| Class::of_label(label)).max_by_key(|class| (class.target(settings), *class));
    outcome.map(|outcome| outcome.target.class).or_else(labelled)
}

//! Whose turn it is, and what kind of change it is: from the outcome of a review where there is one, from labels and people's decisions otherwise.

use super::forge::Submission;
use crate::format::SettingsFile;
use crate::review::{Class, NextActor, Outcome, Verdict};

/// Where a submission stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// A reviewer has to act.
    WaitsForReviewer,
    /// It can be merged.
    ReadyToMerge,
    /// The submitter has to act.
    WaitsForSubmitter,
    /// The submitter is not done yet.
    Draft,
}

impl State {
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

    /// Who acts next, as the outcome of a review says it. Merging takes a maintainer, too, unless the forge does it by itself.
    #[must_use]
    pub fn next_actor(self) -> NextActor {
        match self {
            Self::WaitsForReviewer => NextActor::Reviewer,
            Self::ReadyToMerge => NextActor::Nobody,
            Self::WaitsForSubmitter | Self::Draft => NextActor::Submitter,
        }
    }
}

/// Where `submission` stands. A person's word counts for more than the program's, but for one thing: what the checks refuse nobody can approve.
#[must_use]
pub fn state_of(submission: &Submission, outcome: Option<&Outcome>) -> State {
    if submission.is_draft {
        return State::Draft;
    }
    let is_refused = outcome.is_some_and(|outcome| matches!(outcome.verdict, Verdict::Changes | Verdict::Reject));
    match submission.decision.as_deref() {
        Some("CHANGES_REQUESTED") => return State::WaitsForSubmitter,
        Some("APPROVED") if !is_refused => return State::ReadyToMerge,
        _ => {}
    }
    if let Some(outcome) = outcome {
        return match outcome.next_actor {
            NextActor::Nobody => State::ReadyToMerge,
            NextActor::Submitter => State::WaitsForSubmitter,
            NextActor::Reviewer => State::WaitsForReviewer,
        };
    }
    // Where labels contradict each other, the more careful one holds.
    let labelled = [State::WaitsForSubmitter, State::WaitsForReviewer, State::ReadyToMerge];
    labelled.into_iter().find(|state| submission.labels.contains(state.word())).unwrap_or(State::WaitsForReviewer)
}

/// What kind of change `submission` is; of several labels the one that `settings` give the most time counts.
#[must_use]
pub fn class_of(submission: &Submission, outcome: Option<&Outcome>, settings: &SettingsFile) -> Option<Class> {
    let labelled =
        || submission.labels.iter().filter_map(|label| Class::of_label(label)).max_by_key(|class| (class.target(settings), *class));
    outcome.map(|outcome| outcome.target.class).or_else(labelled)
}

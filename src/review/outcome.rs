//! What a review comes to, as other programs read it. Its schema is `outcome.schema.json`.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::diagnostic::Level;
use crate::vocabulary::{Class, NextActor};

/// The JSON Schema (draft 2020-12) of an [`Outcome`].
pub const OUTCOME_SCHEMA: &str = include_str!("outcome.schema.json");

/// The result of a review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The verdict on the change.
    pub verdict: Verdict,
    /// Why a person has to decide, a sentence each.
    #[serde(default)]
    pub reasons: Vec<String>,
    /// Labels for the pull request, in order, each once.
    pub labels: Vec<String>,
    /// The person who acts next.
    pub next_actor: NextActor,
    /// Until when.
    pub target: Target,
    /// The requested reviewers, as in `catalogue.yaml`.
    pub reviewers: Vec<String>,
    /// The areas that a person has to look at, by their words in `catalogue.yaml`.
    pub areas: Vec<String>,
    /// Files that have been altered on both sides, from the root of the repository: while there are any, nothing else is judged.
    #[serde(default)]
    pub conflicts: Vec<String>,
    /// Bounds that the change goes beyond, a sentence each: while there are any, nothing else is judged.
    #[serde(default)]
    pub excess: Vec<String>,
    /// The results for each listing, by slug.
    pub listings: Vec<ListingOutcome>,
    /// The results for every other file, by path: first those of the content folder, then those outside of it.
    #[serde(default)]
    pub files: Vec<FileOutcome>,
    /// Everything that the change introduces and that belongs to no listing it touches.
    pub findings: Vec<FindingOutcome>,
    /// Hints for maintainers that a new listing was generated or made from a template, a sentence each; only where they were asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<String>,
    /// The commit that the change starts from, as its full hash.
    pub base: String,
    /// The commit that was reviewed, as its full hash.
    pub head: String,
}

/// What becomes of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Routine, by an owner, clean: it can be merged.
    Approve,
    /// A person has to decide.
    Review,
    /// The submitter has to act first.
    Changes,
    /// The catalogue's policy forbids it.
    Reject,
}

impl Verdict {
    /// Its word in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Approve => "approve",
            Self::Review => "review",
            Self::Changes => "changes",
            Self::Reject => "reject",
        }
    }
}

/// The target of the next action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// The class that sets the time: the slowest one of the change.
    pub class: Class,
    /// Business days from the day of submission.
    pub business_days: u32,
    /// The last of them.
    pub by: Date,
}

/// The result for one listing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListingOutcome {
    /// The slug it has after the change.
    pub slug: String,
    /// The kind of change.
    pub class: Class,
    /// Its fields, in the order of the file.
    pub changes: Vec<Edit>,
    /// The findings that the change introduces here.
    pub findings: Vec<FindingOutcome>,
}

/// The result for a file that belongs to no listing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileOutcome {
    /// Its path from the content folder; of a file outside of it, from the root of the repository.
    pub path: String,
    /// Whether it was added, changed, moved or deleted.
    pub what: FileState,
    /// Everything unusual about it, in words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unusual: Vec<String>,
    /// Its fields, in the order of the file; empty when it is not made of fields.
    pub changes: Vec<Edit>,
}

/// The state of a file that belongs to no listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FileState {
    /// It is new.
    Added,
    /// It has other bytes.
    Altered,
    /// It has other permissions, and the same bytes.
    Mode,
    /// It is gone.
    Gone,
    /// It is outside the content folder, and is not the same.
    Outside,
}

/// A field that has another value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// Its path, such as `install.url`, or the file's name if the file is not made of fields.
    pub field: String,
    /// The value at the base; absent when there was none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// The value at the head; absent when there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// A finding, in few words. The report formats have the rest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingOutcome {
    /// The rule's name.
    pub rule: String,
    /// How serious it is.
    pub level: Level,
    /// The file, from the content folder.
    pub path: String,
    /// The line, from 1; absent when the finding is about the whole file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// The problem.
    pub message: String,
    /// The help.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
}

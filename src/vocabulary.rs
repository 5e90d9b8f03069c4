//! Words of the review that several layers use: the class of a change, the state of a submission, and who acts next. Knows no settings and no forge.

use serde::{Deserialize, Serialize};

/// The kind of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// A new version, and nothing that says who or what the listing is.
    VersionUpdate,
    /// Anything else that says neither who nor what the listing is.
    RoutineEdit,
    /// A listing that is announced before it exists.
    Intent,
    /// Deprecated, suspended, unpublished, removed or revived.
    Lifecycle,
    /// Another address within the catalogue.
    Rename,
    /// Name, app, publisher's name or accounts, source, licence, or a host that visitors are sent to.
    IdentityEdit,
    /// Another publisher.
    Transfer,
    /// Another publisher, of a listing that is no longer maintained.
    Adoption,
    /// A listing that was not there.
    NewListing,
    /// A publisher that was not there.
    NewPublisher,
    /// An app that was not there.
    NewApp,
    /// Settings, tags, pages, agreements, review records, or files outside the content folder.
    OutsideListings,
    /// Listings and what belongs to none of them.
    Mixed,
}

impl Class {
    /// Every kind of change; of two with the same label the plainer one first.
    pub const ALL: [Self; 13] = [
        Self::RoutineEdit,
        Self::VersionUpdate,
        Self::Intent,
        Self::Lifecycle,
        Self::Rename,
        Self::IdentityEdit,
        Self::Transfer,
        Self::Adoption,
        Self::NewListing,
        Self::NewPublisher,
        Self::NewApp,
        Self::OutsideListings,
        Self::Mixed,
    ];

    /// Its label, which is also its key in `review: {targets: …}`.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::VersionUpdate | Self::RoutineEdit => "update",
            Self::Intent => "intent",
            Self::Lifecycle => "lifecycle",
            Self::Rename => "rename",
            Self::IdentityEdit => "identity",
            Self::Transfer => "transfer",
            Self::Adoption => "adoption",
            Self::NewListing => "new-listing",
            Self::NewPublisher => "new-publisher",
            Self::NewApp => "new-app",
            Self::OutsideListings | Self::Mixed => "outside-listings",
        }
    }

    /// Its word in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::VersionUpdate => "version-update",
            Self::RoutineEdit => "routine-edit",
            Self::Intent => "intent",
            Self::Lifecycle => "lifecycle",
            Self::Rename => "rename",
            Self::IdentityEdit => "identity-edit",
            Self::Transfer => "transfer",
            Self::Adoption => "adoption",
            Self::NewListing => "new-listing",
            Self::NewPublisher => "new-publisher",
            Self::NewApp => "new-app",
            Self::OutsideListings => "outside-listings",
            Self::Mixed => "mixed",
        }
    }
}

/// The person who acts next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NextActor {
    /// No one: it can be merged as it is.
    Nobody,
    /// Whoever proposed the change.
    Submitter,
    /// A maintainer.
    Reviewer,
}

/// The status of a submission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum QueueState {
    /// A reviewer has to act.
    WaitsForReviewer,
    /// It can be merged.
    ReadyToMerge,
    /// A meeting is to be arranged or held, by maintainers and the submitter together.
    Meeting,
    /// The submitter has to act.
    WaitsForSubmitter,
    /// The submitter is not done yet.
    Draft,
}

impl QueueState {
    /// Its word in JSON, and its label.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::WaitsForReviewer => "waits-for-reviewer",
            Self::ReadyToMerge => "ready-to-merge",
            Self::Meeting => "meeting",
            Self::WaitsForSubmitter => "waits-for-submitter",
            Self::Draft => "draft",
        }
    }

    /// The person who acts next, as in a review's outcome. A ready submission still needs a maintainer to merge it, unless the forge merges automatically;
    /// a meeting needs both.
    #[must_use]
    pub fn next_actor(self) -> NextActor {
        match self {
            Self::WaitsForReviewer => NextActor::Reviewer,
            Self::ReadyToMerge | Self::Meeting => NextActor::Nobody,
            Self::WaitsForSubmitter | Self::Draft => NextActor::Submitter,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_of_json() {
        for class in Class::ALL {
            assert_eq!(serde_json::json!(class), class.word());
        }
        for state in
            [QueueState::WaitsForReviewer, QueueState::ReadyToMerge, QueueState::Meeting, QueueState::WaitsForSubmitter, QueueState::Draft]
        {
            assert_eq!(serde_json::json!(state), state.word());
        }
    }
}

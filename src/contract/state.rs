//! The states of a listing, as the contract names them.

use serde::{Deserialize, Serialize};

/// What became of a slug.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// The listing can be installed.
    Active,
    /// The listing still works, but a better alternative exists.
    Deprecated,
    /// The listing must not be installed for now.
    Suspended,
    /// The publisher withdrew the listing.
    Unpublished,
    /// The listing was removed from the catalogue.
    Removed,
    /// The listing has another slug.
    Renamed,
    /// The listing is part of another one.
    Merged,
}

impl State {
    /// The word as written in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Deprecated => "deprecated",
            Self::Suspended => "suspended",
            Self::Unpublished => "unpublished",
            Self::Removed => "removed",
            Self::Renamed => "renamed",
            Self::Merged => "merged",
        }
    }
}

//! The states of a listing, as the contract names them.

use super::object::words;

words! {
    /// What became of a slug.
    pub enum State {
        /// The listing can be installed.
        Active = "active",
        /// The listing still works, but a better alternative exists.
        Deprecated = "deprecated",
        /// The listing must not be installed for now.
        Suspended = "suspended",
        /// The publisher withdrew the listing.
        Unpublished = "unpublished",
        /// The listing was removed from the catalogue.
        Removed = "removed",
        /// The listing has another slug.
        Renamed = "renamed",
        /// The listing is part of another one.
        Merged = "merged",
    }
}

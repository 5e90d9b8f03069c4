//! `updates.json`: what an installed copy needs to know of the catalogue.

use std::collections::BTreeMap;

use super::State;
use super::object::object;

object! {
    /// What an installed copy needs to know of every listing that is in the lists of the catalogue, in as few bytes as possible.
    pub struct Updates {
        /// The version of the contract.
        pub schema: u32 => Contract,
        /// The address of the catalogue, with a slash at its end.
        pub catalogue: String => Url,
        /// The versions and the state of each listing, by slug.
        pub listings: BTreeMap<String, Update>,
    }
}

object! {
    /// The versions and the state of a listing.
    pub struct Update {
        /// The version that visitors receive; missing where no version is stated.
        pub shared: Option<String> = "Option::is_none",
        /// The version that the publisher's own recipes use; missing where it is the same.
        pub released: Option<String> = "Option::is_none",
        /// `deprecated` or `suspended`; missing while the listing is active.
        pub state: Option<State> = "Option::is_none",
        /// The slug of the listing that it is built on.
        pub parent: Option<String> = "Option::is_none",
        /// The version of the parent that visitors receive.
        pub parent_shared: Option<String> = "Option::is_none",
        /// The versions that were withdrawn.
        pub yanked: Vec<String> = "Vec::is_empty",
    }
}

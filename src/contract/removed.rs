//! `removed.json`: what is no longer in the catalogue under its slug, and why.

use std::collections::BTreeMap;

use super::State;
use super::object::object;

object! {
    /// Every slug under which a listing was and is no longer in the catalogue.
    pub struct Removed {
        /// The version of the contract.
        pub schema: u32 => Contract,
        /// The address of the catalogue, with a slash at its end.
        pub catalogue: String => Url,
        /// What became of each, by slug.
        pub listings: BTreeMap<String, Departure>,
    }
}

object! {
    /// What became of a slug.
    pub struct Departure {
        /// `unpublished`, `removed`, `renamed` or `merged`.
        pub state: State,
        /// The first day of that state; missing where no one stated it.
        pub since: Option<String> = "Option::is_none" => Day,
        /// Why, such as `security`.
        pub reason: Option<String> = "Option::is_none",
        /// The slug of the listing to use instead.
        pub replaced_by: Option<String> = "Option::is_none",
        /// The slug that the listing has now.
        pub moved_to: Option<String> = "Option::is_none",
    }
}

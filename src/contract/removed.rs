//! `removed.json`: what is no longer in the catalogue under its slug, and why.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::State;

/// Every slug under which a listing was and is no longer in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removed {
    /// The version of the contract.
    pub schema: u32,
    /// The address of the catalogue, with a slash at its end.
    pub catalogue: String,
    /// What became of each, by slug.
    pub listings: BTreeMap<String, Departure>,
}

/// What became of a slug.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Departure {
    /// `unpublished`, `removed`, `renamed` or `merged`.
    pub state: State,
    /// The first day of that state; missing where no one stated it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// Why, such as `security`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The slug of the listing to use instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<String>,
    /// The slug that the listing has now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved_to: Option<String>,
}

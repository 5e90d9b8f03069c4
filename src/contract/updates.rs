//! `updates.json`: what an installed copy needs to know of the catalogue.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::State;

/// What an installed copy needs to know of every listing that is in the lists of the catalogue, in as few bytes as possible.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Updates {
    /// The version of the contract.
    pub schema: u32,
    /// The address of the catalogue, with a slash at its end.
    pub catalogue: String,
    /// What each listing is at, by slug.
    pub listings: BTreeMap<String, Update>,
}

/// What a listing is at.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Update {
    /// The version that visitors receive; missing where no version is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shared: Option<String>,
    /// The version that the publisher's own recipes use; missing where it is the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub released: Option<String>,
    /// `deprecated` or `suspended`; missing while the listing is active.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<State>,
    /// The slug of the listing that it is built on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// The version of the parent that visitors receive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent_shared: Option<String>,
    /// The versions that were withdrawn.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub yanked: Vec<String>,
}

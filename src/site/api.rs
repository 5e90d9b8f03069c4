//! The files of the published contract, and where each is. Knows no JSON.

use std::sync::Arc;

use super::SitePath;
use crate::catalogue::Listing;
use crate::contract::{self, Document, FOLDER, OPEN_API};

/// A file of the published contract.
#[derive(Debug, Clone)]
pub enum ApiFile {
    /// The catalogue, or where its parts are.
    Catalogue,
    /// A part of the catalogue, by its place.
    Part(usize),
    /// The versions and the state of each listing.
    Updates,
    /// What is no longer in the catalogue.
    Removed,
    /// The apps.
    Apps,
    /// The tags.
    Tags,
    /// The publishers.
    Publishers,
    /// A listing, or why it is gone.
    Listing(Arc<Listing>),
    /// A slug that a listing had before.
    Former(Arc<Listing>, Arc<str>),
    /// The schema of a document.
    Schema(&'static Document),
    /// The description of all of them.
    OpenApi,
}

impl ApiFile {
    /// Its address.
    #[must_use]
    pub fn path(&self) -> SitePath {
        SitePath::file(match self {
            Self::Catalogue => format!("{FOLDER}catalogue.json"),
            Self::Part(place) => format!("{FOLDER}catalogue/{}.json", place + 1),
            Self::Updates => format!("{FOLDER}updates.json"),
            Self::Removed => format!("{FOLDER}removed.json"),
            Self::Apps => format!("{FOLDER}apps.json"),
            Self::Tags => format!("{FOLDER}tags.json"),
            Self::Publishers => format!("{FOLDER}publishers.json"),
            Self::Listing(listing) => return listing_path(&listing.slug),
            Self::Former(_, slug) => return listing_path(slug),
            Self::Schema(document) => format!("{FOLDER}{}", contract::schema_path(document.name)),
            Self::OpenApi => format!("{FOLDER}{OPEN_API}"),
        })
    }
}

/// Where it says what became of `slug`.
pub(super) fn listing_path(slug: &str) -> SitePath {
    SitePath::file(format!("{FOLDER}listings/{slug}.json"))
}

//! Which files of the published contract a site has. Knows no JSON.

use std::sync::Arc;

use super::{ApiFile, Site};
use crate::catalogue::Listing;
use crate::contract;

/// Listings in one file, at most: with more of them, the catalogue is in parts.
const MAX_WHOLE: usize = 5000;
/// Listings in a part.
const PER_PART: usize = 1000;

impl Site {
    /// The parts of the catalogue, in the order of slugs; none if it is in one file.
    pub fn parts(&self) -> impl Iterator<Item = &[Arc<Listing>]> {
        let listings = &self.indexes.by_slug;
        let in_parts = if listings.len() > MAX_WHOLE { &listings[..] } else { &[] };
        in_parts.chunks(PER_PART)
    }

    /// Every file of the contract.
    pub(super) fn api(&self) -> Vec<ApiFile> {
        use ApiFile::{Apps, Catalogue, OpenApi, Publishers, Removed, Tags, Updates};
        let mut files = vec![Catalogue, Updates, Removed, Apps, Tags, Publishers, OpenApi];
        files.extend((0..self.parts().count()).map(ApiFile::Part));
        files.extend(contract::DOCUMENTS.iter().map(ApiFile::Schema));
        for listing in self.catalogue.listings.values() {
            files.push(ApiFile::Listing(listing.clone()));
            files.extend(listing.former_slugs.iter().map(|slug| ApiFile::Former(listing.clone(), slug.clone())));
        }
        files
    }
}

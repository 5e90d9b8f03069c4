//! The published contract (`crate::contract`) of a site: what each of its documents says. Knows no path of a file but by what it is about.

mod listing;
mod lists;
mod slugs;

use serde::Serialize;

use crate::contract;
use crate::site::{self, ApiFile, Site};

pub(in crate::render) use listing::entry;

/// The bytes of `file`.
pub(in crate::render) fn api(site: &Site, file: &ApiFile) -> Vec<u8> {
    match file {
        ApiFile::Catalogue => bytes(&lists::catalogue(site)),
        ApiFile::Part(place) => bytes(&lists::part(site, *place)),
        ApiFile::Updates => bytes(&site::updates(&site.catalogue, &site.address)),
        ApiFile::Removed => bytes(&site::removed(&site.catalogue, &site.address)),
        ApiFile::Apps => bytes(&lists::apps(site)),
        ApiFile::Tags => bytes(&lists::tags(site)),
        ApiFile::Publishers => bytes(&lists::publishers(site)),
        ApiFile::Listing(listing) if listing.is_gone() => bytes(&slugs::departed(site, listing, None)),
        ApiFile::Listing(listing) => bytes(&listing::listing(site, listing)),
        ApiFile::Former(listing, slug) => bytes(&slugs::departed(site, listing, Some(slug))),
        ApiFile::Schema(document) => bytes(&document.schema(&site.address.absolute(&file.path()))),
        ApiFile::OpenApi => bytes(&contract::open_api(&site.catalogue.settings.title, &site.address.home())),
    }
}

/// A value as a line of JSON. Writing to memory and the types of the contract cannot fail.
pub(in crate::render::data) fn bytes(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

//! The page on which listings are compared. Knows no markup.

use url::form_urlencoded::Serializer;

use super::frame::Frame;
use super::page::PageType;
use crate::contract::FOLDER;
use crate::render::templates::Values;
use crate::render::view::view;
use crate::site::{Order, Page, Site, SitePath};

view! {
    /// The page that compares listings, which its script fills.
    Compare("the comparison") {
        /// The URL of the folder with the listings as JSON.
        listings_url: String,
        /// The URL of the list of all listings.
        browse_url: String,
        /// How many listings are compared at once.
        most: usize,
    }
}

/// Listings that are compared at once: as many columns as a wide screen has room for.
pub(super) const MOST: usize = 4;

pub(super) fn compare(site: &Site, page: &Page) -> Values {
    let compare = Compare {
        listings_url: site.address.url(&SitePath::file(format!("{FOLDER}listings/"))),
        browse_url: site.address.url(&Site::browse(Order::Updated, 1)),
        most: MOST,
    };
    Frame::new(page, PageType::Compare, site.language.text("compare-connectors"))
        .description(Some(&site.language.text("compare-text")))
        .nav("browse")
        .noindex()
        .around(site, &compare)
}

/// The URL at which the listings `slugs` are compared; a single one is compared with those that a visitor chose before.
pub(super) fn compare_url<'slug>(site: &Site, slugs: impl IntoIterator<Item = &'slug str>) -> String {
    let query = Serializer::new(String::new()).extend_pairs(slugs.into_iter().map(|slug| ("l", slug))).finish();
    format!("{}?{query}", site.address.url(&Site::compare()))
}

//! The page on which listings are searched. Knows no markup.

use super::frame::Frame;
use super::page::PageType;
use super::tag_link::{TagLink, tag_links};
use super::tile::Tile;
use crate::render::templates::Values;
use crate::render::view::view;
use crate::site::{Order, Page, Site};

view! {
    /// The search page, which its script fills; the rest is for visitors without scripts.
    Search<'site>("the search page") {
        /// Categories with listings, the largest first.
        tags: Vec<TagLink<'site>>,
        /// The apps with the most listings.
        apps: Vec<Tile<'site>>,
        /// The URL of the list of all apps.
        apps_url: String,
        /// The URL of the list of all listings.
        browse_url: String,
        /// Whether listings have days to be ordered by.
        is_dated: bool,
        /// The URL of all listings by name.
        az_url: String,
    }
}

/// Apps that the search page leads to where there is no script.
const APPS_TO_START_FROM: usize = 48;

pub(super) fn search(site: &Site, page: &Page) -> Values {
    // Without a script these are a way in, not the list of all apps, which may be long.
    let mut apps: Vec<_> = site.indexes.apps.iter().collect();
    apps.sort_by_key(|app| std::cmp::Reverse(site.indexes.by_app.get(&app.slug).map_or(0, Vec::len)));
    apps.truncate(APPS_TO_START_FROM);
    let search = Search {
        tags: tag_links(site),
        apps: apps.into_iter().map(|app| Tile::of_app(site, app)).collect(),
        apps_url: site.address.url(&Site::apps()),
        browse_url: site.address.url(&Site::browse(Order::Updated, 1)),
        is_dated: site.indexes.is_dated,
        az_url: site.address.url(&Site::browse(Order::Alphabetical, 1)),
    };
    Frame::new(page, PageType::Search, site.language.text("search")).noindex().around(site, &search)
}

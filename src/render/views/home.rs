//! The home page. Knows no markup.

use std::sync::Arc;

use super::card::{Card, cards, new_cards};
use super::collections::CollectionEntry;
use super::frame::Frame;
use super::link::NamedLink;
use super::page::PageType;
use super::tag_link::{TagLink, tag_links};
use super::tile::Tile;
use crate::catalogue::{App, Listing};
use crate::render::data;
use crate::render::templates::Values;
use crate::render::view::view;
use crate::site::{FeedOf, NewsKind, Page, Site};

view! {
    /// The home page.
    Home<'site>("the home page") {
        /// Categories with listings, the largest first.
        tags: Vec<TagLink<'site>>,
        /// The apps with the most listings.
        apps: Vec<Tile<'site>>,
        /// The listings that came last; absent where no listing has a day.
        new: Option<NewListings<'site>>,
        /// The listings whose last version is the newest.
        updated: Vec<Card<'site>>,
        /// The first collections.
        collections: Vec<CollectionEntry<'site>>,
        /// Searches to try, each with the URL of its results.
        examples: Vec<NamedLink<'site>>,
        /// The URL of the page `publish`, if the catalogue has it.
        publish_url: Option<String>,
    }
}

view! {
    /// The newest listings of a month.
    NewListings<'site>("the listings that are new") {
        /// A heading that names the month.
        label: String,
        /// The listings, each with the day on which it came.
        cards: Vec<Card<'site>>,
    }
}

pub(super) fn home(site: &Site, page: &Page) -> Values {
    let catalogue = &site.catalogue;
    let mut apps: Vec<_> = site.indexes.apps.iter().collect();
    apps.sort_by_key(|app| std::cmp::Reverse(site.indexes.by_app.get(&app.slug).map_or(0, Vec::len)));
    let newest = site.indexes.news.months.iter().enumerate().find_map(|(place, ((year, month), _))| {
        let news = site.indexes.news.of_month(place);
        let new: Vec<&Arc<Listing>> =
            news.filter(|entry| entry.kind == NewsKind::New && entry.listing.state().is_none()).map(|entry| &entry.listing).collect();
        let label = site.language.say("new-in", &[("month", site.language.month(*year, *month).into())]);
        (!new.is_empty()).then(|| NewListings { label, cards: new_cards(site, new.into_iter().take(6)) })
    });
    let publish = catalogue.pages.iter().find(|page| &*page.slug == "publish");
    let home = Home {
        tags: tag_links(site),
        apps: apps.iter().take(12).map(|app| Tile::of_app(site, app)).collect(),
        new: newest,
        updated: cards(site, site.indexes.updated.iter().filter(|listing| listing.updated().is_some()).take(6)),
        collections: catalogue.collections.iter().take(3).map(|collection| CollectionEntry::new(site, collection)).collect(),
        examples: apps.iter().take(5).map(|app| example(site, app)).collect(),
        publish_url: publish.map(|page| site.address.url(&Site::prose(&page.slug))),
    };
    Frame::new(page, PageType::Home, &*catalogue.settings.title)
        .description(catalogue.settings.description.as_deref())
        .json_ld(data::web_site(site))
        .feed(site.language.say("feed-of-security-title", &[("site", (&*catalogue.settings.title).into())]), Site::feed(&FeedOf::Security))
        .around(site, &home)
}

/// A search for the name of `app`.
fn example<'site>(site: &Site, app: &'site App) -> NamedLink<'site> {
    let query: String = url::form_urlencoded::byte_serialize(app.name.as_bytes()).collect();
    NamedLink { name: &app.name, url: format!("{}?q={query}", site.address.url(&Site::search())) }
}

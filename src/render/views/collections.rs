//! Curated sets. Knows no markup.

use super::card::Card;
use super::day::Day;
use super::frame::Frame;
use super::icon::Icon;
use super::page::PageType;
use crate::catalogue;
use crate::format::FileRole;
use crate::render::data;
use crate::render::templates::Values;
use crate::render::view::view;
use crate::site::{Page, Site};

view! {
    /// A collection in a list.
    CollectionEntry<'site>("a collection in a list") {
        /// The name.
        title: &'site str,
        /// The URL of its page.
        url: String,
        /// The description, one sentence.
        description: Option<&'site str>,
        /// How many listings it has.
        n: usize,
        /// The icons of its first listings.
        icons: Vec<Icon>,
    }
}

view! {
    /// A collection.
    Collection<'site>("a collection") {
        /// The name.
        title: &'site str,
        /// The description, one sentence.
        description: Option<&'site str>,
        /// The curator.
        curator: Option<&'site str>,
        /// The day on which it last changed.
        updated: Option<Day>,
        /// Its listings.
        items: Vec<CollectionItem<'site>>,
    }
}

view! {
    /// A listing of a collection.
    CollectionItem<'site>("a listing of a collection") {
        /// The listing.
        card: Card<'site>,
        /// Why it was chosen, in a sentence.
        why: Option<&'site str>,
    }
}

impl<'site> CollectionEntry<'site> {
    pub(super) fn new(site: &Site, collection: &'site catalogue::Collection) -> Self {
        let icons = collection.members.iter().take(4).map(|member| Icon::new(site, member.listing.icon.as_ref(), &member.listing.name));
        Self {
            title: &collection.title,
            url: site.address.url(&Site::collection(&collection.slug)),
            description: collection.description.as_deref(),
            n: collection.members.len(),
            icons: icons.collect(),
        }
    }
}

impl<'site> CollectionItem<'site> {
    fn new(site: &Site, member: &'site catalogue::Member) -> Self {
        Self { card: Card::new(site, &member.listing), why: member.why.as_deref() }
    }
}

pub(super) fn collections(site: &Site, page: &Page) -> Values {
    let all: Vec<_> = site.catalogue.collections.iter().map(|collection| CollectionEntry::new(site, collection)).collect();
    let listed = site.catalogue.collections.iter().map(|collection| (&*collection.title, Site::collection(&collection.slug)));
    Frame::new(page, PageType::Collections, site.language.text("collections"))
        .nav("collections")
        .json_ld(data::item_list(site, 1, listed))
        .around(site, &all)
}

pub(super) fn collection(site: &Site, page: &Page, place: usize) -> Values {
    let collection = &site.catalogue.collections[place];
    let view = Collection {
        title: &collection.title,
        description: collection.description.as_deref(),
        curator: collection.curator.as_deref(),
        updated: collection.updated.map(|date| Day::new(site, date)),
        items: collection.members.iter().map(|member| CollectionItem::new(site, member)).collect(),
    };
    let listings = collection.members.iter().map(|member| &member.listing);
    Frame::new(page, PageType::Collection, &*collection.title)
        .description(collection.description.as_deref())
        .nav("collections")
        .below(site.language.text("collections"), Site::collections())
        .source(FileRole::Collection.path(&collection.slug))
        .json_ld(data::listing_list(site, 1, listings))
        .around(site, &view)
}

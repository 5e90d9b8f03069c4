//! Categories, and the listings of one. Knows no markup.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::card::{Card, cards_in};
use super::frame::Frame;
use super::order::{OrderLink, orders};
use super::page::PageType;
use super::pager::{Pager, first, list_title, part};
use super::tag_link::{TagLink, tag_links};
use crate::catalogue;
use crate::render::data;
use crate::render::templates::Values;
use crate::render::view::view;
use crate::site::{FEW, FeedOf, Order, Page, Site};

view! {
    /// A category and a page of its listings.
    Tag<'site>("a category") {
        /// The name.
        label: &'site str,
        /// The description, one sentence.
        description: Option<&'site str>,
        /// The orders to choose from; empty where listings have no days.
        orders: Vec<OrderLink>,
        /// The listings of this page.
        cards: Vec<Card<'site>>,
        /// The position in the list, with links to the other pages.
        pager: Pager,
        /// The categories that its listings are in most often beside this one.
        related: Vec<TagLink<'site>>,
        /// The URL of its Atom feed; absent where it has no listings.
        feed_url: Option<String>,
    }
}

pub(super) fn tag_list(site: &Site, page: &Page) -> Values {
    let in_use = site.catalogue.tags.iter().filter(|tag| site.indexes.by_tag.contains_key(&tag.id));
    let list = data::item_list(site, 1, in_use.map(|tag| (&*tag.label, Site::tag(&tag.id, Order::Updated, 1))));
    Frame::new(page, PageType::Tags, site.language.text("categories")).json_ld(list).around(site, &tag_links(site))
}

pub(super) fn tag(site: &Site, page: &Page, tag: &Arc<catalogue::Tag>, order: Order, number: usize) -> Values {
    let listings = site.indexes.of_tag(&tag.id, order);
    let feed = Site::feed(&FeedOf::Tag(tag.clone()));
    let view = Tag {
        label: &tag.label,
        description: tag.description.as_deref(),
        orders: orders(site, order, |order| Site::tag(&tag.id, order, 1)),
        cards: cards_in(site, order, part(listings, number)),
        pager: Pager::of_listings(site, number, listings, |number| Site::tag(&tag.id, order, number)),
        related: related_tags(site, tag),
        feed_url: (!listings.is_empty()).then(|| site.address.url(&feed)),
    };
    let heading = site.language.say("category-title", &[("category", (&*tag.label).into())]);
    let mut frame = Frame::new(page, PageType::Tag, &*tag.label)
        .title(list_title(&heading, order, number, site))
        .description(tag.description.as_deref().filter(|_| number == 1))
        .nav("browse")
        .below(site.language.text("categories"), Site::tags());
    if order != Order::Updated {
        frame = frame.canonical(Site::tag(&tag.id, Order::Updated, 1));
    }
    if listings.len() < FEW {
        frame = frame.noindex();
    }
    if !listings.is_empty() {
        frame = frame.feed(heading, feed).json_ld(data::listing_list(site, first(number), part(listings, number)));
    }
    frame.around(site, &view)
}

/// Up to six tags that are most often beside this one.
fn related_tags<'site>(site: &'site Site, tag: &catalogue::Tag) -> Vec<TagLink<'site>> {
    let mut beside: BTreeMap<&Arc<str>, usize> = BTreeMap::new();
    let listings = site.indexes.by_tag.get(&tag.id).map(Vec::as_slice).unwrap_or_default();
    for other in listings.iter().take(500).flat_map(|listing| &listing.tags) {
        *beside.entry(&other.id).or_default() += 1;
    }
    beside.remove(&tag.id);
    let mut ranked: Vec<_> = beside.into_iter().collect();
    ranked.sort_by_key(|&(id, n)| (std::cmp::Reverse(n), id));
    let link = |id: &Arc<str>| TagLink::new(site, site.catalogue.tags.iter().find(|other| other.id == *id)?);
    ranked.into_iter().take(6).filter_map(|(id, _)| link(id)).collect()
}

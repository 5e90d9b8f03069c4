//! Categories, and the listings of one. Knows no markup.

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
        related: site.neighbours.of_tag(tag).iter().filter_map(|other| TagLink::new(site, other)).collect(),
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

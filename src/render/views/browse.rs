//! Every listing in an order. Knows no markup.

use super::card::{Card, cards_in};
use super::frame::Frame;
use super::order::{OrderKey, OrderLink, orders};
use super::page::PageType;
use super::pager::{Pager, first, list_title, part};
use super::tag_link::{TagLink, tag_links};
use crate::render::data;
use crate::render::templates::Values;
use crate::render::view::view;
use crate::site::{Order, Page, Site};

view! {
    /// A page of all listings.
    Browse<'site>("a page of all listings") {
        /// The order of the list.
        order: OrderKey,
        /// The orders to choose from; empty where listings have no days.
        orders: Vec<OrderLink>,
        /// Categories with listings, the largest first.
        tags: Vec<TagLink<'site>>,
        /// The listings of this page.
        cards: Vec<Card<'site>>,
        /// The position in the list, with links to the other pages.
        pager: Pager,
    }
}

pub(super) fn browse(site: &Site, page: &Page, order: Order, number: usize) -> Values {
    let listings = match order {
        Order::Updated => &site.indexes.updated,
        Order::New => &site.indexes.new,
        Order::Alphabetical => &site.indexes.a_z,
    };
    let browse = Browse {
        order: order.into(),
        orders: orders(site, order, |order| Site::browse(order, 1)),
        tags: tag_links(site),
        cards: cards_in(site, order, part(listings, number)),
        pager: Pager::of_listings(site, number, listings, |number| Site::browse(order, number)),
    };
    let heading = site.language.text("browse-connectors");
    let mut frame = Frame::new(page, PageType::Browse, &*heading)
        .title(list_title(&heading, order, number, site))
        .nav("browse")
        .json_ld(data::listing_list(site, first(number), part(listings, number)));
    if order != Order::Updated {
        frame = frame.canonical(Site::browse(Order::Updated, 1));
    }
    frame.around(site, &browse)
}

//! Every listing in an order, and the page on which they are searched. Knows no markup.

use serde_json::json;

use super::lists::{first, list_title, orders, pager, part};
use crate::render::context::{app_tile, cards_in, tags};
use crate::render::data;
use crate::render::frame::Frame;
use crate::render::templates::Values;
use crate::site::{Order, PER_PAGE, Page, Site};

pub(super) fn browse(site: &Site, page: &Page, order: Order, number: usize) -> (&'static str, Values) {
    let listings = match order {
        Order::Updated => &site.shelf.updated,
        Order::New => &site.shelf.new,
        Order::AToZ => &site.shelf.a_z,
    };
    let browse = json!({
        "order": order.key(),
        "orders": orders(site, order, |order| Site::browse(order, 1)),
        "tags": tags(site),
        "cards": cards_in(site, order, part(listings, number)),
        "pager": pager(site, number, listings.len(), PER_PAGE, |number| Site::browse(order, number)),
    });
    let heading = site.language.text("browse-connectors");
    let mut frame = Frame::new(page, "browse", &*heading)
        .title(list_title(&heading, order, number, site))
        .nav("browse")
        .json_ld(data::listing_list(site, first(number), part(listings, number)));
    if order != Order::Updated {
        frame = frame.canonical(Site::browse(Order::Updated, 1));
    }
    ("browse.html", frame.values(site).with("browse", &browse))
}

/// Apps that the search page leads to where there is no script.
const APPS_TO_START_FROM: usize = 48;

pub(super) fn search(site: &Site, page: &Page) -> (&'static str, Values) {
    // Without a script these are a way in, not the list of all apps, which may be long.
    let mut apps: Vec<_> = site.shelf.apps.iter().collect();
    apps.sort_by_key(|app| std::cmp::Reverse(site.shelf.by_app.get(&app.slug).map_or(0, Vec::len)));
    apps.truncate(APPS_TO_START_FROM);
    let search = json!({
        "tags": tags(site),
        "apps": apps.into_iter().map(|app| app_tile(site, app)).collect::<Vec<_>>(),
        "apps_url": site.address.url(&Site::apps()),
        "browse_url": site.address.url(&Site::browse(Order::Updated, 1)),
        "is_dated": site.shelf.is_dated,
        "az_url": site.address.url(&Site::browse(Order::AToZ, 1)),
    });
    ("search.html", Frame::new(page, "search", site.language.text("search")).noindex().values(site).with("search", &search))
}

//! What lists of listings share: orders, pages, the links between them. Knows no markup.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::catalogue::Listing;
use crate::render::title::title;
use crate::site::{Order, PER_PAGE, Site, SitePath};

/// The orders of a list as links; none where listings have no dates to be ordered by.
pub(super) fn orders(site: &Site, current: Order, path: impl Fn(Order) -> SitePath) -> Vec<Value> {
    let view = |order: Order| {
        let label = site.language.text(match order {
            Order::Updated => "order-updated",
            Order::New => "order-new",
            Order::AToZ => "order-a-z",
        });
        json!({"key": order.key(), "label": label, "url": site.address.url(&path(order)), "current": order == current})
    };
    if site.shelf.is_dated { Order::ALL.into_iter().map(view).collect() } else { Vec::new() }
}

/// The pages of a list as links: the first, the last, and two around the current one.
pub(super) fn pager(site: &Site, number: usize, n_total: usize, per_page: usize, path: impl Fn(usize) -> SitePath) -> Value {
    let n_pages = n_total.div_ceil(per_page).max(1);
    let url = |number: usize| site.address.url(&path(number));
    let mut links = Vec::new();
    let mut last = 0;
    for shown in (1..=n_pages).filter(|&shown| shown == 1 || shown == n_pages || shown.abs_diff(number) <= 2) {
        if shown > last + 1 {
            links.push(json!({"page": 0, "url": "", "current": false, "gap": true}));
        }
        links.push(json!({"page": shown, "url": url(shown), "current": shown == number, "gap": false}));
        last = shown;
    }
    json!({
        "page": number,
        "n_pages": n_pages,
        "n_total": n_total,
        "first": if n_total == 0 { 0 } else { (number - 1) * per_page + 1 },
        "last": (number * per_page).min(n_total),
        "previous": (number > 1).then(|| url(number - 1)),
        "next": (number < n_pages).then(|| url(number + 1)),
        "links": links,
    })
}

/// The listings on page `number` of a list.
pub(super) fn part(listings: &[Arc<Listing>], number: usize) -> &[Arc<Listing>] {
    let first = ((number - 1) * PER_PAGE).min(listings.len());
    &listings[first..(first + PER_PAGE).min(listings.len())]
}

/// The place in the list of the first listing on page `number`, from 1.
pub(super) fn first(number: usize) -> usize {
    (number - 1) * PER_PAGE + 1
}

/// What a title says of the order and the page, so that titles stay unique.
pub(super) fn list_title(heading: &str, order: Order, number: usize, site: &Site) -> String {
    let heading = match order {
        Order::Updated => heading.to_owned(),
        Order::New => site.language.say("heading-new", &[("heading", heading.into())]),
        Order::AToZ => site.language.say("heading-a-z", &[("heading", heading.into())]),
    };
    let paged = || site.language.say("heading-page", &[("heading", (&*heading).into()), ("page", number.into())]);
    title(site, &if number > 1 { paged() } else { heading })
}

//! A list in parts: which part a page shows, and the way to the others. Knows no markup.

use std::sync::Arc;

use crate::catalogue::Listing;
use crate::render::title::title;
use crate::render::view::view;
use crate::site::{Order, PER_PAGE, Site, SitePath};

view! {
    /// The position of a page in a list, with links to the other pages.
    Pager("a pager") {
        /// The number of this page, from 1.
        page: usize,
        /// How many pages the list has.
        n_pages: usize,
        /// How many entries the list has.
        n_total: usize,
        /// The place of the first entry on this page, from 1; 0 in an empty list.
        first: usize,
        /// The place of the last entry on this page.
        last: usize,
        /// The URL of the page before this one.
        previous: Option<String>,
        /// The URL of the page after this one.
        next: Option<String>,
        /// The first page, the last, and two on each side of this one.
        links: Vec<PageLink>,
    }
}

view! {
    /// A page of a list, or a gap where pages are left out.
    PageLink("a link to a page of a list") {
        /// The number of the page; 0 for a gap.
        page: usize,
        /// Its URL; empty for a gap.
        url: String,
        /// Whether it is this page.
        current: bool,
        /// Whether it marks pages that are left out.
        gap: bool,
    }
}

impl Pager {
    /// The pages of a list of `n_total` entries, from page `number`.
    pub(super) fn new(site: &Site, number: usize, n_total: usize, per_page: usize, path: impl Fn(usize) -> SitePath) -> Self {
        let n_pages = n_total.div_ceil(per_page).max(1);
        let url = |number: usize| site.address.url(&path(number));
        let mut links = Vec::new();
        let mut last = 0;
        for page in (1..=n_pages).filter(|&page| page == 1 || page == n_pages || page.abs_diff(number) <= 2) {
            if page > last + 1 {
                links.push(PageLink { page: 0, url: String::new(), current: false, gap: true });
            }
            links.push(PageLink { page, url: url(page), current: page == number, gap: false });
            last = page;
        }
        Self {
            page: number,
            n_pages,
            n_total,
            first: if n_total == 0 { 0 } else { (number - 1) * per_page + 1 },
            last: (number * per_page).min(n_total),
            previous: (number > 1).then(|| url(number - 1)),
            next: (number < n_pages).then(|| url(number + 1)),
            links,
        }
    }

    /// The pages of a list of listings.
    pub(super) fn of_listings(site: &Site, number: usize, listings: &[Arc<Listing>], path: impl Fn(usize) -> SitePath) -> Self {
        Self::new(site, number, listings.len(), PER_PAGE, path)
    }
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

/// Returns the order and the page number for a title, so that titles stay unique.
pub(super) fn list_title(heading: &str, order: Order, number: usize, site: &Site) -> String {
    let heading = match order {
        Order::Updated => heading.to_owned(),
        Order::New => site.language.say("heading-new", &[("heading", heading.into())]),
        Order::Alphabetical => site.language.say("heading-a-z", &[("heading", heading.into())]),
    };
    let paged = || site.language.say("heading-page", &[("heading", (&*heading).into()), ("page", number.into())]);
    title(site, &if number > 1 { paged() } else { heading })
}

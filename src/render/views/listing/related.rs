//! Which other listings a listing's page leads to. Knows no markup.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::catalogue::{Listing, Mention};
use crate::render::view::view;
use crate::render::views::card::{Card, cards};
use crate::render::views::compare::{MOST, compare_url};
use crate::site::{Order, Site};

/// Related listings on a page, of both kinds together.
const N_RELATED: usize = 6;

view! {
    /// Other listings that a visitor may want.
    Related<'site>("related listings") {
        /// For the same app.
        same_app: Vec<Card<'site>>,
        /// In the same categories.
        same_tags: Vec<Card<'site>>,
        /// The URL of the page that compares the listing with the first for the same app, if there are any.
        compare_url: Option<String>,
    }
}

view! {
    /// The listing that a listing is built on.
    Parent<'site>("a parent") {
        /// The name.
        name: &'site str,
        /// The URL of its page.
        url: String,
        /// The version of it that visitors receive.
        version: Option<String>,
    }
}

impl<'site> Related<'site> {
    /// Others for the same app first, then others with the same tags; never this one, never one that is not recommended.
    pub(super) fn new(site: &'site Site, listing: &Listing) -> Self {
        // Lists in the order of merit begin with those that are recommended: what follows is not looked at.
        let recommended = |listings: &'site [Arc<Listing>]| {
            listings.iter().take_while(|other| other.state().is_none()).filter(|other| other.slug != listing.slug)
        };
        let same_app: Vec<&Arc<Listing>> = recommended(site.indexes.for_app_of(listing)).take(N_RELATED).collect();
        let n_same_app = same_app.len();
        let mut n_shared: BTreeMap<&str, (usize, &Arc<Listing>)> = BTreeMap::new();
        for tag in &listing.tags {
            // The first of each tag by merit are enough to choose six from, which keeps this linear for the whole site.
            for other in recommended(site.indexes.of_tag(&tag.id, Order::Updated)).take(30) {
                if other.app.is_none() || other.app != listing.app {
                    n_shared.entry(&other.slug).or_insert((0, other)).0 += 1;
                }
            }
        }
        let mut same_tags: Vec<(usize, &Arc<Listing>)> = n_shared.into_values().collect();
        same_tags.sort_by(|(n_a, a), (n_b, b)| (n_b, b.updated(), &a.slug).cmp(&(n_a, a.updated(), &b.slug)));
        let same_tags = same_tags.into_iter().take(N_RELATED - n_same_app).map(|(_, other)| other);
        let compared = std::iter::once(&*listing.slug).chain(same_app.iter().map(|other| &*other.slug)).take(MOST);
        let compare_url = (n_same_app > 0).then(|| compare_url(site, compared));
        Self { same_app: cards(site, same_app), same_tags: cards(site, same_tags), compare_url }
    }
}

impl<'site> Parent<'site> {
    pub(super) fn new(site: &Site, parent: &'site Mention) -> Self {
        let version = parent.shared.as_ref().map(ToString::to_string);
        let url = if parent.is_built { site.address.url(&Site::listing(&parent.slug)) } else { site.address.url(&Site::apps()) };
        Self { name: &parent.name, url, version }
    }
}

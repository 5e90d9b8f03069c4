//! Which tags and which apps go together, by the listings that they have in common. Found once for all pages that lead from one to the others.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::Indexes;
use crate::catalogue::{App, Catalogue, Listing, Tag};

/// Neighbours of a tag or an app.
const MOST: usize = 6;
/// Listings that stand for a tag where its neighbours are looked for: the first ones.
const FOR_TAGS: usize = 500;
/// Listings that stand for a tag where apps are compared. A tag of hundreds of listings says little and would cost much.
const FOR_APPS: usize = 60;

/// The neighbours of every tag and every app, those with the most in common first.
#[derive(Debug, Default)]
pub struct Neighbours {
    of_tags: BTreeMap<Arc<str>, Vec<Arc<Tag>>>,
    of_apps: BTreeMap<Arc<str>, Vec<Arc<App>>>,
}

impl Neighbours {
    /// The neighbours in `catalogue`, whose lists are `indexes`.
    pub(super) fn new(catalogue: &Catalogue, indexes: &Indexes) -> Self {
        let of_tags = indexes.by_tag.par_iter().map(|(id, listings)| (id.clone(), beside(id, listings)));
        let by_tag: BTreeMap<&str, Vec<&Arc<App>>> = indexes
            .by_tag
            .iter()
            .map(|(id, listings)| (&**id, listings.iter().take(FOR_APPS).filter_map(|other| other.app.as_ref()).collect()))
            .collect();
        let of_apps = indexes.by_app.par_iter().filter_map(|(slug, listings)| {
            let similar = similar(catalogue.apps.get(slug)?, listings, &by_tag);
            Some((slug.clone(), similar))
        });
        Self { of_tags: of_tags.collect(), of_apps: of_apps.collect() }
    }

    /// Up to six tags that its listings have most often beside `tag`.
    #[must_use]
    pub fn of_tag(&self, tag: &Tag) -> &[Arc<Tag>] {
        self.of_tags.get(&tag.id).map(Vec::as_slice).unwrap_or_default()
    }

    /// Up to six apps whose listings share the most tags with those of `app`.
    #[must_use]
    pub fn of_app(&self, app: &App) -> &[Arc<App>] {
        self.of_apps.get(&app.slug).map(Vec::as_slice).unwrap_or_default()
    }
}

fn beside(id: &str, listings: &[Arc<Listing>]) -> Vec<Arc<Tag>> {
    let mut beside: BTreeMap<&str, (usize, &Arc<Tag>)> = BTreeMap::new();
    for other in listings.iter().take(FOR_TAGS).flat_map(|listing| &listing.tags).filter(|other| *other.id != *id) {
        beside.entry(&other.id).or_insert((0, other)).0 += 1;
    }
    first(beside)
}

/// The apps of the listings `by_tag` that share the most tags with `listings`, which are for `app`.
fn similar(app: &App, listings: &[Arc<Listing>], by_tag: &BTreeMap<&str, Vec<&Arc<App>>>) -> Vec<Arc<App>> {
    // Each tag is gone through once, however many of the listings have it.
    let mut n_tagged: BTreeMap<&str, usize> = BTreeMap::new();
    for tag in listings.iter().flat_map(|listing| &listing.tags) {
        *n_tagged.entry(&tag.id).or_default() += 1;
    }
    let mut shared: BTreeMap<&str, (usize, &Arc<App>)> = BTreeMap::new();
    for (tag, n) in n_tagged {
        for other in by_tag.get(tag).into_iter().flatten().filter(|other| other.slug != app.slug) {
            shared.entry(&other.slug).or_insert((0, other)).0 += n;
        }
    }
    first(shared)
}

/// The entries with the greatest numbers; of equal ones those that come first by their key.
fn first<T>(counted: BTreeMap<&str, (usize, &Arc<T>)>) -> Vec<Arc<T>> {
    let mut ranked: Vec<(usize, &Arc<T>)> = counted.into_values().collect();
    ranked.sort_by_key(|&(n, _)| Reverse(n));
    ranked.into_iter().take(MOST).map(|(_, entry)| entry.clone()).collect()
}

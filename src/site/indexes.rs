//! The catalogue in the orders that lists need, each made once. Linear but for the sorts.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{AlphabeticalIndex, NewsIndex, Order, fold};
use crate::catalogue::{App, Catalogue, Listing, Publisher};

/// Listings on one page of a list.
pub const PER_PAGE: usize = 24;

type Listings = Vec<Arc<Listing>>;

/// Listed listings, sorted.
#[derive(Debug, Default)]
pub struct Indexes {
    /// By merit: active ones first, then the newest version, then the name.
    pub updated: Listings,
    /// By the day of the first version, newest first; deprecated ones last.
    pub new: Listings,
    /// By name.
    pub a_z: Listings,
    /// By slug.
    pub by_slug: Listings,
    /// By tag id, in order of merit.
    pub by_tag: BTreeMap<Arc<str>, Listings>,
    /// By tag id, the newest listing first.
    pub by_tag_new: BTreeMap<Arc<str>, Listings>,
    /// By tag id, by name.
    pub by_tag_a_z: BTreeMap<Arc<str>, Listings>,
    /// By app slug, in order of merit.
    pub by_app: BTreeMap<Arc<str>, Listings>,
    /// By app slug, in the order of the app's pages: active ones first, and of those the vendor's own.
    pub by_app_vendor_first: BTreeMap<Arc<str>, Listings>,
    /// By publisher slug, in order of merit.
    pub by_publisher: BTreeMap<Arc<str>, Listings>,
    /// By parent slug, in order of merit.
    pub by_parent: BTreeMap<Arc<str>, Listings>,
    /// The listings that need another one, by the slug of that, in order of merit.
    pub by_dependency: BTreeMap<Arc<str>, Listings>,
    /// Titles and slugs of the collections a listing is in, by its slug.
    pub collections_of: BTreeMap<Arc<str>, Vec<usize>>,
    /// Whether any listing says when it was updated: without a date there is no order by dates.
    pub is_dated: bool,
    /// The apps that have listings.
    pub apps: AlphabeticalIndex<Arc<App>>,
    /// The publishers.
    pub publishers: AlphabeticalIndex<Arc<Publisher>>,
    /// The event.
    pub news: NewsIndex,
}

impl Indexes {
    /// The listings for the app of `listing`, itself among them.
    #[must_use]
    pub fn for_app_of(&self, listing: &Listing) -> &[Arc<Listing>] {
        listing.app.as_ref().and_then(|app| self.by_app.get(&app.slug)).map(Vec::as_slice).unwrap_or_default()
    }

    /// How many of `listings`, a list with the active ones first, are active.
    #[must_use]
    pub fn n_active(listings: &[Arc<Listing>]) -> usize {
        listings.partition_point(|listing| listing.state().is_none())
    }

    /// How many of `listings`, a list in the order of an app's pages, are active and by the vendor.
    #[must_use]
    pub fn n_official(listings: &[Arc<Listing>]) -> usize {
        listings.partition_point(|listing| listing.state().is_none() && listing.is_official())
    }

    /// Sorts the listings of `catalogue`.
    #[must_use]
    pub fn new(catalogue: &Catalogue) -> Self {
        let names: BTreeMap<&str, String> = catalogue.listings.iter().map(|(slug, listing)| (&**slug, fold(&listing.name))).collect();
        let name = |listing: &Arc<Listing>| names.get(&*listing.slug).cloned().unwrap_or_default();
        let by_slug: Listings = catalogue.listings.values().filter(|listing| listing.is_listed()).cloned().collect();
        let mut a_z = by_slug.clone();
        a_z.sort_by_cached_key(|listing| (name(listing), listing.slug.clone()));
        // The sorts are stable: what they do not decide stays in the order of names.
        let mut updated = a_z.clone();
        updated.sort_by_key(|listing| (listing.state().is_some(), std::cmp::Reverse(listing.updated())));
        let mut new = a_z.clone();
        new.sort_by_key(|listing| (listing.state().is_some(), std::cmp::Reverse(listing.added())));
        let mut indexes = Self { by_tag: by_tag(&updated), by_tag_new: by_tag(&new), by_tag_a_z: by_tag(&a_z), ..Self::default() };
        for listing in &updated {
            if let Some(app) = &listing.app {
                indexes.by_app.entry(app.slug.clone()).or_default().push(listing.clone());
            }
            if let Some(publisher) = &listing.publisher {
                indexes.by_publisher.entry(publisher.slug.clone()).or_default().push(listing.clone());
            }
            for needed in &listing.depends_on {
                indexes.by_dependency.entry(needed.slug.clone()).or_default().push(listing.clone());
            }
            if let Some(parent) = &listing.parent {
                indexes.by_parent.entry(parent.slug.clone()).or_default().push(listing.clone());
            }
        }
        indexes.by_app_vendor_first = indexes.by_app.clone();
        for listings in indexes.by_app_vendor_first.values_mut() {
            listings.sort_by_cached_key(|listing| (listing.state().is_some(), !listing.is_official()));
        }
        for (place, collection) in catalogue.collections.iter().enumerate() {
            for member in &collection.members {
                indexes.collections_of.entry(member.listing.slug.clone()).or_default().push(place);
            }
        }
        let in_use: Vec<_> = catalogue.apps.values().filter(|app| indexes.by_app.contains_key(&app.slug)).cloned().collect();
        indexes.apps = AlphabeticalIndex::new(in_use, |app| &app.name);
        indexes.is_dated = a_z.iter().any(|listing| listing.updated().is_some());
        let publishing: Vec<_> =
            catalogue.publishers.values().filter(|publisher| indexes.by_publisher.contains_key(&publisher.slug)).cloned().collect();
        indexes.publishers = AlphabeticalIndex::new(publishing, |publisher| &publisher.name);
        indexes.news = NewsIndex::new(catalogue);
        Self { updated, new, a_z, by_slug, ..indexes }
    }

    /// The listings of a tag in `order`.
    #[must_use]
    pub fn of_tag(&self, id: &str, order: Order) -> &[Arc<Listing>] {
        let indexes = match order {
            Order::Updated => &self.by_tag,
            Order::New => &self.by_tag_new,
            Order::Alphabetical => &self.by_tag_a_z,
        };
        indexes.get(id).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The listings of each tag, in the order they come in.
fn by_tag(listings: &[Arc<Listing>]) -> BTreeMap<Arc<str>, Listings> {
    let mut by_tag: BTreeMap<Arc<str>, Listings> = BTreeMap::new();
    for listing in listings {
        for tag in &listing.tags {
            by_tag.entry(tag.id.clone()).or_default().push(listing.clone());
        }
    }
    by_tag
}

//! The catalogue in the orders that lists need, each made once. Linear but for the sorts.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::{AlphabeticalIndex, Order, fold};
use crate::catalogue::{App, Catalogue, Listing, Publisher};
use crate::format::State;

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
    /// By tag id, in order of merit.
    pub by_tag: BTreeMap<Arc<str>, Listings>,
    /// By tag id, the newest listing first.
    pub by_tag_new: BTreeMap<Arc<str>, Listings>,
    /// By tag id, by name.
    pub by_tag_a_z: BTreeMap<Arc<str>, Listings>,
    /// By app slug, in order of merit.
    pub by_app: BTreeMap<Arc<str>, Listings>,
    /// By publisher slug, in order of merit.
    pub by_publisher: BTreeMap<Arc<str>, Listings>,
    /// By parent slug, in order of merit.
    pub by_parent: BTreeMap<Arc<str>, Listings>,
    /// Titles and slugs of the collections a listing is in, by its slug.
    pub collections_of: BTreeMap<Arc<str>, Vec<usize>>,
    /// Whether any listing says when it was updated: without a date there is no order by dates.
    pub is_dated: bool,
    /// The apps that have listings.
    pub apps: AlphabeticalIndex<Arc<App>>,
    /// The publishers.
    pub publishers: AlphabeticalIndex<Arc<Publisher>>,
    /// The events, newest month first; within a month newest first.
    pub months: Vec<((i16, i8), Vec<News>)>,
}

/// Something that happened on a day.
#[derive(Debug, Clone)]
pub struct News {
    /// The day.
    pub date: Date,
    /// The event.
    pub kind: NewsKind,
    /// To which listing.
    pub listing: Arc<Listing>,
}

/// The kind of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NewsKind {
    /// Its first version came out.
    New,
    /// A version came out: the index into its versions.
    Release(usize),
    /// It was deprecated.
    Deprecated,
    /// It was suspended.
    Suspended,
}

impl Indexes {
    /// The listings for the app of `listing`, itself among them.
    #[must_use]
    pub fn for_app_of(&self, listing: &Listing) -> &[Arc<Listing>] {
        listing.app.as_ref().and_then(|app| self.by_app.get(&app.slug)).map(Vec::as_slice).unwrap_or_default()
    }

    /// Sorts the listings of `catalogue`.
    #[must_use]
    pub fn new(catalogue: &Catalogue) -> Self {
        let names: BTreeMap<&str, String> = catalogue.listings.iter().map(|(slug, listing)| (&**slug, fold(&listing.name))).collect();
        let name = |listing: &Arc<Listing>| names.get(&*listing.slug).cloned().unwrap_or_default();
        let mut a_z: Listings = catalogue.listings.values().filter(|listing| listing.is_listed()).cloned().collect();
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
            if let Some(parent) = &listing.parent {
                indexes.by_parent.entry(parent.slug.clone()).or_default().push(listing.clone());
            }
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
        indexes.months = months(&updated);
        Self { updated, new, a_z, ..indexes }
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

/// First versions, releases of a first or second number, and changes of state, by month.
fn months(listings: &[Arc<Listing>]) -> Vec<((i16, i8), Vec<News>)> {
    let mut months: BTreeMap<(i16, i8), Vec<News>> = BTreeMap::new();
    let mut tell = |date: Date, kind, listing: &Arc<Listing>| {
        months.entry((date.year(), date.month())).or_default().push(News { date, kind, listing: listing.clone() });
    };
    for listing in listings {
        let last = listing.versions.len().saturating_sub(1);
        for (place, release) in listing.versions.iter().enumerate() {
            let Some(date) = release.date.filter(|_| release.withdrawn.is_none() || place == last) else { continue };
            if place == last {
                tell(date, NewsKind::New, listing);
            } else if !release.version.is_prerelease() {
                tell(date, NewsKind::Release(place), listing);
            }
        }
        let lifecycle = listing.lifecycle.as_ref();
        if let Some((state, since)) = lifecycle.and_then(|lifecycle| Some((lifecycle.state, lifecycle.since?))) {
            match state {
                State::Deprecated => tell(since, NewsKind::Deprecated, listing),
                State::Suspended => tell(since, NewsKind::Suspended, listing),
                State::Unpublished | State::Removed => {}
            }
        }
    }
    for news in months.values_mut() {
        news.sort_by(|a, b| (b.date, a.kind, &a.listing.slug).cmp(&(a.date, b.kind, &b.listing.slug)));
    }
    months.into_iter().rev().collect()
}

//! What happened to listings, as far as they state a day: for feeds, and for the pages of news. Knows no words.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::catalogue::{Catalogue, Listing};
use crate::format::{ChangeKind, Reason, State};

/// Entries of a feed of several listings.
const PER_FEED: usize = 50;

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

/// What can happen to a listing. A new slug is not among it: nothing states the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NewsKind {
    /// Its first version came out.
    New,
    /// A version came out that visitors receive, or received: the index into its versions.
    Release(usize),
    /// A version was withdrawn: the index into its versions.
    Withdrawn(usize),
    /// It was deprecated.
    Deprecated,
    /// It was suspended.
    Suspended,
    /// Its publisher withdrew it.
    Unpublished,
    /// It was removed.
    Removed,
}

impl News {
    /// Whether it concerns the security of those who use the listing: a state for that reason, or a version with a security fix.
    #[must_use]
    pub fn is_security(&self) -> bool {
        match self.kind {
            NewsKind::Release(place) => self
                .listing
                .versions
                .get(place)
                .is_some_and(|release| release.changes.iter().any(|(kind, _)| *kind == ChangeKind::Security)),
            NewsKind::New | NewsKind::Withdrawn(_) => false,
            NewsKind::Deprecated | NewsKind::Suspended | NewsKind::Unpublished | NewsKind::Removed => {
                self.listing.lifecycle.as_ref().is_some_and(|lifecycle| lifecycle.reason == Some(Reason::Security))
            }
        }
    }
}

impl NewsKind {
    /// What happened to `listing` on which day, in no order. Of a listing that is gone, only that.
    #[must_use]
    pub fn of(listing: &Listing) -> Vec<(Self, Date)> {
        let mut found = Vec::new();
        let mut add = |date: Option<Date>, kind| found.extend(date.map(|date| (kind, date)));
        let last = listing.versions.len().saturating_sub(1);
        let received = listing.versions.iter().position(|release| Some(&release.version) == listing.shared.as_ref());
        let versions = if listing.is_gone() { &[] } else { &listing.versions[..] };
        for (place, release) in versions.iter().enumerate() {
            let is_past = received.is_none_or(|received| place > received) && !release.version.is_prerelease();
            match &release.withdrawn {
                _ if place == last => add(release.date, NewsKind::New),
                None if is_past || received == Some(place) => add(release.date, NewsKind::Release(place)),
                _ => {}
            }
            add(release.withdrawn.as_ref().and_then(|withdrawn| withdrawn.since), NewsKind::Withdrawn(place));
        }
        if let Some(lifecycle) = &listing.lifecycle {
            let kind = match lifecycle.state {
                State::Deprecated => NewsKind::Deprecated,
                State::Suspended => NewsKind::Suspended,
                State::Unpublished => NewsKind::Unpublished,
                State::Removed => NewsKind::Removed,
            };
            add(lifecycle.since, kind);
        }
        found
    }
}

/// A month, and the places of its news.
pub type Month = ((i16, i8), Vec<usize>);

/// All news about listings that lists may name: the newest first, and of one day what concerns security first.
#[derive(Debug, Default)]
pub struct NewsIndex {
    all: Vec<News>,
    security: Vec<usize>,
    by_tag: BTreeMap<Arc<str>, Vec<usize>>,
    by_app: BTreeMap<Arc<str>, Vec<usize>>,
    by_publisher: BTreeMap<Arc<str>, Vec<usize>>,
    /// What pages tell, newest month first; within a month in the order of all.
    pub months: Vec<Month>,
}

impl NewsIndex {
    pub(super) fn new(catalogue: &Catalogue) -> Self {
        let listings = catalogue.listings.values().filter(|listing| listing.may_be_listed());
        let of = |listing: &Arc<Listing>| {
            let news = |(kind, date)| News { date, kind, listing: listing.clone() };
            NewsKind::of(listing).into_iter().map(news).collect::<Vec<_>>()
        };
        let mut all: Vec<News> = listings.flat_map(of).collect();
        all.sort_by_cached_key(|news| (Reverse(news.date), !news.is_security(), news.kind, news.listing.slug.clone()));
        let mut index = Self::default();
        let mut months: BTreeMap<(i16, i8), Vec<usize>> = BTreeMap::new();
        for (place, news) in all.iter().enumerate() {
            let listing = &*news.listing;
            let add = |list: &mut Vec<usize>| {
                if list.len() < PER_FEED {
                    list.push(place);
                }
            };
            if news.is_security() {
                add(&mut index.security);
            }
            for tag in &listing.tags {
                add(index.by_tag.entry(tag.id.clone()).or_default());
            }
            if let Some(app) = &listing.app {
                add(index.by_app.entry(app.slug.clone()).or_default());
            }
            if let Some(publisher) = &listing.publisher {
                add(index.by_publisher.entry(publisher.slug.clone()).or_default());
            }
            if matches!(news.kind, NewsKind::New | NewsKind::Release(_) | NewsKind::Deprecated | NewsKind::Suspended) {
                months.entry((news.date.year(), news.date.month())).or_default().push(place);
            }
        }
        Self { all, months: months.into_iter().rev().collect(), ..index }
    }

    /// The newest of all.
    pub fn newest(&self) -> impl Iterator<Item = &News> {
        self.all.iter().take(PER_FEED)
    }

    /// The newest that concern security.
    pub fn of_security(&self) -> impl Iterator<Item = &News> {
        self.at(&self.security)
    }

    /// The newest about the listings of a tag.
    pub fn of_tag(&self, id: &str) -> impl Iterator<Item = &News> {
        self.at(self.by_tag.get(id).map(Vec::as_slice).unwrap_or_default())
    }

    /// The newest about the listings of an app.
    pub fn of_app(&self, slug: &str) -> impl Iterator<Item = &News> {
        self.at(self.by_app.get(slug).map(Vec::as_slice).unwrap_or_default())
    }

    /// The newest about the listings of a publisher.
    pub fn of_publisher(&self, slug: &str) -> impl Iterator<Item = &News> {
        self.at(self.by_publisher.get(slug).map(Vec::as_slice).unwrap_or_default())
    }

    /// The news of a month, by its place among the months.
    pub fn of_month(&self, place: usize) -> impl Iterator<Item = &News> {
        self.at(self.months.get(place).map(|(_, places)| places.as_slice()).unwrap_or_default())
    }

    fn at<'index>(&'index self, places: &'index [usize]) -> impl Iterator<Item = &'index News> {
        places.iter().filter_map(|&place| self.all.get(place))
    }
}

//! The entries of feeds, in the order of both formats: newest first. Knows no syntax.

use jiff::civil::Date;

use crate::catalogue::{Listing, Release};
use crate::render::reason::reason;
use crate::site::{FeedOf, News, NewsKind, Site};

/// Versions in a listing's feed.
const N_RELEASES: usize = 10;

/// Something to tell in a feed.
pub(super) struct Entry<'site> {
    pub(super) listing: &'site Listing,
    pub(super) date: Date,
    pub(super) title: String,
    text: Option<&'site str>,
    /// The part of its id that is unique within its listing.
    part: String,
}

/// A version; a withdrawn one is not told.
fn release<'site>(listing: &'site Listing, release: &'site Release) -> Option<Entry<'site>> {
    let title = format!("{} {}", listing.name, release.version);
    let text = release.notes.as_deref();
    let date = release.date.filter(|_| release.withdrawn.is_none())?;
    Some(Entry { listing, date, title, text, part: release.version.anchor() })
}

/// Returns the entries of the feed of `of`.
pub(super) fn entries<'site>(site: &'site Site, of: &'site FeedOf) -> Vec<Entry<'site>> {
    let news = &site.indexes.news;
    match of {
        FeedOf::Listing(listing) => of_listing(site, listing),
        FeedOf::Tag(tag) => told(site, news.of_tag(&tag.id)),
        FeedOf::App(app) => told(site, news.of_app(&app.slug)),
        FeedOf::Publisher(publisher) => told(site, news.of_publisher(&publisher.slug)),
        FeedOf::Site => told(site, news.newest()),
        FeedOf::Security => told(site, news.of_security()),
    }
}

/// All versions of a listing, whether visitors receive them or not, and what became of them and of itself.
fn of_listing<'site>(site: &'site Site, listing: &'site Listing) -> Vec<Entry<'site>> {
    let versions = if listing.is_gone() { &[] } else { &listing.versions[..] };
    let changes = NewsKind::of(listing).into_iter().filter(|(kind, _)| !matches!(kind, NewsKind::New | NewsKind::Release(_)));
    let changes = changes.map(|(kind, date)| entry(site, listing, kind, date));
    let mut entries: Vec<_> = changes.chain(versions.iter().filter_map(|version| release(listing, version)).take(N_RELEASES)).collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.date));
    entries
}

fn told<'site>(site: &'site Site, news: impl Iterator<Item = &'site News>) -> Vec<Entry<'site>> {
    news.map(|news| entry(site, &news.listing, news.kind, news.date)).collect()
}

fn entry<'site>(site: &'site Site, listing: &'site Listing, kind: NewsKind, date: Date) -> Entry<'site> {
    let name = || ("name", (&*listing.name).into());
    let lifecycle = listing.lifecycle.as_ref();
    let state = |key: &str, part: &str| {
        let what = site.language.say(key, &[name()]);
        let title = match lifecycle.and_then(|lifecycle| lifecycle.reason) {
            Some(because) => site.language.say("feed-because", &[("what", what.into()), ("reason", reason(site, because).into())]),
            None => what,
        };
        (title, lifecycle.and_then(|lifecycle| lifecycle.note.as_deref()), part.to_owned())
    };
    let (title, text, part) = match kind {
        NewsKind::New => (site.language.say("feed-new", &[name()]), listing.file.summary.get().map(|text| &**text), "new".to_owned()),
        NewsKind::Release(place) => {
            let version = &listing.versions[place];
            (format!("{} {}", listing.name, version.version), version.notes.as_deref(), version.version.anchor())
        }
        NewsKind::Withdrawn(place) => {
            let version = &listing.versions[place];
            let title = site.language.say("feed-withdrawn", &[name(), ("version", version.version.to_string().into())]);
            let reason = version.withdrawn.as_ref().and_then(|withdrawn| withdrawn.reason.as_deref());
            (title, reason, format!("withdrawn-{}", version.version.anchor()))
        }
        NewsKind::Deprecated => state("feed-deprecated", "deprecated"),
        NewsKind::Suspended => state("feed-suspended", "suspended"),
        NewsKind::Unpublished => state("feed-unpublished", "unpublished"),
        NewsKind::Removed => state("feed-removed", "removed"),
    };
    Entry { listing, date, title, text, part }
}

impl<'site> Entry<'site> {
    /// The same for as long as the entry exists, in every feed that contains it.
    pub(super) fn id(&self, site: &Site) -> String {
        format!("{}#{}", self.url(site), self.part)
    }

    /// The page it is about.
    pub(super) fn url(&self, site: &Site) -> String {
        site.address.absolute(&Site::listing(&self.listing.slug))
    }

    /// The text below the title.
    pub(super) fn text(&self) -> Option<&'site str> {
        self.text.map(str::trim).filter(|text| !text.is_empty())
    }

    /// The publisher of the subject.
    pub(super) fn author(&self, site: &'site Site) -> &'site str {
        self.listing.publisher.as_ref().map_or(&site.catalogue.settings.title, |publisher| &publisher.name)
    }
}

/// A day as RFC 3339 wants it; feeds without a single entry carry the beginning of time.
pub(super) fn stamp(date: Option<Date>) -> String {
    date.map_or_else(|| "1970-01-01T00:00:00Z".to_owned(), |date| format!("{date}T00:00:00Z"))
}

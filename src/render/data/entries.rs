//! What feeds tell, in the order of both formats: newest first. Knows no syntax.

use std::sync::Arc;

use jiff::civil::Date;

use crate::catalogue::{Listing, Release};
use crate::site::{FeedOf, NewsKind, Site};

/// Entries of the site's feed, and of a tag's, an app's or a publisher's.
const N_ENTRIES: usize = 50;
/// Entries of a listing's feed.
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
    let newest_of = |listings: Option<&'site Vec<Arc<Listing>>>| {
        let of_listing = |listing: &'site Arc<Listing>| listing.versions.iter().find_map(|version| release(listing, version));
        let mut entries: Vec<_> = listings.into_iter().flatten().filter_map(of_listing).collect();
        entries.sort_by(|a, b| (b.date, &a.listing.slug).cmp(&(a.date, &b.listing.slug)));
        entries.truncate(N_ENTRIES);
        entries
    };
    match of {
        FeedOf::Listing(listing) => listing.versions.iter().filter_map(|version| release(listing, version)).take(N_RELEASES).collect(),
        FeedOf::Tag(tag) => newest_of(site.indexes.by_tag.get(&tag.id)),
        FeedOf::App(app) => newest_of(site.indexes.by_app.get(&app.slug)),
        FeedOf::Publisher(publisher) => newest_of(site.indexes.by_publisher.get(&publisher.slug)),
        FeedOf::Site => site
            .indexes
            .months
            .iter()
            .flat_map(|(_, news)| news)
            .take(N_ENTRIES)
            .map(|news| {
                let listing = &*news.listing;
                let say = |key| site.language.say(key, &[("name", (&*listing.name).into())]);
                let lifecycle_note = listing.lifecycle.as_ref().and_then(|lifecycle| lifecycle.note.as_deref());
                let (title, text, part) = match news.kind {
                    NewsKind::New => (say("feed-new"), listing.file.summary.get().map(|text| &**text), "new".to_owned()),
                    NewsKind::Release(place) => {
                        let version = &listing.versions[place];
                        (format!("{} {}", listing.name, version.version), version.notes.as_deref(), version.version.anchor())
                    }
                    NewsKind::Deprecated => (say("feed-deprecated"), lifecycle_note, "deprecated".to_owned()),
                    NewsKind::Suspended => (say("feed-suspended"), lifecycle_note, "suspended".to_owned()),
                };
                Entry { listing, date: news.date, title, text, part }
            })
            .collect(),
    }
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

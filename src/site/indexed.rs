//! Which pages are worth a search engine's visit, and when each last changed. Knows the plan; knows no XML.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Order, Show, Site, SitePath, SitemapEntry, sitemap};
use crate::catalogue::Listing;

/// A tag with fewer listings than this is not worth a search engine's visit.
pub const FEW: usize = 3;

impl Site {
    /// The address of a sitemap's part, from 1.
    #[must_use]
    pub fn sitemap_part(number: usize) -> SitePath {
        SitePath::file(format!("sitemap-{number}.xml"))
    }

    /// The sitemaps that hold all indexed pages: at least one, and all but the last as full as they may be.
    pub(super) fn sitemaps(&self) -> Vec<Vec<SitemapEntry>> {
        let indexed = self.pages().filter(|page| self.is_indexed(&page.show));
        let entries = indexed.map(|page| SitemapEntry { path: page.path.clone(), changed: self.changed(&page.show) });
        sitemap::sitemaps(entries, &self.address)
    }

    /// Whether a search engine should show the page; a page that it should not says so itself, or names another one as the place of its content.
    fn is_indexed(&self, show: &Show) -> bool {
        match show {
            Show::Listing(listing) | Show::Versions(listing) => listing.is_listed(),
            Show::Browse(order, _) => *order == Order::Updated,
            Show::Tag(tag, order, _) => {
                *order == Order::Updated && self.indexes.by_tag.get(&tag.id).is_some_and(|listings| listings.len() >= FEW)
            }
            Show::App(app, _) => self.indexes.by_app.contains_key(&app.slug),
            Show::Publisher(publisher, _) => self.indexes.by_publisher.contains_key(&publisher.slug),
            Show::Home
            | Show::Apps(_)
            | Show::Publishers(_)
            | Show::Tags
            | Show::Collections
            | Show::Collection(_)
            | Show::News(_)
            | Show::Announced
            | Show::Rules
            | Show::Submit
            | Show::Prose(_)
            | Show::Agreement(_) => true,
            Show::Search
            | Show::Tombstone(_)
            | Show::Redirect { .. }
            | Show::Queue
            | Show::Rule(_)
            | Show::NotFound
            | Show::File(_)
            | Show::ListingJson(_)
            | Show::Badge(_)
            | Show::Embed(_)
            | Show::Oembed(_)
            | Show::Feed(_)
            | Show::SitemapPart(_)
            | Show::Media(_) => false,
        }
    }

    fn changed(&self, show: &Show) -> Option<Date> {
        let newest = |listings: Option<&Vec<Arc<Listing>>>| listings?.iter().filter_map(|listing| listing.updated()).max();
        match show {
            Show::Home | Show::Browse(..) => newest(Some(&self.indexes.updated)),
            Show::Listing(listing) | Show::Versions(listing) => listing.updated(),
            Show::App(app, _) => newest(self.indexes.by_app.get(&app.slug)),
            Show::Publisher(publisher, _) => newest(self.indexes.by_publisher.get(&publisher.slug)),
            Show::Tag(tag, ..) => newest(self.indexes.by_tag.get(&tag.id)),
            Show::Collection(place) => self.catalogue.collections[*place].updated,
            Show::News(place) => self.indexes.months[*place].1.iter().map(|news| news.date).max(),
            // Lists of names and texts: the content has no day on which they changed. The rest is in no sitemap.
            Show::Apps(_)
            | Show::Publishers(_)
            | Show::Tags
            | Show::Collections
            | Show::Announced
            | Show::Rules
            | Show::Submit
            | Show::Prose(_)
            | Show::Agreement(_)
            | Show::Search
            | Show::Tombstone(_)
            | Show::Redirect { .. }
            | Show::Queue
            | Show::Rule(_)
            | Show::NotFound
            | Show::File(_)
            | Show::ListingJson(_)
            | Show::Badge(_)
            | Show::Embed(_)
            | Show::Oembed(_)
            | Show::Feed(_)
            | Show::SitemapPart(_)
            | Show::Media(_) => None,
        }
    }
}

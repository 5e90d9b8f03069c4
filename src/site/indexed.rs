//! Which pages are worth a search engine's visit, and when each last changed. Knows the plan; knows no XML.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Indexes, Order, PageKind, Site, SitePath, SitemapEntry, sitemap};
use crate::catalogue::{self, Listing};

/// A tag with fewer listings than this is not worth a search engine's visit.
pub const FEW: usize = 3;

impl Site {
    /// The address of a sitemap's part, from 1.
    #[must_use]
    pub fn sitemap_part(number: usize) -> SitePath {
        SitePath::file(format!("sitemap-{number}.xml"))
    }

    /// The sitemaps that contain all indexed pages: at least one, and all but the last as full as they may be.
    pub(super) fn sitemaps(&self) -> Vec<Vec<SitemapEntry>> {
        let indexed = self.pages().filter(|page| self.is_indexed(&page.kind));
        let entries = indexed.map(|page| SitemapEntry { path: page.path.clone(), changed: self.changed(&page.kind) });
        sitemap::sitemaps(entries, &self.address)
    }

    /// Whether a search engine should show the page; a page that it should not says so itself, or names another one as the place of its content.
    fn is_indexed(&self, kind: &PageKind) -> bool {
        match kind {
            PageKind::Listing(listing) | PageKind::Versions(listing) | PageKind::Doc(listing, _) => listing.is_listed(),
            PageKind::Browse(order, _) => *order == Order::Updated,
            PageKind::Tag(tag, order, _) => {
                *order == Order::Updated && self.indexes.by_tag.get(&tag.id).is_some_and(|listings| listings.len() >= FEW)
            }
            PageKind::App(app, _) => self.indexes.by_app.contains_key(&app.slug),
            PageKind::Publisher(publisher, _) => self.indexes.by_publisher.contains_key(&publisher.slug),
            PageKind::Home
            | PageKind::Apps(_)
            | PageKind::Publishers(_)
            | PageKind::Tags
            | PageKind::Collections
            | PageKind::Collection(_)
            | PageKind::News(_)
            | PageKind::Announced
            | PageKind::Rules
            | PageKind::Submit
            | PageKind::Prose(_)
            | PageKind::Agreement(_) => true,
            PageKind::Search
            | PageKind::Compare
            | PageKind::Tombstone(_)
            | PageKind::Redirect { .. }
            | PageKind::Queue
            | PageKind::Rule(_)
            | PageKind::NotFound
            | PageKind::File(_)
            | PageKind::Api(_)
            | PageKind::Badge(_)
            | PageKind::Embed(_)
            | PageKind::Oembed(_)
            | PageKind::Feed(_)
            | PageKind::SitemapPart(_)
            | PageKind::Media(_) => false,
        }
    }

    fn changed(&self, kind: &PageKind) -> Option<Date> {
        let newest = |listings: Option<&Vec<Arc<Listing>>>| newest(listings?);
        let of_text = |page: &catalogue::Page| self.catalogue.last_changes.of_page(&page.text.path);
        match kind {
            PageKind::Home | PageKind::Browse(..) => newest(Some(&self.indexes.updated)),
            PageKind::Listing(listing) => listing.updated().max(self.catalogue.last_changes.of_page(&listing.path)),
            PageKind::Versions(listing) => listing.updated(),
            PageKind::Doc(listing, place) => of_text(&listing.docs[*place]).or(listing.updated()),
            PageKind::Prose(place) => of_text(&self.catalogue.pages[*place]),
            PageKind::Agreement(place) => of_text(&self.catalogue.agreements[*place]),
            PageKind::App(app, _) => newest(self.indexes.by_app.get(&app.slug)),
            PageKind::Publisher(publisher, _) => newest(self.indexes.by_publisher.get(&publisher.slug)),
            PageKind::Tag(tag, ..) => newest(self.indexes.by_tag.get(&tag.id)),
            PageKind::Collection(place) => self.catalogue.collections[*place].updated,
            PageKind::News(place) => self.indexes.news.of_month(*place).map(|news| news.date).max(),
            // Lists of names: the content has no day on which they changed. The rest is in no sitemap.
            PageKind::Apps(_)
            | PageKind::Publishers(_)
            | PageKind::Tags
            | PageKind::Collections
            | PageKind::Announced
            | PageKind::Rules
            | PageKind::Submit
            | PageKind::Search
            | PageKind::Compare
            | PageKind::Tombstone(_)
            | PageKind::Redirect { .. }
            | PageKind::Queue
            | PageKind::Rule(_)
            | PageKind::NotFound
            | PageKind::File(_)
            | PageKind::Api(_)
            | PageKind::Badge(_)
            | PageKind::Embed(_)
            | PageKind::Oembed(_)
            | PageKind::Feed(_)
            | PageKind::SitemapPart(_)
            | PageKind::Media(_) => None,
        }
    }
}

/// The day of the newest version in a list in the order of merit: its first active listing or its first other one has it. A list has as many pages as it is
/// long, so none of them looks through all of it.
fn newest(listings: &[Arc<Listing>]) -> Option<Date> {
    let first_others = listings.get(Indexes::n_active(listings));
    listings.first().into_iter().chain(first_others).filter_map(|listing| listing.updated()).max()
}

//! Which pages are worth a search engine's visit, when each last changed, and how many of them one sitemap holds. Knows no XML.

use std::sync::Arc;

use jiff::civil::Date;

use super::{Address, Order, Show, Site, SitePath};
use crate::catalogue::Listing;

/// A tag with fewer listings than this is not worth a search engine's visit.
pub const FEW: usize = 3;

/// What one sitemap may hold ([sitemaps.org](https://www.sitemaps.org/protocol.html)).
const MAX_URLS: usize = 50_000;
/// Its size in bytes; 50 MB are allowed, and an estimate is safe with 1 MB to spare.
const MAX_BYTES: usize = 49 << 20;
/// Bytes around the address of an entry: its elements, their indentation and its day.
const AROUND: usize = 90;

/// A page in a sitemap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SitemapEntry {
    /// Its address.
    pub path: SitePath,
    /// When what it shows last changed: a day of the content, never of the build.
    pub changed: Option<Date>,
}

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
        cut(entries, &self.address, MAX_URLS, MAX_BYTES)
    }

    /// Whether a search engine should show the page; a page that it should not says so itself, or names another one as the place of its content.
    fn is_indexed(&self, show: &Show) -> bool {
        match show {
            Show::Listing(listing) | Show::Versions(listing) => listing.is_listed(),
            Show::Browse(order, _) => *order == Order::Updated,
            Show::Tag(tag, order, _) => {
                *order == Order::Updated && self.shelf.by_tag.get(&tag.id).is_some_and(|listings| listings.len() >= FEW)
            }
            Show::App(app, _) => self.shelf.by_app.contains_key(&app.slug),
            Show::Publisher(publisher, _) => self.shelf.by_publisher.contains_key(&publisher.slug),
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
            _ => false,
        }
    }

    fn changed(&self, show: &Show) -> Option<Date> {
        let newest = |listings: Option<&Vec<Arc<Listing>>>| listings?.iter().filter_map(|listing| listing.updated()).max();
        match show {
            Show::Home | Show::Browse(..) => newest(Some(&self.shelf.updated)),
            Show::Listing(listing) | Show::Versions(listing) => listing.updated(),
            Show::App(app, _) => newest(self.shelf.by_app.get(&app.slug)),
            Show::Publisher(publisher, _) => newest(self.shelf.by_publisher.get(&publisher.slug)),
            Show::Tag(tag, ..) => newest(self.shelf.by_tag.get(&tag.id)),
            Show::Collection(place) => self.catalogue.collections[*place].updated,
            Show::News(place) => self.shelf.months[*place].1.iter().map(|news| news.date).max(),
            _ => None,
        }
    }
}

fn cut(entries: impl Iterator<Item = SitemapEntry>, address: &Address, max_urls: usize, max_bytes: usize) -> Vec<Vec<SitemapEntry>> {
    let mut parts = vec![Vec::new()];
    let mut n_bytes = 0;
    for entry in entries {
        let size = address.absolute(&entry.path).len() + AROUND;
        let is_full = |part: &Vec<SitemapEntry>| part.len() == max_urls || (!part.is_empty() && n_bytes + size > max_bytes);
        match parts.last_mut() {
            Some(part) if !is_full(part) => part.push(entry),
            _ => {
                parts.push(vec![entry]);
                n_bytes = 0;
            }
        }
        n_bytes += size;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sitemap_holds_no_more_than_it_may() {
        let entries = || (0..7).map(|n| SitemapEntry { path: SitePath::file(format!("{n}/")), changed: None });
        let sizes = |max_urls, max_bytes| {
            let parts = cut(entries(), &Address::local(), max_urls, max_bytes);
            assert_eq!(parts.concat(), entries().collect::<Vec<_>>(), "none is lost");
            parts.iter().map(Vec::len).collect::<Vec<_>>()
        };
        assert_eq!(sizes(100, 1 << 20), [7]);
        assert_eq!(sizes(3, 1 << 20), [3, 3, 1]);
        let one = Address::local().absolute(&SitePath::file("0/")).len() + AROUND;
        assert_eq!(sizes(100, 2 * one), [2, 2, 2, 1]);
        assert_eq!(sizes(100, 1), [1; 7], "an entry is never left out");
        assert_eq!(cut(std::iter::empty(), &Address::local(), 3, 100), [Vec::new()]);
    }
}

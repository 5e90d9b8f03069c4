//! What one sitemap holds of the pages that search engines may list. Knows neither XML nor which pages those are.

use jiff::civil::Date;

use super::{Address, SitePath};

/// The limit of one sitemap ([sitemaps.org](https://www.sitemaps.org/protocol.html)).
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

/// `entries` in sitemaps: at least one, and all but the last as full as they may be.
pub(super) fn sitemaps(entries: impl Iterator<Item = SitemapEntry>, address: &Address) -> Vec<Vec<SitemapEntry>> {
    cut(entries, address, MAX_URLS, MAX_BYTES)
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
    fn a_sitemap_stays_within_its_limits() {
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

//! Sitemaps ([sitemaps.org 0.9](https://www.sitemaps.org/protocol.html)) of the pages that the site names for them.

use crate::site::{Site, SitemapEntry};
use crate::xml::Xml;

const NAMESPACE: (&str, &str) = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");

/// `sitemap.xml`: the pages when one sitemap contains them all, and otherwise where the parts are.
pub(super) fn first(site: &Site) -> Vec<u8> {
    match site.sitemaps.as_slice() {
        [one] => pages(site, one),
        parts => index(site, parts),
    }
}

/// A part of the pages, by its place.
pub(in crate::render) fn part(site: &Site, place: usize) -> Vec<u8> {
    pages(site, &site.sitemaps[place])
}

fn pages(site: &Site, entries: &[SitemapEntry]) -> Vec<u8> {
    let mut xml = Xml::document(1);
    xml.open("urlset", &[NAMESPACE]);
    for entry in entries {
        xml.open("url", &[]);
        xml.text("loc", &[], &site.address.absolute(&entry.path));
        if let Some(date) = entry.changed {
            xml.text("lastmod", &[], &date.to_string());
        }
        xml.close("url");
    }
    xml.close("urlset");
    xml.finish().into_bytes()
}

fn index(site: &Site, parts: &[Vec<SitemapEntry>]) -> Vec<u8> {
    let mut xml = Xml::document(1);
    xml.open("sitemapindex", &[NAMESPACE]);
    for (place, part) in parts.iter().enumerate() {
        xml.open("sitemap", &[]);
        xml.text("loc", &[], &site.address.absolute(&Site::sitemap_part(place + 1)));
        if let Some(date) = part.iter().filter_map(|entry| entry.changed).max() {
            xml.text("lastmod", &[], &date.to_string());
        }
        xml.close("sitemap");
    }
    xml.close("sitemapindex");
    xml.finish().into_bytes()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use url::Url;

    use super::*;
    use crate::catalogue::Catalogue;
    use crate::site::{Address, SitePath};

    #[test]
    fn more_pages_than_one_sitemap_contains_are_split_into_an_index() {
        let base = Url::parse("https://host.example/some/path/").expect("a URL");
        let mut site = Site::plan(Catalogue::default(), Address::new(&base));
        let entry = |path: &str, changed| SitemapEntry { path: SitePath::file(path), changed };
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        assert!(text(first(&site)).contains("<urlset "), "one sitemap is the file itself");
        site.sitemaps = vec![
            vec![entry("a/", Some(date(2026, 1, 2))), entry("b/", Some(date(2026, 3, 4)))],
            vec![entry("c/", None), entry("d & e/", None)],
        ];
        let index = text(first(&site));
        assert!(index.contains("<sitemapindex "), "{index}");
        assert!(index.contains("<loc>https://host.example/some/path/sitemap-1.xml</loc>\n  <lastmod>2026-03-04</lastmod>"), "{index}");
        assert!(index.contains("<loc>https://host.example/some/path/sitemap-2.xml</loc>\n </sitemap>"), "{index}");
        assert!(text(part(&site, 0)).contains("<loc>https://host.example/some/path/a/</loc>\n  <lastmod>2026-01-02</lastmod>"));
        assert!(text(part(&site, 1)).contains("<loc>https://host.example/some/path/d%20%26%20e/</loc>"));
    }
}

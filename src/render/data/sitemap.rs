//! Sitemaps ([sitemaps.org 0.9](https://www.sitemaps.org/protocol.html)) of the pages that the site names for them.

use super::xml::Xml;
use crate::site::{Site, SitemapEntry};

const NAMESPACE: (&str, &str) = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");

/// `sitemap.xml`: the pages when one sitemap holds them all, and otherwise where the parts are.
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
    let mut xml = Xml::new();
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
    xml.finish()
}

fn index(site: &Site, parts: &[Vec<SitemapEntry>]) -> Vec<u8> {
    let mut xml = Xml::new();
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
    xml.finish()
}

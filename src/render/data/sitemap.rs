//! `sitemap.xml` ([sitemaps.org 0.9](https://www.sitemaps.org/protocol.html)): the pages worth a search engine's visit.

use jiff::civil::Date;

use super::atom::Xml;
use crate::render::views::FEW;
use crate::site::{Order, Show, Site};

/// What one sitemap file may hold.
const MAX_URLS: usize = 50_000;

/// The sitemap. Days are those of the content, never of the build.
pub(in crate::render) fn xml(site: &Site) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("urlset", &[("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")]);
    for page in site.pages().filter(|page| is_indexed(site, &page.show)).take(MAX_URLS) {
        xml.open("url", &[]);
        xml.text("loc", &[], &site.address.absolute(&page.path));
        if let Some(date) = changed(site, &page.show) {
            xml.text("lastmod", &[], &date.to_string());
        }
        xml.close("url");
    }
    xml.close("urlset");
    xml.finish()
}

fn is_indexed(site: &Site, show: &Show) -> bool {
    match show {
        Show::Listing(listing) | Show::Versions(listing) => listing.is_listed(),
        Show::Browse(order, _) => *order == Order::Updated,
        Show::Tag(tag, order, _) => {
            *order == Order::Updated && site.shelf.by_tag.get(&tag.id).is_some_and(|listings| listings.len() >= FEW)
        }
        Show::App(app) => site.shelf.by_app.contains_key(&app.slug),
        Show::Publisher(publisher) => site.shelf.by_publisher.contains_key(&publisher.slug),
        Show::Home
        | Show::Apps
        | Show::Publishers
        | Show::Tags
        | Show::Collections
        | Show::Collection(_)
        | Show::News(_)
        | Show::Announced
        | Show::Rules
        | Show::Prose(_)
        | Show::Agreement(_) => true,
        _ => false,
    }
}

fn changed(site: &Site, show: &Show) -> Option<Date> {
    let newest =
        |listings: Option<&Vec<std::sync::Arc<crate::catalogue::Listing>>>| listings?.iter().filter_map(|listing| listing.updated()).max();
    match show {
        Show::Listing(listing) | Show::Versions(listing) => listing.updated(),
        Show::App(app) => newest(site.shelf.by_app.get(&app.slug)),
        Show::Publisher(publisher) => newest(site.shelf.by_publisher.get(&publisher.slug)),
        Show::Tag(tag, ..) => newest(site.shelf.by_tag.get(&tag.id)),
        Show::Collection(place) => site.catalogue.collections[*place].updated,
        _ => None,
    }
}

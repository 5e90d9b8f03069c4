//! The catalogue for machines: JSON, feeds, sitemaps, structured data, and the files that hosts and programs look for. Knows no template.

mod api;
mod badge;
mod entries;
mod feed;
mod json;
mod json_feed;
mod json_ld;
mod llms;
mod manifest;
mod oembed;
mod open_search;
mod security;
mod sitemap;

pub(super) use api::api;
pub(super) use badge::{badge, badge_markdown};
pub(super) use feed::feed;
pub(super) use json_ld::{breadcrumbs, item_list, json_ld, listing_list, organization, software, web_site};
pub(super) use oembed::{frame_markup, oembed};
pub(super) use sitemap::part as sitemap_part;

use crate::hosting::{self, Headers};
use crate::site::{Site, SiteFile};

/// The bytes of a file that the site has one of. `icon` is the address of the site's own icon, `drawn_icons` are those of the same as PNG,
/// by their side in pixels.
pub(super) fn file(site: &Site, file: SiteFile, icon: &str, drawn_icons: &[(u32, String)]) -> Vec<u8> {
    match file {
        SiteFile::Catalogue => json::catalogue(site),
        SiteFile::JsonFeed => json_feed::feed(site),
        SiteFile::Sitemap => sitemap::first(site),
        SiteFile::Robots => robots(site).into_bytes(),
        SiteFile::OpenSearch => open_search::description(site),
        SiteFile::Manifest => manifest::manifest(site, icon, drawn_icons).into_bytes(),
        SiteFile::Llms => llms::text(site).into_bytes(),
        SiteFile::Security => security::text(site).into_bytes(),
        SiteFile::Headers => Headers::for_site(site).file().into_bytes(),
        SiteFile::Redirects => hosting::redirects(site).into_bytes(),
        SiteFile::Speculation => hosting::speculation(&site.address).into_bytes(),
        SiteFile::NoJekyll => Vec::new(),
    }
}

/// `robots.txt`: everything may be read.
fn robots(site: &Site) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", site.address.absolute(&SiteFile::Sitemap.path()))
}

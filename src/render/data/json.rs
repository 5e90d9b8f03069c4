//! `catalogue.json` at the top of the site: the whole catalogue in one file, in the order of names. Its listings are those of the contract.

use rayon::prelude::*;
use serde_json::json;

use super::api::entry;
use crate::contract::SCHEMA;
use crate::site::{Order, Site, SitePath};

/// Listings that are made into JSON together.
const BATCH: usize = 4096;

/// The whole catalogue: unlisted listings and tombstones are not in it.
pub(in crate::render) fn catalogue(site: &Site) -> Vec<u8> {
    let catalogue = &site.catalogue;
    let absolute = |path: &SitePath| site.address.absolute(path);
    let apps = site.indexes.by_app.keys().filter_map(|slug| catalogue.apps.get(slug)).map(|app| {
        json!({"slug": app.slug, "name": app.name, "url": absolute(&Site::app(&app.slug)), "aliases": app.aliases, "website": app.website.as_ref().map(|link| &link.text)})
    });
    let publishers = site.indexes.by_publisher.keys().filter_map(|slug| catalogue.publishers.get(slug)).map(|publisher| {
        json!({"slug": publisher.slug, "name": publisher.name, "url": absolute(&Site::publisher(&publisher.slug)), "verified": publisher.verified.is_some()})
    });
    let tags =
        catalogue.tags.iter().map(|tag| json!({"id": tag.id, "label": tag.label, "url": absolute(&Site::tag(&tag.id, Order::Updated, 1))}));
    let before = json!({"apps": apps.collect::<Vec<_>>()}).to_string();
    let after = json!({
        "publishers": publishers.collect::<Vec<_>>(),
        "schema": SCHEMA,
        "tags": tags.collect::<Vec<_>>(),
        "title": catalogue.settings.title,
        "url": site.address.home(),
    });
    // The listings are nearly all of it: they are made on all cores, and their values are never in memory together.
    let mut text = before.strip_suffix('}').unwrap_or_default().to_owned() + ",\"listings\":[";
    for (place, listings) in site.indexes.a_z.chunks(BATCH).enumerate() {
        let entries: Vec<String> = listings.par_iter().map(|listing| json!(entry(site, listing)).to_string()).collect();
        text += if place > 0 { "," } else { "" };
        text += &entries.join(",");
    }
    text += "],";
    text += after.to_string().strip_prefix('{').unwrap_or_default();
    text.push('\n');
    text.into_bytes()
}

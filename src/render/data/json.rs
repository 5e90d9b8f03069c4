//! `catalogue.json` at the top of the site: the whole catalogue in one file, in the order of names. Its listings are those of the contract.

use serde_json::json;

use super::api::{bytes, entry};
use crate::contract::{Entry, SCHEMA};
use crate::site::{Order, Site, SitePath};

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
    bytes(&json!({
        "schema": SCHEMA,
        "title": catalogue.settings.title,
        "url": site.address.home(),
        "apps": apps.collect::<Vec<_>>(),
        "publishers": publishers.collect::<Vec<_>>(),
        "tags": tags.collect::<Vec<_>>(),
        "listings": site.indexes.a_z.iter().map(|listing| entry(site, listing)).collect::<Vec<Entry>>(),
    }))
}

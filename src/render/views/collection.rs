//! Curated sets. Knows no markup.

use serde_json::{Value, json};

use crate::render::context::{card, day, icon};
use crate::render::data;
use crate::render::frame::Frame;
use crate::render::templates::Values;
use crate::site::{Page, Site};

pub(super) fn collection_view(site: &Site, collection: &crate::catalogue::Collection) -> Value {
    let icons = collection.members.iter().take(4).map(|member| icon(site, member.listing.icon.as_ref(), &member.listing.name));
    json!({
        "title": collection.title,
        "url": site.address.url(&Site::collection(&collection.slug)),
        "description": collection.description,
        "n": collection.members.len(),
        "icons": icons.collect::<Vec<_>>(),
    })
}

pub(super) fn collections(site: &Site, page: &Page) -> (&'static str, Values) {
    let all: Vec<Value> = site.catalogue.collections.iter().map(|collection| collection_view(site, collection)).collect();
    let listed = site.catalogue.collections.iter().map(|collection| (&*collection.title, Site::collection(&collection.slug)));
    let frame =
        Frame::new(page, "collections", site.language.text("collections")).nav("collections").json_ld(data::item_list(site, 1, listed));
    ("collections.html", frame.values(site).with("collections", &all))
}

pub(super) fn collection(site: &Site, page: &Page, place: usize) -> (&'static str, Values) {
    let collection = &site.catalogue.collections[place];
    let items = collection.members.iter().map(|member| json!({"card": card(site, &member.listing), "why": member.why}));
    let view = json!({
        "title": collection.title,
        "description": collection.description,
        "curator": collection.curator,
        "updated": collection.updated.map(|date| day(site, date)),
        "items": items.collect::<Vec<_>>(),
    });
    let listings = collection.members.iter().map(|member| &member.listing);
    let frame = Frame::new(page, "collection", &*collection.title)
        .description(collection.description.as_deref())
        .nav("collections")
        .below(site.language.text("collections"), Site::collections())
        .source(&format!("collections/{}.yaml", collection.slug))
        .json_ld(data::listing_list(site, 1, listings));
    ("collection.html", frame.values(site).with("collection", &view))
}

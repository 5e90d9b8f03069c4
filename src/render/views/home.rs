//! The home page. Knows no markup.

use std::sync::Arc;

use serde_json::json;

use super::collection::collection_view;
use crate::catalogue::Listing;
use crate::render::context::{app_tile, cards, link, new_cards, tags};
use crate::render::data;
use crate::render::frame::Frame;
use crate::render::templates::Values;
use crate::site::{NewsKind, Page, Site};

pub(super) fn home(site: &Site, page: &Page) -> (&'static str, Values) {
    let catalogue = &site.catalogue;
    let mut apps: Vec<_> = site.shelf.apps.iter().collect();
    apps.sort_by_key(|app| std::cmp::Reverse(site.shelf.by_app.get(&app.slug).map_or(0, Vec::len)));
    let examples = apps.iter().take(5).map(|app| {
        let query: String = url::form_urlencoded::byte_serialize(app.name.as_bytes()).collect();
        link(&app.name, format!("{}?q={query}", site.address.url(&Site::search())))
    });
    let newest = site.shelf.months.iter().find_map(|((year, month), news)| {
        let new: Vec<&Arc<Listing>> = news
            .iter()
            .filter(|entry| entry.kind == NewsKind::New && entry.listing.state().is_none())
            .map(|entry| &entry.listing)
            .collect();
        let label = site.language.say("new-in", &[("month", site.language.month(*year, *month).into())]);
        (!new.is_empty()).then(|| json!({"label": label, "cards": new_cards(site, new.into_iter().take(6))}))
    });
    let publish = catalogue.pages.iter().find(|page| &*page.slug == "publish").map(|page| site.address.url(&Site::prose(&page.slug)));
    let home = json!({
        "tags": tags(site),
        "apps": apps.iter().take(12).map(|app| app_tile(site, app)).collect::<Vec<_>>(),
        "new": newest,
        "updated": cards(site, site.shelf.updated.iter().filter(|listing| listing.updated().is_some()).take(6)),
        "collections": catalogue.collections.iter().take(3).map(|collection| collection_view(site, collection)).collect::<Vec<_>>(),
        "examples": examples.collect::<Vec<_>>(),
        "publish_url": publish,
    });
    let frame = Frame::new(page, "home", &*catalogue.settings.title)
        .description(catalogue.settings.description.as_deref())
        .json_ld(data::web_site(site));
    ("home.html", frame.values(site).with("home", &home))
}

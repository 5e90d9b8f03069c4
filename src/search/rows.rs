//! What is shown of a document in a list of results. Knows addresses; knows no word that is searched for.

use std::sync::Arc;

use rayon::prelude::*;
use serde_json::{Map, Value, json};

use super::documents::Documents;
use super::part::{self, BLOCK};
use crate::catalogue::{App, Image, Listing};
use crate::format::{InstallMode, SourceKind};
use crate::site::{ImageUse, ImageVariant, Site, hue};

/// Tags that a row shows.
const TAGS: usize = 3;

/// The parts `rows/0`, `rows/1` …: listings first, and from a part of their own on apps.
pub(super) fn parts(site: &Site, documents: &Documents) -> Vec<Vec<u8>> {
    let listings = documents.listings.par_chunks(BLOCK).map(|block| part::json(&of_listings(site, block)));
    let apps = documents.apps.par_chunks(BLOCK).map(|block| part::json(&of_apps(site, block)));
    listings.chain(apps).collect()
}

fn of_listings(site: &Site, block: &[Arc<Listing>]) -> Value {
    let column = |value: &dyn Fn(&Listing) -> Value| block.iter().map(|listing| value(listing)).collect::<Vec<_>>();
    let letters = |value: &dyn Fn(&Listing) -> char| block.iter().map(|listing| value(listing)).collect::<String>();
    let mut rows = json!({
        "names": column(&|listing| json!(listing.name)),
        "slugs": column(&|listing| json!(listing.slug)),
        "summaries": column(&|listing| json!(listing.file.summary.get().map_or("", |summary| &**summary))),
        "apps": column(&|listing| listing.app.as_ref().map_or(json!(0), |app| json!([app.slug, app.name]))),
        "publishers": column(&|listing| listing.publisher.as_ref().map_or(json!(0), |publisher| json!([publisher.slug, publisher.name]))),
        "tags": column(&|listing| json!(listing.tags.iter().take(TAGS).map(|tag| json!([tag.id, tag.label])).collect::<Vec<_>>())),
        "updated": column(&|listing| json!(listing.updated().map_or_else(String::new, |date| date.to_string()))),
        "icons": column(&|listing| json!(icon(site, listing.icon.as_ref()))),
        "hues": column(&|listing| json!(hue(&listing.name))),
        "versions": column(&|listing| json!(listing.shared.as_ref().map_or_else(String::new, ToString::to_string))),
        "access": letters(&|listing| match listing.mode {
            Some(InstallMode::Direct) => 'd',
            Some(InstallMode::Request) => 'r',
            None => '-',
        }),
        "source": letters(&|listing| match listing.source() {
            Some(SourceKind::Open) => 'o',
            Some(SourceKind::Closed) => 'c',
            None => '-',
        }),
    });
    // Most listings speak the language of the site: the others are named by their place.
    let others = block.iter().enumerate().filter_map(|(place, listing)| Some((place.to_string(), json!(site.language_of(listing)?))));
    let others: Map<String, Value> = others.collect();
    if !others.is_empty() {
        rows["languages"] = Value::Object(others);
    }
    rows
}

fn of_apps(site: &Site, block: &[Arc<App>]) -> Value {
    let column = |value: &dyn Fn(&App) -> Value| block.iter().map(|app| value(app)).collect::<Vec<_>>();
    json!({
        "app": 1,
        "names": column(&|app| json!(app.name)),
        "slugs": column(&|app| json!(app.slug)),
        "n": column(&|app| json!(site.indexes.by_app.get(&app.slug).map_or(0, Vec::len))),
        "icons": column(&|app| json!(icon(site, app.icon.as_ref()))),
        "hues": column(&|app| json!(hue(&app.name))),
    })
}

/// The address of a picture below the root, or nothing.
fn icon(site: &Site, image: Option<&Image>) -> String {
    let root = site.address.root().len();
    let image = image.and_then(|image| site.image_for(&image.path, &image.media, ImageUse::Small));
    image.map(ImageVariant::lean).map_or_else(String::new, |path| site.address.url(&path).split_off(root))
}

//! The index that the browser searches: columns instead of objects, listings in order of merit. The reader is `templates/js/search.js`.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value, json};

use super::context::hue;
use crate::catalogue::Listing;
use crate::format::{InstallMode, SourceKind, State};
use crate::site::{Site, SitePath};

/// The version of the shape.
const VERSION: u32 = 1;

/// The index of `site` as JSON.
pub(super) fn json(site: &Site) -> Vec<u8> {
    let listings = &site.shelf.updated;
    let apps = Table::of(listings.iter().map(|listing| &listing.app.slug));
    let publishers = Table::of(listings.iter().filter_map(|listing| listing.publisher.as_ref()).map(|publisher| &publisher.slug));
    let tags = Table::of(listings.iter().flat_map(|listing| &listing.tags).map(|tag| &tag.id));
    let column = |value: &dyn Fn(&Listing) -> Value| listings.iter().map(|listing| value(listing)).collect::<Vec<_>>();
    let letters = |value: &dyn Fn(&Listing) -> char| listings.iter().map(|listing| value(listing)).collect::<String>();
    let catalogue = &site.catalogue;
    let root = site.address.root().len();
    let icon = |listing: &Listing| {
        listing.icon.as_ref().map_or_else(String::new, |icon| site.address.url(&SitePath::of_content(&icon.path)).split_off(root))
    };
    let app_table = apps
        .0
        .keys()
        .filter_map(|slug| catalogue.apps.get(*slug))
        .map(|app| json!({"slug": app.slug, "name": app.name, "aliases": app.aliases, "hue": hue(&app.name)}));
    let publisher_table = publishers
        .0
        .keys()
        .filter_map(|slug| catalogue.publishers.get(*slug))
        .map(|publisher| json!({"slug": publisher.slug, "name": publisher.name}));
    let tag_table = tags
        .0
        .keys()
        .filter_map(|id| catalogue.tags.iter().find(|tag| tag.id == **id))
        .map(|tag| json!({"id": tag.id, "label": tag.label, "aliases": tag.aliases}));
    let value = json!({
        "version": VERSION,
        "n": listings.len(),
        "names": column(&|listing| json!(listing.name)),
        "slugs": column(&|listing| json!(listing.slug)),
        "summaries": column(&|listing| json!(listing.file.summary.get().map_or("", |summary| &**summary))),
        "publishers": column(&|listing| listing.publisher.as_ref().map_or(json!(-1), |publisher| json!(publishers.place(&publisher.slug)))),
        "apps": column(&|listing| json!(apps.place(&listing.app.slug))),
        "tags": column(&|listing| json!(listing.tags.iter().map(|tag| tags.place(&tag.id)).collect::<Vec<_>>())),
        "keywords": column(&|listing| json!(keywords(listing))),
        "source": letters(&|listing| if listing.source() == SourceKind::Open { 'o' } else { 'c' }),
        "access": letters(&|listing| if listing.mode() == InstallMode::Direct { 'd' } else { 'r' }),
        "status": letters(&|listing| match listing.state() {
            None => 'a',
            Some(State::Suspended) => 's',
            Some(_) => 'd',
        }),
        "updated": column(&|listing| json!(listing.updated().map_or_else(String::new, |date| date.to_string()))),
        "added": column(&|listing| json!(listing.added().map_or_else(String::new, |date| date.to_string()))),
        "official": letters(&|listing| if listing.is_official() { '1' } else { '0' }),
        "icons": column(&|listing| json!(icon(listing))),
        "hues": column(&|listing| json!(hue(&listing.name))),
        "versions": column(&|listing| json!(listing.shared.as_ref().map_or_else(String::new, ToString::to_string))),
        "publisher_table": publisher_table.collect::<Vec<_>>(),
        "app_table": app_table.collect::<Vec<_>>(),
        "tag_table": tag_table.collect::<Vec<_>>(),
    });
    value.to_string().into_bytes()
}

/// Words that stand nowhere else: the submitter's keywords and former slugs.
fn keywords(listing: &Listing) -> String {
    let keywords = listing.file.keywords.items().iter().map(|keyword| keyword.value.to_string());
    let former = listing.former_slugs.iter().map(|slug| slug.replace('-', " "));
    keywords.chain(former).collect::<Vec<_>>().join(" ")
}

/// Names numbered in their order.
struct Table<'site>(BTreeMap<&'site Arc<str>, usize>);

impl<'site> Table<'site> {
    fn of(names: impl Iterator<Item = &'site Arc<str>>) -> Self {
        let mut table: BTreeMap<_, usize> = names.map(|name| (name, 0)).collect();
        for (place, number) in table.values_mut().enumerate() {
            *number = place;
        }
        Self(table)
    }

    fn place(&self, name: &Arc<str>) -> usize {
        self.0.get(name).copied().unwrap_or_default()
    }
}

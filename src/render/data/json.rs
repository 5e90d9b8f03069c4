//! `catalogue.json` and one JSON file a listing. The shape carries a version: it changes only by addition within one number.

use serde_json::{Value, json};

use crate::catalogue::{Listing, Mention};
use crate::format::{InstallMode, SourceKind};
use crate::site::{Order, Site, SitePath};

/// The version of the shape of both files.
const SCHEMA: u32 = 1;

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
    let value = json!({
        "schema": SCHEMA,
        "title": catalogue.settings.title,
        "url": absolute(&SitePath::file("")),
        "apps": apps.collect::<Vec<_>>(),
        "publishers": publishers.collect::<Vec<_>>(),
        "tags": tags.collect::<Vec<_>>(),
        "listings": site.indexes.a_z.iter().map(|listing| entry(site, listing)).collect::<Vec<_>>(),
    });
    bytes(&value)
}

/// One listing, with its versions and operations.
pub(in crate::render) fn listing(site: &Site, listing: &Listing) -> Vec<u8> {
    let mut value = entry(site, listing);
    let file = &listing.file;
    let versions = listing.versions.iter().map(|release| {
        let changes = release.changes.iter().map(|(kind, text)| json!({"kind": kind.word(), "text": text}));
        json!({
            "version": release.version.to_string(),
            "date": release.date.map(|date| date.to_string()),
            "notes": release.notes,
            "changes": changes.collect::<Vec<_>>(),
            "prerelease": release.version.is_prerelease(),
            "yanked": release.withdrawn.as_ref().map(|withdrawn| json!({"since": withdrawn.since.map(|date| date.to_string()), "reason": withdrawn.reason})),
        })
    });
    let operations = |entries: Option<&[crate::source::Spanned<crate::format::OperationEntry>]>| {
        let view = |entry: &crate::source::Spanned<crate::format::OperationEntry>| json!({"name": entry.name.get(), "summary": entry.summary.get()});
        entries.unwrap_or_default().iter().map(view).collect::<Vec<_>>()
    };
    let entry = file.operations.get();
    value["schema"] = json!(SCHEMA);
    value["versions"] = json!(versions.collect::<Vec<_>>());
    value["triggers"] = json!(operations(entry.map(|operations| operations.triggers.items())));
    value["actions"] = json!(operations(entry.map(|operations| operations.actions.items())));
    bytes(&value)
}

fn entry(site: &Site, listing: &Listing) -> Value {
    let file = &listing.file;
    let install = file.install.get();
    let target = match listing.mode {
        None => Value::Null,
        // A listing on request has no install target: the landing page is all there is.
        Some(InstallMode::Request) => {
            json!({"mode": "request", "landing_url": install.and_then(|install| install.landing_url.get()).map(|link| &link.text)})
        }
        Some(InstallMode::Direct) => json!({
            "mode": "direct",
            "url": install.and_then(|install| install.url.get()).map(|link| &link.text),
            "command": install.and_then(|install| install.command.get()),
        }),
    };
    let mention = |mention: &Mention| json!({"slug": mention.slug, "name": mention.name});
    json!({
        "slug": listing.slug,
        "name": listing.name,
        "url": site.address.absolute(&Site::listing(&listing.slug)),
        "summary": file.summary.get(),
        "app": listing.app.as_ref().map(|app| &app.slug),
        "publisher": listing.publisher.as_ref().map(|publisher| &publisher.slug),
        "official": listing.is_official(),
        "tags": listing.tags.iter().map(|tag| &tag.id).collect::<Vec<_>>(),
        "keywords": file.keywords.items().iter().map(|keyword| &keyword.value).collect::<Vec<_>>(),
        "source": listing.source().map(SourceKind::word),
        "source_url": file.source_url.get().map(|link| &link.text),
        "install": target,
        "shared": listing.shared.as_ref().map(ToString::to_string),
        "released": listing.released.as_ref().map(ToString::to_string),
        "updated": listing.updated().map(|date| date.to_string()),
        "added": listing.added().map(|date| date.to_string()),
        "license": file.license.get(),
        "regions": file.regions.items().iter().map(|region| &region.value).collect::<Vec<_>>(),
        "auth": file.auth.items().iter().map(|auth| &auth.value).collect::<Vec<_>>(),
        "state": listing.state().map_or("active", crate::format::State::word),
        "replaced_by": listing.lifecycle.as_ref().and_then(|lifecycle| lifecycle.replaced_by.as_ref()).map(mention),
        "parent": listing.parent.as_ref().map(mention),
        "depends_on": listing.depends_on.iter().map(mention).collect::<Vec<_>>(),
        "icon": super::json_ld::icon_url(site, listing),
    })
}

pub(super) fn bytes(value: &Value) -> Vec<u8> {
    let mut bytes = value.to_string().into_bytes();
    bytes.push(b'\n');
    bytes
}

//! The feed of all changes as [JSON Feed 1.1](https://www.jsonfeed.org/version/1.1/): the same entries as in Atom.

use serde_json::{Value, json};

use super::api::bytes;
use super::entries::{Entry, entries, stamp};
use crate::site::{FeedOf, Site, SiteFile};

/// `feed.json`
pub(super) fn feed(site: &Site) -> Vec<u8> {
    let settings = &site.catalogue.settings;
    let mut value = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": settings.title,
        "home_page_url": site.address.home(),
        "feed_url": site.address.absolute(&SiteFile::JsonFeed.path()),
        "language": settings.language,
        "authors": [{"name": settings.title}],
        "items": entries(site, &FeedOf::Site).iter().map(|entry| item(site, entry)).collect::<Vec<_>>(),
    });
    if let Some(description) = &settings.description {
        value["description"] = json!(description);
    }
    bytes(&value)
}

fn item(site: &Site, entry: &Entry<'_>) -> Value {
    let mut author = json!({"name": entry.author(site)});
    if let Some(publisher) = &entry.listing.publisher {
        author["url"] = json!(site.address.absolute(&Site::publisher(&publisher.slug)));
    }
    let mut value = json!({
        "id": entry.id(site),
        "url": entry.url(site),
        "title": entry.title,
        // An item without content is none: what has nothing to say but its title says that.
        "content_text": entry.text().unwrap_or(&entry.title),
        "date_published": stamp(Some(entry.date)),
        "authors": [author],
        "tags": entry.listing.tags.iter().map(|tag| &tag.label).collect::<Vec<_>>(),
    });
    if let Some(language) = site.language_of(entry.listing) {
        value["language"] = json!(language);
    }
    value
}

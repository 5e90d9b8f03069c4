//! Structured data for search engines: [JSON-LD](https://www.w3.org/TR/json-ld11/) in the words of [schema.org](https://schema.org).

use std::sync::Arc;

use serde_json::{Value, json};

use crate::catalogue::{Listing, Publisher};
use crate::site::{ImageUse, Site, SitePath};

/// JSON-LD as text that can be inside a `script` element: `<` is written `\u003c`, so that nothing in it can end the element.
pub(in crate::render) fn json_ld(data: &[Value]) -> Option<String> {
    let value = match data {
        [] => return None,
        [one] => with_context(one.clone()),
        many => json!({"@context": "https://schema.org", "@graph": many}),
    };
    Some(value.to_string().replace('<', "\\u003c"))
}

fn with_context(mut value: Value) -> Value {
    if let Value::Object(map) = &mut value {
        map.insert("@context".to_owned(), json!("https://schema.org"));
    }
    value
}

/// `WebSite` with its search.
pub(in crate::render) fn web_site(site: &Site) -> Value {
    let settings = &site.catalogue.settings;
    let target = format!("{}?q={{search_term_string}}", site.address.absolute(&Site::search()));
    let mut value = json!({
        "@type": "WebSite",
        "name": settings.title,
        "url": site.address.home(),
        "inLanguage": settings.language,
        "potentialAction": {"@type": "SearchAction", "target": target, "query-input": "required name=search_term_string"},
    });
    set(&mut value, "description", settings.description.as_deref());
    value
}

/// `BreadcrumbList` of a page.
pub(in crate::render) fn breadcrumbs(site: &Site, trail: &[(String, SitePath)], heading: &str, page: &SitePath) -> Value {
    let home = (site.language.text("home"), SitePath::file(""));
    let last = (heading.to_owned(), page.clone());
    let steps = std::iter::once(&home).chain(trail).chain(std::iter::once(&last));
    let items = steps.enumerate().map(
        |(place, (name, path))| json!({"@type": "ListItem", "position": place + 1, "name": name, "item": site.address.absolute(path)}),
    );
    json!({"@type": "BreadcrumbList", "itemListElement": items.collect::<Vec<_>>()})
}

/// `ItemList` of what a page lists: names and addresses. `first` is the place of the first of them in the whole list, from 1.
pub(in crate::render) fn item_list<'a>(site: &Site, first: usize, items: impl Iterator<Item = (&'a str, SitePath)>) -> Value {
    let items = items.take(MAX_ITEMS).enumerate().map(
        |(place, (name, path))| json!({"@type": "ListItem", "position": first + place, "name": name, "url": site.address.absolute(&path)}),
    );
    let items: Vec<Value> = items.collect();
    json!({"@type": "ItemList", "numberOfItems": items.len(), "itemListElement": items})
}

/// Items of a list: a page of an alphabet may show thousands, of which a search engine wants to know the first.
const MAX_ITEMS: usize = 100;

/// `ItemList` of listings.
pub(in crate::render) fn listing_list<'a>(site: &Site, first: usize, listings: impl IntoIterator<Item = &'a Arc<Listing>>) -> Value {
    item_list(site, first, listings.into_iter().map(|listing| (&*listing.name, Site::listing(&listing.slug))))
}

/// `Organization` of a publisher.
pub(in crate::render) fn organization(site: &Site, publisher: &Publisher) -> Value {
    let mut value = json!({
        "@type": "Organization",
        "name": publisher.name,
        "url": site.address.absolute(&Site::publisher(&publisher.slug)),
    });
    set(&mut value, "description", publisher.description.as_deref());
    set(&mut value, "sameAs", publisher.url.as_ref().filter(|link| link.is_web()).map(|link| &*link.text));
    value
}

/// The address of a listing's icon, in a format that every program reads.
pub(super) fn icon_url(site: &Site, listing: &Listing) -> Option<String> {
    let icon = listing.icon.as_ref()?;
    Some(site.address.absolute(&site.image_for(&icon.path, &icon.media, ImageUse::Large)?.path))
}

/// `SoftwareApplication` of a listing: what it states and nothing else, though search engines would like a category, a system and a rating.
pub(in crate::render) fn software(site: &Site, listing: &Listing) -> Value {
    let mut value = json!({
        "@type": "SoftwareApplication",
        "name": listing.name,
        "url": site.address.absolute(&Site::listing(&listing.slug)),
    });
    set(&mut value, "inLanguage", site.language_of(listing));
    set(&mut value, "description", listing.file.summary.get().map(|summary| &**summary));
    set(&mut value, "softwareVersion", listing.shared.as_ref().map(ToString::to_string).as_deref());
    set(&mut value, "datePublished", listing.added().map(|date| date.to_string()).as_deref());
    set(&mut value, "dateModified", listing.updated().map(|date| date.to_string()).as_deref());
    if let Some(license) = listing.file.license.get() {
        value["license"] = self::license(license);
    }
    let image = icon_url(site, listing);
    set(&mut value, "image", image.as_deref());
    if let Some(publisher) = &listing.publisher {
        let url = site.address.absolute(&Site::publisher(&publisher.slug));
        value["author"] = json!({"@type": "Organization", "name": publisher.name, "url": url});
    }
    value
}

/// A licence of the SPDX list has a page there; an expression of several, and any other words, are a work with that name.
fn license(expression: &str) -> Value {
    match spdx::license_id(expression) {
        Some(id) => json!(format!("https://spdx.org/licenses/{}.html", id.name)),
        None => json!({"@type": "CreativeWork", "name": expression}),
    }
}

fn set(value: &mut Value, key: &str, text: Option<&str>) {
    if let Some(text) = text {
        value[key] = json!(text);
    }
}

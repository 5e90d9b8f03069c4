//! The catalogue for machines: JSON, feeds, sitemap, structured data. Knows no template.

pub(super) mod atom;
pub(super) mod json;
pub(super) mod sitemap;

use std::sync::Arc;

use serde_json::{Value, json};

use crate::catalogue::{Listing, Publisher};
use crate::site::{At, Site, SitePath};

/// `robots.txt`: everything may be read.
pub(super) fn robots(site: &Site) -> Vec<u8> {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", site.address.absolute(&SitePath::file("sitemap.xml"))).into_bytes()
}

/// The search as a browser can offer it ([OpenSearch 1.1](https://github.com/dewitt/opensearch)).
pub(super) fn open_search(site: &Site) -> Vec<u8> {
    let title = &site.catalogue.settings.title;
    // The format allows 16 characters for the short name.
    let short: String = title.chars().take(16).collect();
    let template = format!("{}?q={{searchTerms}}", site.address.absolute(&Site::search()));
    let mut xml = atom::Xml::new();
    xml.open("OpenSearchDescription", &[("xmlns", "http://a9.com/-/spec/opensearch/1.1/")]);
    xml.text("ShortName", &[], short.trim());
    xml.text("Description", &[], &site.language.say("search-site", &[("site", (&**title).into())]));
    xml.text("InputEncoding", &[], "UTF-8");
    xml.empty("Url", &[("type", "text/html"), ("template", &template)]);
    xml.close("OpenSearchDescription");
    xml.finish()
}

/// JSON-LD as text that can stand inside a `script` element: `<` is written `\u003c`, so that nothing in it can end the element.
pub(super) fn json_ld(data: &[Value]) -> Option<String> {
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
pub(super) fn web_site(site: &Site) -> Value {
    let target = format!("{}?q={{search_term_string}}", site.address.absolute(&Site::search()));
    json!({
        "@type": "WebSite",
        "name": site.catalogue.settings.title,
        "url": site.address.absolute(&SitePath::file("")),
        "potentialAction": {"@type": "SearchAction", "target": target, "query-input": "required name=search_term_string"},
    })
}

/// `BreadcrumbList` of a page.
pub(super) fn breadcrumbs(site: &Site, trail: &[(String, SitePath)], heading: &str, page: &SitePath) -> Value {
    let home = (site.language.text("home"), SitePath::file(""));
    let last = (heading.to_owned(), page.clone());
    let steps = std::iter::once(&home).chain(trail).chain(std::iter::once(&last));
    let items = steps.enumerate().map(
        |(place, (name, path))| json!({"@type": "ListItem", "position": place + 1, "name": name, "item": site.address.absolute(path)}),
    );
    json!({"@type": "BreadcrumbList", "itemListElement": items.collect::<Vec<_>>()})
}

/// `ItemList` of listings.
pub(super) fn item_list(site: &Site, listings: &[Arc<Listing>]) -> Value {
    let items = listings.iter().take(24).enumerate().map(|(place, listing)| {
        let url = site.address.absolute(&Site::listing(&listing.slug));
        json!({"@type": "ListItem", "position": place + 1, "name": listing.name, "url": url})
    });
    json!({"@type": "ItemList", "itemListElement": items.collect::<Vec<_>>()})
}

/// `Organization` of a publisher.
pub(super) fn organization(site: &Site, publisher: &Publisher) -> Value {
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
fn icon_url(site: &Site, listing: &Listing) -> Option<String> {
    let icon = listing.icon.as_ref()?;
    Some(site.address.absolute(&site.drawn(&icon.path, &icon.media, At::Large)?.path))
}

/// `SoftwareApplication` of a listing. Ratings are not invented.
pub(super) fn software(site: &Site, listing: &Listing) -> Value {
    let mut value = json!({
        "@type": "SoftwareApplication",
        "name": listing.name,
        "url": site.address.absolute(&Site::listing(&listing.slug)),
        "applicationCategory": "BusinessApplication",
        "operatingSystem": "Web",
    });
    set(&mut value, "description", listing.file.summary.get().map(|summary| &**summary));
    set(&mut value, "softwareVersion", listing.shared.as_ref().map(ToString::to_string).as_deref());
    set(&mut value, "datePublished", listing.added().map(|date| date.to_string()).as_deref());
    set(&mut value, "dateModified", listing.updated().map(|date| date.to_string()).as_deref());
    set(&mut value, "license", listing.file.license.get().map(|license| &**license));
    let image = icon_url(site, listing);
    set(&mut value, "image", image.as_deref());
    if let Some(publisher) = &listing.publisher {
        let url = site.address.absolute(&Site::publisher(&publisher.slug));
        value["author"] = json!({"@type": "Organization", "name": publisher.name, "url": url});
    }
    value
}

fn set(value: &mut Value, key: &str, text: Option<&str>) {
    if let Some(text) = text {
        value[key] = json!(text);
    }
}

//! `manifest.webmanifest` ([Web Application Manifest](https://www.w3.org/TR/appmanifest/)): name and icon for a browser that keeps the site at hand. It stays a
//! website: no window of its own, no service worker.

use serde_json::json;

use crate::site::Site;

/// The manifest with the icon at `icon`, an SVG that fits every size.
pub(super) fn manifest(site: &Site, icon: &str) -> String {
    let settings = &site.catalogue.settings;
    let root = site.address.root();
    let mut value = json!({
        "id": root,
        "name": settings.title,
        "start_url": root,
        "scope": root,
        "display": "browser",
        "lang": settings.language,
        "icons": [{"src": icon, "sizes": "any", "type": "image/svg+xml"}],
    });
    if let Some(description) = &settings.description {
        value["description"] = json!(description);
    }
    format!("{value}\n")
}

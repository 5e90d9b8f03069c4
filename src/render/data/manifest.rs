//! `manifest.webmanifest` ([Web Application Manifest](https://www.w3.org/TR/appmanifest/)): name and icon for a browser that keeps the site at hand. It stays a
//! website: no window of its own, no service worker.

use serde_json::{Value, json};

use crate::hosting::media_type;
use crate::site::Site;

/// The manifest with the icon at `icon`, as the theme has it, and the `drawn` ones: PNGs by their side in pixels.
pub(super) fn manifest(site: &Site, icon: &str, drawn: &[(u32, String)]) -> String {
    let settings = &site.catalogue.settings;
    let root = site.address.root();
    let mut icons = vec![json!({"src": icon, "sizes": "any", "type": media_type(icon)})];
    icons.extend(drawn.iter().map(|(side, src)| -> Value { json!({"src": src, "sizes": format!("{side}x{side}"), "type": "image/png"}) }));
    let mut value = json!({
        "id": root,
        "name": settings.title,
        "start_url": root,
        "scope": root,
        "display": "browser",
        "lang": settings.language,
        "icons": icons,
    });
    if let Some(description) = &settings.description {
        value["description"] = json!(description);
    }
    format!("{value}\n")
}

//! Stylesheets, scripts and icon under names that change with their bytes, so that they can be cached for ever.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use sha2::{Digest as _, Sha384};

use super::Look;
use crate::site::{Address, SitePath};

/// A file under a hashed name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Its address.
    pub path: SitePath,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What a page prints to load an asset.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Link {
    url: String,
    integrity: String,
}

/// The links that every page may print.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Links {
    css: Link,
    operator_css: Option<Link>,
    theme_js: Link,
    app_js: Link,
    /// The modules of the search page, so that a browser can fetch them side by side.
    search_modules: Vec<Link>,
    pub(super) favicon_url: String,
    #[serde(skip)]
    pub(super) index_url: String,
}

/// The mark of the site until a theme brings its own: a spine with a label, as on a shelf.
const FAVICON: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0a47a9"/><path d="M9 7h6v18H9zM17 7h6v18h-6z" fill="#fff"/><path d="M9 11h6v4H9zM17 17h6v4h-6z" fill="#0a47a9"/></svg>
"##;

/// Names every asset of `look`; the search index, at `index_url`, has a name already.
pub(super) fn link(look: &Look, index_url: String, address: &Address) -> (Vec<Asset>, Links) {
    let mut shelf = Vec::new();
    let mut put = |stem: &str, ending: &str, bytes: &[u8]| {
        let hash = blake3::hash(bytes).to_hex();
        let path = SitePath::file(format!("assets/{stem}.{}.{ending}", &hash[..10]));
        let link = Link { url: address.url(&path), integrity: format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes))) };
        shelf.push(Asset { path, bytes: bytes.to_vec() });
        link
    };
    let scripts = scripts(look, &mut put);
    let script = |name: &str| scripts.get(name).cloned().unwrap_or_else(|| Link { url: String::new(), integrity: String::new() });
    let links = Links {
        css: put("style", "css", look.style.as_bytes()),
        operator_css: look.operator_style.as_ref().map(|style| put("theme", "css", style.as_bytes())),
        theme_js: script("theme.js"),
        app_js: script("app.js"),
        search_modules: reached(look, "search_page.js").into_iter().map(script).collect(),
        favicon_url: put("icon", "svg", FAVICON.as_bytes()).url,
        index_url,
    };
    shelf.sort_by(|a, b| a.path.cmp(&b.path));
    (shelf, links)
}

/// Names the modules from the leaves of their imports up: a module's own name depends on the names it imports.
fn scripts(look: &Look, put: &mut impl FnMut(&str, &str, &[u8]) -> Link) -> BTreeMap<String, Link> {
    let mut named: BTreeMap<String, Link> = BTreeMap::new();
    let mut waiting: Vec<(&String, &String)> = look.scripts.iter().collect();
    while !waiting.is_empty() {
        let n_waiting = waiting.len();
        waiting.retain(|&(name, text)| {
            let needs = |other: &&String| *other != name && text.contains(&format!("\"./{other}\""));
            if look.scripts.keys().filter(needs).any(|other| !named.contains_key(other)) {
                return true;
            }
            let mut text = super::script::lean(text);
            for (other, link) in &named {
                let file = link.url.rsplit('/').next().unwrap_or_default();
                text = text.replace(&format!("\"./{other}\""), &format!("\"./{file}\""));
            }
            named.insert(name.clone(), put(name.trim_end_matches(".js"), "js", text.as_bytes()));
            false
        });
        if waiting.len() == n_waiting {
            unreachable!("modules that import each other in a circle cannot be named by their content");
        }
    }
    named
}

/// The module `name` with all that run before it does; what it imports later, if ever, is not among them.
fn reached<'a>(look: &'a Look, name: &'a str) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::from([name]);
    let mut open = vec![name];
    while let Some(text) = open.pop().and_then(|name| look.scripts.get(name)) {
        let next = look.scripts.keys().map(String::as_str).filter(|other| text.contains(&format!("from \"./{other}\"")));
        open.extend(next.filter(|other| found.insert(other)).collect::<Vec<_>>());
    }
    found
}

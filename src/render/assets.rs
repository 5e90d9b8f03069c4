//! Stylesheets, scripts and icon under names that change with their bytes, so that they can be cached forever.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha384};

use super::ResolvedTheme;
use super::views::{Asset as Loaded, Assets, Logo};
use crate::language::Language;
use crate::parse::media;
use crate::picture;
use crate::site::{Site, SitePath};

/// A file under a hashed name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Its address.
    pub path: SitePath,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Sides of the icon as PNG, in pixels: what browsers ask of a manifest
/// ([MDN](https://developer.mozilla.org/en-US/docs/Web/Progressive_web_apps/Manifest/Reference/icons)).
const ICON_SIDES: [u32; 2] = [192, 512];

/// How high a logo is in the header, in CSS pixels.
const LOGO_HEIGHT: u32 = 28;

/// The addresses of all assets.
#[derive(Debug)]
pub(super) struct Links {
    /// The URLs and hashes that pages print.
    pub(super) shown: Assets,
    /// The icon as PNG, by its side in pixels, where it can be drawn: devices put few other formats on their screens.
    pub(super) drawn_icons: Vec<(u32, String)>,
    /// The first part of the search index.
    pub(super) index_url: String,
}

/// Names every asset of `theme`; the search index, at `index_url`, has a name already.
pub(super) fn link(theme: &ResolvedTheme, index_url: String, site: &Site) -> (Vec<Asset>, Links) {
    let mut indexes = Vec::new();
    let mut put = |stem: &str, ending: &str, bytes: &[u8]| {
        let hash = blake3::hash(bytes).to_hex();
        let path = SitePath::file(format!("assets/{stem}.{}.{ending}", &hash[..10]));
        let link = Loaded { url: site.address.url(&path), integrity: format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes))) };
        indexes.push(Asset { path, bytes: bytes.to_vec() });
        link
    };
    // A stylesheet is in the same folder as what it names.
    let mut named = BTreeMap::new();
    for (name, bytes) in &theme.files {
        let (stem, ending) = split(name);
        named.insert(name.as_str(), put(stem, ending, bytes).url);
    }
    let resolved = |css: &str| super::resolved_theme::with_addresses(css, |name| named.get(name)?.rsplit('/').next());
    let (style, operator_style) = (resolved(&theme.style), theme.operator_style.as_deref().map(resolved));
    let mut logo = |picture: &Option<(String, Vec<u8>)>| {
        let (name, bytes) = picture.as_ref()?;
        let (_, ending) = split(name);
        let size = media::media(ending, bytes).0.map_or((1, 1), |media| (media.width.max(1), media.height.max(1)));
        Some(Logo { url: put("logo", ending, bytes).url, width: (LOGO_HEIGHT * size.0).div_ceil(size.1).min(240) })
    };
    let (light, dark) = (logo(&theme.pictures.logo), logo(&theme.pictures.logo_dark));
    let (icon_name, icon) = &theme.pictures.icon;
    let svg = std::str::from_utf8(icon).ok().filter(|_| icon_name.ends_with(".svg"));
    let draw = |side| Some((side, picture::icon(svg?, side).ok()?));
    let drawn = ICON_SIDES.into_iter().filter_map(draw).map(|(side, bytes)| (side, put(&format!("icon-{side}"), "png", &bytes).url));
    let drawn_icons = drawn.collect();
    let scripts = scripts(theme, &site.language, &mut put);
    let script = |name: &str| scripts.get(name).cloned().unwrap_or_else(|| Loaded { url: String::new(), integrity: String::new() });
    let shown = Assets {
        css: put("style", "css", style.as_bytes()),
        operator_css: operator_style.as_ref().map(|style| put("theme", "css", style.as_bytes())),
        theme_js: script("theme.js"),
        app_js: script("app.js"),
        search_modules: reached(theme, "search_page.js").into_iter().map(script).collect(),
        submit_js: script("submit_page.js"),
        submit_modules: reached(theme, "submit_page.js").into_iter().filter(|name| *name != "submit_page.js").map(script).collect(),
        favicon_url: put("icon", split(icon_name).1, icon).url,
        logo: light,
        logo_dark: dark,
        frame: theme.frame.map(|colour| colour.to_string()),
    };
    indexes.sort_by(|a, b| a.path.cmp(&b.path));
    (indexes, Links { shown, drawn_icons, index_url })
}

/// The name of a file without its folder and its ending, and the ending.
fn split(path: &str) -> (&str, &str) {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').unwrap_or((name, "bin"))
}

/// Names the modules from the leaves of their imports up: a module's own name depends on the names it imports.
fn scripts(theme: &ResolvedTheme, language: &Language, put: &mut impl FnMut(&str, &str, &[u8]) -> Loaded) -> BTreeMap<String, Loaded> {
    let mut named: BTreeMap<String, Loaded> = BTreeMap::new();
    let mut waiting: Vec<(&String, &String)> = theme.scripts.iter().collect();
    while !waiting.is_empty() {
        let n_waiting = waiting.len();
        waiting.retain(|&(name, text)| {
            let needs = |other: &&String| *other != name && text.contains(&format!("\"./{other}\""));
            if theme.scripts.keys().filter(needs).any(|other| !named.contains_key(other)) {
                return true;
            }
            let mut text = super::script::told(&super::script::lean(text), language);
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
fn reached<'a>(theme: &'a ResolvedTheme, name: &'a str) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::from([name]);
    let mut open = vec![name];
    while let Some(text) = open.pop().and_then(|name| theme.scripts.get(name)) {
        let next = theme.scripts.keys().map(String::as_str).filter(|other| text.contains(&format!("from \"./{other}\"")));
        open.extend(next.filter(|other| found.insert(other)).collect::<Vec<_>>());
    }
    found
}

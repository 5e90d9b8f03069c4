//! Pages of prose, and the versions of the agreement. Knows no markup.

use serde_json::json;

use crate::render::frame::Frame;
use crate::render::prose;
use crate::render::templates::Values;
use crate::site::{Page, Site, SitePath};

pub(super) fn prose_page(site: &Site, page: &Page, text: &crate::catalogue::Page, folder: &str) -> (&'static str, Values) {
    // An agreement has no title of its own: it is called by its version.
    let title = |page: &crate::catalogue::Page| match folder {
        "agreement" => site.language.say("agreement-title", &[("version", page.title.to_string().into())]),
        _ => page.title.to_string(),
    };
    let entry = |other: &crate::catalogue::Page, at: SitePath| json!({"label": title(other), "url": site.address.url(&at), "current": other.slug == text.slug});
    let mut section: Vec<_> = if folder == "agreement" {
        // Every version stays within reach of the newest.
        site.catalogue.agreements.iter().rev().map(|other| entry(other, Site::agreement(&other.slug))).collect()
    } else {
        // Pages whose names begin alike, such as `manual` and `manual-themes`, form a section.
        let stem = |slug: &str| slug.split('-').next().unwrap_or_default().to_owned();
        let pages = site.catalogue.pages.iter().filter(|other| folder == "prose" && stem(&other.slug) == stem(&text.slug));
        pages.map(|other| entry(other, Site::prose(&other.slug))).collect()
    };
    if section.len() < 2 {
        section.clear();
    }
    let view = json!({
        "html": prose::page(site, text),
        "toc": text.headings.iter().map(|(label, id)| json!({"label": label, "id": id})).collect::<Vec<_>>(),
        "section": section,
        "lang": site.catalogue.settings.language,
    });
    let frame = Frame::new(page, "prose", title(text))
        .description(text.description.as_deref())
        .nav(&text.slug)
        .article()
        .source(text.text.path.as_str());
    ("prose.html", frame.values(site).with("prose", &view))
}

//! Pages of prose, and the versions of the agreement. Knows no markup.

use super::frame::Frame;
use super::link::{HeadingLink, SiblingLink};
use super::page::PageType;
use crate::catalogue;
use crate::render::prose;
use crate::render::templates::Values;
use crate::render::view::view;
use crate::site::{Page, Site, SitePath};

view! {
    /// A page of prose, or a version of the agreement.
    Prose<'site>("a text") {
        /// The text as HTML: print it with `| safe`.
        html: String,
        /// Its headings.
        toc: Vec<HeadingLink<'site>>,
        /// The pages that belong together with this one, itself among them; empty where there are no others.
        section: Vec<SiblingLink<'site>>,
        /// The language of the text.
        lang: &'site str,
    }
}

/// A page of `pages/`.
pub(super) fn page_of_prose(site: &Site, page: &Page, text: &catalogue::Page) -> Values {
    // Pages whose names begin alike, such as `manual` and `manual-themes`, form a section.
    let stem = |slug: &str| slug.split('-').next().unwrap_or_default().to_owned();
    let others = site.catalogue.pages.iter().filter(|other| stem(&other.slug) == stem(&text.slug));
    show(site, page, text, others, |text| text.title.to_string(), Site::prose)
}

/// A version of the agreement.
pub(super) fn agreement(site: &Site, page: &Page, text: &catalogue::Page) -> Values {
    // It has no title of its own: it is called by its version. Every version stays within reach of the newest.
    let called = |text: &catalogue::Page| site.language.say("agreement-title", &[("version", text.title.to_string().into())]);
    show(site, page, text, site.catalogue.agreements.iter().rev(), called, Site::agreement)
}

fn show<'site>(
    site: &Site,
    page: &Page,
    text: &'site catalogue::Page,
    section: impl Iterator<Item = &'site catalogue::Page>,
    called: impl Fn(&catalogue::Page) -> String,
    at: impl Fn(&str) -> SitePath,
) -> Values {
    let entry = |other: &'site catalogue::Page| SiblingLink {
        label: called(other).into(),
        url: site.address.url(&at(&other.slug)),
        current: other.slug == text.slug,
    };
    let mut section: Vec<_> = section.map(entry).collect();
    if section.len() < 2 {
        section.clear();
    }
    let view = Prose {
        html: prose::page(site, text),
        toc: text.headings.iter().map(|(label, id)| HeadingLink { label: (&**label).into(), id: (&**id).into() }).collect(),
        section,
        lang: &site.catalogue.settings.language,
    };
    Frame::new(page, PageType::Prose, called(text))
        .description(text.description.as_deref())
        .nav(&text.slug)
        .article()
        .source(Some(text.text.path.clone()))
        .around(site, &view)
}

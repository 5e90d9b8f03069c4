//! Pages of prose, the documentation of listings, and the versions of the agreement. Knows no markup.

use super::frame::Frame;
use super::link::{HeadingLink, SiblingLink};
use super::page::PageType;
use crate::catalogue;
use crate::render::prose;
use crate::render::templates::Values;
use crate::render::title::title;
use crate::render::view::view;
use crate::site::{Page, Site, SitePath};

view! {
    /// A page of prose, a page of the documentation of a listing, or a version of the agreement.
    Prose<'site>("a text") {
        /// The text as HTML: print it with `| safe`.
        html: String,
        /// Its headings.
        toc: Vec<HeadingLink<'site>>,
        /// The pages that belong together with this one, itself among them; empty where there are no others. Those of a documentation begin with its listing.
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

/// The page `text` of the documentation of `listing`.
pub(super) fn doc(site: &Site, page: &Page, listing: &catalogue::Listing, text: &catalogue::Page) -> Values {
    let (html, outline) = prose::doc(site, listing, text);
    let home = SiblingLink { label: (&*listing.name).into(), url: site.address.url(&Site::listing(&listing.slug)), current: false };
    let docs = siblings(site, text, &listing.docs, |doc| doc.title.to_string(), |name| Site::doc(&listing.slug, name));
    let view = Prose {
        html,
        toc: outline.sections().map(|heading| HeadingLink { label: heading.text.clone().into(), id: heading.anchor().into() }).collect(),
        section: std::iter::once(home).chain(docs).collect(),
        lang: listing.file.language.get().unwrap_or(&site.catalogue.settings.language),
    };
    let heading = site.language.say("title", &[("heading", (&*text.title).into()), ("site", (&*listing.name).into())]);
    let mut frame = Frame::new(page, PageType::Prose, &*text.title)
        .title(title(site, &heading))
        .nav("browse")
        .below(&*listing.name, Site::listing(&listing.slug))
        .article()
        .source(Some(text.text.path.clone()));
    if !listing.is_listed() {
        frame = frame.noindex();
    }
    frame.around(site, &view)
}

fn show<'site>(
    site: &Site,
    page: &Page,
    text: &'site catalogue::Page,
    section: impl IntoIterator<Item = &'site catalogue::Page>,
    called: impl Fn(&catalogue::Page) -> String,
    at: impl Fn(&str) -> SitePath,
) -> Values {
    let heading = called(text);
    let mut section = siblings(site, text, section, called, at);
    if section.len() < 2 {
        section.clear();
    }
    let view = Prose {
        html: prose::page(site, text),
        toc: text.headings.iter().map(|(label, id)| HeadingLink { label: (&**label).into(), id: (&**id).into() }).collect(),
        section,
        lang: &site.catalogue.settings.language,
    };
    Frame::new(page, PageType::Prose, heading)
        .description(text.description.as_deref())
        .nav(&text.slug)
        .article()
        .source(Some(text.text.path.clone()))
        .around(site, &view)
}

/// Links to the pages `section`, of which `text` is one, each under the name that `called` gives it, at the path that `at` gives its slug.
fn siblings<'site>(
    site: &Site,
    text: &catalogue::Page,
    section: impl IntoIterator<Item = &'site catalogue::Page>,
    called: impl Fn(&catalogue::Page) -> String,
    at: impl Fn(&str) -> SitePath,
) -> Vec<SiblingLink<'site>> {
    let entry = |other: &catalogue::Page| SiblingLink {
        label: called(other).into(),
        url: site.address.url(&at(&other.slug)),
        current: other.slug == text.slug,
    };
    section.into_iter().map(entry).collect()
}

//! Contributed Markdown → safe HTML, with every link resolved to an address of the site or of the web.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::catalogue::{Listing, Page};
use crate::parse::media::Media;
use crate::parse::prose::{Heading, HtmlOptions, Resolve, Resolved, ResolvedImage, html, html_and_outline};
use crate::site::{At, Site, SitePath};
use crate::source::ContentPath;

/// What a link in contributed text tells search engines.
const UGC: &str = "noopener ugc nofollow";

/// Words of a text whose parts are listed beside it: two screens.
const LONG: usize = 300;
/// Most parts that are listed.
const MOST_PARTS: usize = 20;

/// A text and the parts it falls into.
#[derive(Debug, Serialize)]
pub(super) struct Description {
    /// As HTML.
    pub(super) html: String,
    /// Those that are listed beside it, if it is one that nobody reads from end to end.
    pub(super) parts: Vec<Part>,
}

/// A part of a text.
#[derive(Debug, Serialize)]
pub(super) struct Part {
    label: String,
    id: String,
}

/// The long description of `listing`, if it has one with anything in it.
pub(super) fn readme(site: &Site, listing: &Listing) -> Option<Description> {
    let readme = listing.readme.as_ref()?;
    let within = format!("listings/{}", listing.slug);
    let links = Links { site, from: &readme.path, within: &within, files: &listing.files, rel: Some(UGC) };
    let (html, outline) = html_and_outline(readme.body_text(), &HtmlOptions::default(), &links);
    let part = |heading: &Heading| Part { label: heading.text.clone(), id: heading.anchor() };
    let mut parts: Vec<Part> = outline.sections().take(MOST_PARTS).map(part).collect();
    if outline.n_words < LONG || parts.len() < 2 {
        parts.clear();
    }
    (!html.is_empty()).then_some(Description { html, parts })
}

/// The notes of a version, whose `anchor` keeps the ids of its headings apart from those of other versions on the page.
pub(super) fn notes(site: &Site, listing: &Listing, anchor: &str, text: &str) -> String {
    let within = format!("listings/{}", listing.slug);
    let links = Links { site, from: &listing.path, within: &within, files: &listing.files, rel: Some(UGC) };
    let id_prefix = format!("u-{anchor}-");
    html(text, &HtmlOptions { heading_shift: 3, id_prefix: &id_prefix }, &links)
}

/// A page of prose.
pub(super) fn page(site: &Site, page: &Page) -> String {
    let links = Links { site, from: &page.text.path, within: "pages", files: &page.files, rel: None };
    html(page.text.body_text(), &HtmlOptions::default(), &links)
}

/// A text of Pressmark's own, whose links lead out of the site alone.
pub(super) fn own(text: &str) -> String {
    html(text, &HtmlOptions::default(), &Elsewhere)
}

/// Links of a text that belongs to no file.
struct Elsewhere;

impl Resolve for Elsewhere {
    fn link(&self, target: &str) -> Resolved {
        if is_web(target) { Resolved::To { url: target.to_owned(), rel: Some("noopener") } } else { Resolved::Nowhere }
    }

    fn image(&self, _: &str) -> ResolvedImage {
        ResolvedImage::Nowhere
    }
}

/// Where the links of one text lead.
struct Links<'text> {
    site: &'text Site,
    from: &'text ContentPath,
    within: &'text str,
    files: &'text BTreeMap<ContentPath, Option<Media>>,
    rel: Option<&'static str>,
}

impl Links<'_> {
    /// The file that a relative reference names, without its query and fragment.
    fn file(&self, target: &str) -> Option<(ContentPath, Option<&Media>)> {
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let decoded = percent_decoded(path)?;
        let path = self.from.resolve(&decoded, self.within)?;
        self.files.get(&path).map(|media| (path.clone(), media.as_ref()))
    }

    /// The page of prose that `./other.md#part` names.
    fn page(&self, target: &str) -> Option<String> {
        let (path, fragment) = target.split_once('#').map_or((target, None), |(path, fragment)| (path, Some(fragment)));
        let path = self.from.resolve(path, self.within)?;
        let slug = path.as_str().strip_prefix("pages/")?.strip_suffix(".md")?;
        self.site.catalogue.pages.iter().find(|page| &*page.slug == slug)?;
        let url = self.site.address.url(&Site::prose(slug));
        Some(fragment.map_or_else(|| url.clone(), |fragment| format!("{url}#u-{fragment}")))
    }
}

fn is_web(target: &str) -> bool {
    let scheme = target.split(':').next().unwrap_or_default().to_ascii_lowercase();
    target.contains(':') && matches!(scheme.as_str(), "https" | "http" | "mailto")
}

fn percent_decoded(path: &str) -> Option<String> {
    let bytes: Vec<u8> = percent_encoding::percent_decode_str(path).collect();
    String::from_utf8(bytes).ok()
}

impl Resolve for Links<'_> {
    fn link(&self, target: &str) -> Resolved {
        if is_web(target) {
            return Resolved::To { url: target.to_owned(), rel: self.rel.or(Some("noopener")) };
        }
        let of_file = |(path, media): (ContentPath, Option<&Media>)| match media {
            Some(media) => self.site.drawn(&path, media, At::Full).map(crate::site::Drawn::lean),
            None => Some(SitePath::of_content(&path)),
        };
        let found = self.page(target).or_else(|| self.file(target).and_then(of_file).map(|path| self.site.address.url(&path)));
        found.map_or(Resolved::Nowhere, |url| Resolved::To { url, rel: None })
    }

    fn image(&self, target: &str) -> ResolvedImage {
        if is_web(target) {
            return ResolvedImage::LinkTo { url: target.to_owned() };
        }
        let Some((path, Some(media))) = self.file(target) else { return ResolvedImage::Nowhere };
        let Some(drawn) = self.site.drawn(&path, media, At::Large) else { return ResolvedImage::Nowhere };
        let url = |path: &SitePath| self.site.address.url(path);
        let film = if drawn.is_still { self.site.drawn(&path, media, At::Full) } else { None };
        ResolvedImage::Show {
            url: url(&drawn.path),
            webp: drawn.webp.as_ref().map(url),
            film: film.map(|film| url(&film.path)),
            width: Some(drawn.width),
            height: Some(drawn.height),
        }
    }
}

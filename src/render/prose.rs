//! Contributed Markdown → safe HTML, with every link resolved to an address of the site or of the web.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use super::view::view;
use crate::catalogue::{Destination, Listing, Page, Readme};
use crate::parse::media::Media;
use crate::parse::prose::{
    Anchors, Heading, HtmlOptions, Outline, Resolve, Resolved, ResolvedImage, html, html_and_outline, is_shown, outline,
};
use crate::parse::unseen::steady;
use crate::site::{ImageUse, PageKind, Site, SitePath};
use crate::source::ContentPath;

/// The `rel` of a link in contributed text.
const UGC: &str = "noopener ugc nofollow";

/// Words of a text whose parts are listed beside it: two screens.
const LONG: usize = 300;
/// Most parts that are listed.
const MOST_PARTS: usize = 20;

view! {
    /// A long description.
    Description("a description") {
        /// The text as HTML: print it with `| safe`.
        html: String,
        /// Its headings, if it is so long that no one reads it from end to end.
        parts: Vec<Part>,
    }
}

view! {
    /// A part of a description.
    Part("a part of a description") {
        /// Its heading.
        label: String,
        /// The id of the heading on the page.
        id: String,
    }
}

/// The long description of `listing`, if it has one with anything in it.
pub(super) fn readme(site: &Site, listing: &Listing) -> Option<Description> {
    let readme = listing.readme.as_ref()?;
    let links = Links::new(site, &readme.path, &listing.files, Some(UGC));
    let (html, outline) = html_and_outline(&steady(readme.body_text()), &HtmlOptions::new(&site.language), &links);
    let part = |heading: &Heading| Part { label: heading.text.clone(), id: heading.anchor() };
    let mut parts: Vec<Part> = outline.sections().take(MOST_PARTS).map(part).collect();
    if outline.n_words < LONG || parts.len() < 2 {
        parts.clear();
    }
    (!html.is_empty()).then_some(Description { html, parts })
}

/// The notes of a version, whose `anchor` keeps the ids of its headings apart from those of other versions on the page.
pub(super) fn notes(site: &Site, listing: &Listing, anchor: &str, text: &str) -> String {
    let links = Links::new(site, &listing.path, &listing.files, Some(UGC));
    let id_prefix = format!("u-{anchor}-");
    html(&steady(text), &HtmlOptions { heading_shift: 3, id_prefix: &id_prefix, language: &site.language }, &links)
}

/// The page `doc` of the documentation of `listing`, and what it contains.
pub(super) fn doc(site: &Site, listing: &Listing, doc: &Page) -> (String, Outline) {
    let links = Links::new(site, &doc.text.path, &listing.files, Some(UGC));
    html_and_outline(&steady(doc.text.body_text()), &HtmlOptions::new(&site.language), &links)
}

/// A page of prose.
pub(super) fn page(site: &Site, page: &Page) -> String {
    let links = Links::new(site, &page.text.path, &page.files, None);
    html(&steady(page.text.body_text()), &HtmlOptions::new(&site.language), &links)
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

/// Resolves the links of one text.
struct Links<'text> {
    site: &'text Site,
    from: &'text ContentPath,
    files: &'text BTreeMap<ContentPath, Option<Media>>,
    rel: Option<&'static str>,
    /// The other texts that a link has named a heading of.
    outlines: RefCell<HashMap<ContentPath, Outline>>,
}

/// Most texts that are read for the sake of links from one. Of others the heading is taken as it is named.
const MOST_OUTLINES: usize = 16;

impl<'text> Links<'text> {
    fn new(
        site: &'text Site,
        from: &'text ContentPath,
        files: &'text BTreeMap<ContentPath, Option<Media>>,
        rel: Option<&'static str>,
    ) -> Self {
        Self { site, from, files, rel, outlines: RefCell::default() }
    }

    /// The path that a relative reference names, without its query and fragment, and the fragment.
    fn path<'target>(&self, target: &'target str) -> Option<(ContentPath, Option<&'target str>)> {
        let (path, fragment) = target.split_once('#').map_or((target, None), |(path, fragment)| (path, Some(fragment)));
        let path = path.split('?').next().unwrap_or_default();
        if path.is_empty() || path.starts_with('/') {
            return None;
        }
        Some((self.from.resolve(&percent_decoded(path)?, "")?, fragment))
    }

    /// A file of this text's folder, or one that another listing shows.
    fn file(&self, path: &ContentPath) -> Option<Option<&'text Media>> {
        if let Some(media) = self.files.get(path) {
            return Some(media.as_ref());
        }
        let slug = path.listing_slug()?;
        let listing = self.site.catalogue.listings.get(slug).filter(|listing| !listing.is_gone())?;
        let shown = listing.icon.iter().chain(listing.screenshots.iter().map(|shot| &shot.image));
        let image = shown.into_iter().find(|image| image.path == *path).map(|image| Some(&image.media));
        image.or_else(|| listing.files.get(path).map(Option::as_ref))
    }

    /// The address of the page that `path` leads to, if the site has it.
    fn page(&self, path: &ContentPath, fragment: Option<&str>) -> Option<String> {
        let destination = Destination::from_path(path, fragment)?;
        let mut page = match &destination {
            Destination::Listings => Site::browse(crate::site::Order::Updated, 1),
            Destination::Listing(slug) => Site::listing(slug),
            Destination::Doc(slug, name) => Site::doc(slug, name),
            Destination::Apps => Site::apps(),
            Destination::App(slug) => Site::app(slug),
            Destination::Publishers => Site::publishers(),
            Destination::Publisher(slug) => Site::publisher(slug),
            Destination::Tags => Site::tags(),
            Destination::Tag(id) => Site::tag(id, crate::site::Order::Updated, 1),
            Destination::Collections => Site::collections(),
            Destination::Collection(slug) => Site::collection(slug),
            Destination::Announced => Site::announced(),
            Destination::Page(slug) => Site::prose(slug),
            Destination::Agreement(version) => Site::agreement(version),
        };
        if let PageKind::Redirect { to, .. } = &self.site.page(page.as_str())?.kind {
            page = to.clone();
        }
        let url = self.site.address.url(&page);
        let text = match &self.site.page(page.as_str())?.kind {
            PageKind::Listing(listing) => listing.readme.as_ref(),
            PageKind::Doc(listing, place) => listing.docs.get(*place).map(|doc| &doc.text),
            PageKind::Prose(place) => self.site.catalogue.pages.get(*place).map(|page| &page.text),
            PageKind::Agreement(place) => self.site.catalogue.agreements.get(*place).map(|page| &page.text),
            _ => None,
        };
        let anchor = text.zip(fragment.filter(|fragment| !fragment.is_empty())).and_then(|(text, fragment)| self.anchor(text, fragment));
        Some(anchor.map_or_else(|| url.clone(), |anchor| format!("{url}#{anchor}")))
    }

    /// The id of the heading of another text that `fragment` means.
    fn anchor(&self, text: &Readme, fragment: &str) -> Option<String> {
        let mut outlines = self.outlines.borrow_mut();
        if outlines.len() >= MOST_OUTLINES && !outlines.contains_key(&text.path) {
            return None;
        }
        let outline = outlines.entry(text.path.clone()).or_insert_with(|| outline(text.body_text()));
        Anchors::new(outline).find(fragment).map(Heading::anchor)
    }
}

fn is_web(target: &str) -> bool {
    let scheme = target.split(':').next().unwrap_or_default().to_ascii_lowercase();
    target.contains(':') && matches!(scheme.as_str(), "https" | "http" | "mailto" | "tel" | "sms") && is_shown(target)
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
        let Some((path, fragment)) = self.path(target) else { return Resolved::Nowhere };
        let of_file = |media: Option<&Media>| match media {
            Some(media) => self.site.image_for(&path, media, ImageUse::Full).map(crate::site::ImageVariant::lean),
            None => Some(SitePath::of_content(&path)),
        };
        let found = self.page(&path, fragment).or_else(|| self.file(&path).and_then(of_file).map(|path| self.site.address.url(&path)));
        found.map_or(Resolved::Nowhere, |url| Resolved::To { url, rel: None })
    }

    fn image(&self, target: &str) -> ResolvedImage {
        if is_web(target) {
            return ResolvedImage::LinkTo { url: target.to_owned() };
        }
        let Some((path, _)) = self.path(target) else { return ResolvedImage::Nowhere };
        let Some(Some(media)) = self.file(&path) else { return ResolvedImage::Nowhere };
        let Some(image) = self.site.image_for(&path, media, ImageUse::Large) else { return ResolvedImage::Nowhere };
        let url = |path: &SitePath| self.site.address.url(path);
        let animation = if image.is_still { self.site.image_for(&path, media, ImageUse::Full) } else { None };
        ResolvedImage::Show {
            url: url(&image.path),
            webp: image.webp.as_ref().map(url),
            animation: animation.map(|animation| url(&animation.path)),
            width: Some(image.width),
            height: Some(image.height),
        }
    }
}

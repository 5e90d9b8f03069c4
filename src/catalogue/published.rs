//! Which files of a content folder are published as they are: those that a text shows or leads to, if their kind is one that no browser runs.

use std::collections::BTreeSet;

use super::{RawCatalogue, RawListing};
use crate::format::{Content, Document};
use crate::parse::prose::Outline;
use crate::source::ContentPath;

/// The endings of files that may be published, besides images. Nothing that a browser would run is among them.
const PUBLISHED: [&str; 13] = ["svg", "png", "webp", "jpg", "jpeg", "gif", "md", "txt", "json", "yaml", "yml", "csv", "pdf"];

/// Whether a file of a listing may be published, by its name.
#[must_use]
pub fn is_published(path: &ContentPath) -> bool {
    PUBLISHED.iter().any(|ending| path.has_ending(ending))
}

/// The files of `raw` that are in the folder of `from` or below, or else anywhere in that of its listing, and that the text `from`, which contains `outline`, shows or leads to, as far as they may be published.
pub(super) fn named<'raw>(
    raw: &'raw RawCatalogue,
    from: &'raw ContentPath,
    outline: &'raw Outline,
) -> impl Iterator<Item = &'raw Document> {
    let named = outline.links.iter().filter_map(move |link| {
        let path = link.target.split(['?', '#']).next().unwrap_or_default();
        let path = percent_encoding::percent_decode_str(path).decode_utf8().ok()?;
        raw.document(from.resolve(&path, from.listing_folder().unwrap_or(from.folder()))?.as_str())
    });
    named.filter(|document| may_be_published(document))
}

fn may_be_published(document: &Document) -> bool {
    match &document.content {
        Content::Image(_) => true,
        Content::File => is_published(&document.path),
        _ => false,
    }
}

impl RawListing<'_> {
    /// The files of its folder that are published because its pages show them or lead to them.
    #[must_use]
    pub fn shown_files(&self) -> BTreeSet<ContentPath> {
        let icon = self.icon().map(|(document, _)| document);
        let screenshots = self.file.screenshots.items().iter().filter_map(|entry| self.beside(entry.file.get()?));
        let own = icon.into_iter().chain(screenshots).filter(|document| may_be_published(document));
        let named = self.texts().flat_map(|(document, outline)| named(self.raw, &document.path, outline));
        own.chain(named).map(|document| document.path.clone()).collect()
    }
}

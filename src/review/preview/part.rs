//! The part of a catalogue that a preview shows: what a change touches and whatever its pages mention. A site of ten thousand listings is not planned
//! twice for the page of one. Knows names; knows no page.

use std::collections::BTreeSet;

use crate::catalogue::{RawCatalogue, RawListing};
use crate::format::{Content, Document, Field, FileRole};
use crate::site::{Site, SitePath};
use crate::source::git::{GitError, Object, Repository, Tree};
use crate::source::{ContentPath, Folder as _, Memory};

/// Listings around those that are shown, at most: enough for everything that a page says of others.
const MOST_NEAR: usize = 300;
/// Pictures of one state, at most.
const MOST_PICTURES: usize = 100;

/// The subjects whose pages are shown in one state.
#[derive(Debug, Clone, Default)]
pub(super) struct Subjects<'run> {
    /// Listings by slug.
    pub(super) listings: BTreeSet<&'run str>,
    /// Files that have a page of their own, such as those of apps and publishers.
    pub(super) files: BTreeSet<&'run ContentPath>,
}

impl<'run> Subjects<'run> {
    /// The slugs of the files with `role`.
    fn slugs(&self, role: FileRole) -> BTreeSet<&'run str> {
        self.files.iter().map(|path| path.place()).filter(|(of, _)| *of == role).map(|(_, slug)| slug).collect()
    }
}

/// The page of a file that has one of its own and belongs to no listing.
pub(super) fn page_of(path: &ContentPath) -> Option<SitePath> {
    match path.place() {
        (FileRole::App, slug) => Some(Site::app(slug)),
        (FileRole::Publisher, slug) => Some(Site::publisher(slug)),
        (FileRole::Collection, slug) => Some(Site::collection(slug)),
        (FileRole::Page, slug) => Some(Site::prose(slug)),
        (FileRole::Agreement, version) => Some(Site::agreement(version)),
        _ => None,
    }
}

/// The documents of `raw` that the pages of `subjects` are made of, with the `pictures` that were read for them.
pub(super) fn part(raw: &RawCatalogue, subjects: &Subjects<'_>, pictures: &Memory) -> RawCatalogue {
    let near = near(raw, subjects);
    // What looks like a key is in none of them: not on the page of its own listing, nor on one that shows its card.
    let with_keys = raw.documents().filter(|document| !document.secrets.is_empty());
    let redacted: BTreeSet<&str> = with_keys.filter_map(|document| document.path.listing_slug()).collect();
    let is_shown = |document: &&Document| match document.path.listing_slug() {
        Some(slug) => (subjects.listings.contains(slug) || near.contains(slug)) && !redacted.contains(slug),
        None => document.secrets.is_empty(),
    };
    RawCatalogue::from_documents(raw.documents().filter(is_shown).map(|document| {
        match pictures.read(&document.path, document.path.role().limit()) {
            Ok(bytes) if matches!(document.content, Content::Nothing) && document.problems.is_empty() => {
                Document::read(document.path.clone(), Ok(bytes))
            }
            _ => document.clone(),
        }
    }))
}

/// The listings that the pages of `subjects` mention.
fn near<'raw>(raw: &'raw RawCatalogue, subjects: &Subjects<'_>) -> BTreeSet<&'raw str> {
    let shown: Vec<RawListing<'_>> = subjects.listings.iter().filter_map(|slug| raw.listing(slug)).collect();
    let mut named: BTreeSet<&str> = BTreeSet::new();
    let mut apps: BTreeSet<&str> = BTreeSet::new();
    let mut tags: BTreeSet<&str> = BTreeSet::new();
    for listing in &shown {
        let lifecycle = listing.file.lifecycle.get();
        named.extend(text(&listing.file.parent));
        named.extend(listing.file.original().map(|slug| &*slug.value));
        named.extend(lifecycle.and_then(|lifecycle| text(&lifecycle.replaced_by)));
        named.extend(listing.file.depends_on.items().iter().map(|slug| &*slug.value));
        apps.extend(text(&listing.file.app));
        tags.extend(listing.file.tags.items().iter().map(|tag| &*tag.value));
    }
    let publishers = subjects.slugs(FileRole::Publisher);
    for document in subjects.files.iter().filter_map(|path| raw.document(path.as_str())) {
        match &document.content {
            Content::App(app) => apps.extend(text(&app.name)),
            Content::Collection(collection) => named.extend(collection.listings.items().iter().filter_map(|member| text(&member.slug))),
            _ => {}
        }
    }
    let (mut certain, mut possible) = (BTreeSet::new(), Vec::new());
    for other in raw.listings() {
        let has = |field, among: &BTreeSet<&str>| text(field).is_some_and(|value| among.contains(value));
        if named.contains(other.slug) || has(&other.file.parent, &subjects.listings) {
            certain.insert(other.slug);
        } else if has(&other.file.app, &apps)
            || has(&other.file.publisher, &publishers)
            || other.file.tags.items().iter().any(|tag| tags.contains(&*tag.value))
        {
            possible.push(other.slug);
        }
    }
    certain.into_iter().chain(possible).take(MOST_NEAR).collect()
}

fn text(field: &Field<Box<str>>) -> Option<&str> {
    field.get().map(|text| &**text)
}

/// The bytes of the pictures that the pages of `subjects` show: of their listings, of the apps of these, and beside pages of prose.
///
/// # Errors
/// When `git` fails.
pub(super) fn pictures(repository: &Repository, raw: &RawCatalogue, tree: &Tree, subjects: &Subjects<'_>) -> Result<Memory, GitError> {
    let of_listings =
        subjects.listings.iter().flat_map(|slug| raw.of_listing(slug)).filter(|document| matches!(document.content, Content::Image(_)));
    let icon = |path: &ContentPath| match &raw.document(path.as_str())?.content {
        Content::App(app) => path.resolve(app.icon.get()?, path.folder()),
        _ => None,
    };
    let of_apps = subjects.slugs(FileRole::App).into_iter().filter_map(|slug| icon(&FileRole::App.path(slug)?));
    // Which pictures a page of prose shows is known once it is rendered: all that are next to the pages are read for it.
    let has_prose = subjects.files.iter().any(|path| path.role() == FileRole::Page);
    let of_prose = tree.files.keys().filter(|path| has_prose && path.role() == FileRole::PageImage).cloned();
    let apps = subjects.listings.iter().filter_map(|slug| raw.app(raw.listing(slug)?.file.app.get()?)).filter_map(|(path, _)| icon(path));
    let paths: BTreeSet<ContentPath> = of_apps
        .chain(apps)
        .chain(of_prose)
        .chain(of_listings.map(|document| document.path.clone()))
        .filter(|path| path.role().is_image())
        .collect();
    let wanted: Vec<(&ContentPath, &Object)> =
        paths.iter().filter_map(|path| Some((path, tree.files.get(path)?))).take(MOST_PICTURES).collect();
    let limits: Vec<(Object, u64)> = wanted.iter().map(|(path, object)| ((*object).clone(), path.role().limit())).collect();
    let blobs = repository.blobs(&limits)?;
    let read = wanted.into_iter().filter_map(|(path, object)| Some((path, blobs.get(object)?.as_ref().ok()?)));
    Ok(read.fold(Memory::new(), |memory, (path, bytes)| memory.with(path.as_str(), bytes.clone())))
}

/// Whether any file of the listing `slug` contains what looks like a key: such a page is not shown once more.
pub(super) fn holds_secret(raw: &RawCatalogue, slug: &str) -> bool {
    raw.of_listing(slug).any(|document| !document.secrets.is_empty())
}

/// A site with nothing left out because of what was found: so that it shows the page after the fix.
pub(super) fn resolved(part: &RawCatalogue) -> crate::catalogue::Catalogue {
    crate::catalogue::resolve(part, &crate::catalogue::Losses::default()).catalogue
}

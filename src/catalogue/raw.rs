//! All files of a catalogue as typed documents, before any name in them is resolved. Knows which names exist; decides nothing.

use std::collections::{BTreeMap, HashMap};
use std::ops::Bound;
use std::sync::Arc;
use std::time::SystemTime;

use rayon::prelude::*;

use crate::format::{
    AppFile, Content, ContentFile, Document, FileRole, KnownDocuments, ListingFile, PublisherFile, Reason, SETTINGS, SettingsFile, State,
    TagEntry, listing_folder,
};
use crate::parse::media::Media;
use crate::parse::prose::Outline;
use crate::source::{ContentPath, Folder, FolderError, Spanned};

/// Every file of a catalogue, by path, with look-ups for the names that files mention.
#[derive(Debug, Default)]
pub struct RawCatalogue {
    documents: BTreeMap<ContentPath, Arc<Document>>,
    settings: SettingsFile,
    apps: BTreeMap<Box<str>, ContentPath>,
    tags: BTreeMap<Box<str>, Spanned<TagEntry>>,
    /// The current slugs of listings, by their former ones.
    moved: HashMap<Box<str>, Box<str>>,
}

impl RawCatalogue {
    /// Reads every file of `folder`, on all cores. `progress` receives the numbers of files read and of all files.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn read(folder: &dyn Folder, progress: &(dyn Fn(usize, usize) + Sync)) -> Result<Self, FolderError> {
        // At the beginning of time nothing is old enough to be kept.
        Ok(Self::from_documents(KnownDocuments::default().read(folder, SystemTime::UNIX_EPOCH, progress)?))
    }

    /// The raw catalogue of some documents.
    pub fn from_documents<D: Into<Arc<Document>>>(documents: impl IntoIterator<Item = D>) -> Self {
        let documents: BTreeMap<_, Arc<Document>> =
            documents.into_iter().map(Into::into).map(|document: Arc<Document>| (document.path.clone(), document)).collect();
        let mut raw = Self::default();
        for (path, document) in &documents {
            match &document.content {
                Content::Settings(settings) => raw.settings = (**settings).clone(),
                Content::App(app) => {
                    if let Some(name) = app.name.get() {
                        raw.apps.entry(name.clone()).or_insert_with(|| path.clone());
                    }
                }
                Content::Tags(tags) => {
                    for tag in &tags.0 {
                        if let Some(id) = tag.id.get() {
                            raw.tags.entry(id.clone()).or_insert_with(|| tag.clone());
                        }
                    }
                }
                Content::Listing(listing) => {
                    let slug = path.listing_slug().unwrap_or_default();
                    for former in listing.former_slugs.items() {
                        raw.moved.entry(former.value.clone()).or_insert_with(|| slug.into());
                    }
                }
                _ => {}
            }
        }
        raw.documents = documents;
        raw
    }

    /// The same raw catalogue with `documents` instead of those that have their paths.
    #[must_use]
    pub fn replacing(self, documents: impl IntoIterator<Item = Document>) -> Self {
        Self::from_documents(self.documents.into_values().chain(documents.into_iter().map(Arc::new)))
    }

    /// Drops the documents for which `is_kept` is false, on all cores: in a large catalogue they are most of what is in memory. Look-ups by name stay.
    pub fn keep(&mut self, is_kept: impl Fn(&Document) -> bool + Sync) {
        // Documents are large: they are emptied where they are, and not moved.
        self.documents.par_iter_mut().filter(|(_, document)| !is_kept(document)).for_each(|(path, document)| {
            *document = Arc::new(Document::unopened(path.clone()));
        });
        self.documents.retain(|_, document| is_kept(document));
    }

    /// The document at `path`.
    #[must_use]
    pub fn document(&self, path: &str) -> Option<&Document> {
        self.documents.get(path).map(Arc::as_ref)
    }

    /// The file with this `role` and `slug`, which is empty for a role without one.
    #[must_use]
    pub fn file(&self, role: FileRole, slug: &str) -> Option<&Document> {
        self.document(role.path(slug)?.as_str())
    }

    /// The file `name`, a path below the folder of the listing with this `slug`.
    #[must_use]
    pub fn in_listing(&self, slug: &str, name: &str) -> Option<&Document> {
        self.document(ContentPath::in_listing(slug, name)?.as_str())
    }

    /// The file with the settings.
    #[must_use]
    pub fn settings_file(&self) -> Option<&Document> {
        self.document(SETTINGS)
    }

    /// The file with the tags.
    #[must_use]
    pub fn tags_file(&self) -> Option<&Document> {
        self.document(FileRole::Tags.pattern())
    }

    /// The files with this `role`, in path order.
    pub fn files(&self, role: FileRole) -> impl Iterator<Item = &Document> + use<'_> {
        let folder = role.pattern().split('*').next().unwrap_or_default();
        self.below(folder).filter(move |document| document.role == role)
    }

    /// The files of type `T` that could be read at all, with their documents, in path order.
    pub fn all<T: ContentFile>(&self) -> impl Iterator<Item = (&Document, &T)> {
        self.files(T::ROLE).filter_map(|document| Some((document, T::of(&document.content)?)))
    }

    /// The slugs of the files with this `role`, in order.
    pub fn slugs(&self, role: FileRole) -> impl Iterator<Item = &str> {
        self.files(role).map(|document| document.place().1)
    }

    /// The files in the folder of the listing with this `slug`, in path order.
    pub fn of_listing(&self, slug: &str) -> impl Iterator<Item = &Document> + use<'_> {
        self.below(&format!("{}/", listing_folder(slug)))
    }

    /// Every document in path order.
    pub fn documents(&self) -> impl Iterator<Item = &Document> {
        self.documents.values().map(Arc::as_ref)
    }

    /// Every document in path order, to be shared with another raw catalogue.
    pub fn shared_documents(&self) -> impl Iterator<Item = &Arc<Document>> {
        self.documents.values()
    }

    /// The documents below `folder` (with its trailing slash), in path order.
    pub fn below<'raw>(&'raw self, folder: &str) -> impl Iterator<Item = &'raw Document> + use<'raw> {
        let folder = folder.to_owned();
        let from = (Bound::Included(folder.as_str()), Bound::Unbounded);
        let documents = self.documents.range::<str, _>(from).map(|(_, document)| document.as_ref());
        documents.take_while(move |document| document.path.as_str().starts_with(&folder))
    }

    /// The text of a file, for quoting it.
    #[must_use]
    pub fn text(&self, path: &ContentPath) -> Option<&str> {
        self.documents.get(path)?.text.as_deref()
    }

    /// `catalogue.yaml`; all absent when it could not be read.
    #[must_use]
    pub fn settings(&self) -> &SettingsFile {
        &self.settings
    }

    /// Every `listings/<slug>/listing.yaml` that could be read at all, in path order.
    pub fn listings(&self) -> impl Iterator<Item = RawListing<'_>> {
        self.files(FileRole::Listing).filter_map(|document| RawListing::new(self, document))
    }

    /// Whether there is a folder `listings/<slug>/` with a listing in it, readable or not.
    #[must_use]
    pub fn has_listing(&self, slug: &str) -> bool {
        self.file(FileRole::Listing, slug).is_some()
    }

    /// The slug of the listing that `slug` leads to: itself, or of a listing that had it before the one that has it now.
    #[must_use]
    pub fn followed<'raw>(&'raw self, slug: &'raw str) -> Option<&'raw str> {
        if self.has_listing(slug) { Some(slug) } else { self.moved.get(slug).map(|slug| &**slug) }
    }

    /// The listing in the folder `slug`.
    #[must_use]
    pub fn listing(&self, slug: &str) -> Option<RawListing<'_>> {
        RawListing::new(self, self.file(FileRole::Listing, slug)?)
    }

    /// The app that is called exactly `name`, with the path of its file.
    #[must_use]
    pub fn app(&self, name: &str) -> Option<(&ContentPath, &AppFile)> {
        let path = self.apps.get(name)?;
        Some((path, AppFile::of(&self.documents.get(path)?.content)?))
    }

    /// The names of all apps, in order.
    #[must_use]
    pub fn app_names(&self) -> Vec<&str> {
        self.apps.keys().map(|name| &**name).collect()
    }

    /// The publisher in `publishers/<slug>.yaml`.
    #[must_use]
    pub fn publisher(&self, slug: &str) -> Option<&PublisherFile> {
        PublisherFile::of(&self.file(FileRole::Publisher, slug)?.content)
    }

    /// The tag with this id.
    #[must_use]
    pub fn tag(&self, id: &str) -> Option<&Spanned<TagEntry>> {
        self.tags.get(id)
    }

    /// The ids of all tags, in order.
    #[must_use]
    pub fn tag_ids(&self) -> Vec<&str> {
        self.tags.keys().map(|id| &**id).collect()
    }
}

/// The endings of an icon, the one that counts first.
pub const ICON_ENDINGS: [&str; 5] = ["svg", "png", "webp", "jpg", "jpeg"];

/// A listing as submitted, with the files beside it and the names it may mention.
#[derive(Debug, Clone, Copy)]
pub struct RawListing<'raw> {
    /// The name of its folder.
    pub slug: &'raw str,
    /// The content of `listing.yaml`.
    pub file: &'raw ListingFile,
    /// The document it was read from.
    pub document: &'raw Document,
    /// Everything else in the catalogue.
    pub raw: &'raw RawCatalogue,
}

impl<'raw> RawListing<'raw> {
    /// The listing in `document`, if it is a listing.
    #[must_use]
    pub fn new(raw: &'raw RawCatalogue, document: &'raw Document) -> Option<Self> {
        Some(Self { slug: document.place().1, file: ListingFile::of(&document.content)?, document, raw })
    }

    /// Its folder, without a trailing slash.
    #[must_use]
    pub fn folder(&self) -> &'raw str {
        self.document.path.folder()
    }

    /// Every file in its folder, in path order.
    pub fn documents(&self) -> impl Iterator<Item = &'raw Document> + use<'raw> {
        self.raw.of_listing(self.slug)
    }

    /// The file in its folder with this `role`.
    #[must_use]
    pub fn part(&self, role: FileRole) -> Option<&'raw Document> {
        self.raw.file(role, self.slug)
    }

    /// The document of the README, if there is one.
    #[must_use]
    pub fn readme(&self) -> Option<(&'raw Document, &'raw Outline)> {
        let document = self.part(FileRole::Readme)?;
        match &document.content {
            Content::Readme(outline) => Some((document, outline)),
            _ => None,
        }
    }

    /// Its texts with a page: the README first, then those in `docs/`.
    pub fn texts(&self) -> impl Iterator<Item = (&'raw Document, &'raw Outline)> + use<'raw> {
        let docs = self.raw.below(&format!("{}/docs/", self.folder())).filter(|document| document.role == FileRole::Doc);
        self.readme().into_iter().chain(docs.filter_map(|document| Some((document, document.outline()?))))
    }

    /// The file that `reference` names from the listing's folder, if it stays inside and is there.
    #[must_use]
    pub fn beside(&self, reference: &str) -> Option<&'raw Document> {
        let path = self.document.path.resolve(reference, self.folder())?;
        self.raw.document(path.as_str())
    }

    /// The icon: the first of the files `icon` with one of the [`ICON_ENDINGS`] that is a valid image.
    #[must_use]
    pub fn icon(&self) -> Option<(&'raw Document, &'raw Media)> {
        ICON_ENDINGS.iter().find_map(|ending| {
            let document = self.beside(&format!("icon.{ending}"))?;
            match &document.content {
                Content::Image(media) => Some((document, media)),
                _ => None,
            }
        })
    }

    /// Returns the lifecycle state; `None` while it is active.
    #[must_use]
    pub fn state(&self) -> Option<State> {
        self.file.state()
    }

    /// Whether it is deprecated because no one maintains it: then someone else can adopt it.
    #[must_use]
    pub fn is_unmaintained(&self) -> bool {
        let reason = || self.file.lifecycle.get().and_then(|lifecycle| lifecycle.reason.get());
        self.state() == Some(State::Deprecated) && reason() == Some(&Reason::Unmaintained)
    }

    /// Whether the listing has left the catalogue and only its tombstone remains.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        self.file.is_gone()
    }
}

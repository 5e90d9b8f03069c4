//! One state of the touched part of a catalogue as rendered pages, before their addresses are made relative. Knows the order of the stages; knows
//! nothing of the other state.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};

use url::Url;

use super::localise::{held_path, planned_at};
use super::part::{Subjects, page_of, part, resolved};
use crate::catalogue::{RawCatalogue, Settings};
use crate::format::ShareCards;
use crate::picture::{NoCache, process};
use crate::render::{RenderError, RenderOptions, Rendered, Renderer, ResolvedTheme};
use crate::site::{Address, Page, PageKind, Site, SitePath};
use crate::source::{ContentPath, Folder as _, Memory};

/// Bytes of all pages of one state, at most: larger changes are truncated.
const MAX_PAGES: usize = 24 * 1024 * 1024;

/// The touched pages of one state.
pub(super) struct SiteState {
    /// The folder that they are in, with `/` at its end.
    pub(super) folder: &'static str,
    site: Arc<Site>,
    /// Pages by their path below the preview, with the addresses that the site was planned at.
    pub(super) pages: BTreeMap<String, String>,
    /// Everything that pages show beside their text, by its path below the preview.
    pub(super) files: BTreeMap<String, Vec<u8>>,
}

/// The parts that both states share.
pub(super) struct Common<'run> {
    /// The settings that hold: those of the base.
    pub(super) settings: &'run Settings,
    pub(super) theme: &'run ResolvedTheme,
    /// The prefix of the site's URLs.
    pub(super) token: &'run str,
}

impl SiteState {
    /// Renders the pages of `subjects` in `raw`.
    ///
    /// # Errors
    /// When a template fails, which for the built-in ones would be a fault of ours.
    pub(super) fn new(
        folder: &'static str,
        raw: &RawCatalogue,
        subjects: &Subjects<'_>,
        pictures: &Memory,
        common: &Common<'_>,
    ) -> Result<Self, RenderError> {
        let mut catalogue = resolved(&part(raw, subjects, pictures));
        // What a change says of the site as a whole is not looked at on the page of a listing, and a preview is not shared.
        catalogue.settings = Settings { share_cards: Some(ShareCards::None), ..common.settings.clone() };
        let Ok(base) = Url::parse(&planned_at(common.token)) else { unreachable!("a host and a token") };
        let site = Site::plan(catalogue, Address::new(&base));
        let files: Mutex<BTreeMap<String, Vec<u8>>> = Mutex::default();
        let store = |path: &str, bytes: &[u8]| {
            files.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), bytes.to_owned());
            Ok::<(), Infallible>(())
        };
        let Ok((made, _)) = process(&site.catalogue, pictures, &NoCache, &store, &|_, _| {});
        let site = Arc::new(site.with_pictures(made));
        let renderer = Renderer::new(site.clone(), common.theme, &RenderOptions::default())?;
        let mut state = Self { folder, site, pages: BTreeMap::new(), files: files.into_inner().unwrap_or_else(PoisonError::into_inner) };
        for asset in renderer.assets().iter().filter(|asset| !asset.path.as_str().ends_with(".js")) {
            state.files.insert(asset.path.file_path(), asset.bytes.clone());
        }
        for slug in &subjects.listings {
            state.render(&renderer, &[Site::listing(slug), Site::versions(slug)])?;
            let docs = state.site.catalogue.listings.get(*slug).into_iter().flat_map(|listing| &listing.docs);
            let docs: Vec<SitePath> = docs.map(|doc| Site::doc(slug, &doc.slug)).collect();
            state.render(&renderer, &docs)?;
            state.take_films(slug, pictures);
        }
        for page in subjects.files.iter().filter_map(|path| page_of(path)) {
            state.render(&renderer, &[page])?;
        }
        Ok(state)
    }

    fn render(&mut self, renderer: &Renderer, paths: &[SitePath]) -> Result<(), RenderError> {
        for page in paths.iter().filter_map(|path| self.site.clone().page(path.as_str()).cloned()) {
            let is_of_listing =
                matches!(page.kind, PageKind::Listing(_) | PageKind::Versions(_) | PageKind::Doc(..) | PageKind::Tombstone(_));
            let is_shown = is_of_listing
                || matches!(
                    page.kind,
                    PageKind::App(..) | PageKind::Publisher(..) | PageKind::Collection(_) | PageKind::Prose(_) | PageKind::Agreement(_)
                );
            let n_bytes: usize = self.pages.values().map(String::len).sum();
            if is_shown
                && n_bytes < MAX_PAGES
                && let Rendered::Bytes(bytes) = renderer.render(&page)?
            {
                self.pages.insert(self.place(&page.path), String::from_utf8_lossy(&bytes).into_owned());
            }
        }
        Ok(())
    }

    /// Takes the pictures of the listing `slug` that move, which pages link to as they are. Nothing else of a listing is shown unaltered.
    fn take_films(&mut self, slug: &str, pictures: &Memory) {
        let films = |page: &Page| match &page.kind {
            PageKind::Media(path) if path.listing_slug() == Some(slug) && !path.has_ending("svg") => Some(path.clone()),
            _ => None,
        };
        let paths: Vec<ContentPath> = self.site.pages().filter_map(films).collect();
        for path in paths {
            if let Ok(bytes) = pictures.read(&path, path.role().limit()) {
                self.files.insert(held_path(self.folder, path.as_str()), bytes);
            }
        }
    }

    fn place(&self, path: &SitePath) -> String {
        held_path(self.folder, &path.file_path())
    }

    /// The file of the page at `path`, if it is shown.
    pub(super) fn page(&self, path: &SitePath) -> Option<String> {
        Some(self.place(path)).filter(|place| self.pages.contains_key(place))
    }

    /// The file of the image `name` of the listing `slug`, with its width and height in pixels.
    pub(super) fn picture(&self, slug: &str, name: &str) -> Option<(String, u32, u32)> {
        let listing = self.site.catalogue.listings.get(slug)?;
        let path = ContentPath::in_listing(slug, name)?;
        let icon = listing.icon.iter().map(|icon| (&icon.path, &icon.media));
        let shots = listing.screenshots.iter().map(|shot| (&shot.image.path, &shot.image.media));
        let files = listing.files.iter().filter_map(|(path, media)| Some((path, media.as_ref()?)));
        let (path, media) = icon.chain(shots).chain(files).find(|(known, _)| **known == path)?;
        let image = self.site.image_for(path, media, crate::site::ImageUse::Large)?;
        let place = self.place(&image.path);
        self.files.contains_key(&place).then_some((place, image.width, image.height))
    }
}

//! The order of the stages: read, check, resolve, plan, render. No printing, no command, no clock.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use url::Url;

use crate::catalogue::{RawCatalogue, Resolved, Settings, resolve};
use crate::contract::Files;
use crate::diagnostic::Report;
use crate::format::Content;
use crate::inputs::Inputs;
use crate::output::{WriteError, Writer, Written};
use crate::picture::{self, Cache, Refused};
use crate::render::{RenderError, RenderOptions, Rendered, Renderer, ResolvedTheme};
use crate::rules::{self, CheckResult, RunContext};
use crate::site::{self, Address, Site};
use crate::source::{ContentPath, Folder, FolderError};

/// Receives the progress of a stage: its name, the number of items done, and of all.
pub type Progress<'run> = &'run (dyn Fn(&'static str, usize, usize) + Sync);

/// A catalogue that has been read and checked.
#[derive(Debug, Default)]
pub struct Checked {
    /// Every file as it was read.
    pub raw: RawCatalogue,
    /// Everything that is to be said.
    pub report: Report,
    /// How many findings are not in the report because their listing is excused from them.
    pub n_allowed: usize,
    /// Everything that can be shown, and what was left out.
    pub resolved: Resolved,
}

impl Checked {
    /// Drops the files that the report does not mention, as it could be after the build has found images that it cannot decode: what is left is enough to
    /// write the report. What was resolved stays.
    pub fn keep_mentioned(&mut self) {
        let related = self.report.iter().flat_map(|found| found.related.iter().map(|related| &related.path));
        let mentioned: HashSet<ContentPath> = self.report.iter().map(|found| &found.path).chain(related).cloned().collect();
        self.raw
            .keep(|document| mentioned.contains(&document.path) || matches!(document.content, Content::Image(_) | Content::Settings(_)));
    }
}

/// Reads and checks the catalogue in `folder` in `context`.
///
/// # Errors
/// When the folder cannot be listed. Wrong content is no error: it is in the report.
pub fn check(folder: &dyn Folder, context: &RunContext, progress: Progress<'_>) -> Result<Checked, FolderError> {
    Ok(judge(read(folder, progress)?, context))
}

/// Reads the catalogue in `folder`, and what visitors see of it, as [`check`] does in `context`. Findings that cost visitors nothing are not looked for.
///
/// # Errors
/// When the folder cannot be listed.
pub fn published(folder: &dyn Folder, context: &RunContext, progress: Progress<'_>) -> Result<Resolved, FolderError> {
    let raw = read(folder, progress)?;
    Ok(resolve(&raw, &rules::losses(&rules::run_costly(&raw, context))))
}

/// Reads the catalogue in `folder`.
///
/// # Errors
/// When the folder cannot be listed.
pub fn read(folder: &dyn Folder, progress: Progress<'_>) -> Result<RawCatalogue, FolderError> {
    RawCatalogue::read(folder, &|done, all| progress("reading", done, all))
}

/// Checks what was read, in `context`.
#[must_use]
pub fn judge(raw: RawCatalogue, context: &RunContext) -> Checked {
    let CheckResult { report, n_allowed } = rules::run(&raw, context);
    let resolved = resolve(&raw, &rules::losses(&report));
    Checked { raw, report, n_allowed, resolved }
}

/// Plans the site at `base`, or at the address in the catalogue's settings.
#[must_use]
pub fn plan(resolved: Resolved, base: Option<&Url>) -> Site {
    let address = address(&resolved.catalogue.settings, base);
    Site::plan(resolved.catalogue, address)
}

/// The address of a site at `base`, or where `settings` say that it is published.
#[must_use]
pub fn address(settings: &Settings, base: Option<&Url>) -> Address {
    let stated = settings.base_url.as_ref().filter(|link| link.is_web()).map(|link| &link.url);
    base.or(stated).map_or_else(Address::local, Address::new)
}

/// A build that could not be finished.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// A template failed.
    #[error(transparent)]
    Render(#[from] RenderError),
    /// A file could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// A share card could not be drawn, which for the built-in template would be a fault of ours.
    #[error("the template `share.svg` does not produce an image: {0}")]
    Card(String),
    /// A file of the content folder has vanished since it was checked.
    #[error("`{0}` can no longer be read: {1}")]
    Vanished(String, String),
}

/// The result of a build.
#[derive(Debug)]
pub struct Built {
    /// The changes of the target folder.
    pub written: Written,
    /// The files that were neither made nor read, because they were made of the same before.
    pub n_kept: usize,
    /// The images that could not be decoded, which no page shows.
    pub refused: Vec<Refused>,
}

/// Renders every page of `site` and one share card, and writes nothing.
///
/// # Errors
/// When a template fails: the first page in the order of the site that it fails on.
pub fn rehearse(site: Site, theme: &ResolvedTheme) -> Result<(), BuildError> {
    let options = RenderOptions { live_url: Some(String::new()) };
    let renderer = Renderer::new(Arc::new(site), theme, &options)?;
    if let Some(card) = renderer.cards()?.into_iter().next() {
        picture::card(&card.svg).map_err(BuildError::Card)?;
    }
    let pages: Vec<_> = renderer.site().pages().collect();
    let failed = pages.par_iter().find_map_first(|page| renderer.render(page).err());
    failed.map_or(Ok(()), |error| Err(error.into()))
}

/// Makes the pictures of `site`, as far as `cache` has none of them, renders every page on all cores, and hands it all to `writer`.
///
/// # Errors
/// When a template fails or a file cannot be written; the target is then as it was.
pub fn write(
    site: Site,
    folder: &dyn Folder,
    theme: &ResolvedTheme,
    cache: &dyn Cache,
    writer: Writer,
    progress: Progress<'_>,
) -> Result<Built, BuildError> {
    let store = |path: &str, bytes: &[u8]| writer.file(path, bytes);
    let (pictures, refused) = picture::process(&site.catalogue, folder, cache, &store, &|done, all| progress("pictures", done, all))?;
    let renderer = Renderer::new(Arc::new(site.with_pictures(pictures)), theme, &RenderOptions::default())?;
    for asset in renderer.assets() {
        writer.file(&asset.path.file_path(), &asset.bytes)?;
    }
    let parts: Vec<_> = renderer.index().collect();
    parts.par_iter().try_for_each(|(path, bytes)| writer.file(&path.file_path(), bytes))?;
    let cards = renderer.cards()?;
    let (n_cards, n_done, n_kept) = (cards.len(), AtomicUsize::new(0), AtomicUsize::new(0));
    let keeps = |path: &str, inputs| {
        let keeps = writer.keeps(path, inputs);
        n_kept.fetch_add(usize::from(keeps), Ordering::Relaxed);
        keeps
    };
    cards.into_par_iter().try_for_each(|card| {
        let (path, inputs) = (card.path.file_path(), Inputs::of(card.svg.as_bytes()));
        if !keeps(&path, inputs) {
            let bytes = picture::cached_card(&card.svg, cache).map_err(BuildError::Card)?;
            writer.file_of(Some(inputs), &path, &bytes)?;
        }
        progress("share cards", n_done.fetch_add(1, Ordering::Relaxed) + 1, n_cards);
        Ok::<(), BuildError>(())
    })?;
    let pages: Vec<_> = renderer.site().pages().collect();
    let n_done = AtomicUsize::new(0);
    pages.par_iter().try_for_each(|page| {
        let path = page.path.file_path();
        match renderer.render_unless(page, &|inputs| keeps(&path, inputs))? {
            None => {}
            Some((inputs, Rendered::Bytes(bytes))) => writer.file_of(inputs, &path, &bytes)?,
            Some((_, Rendered::Content(from))) => {
                let limit = from.role().limit();
                let bytes = folder.read(&from, limit).map_err(|error| BuildError::Vanished(from.to_string(), format!("{error:?}")))?;
                writer.file(&path, &bytes)?;
            }
        }
        progress("writing", n_done.fetch_add(1, Ordering::Relaxed) + 1, pages.len());
        Ok::<(), BuildError>(())
    })?;
    let home = renderer.site().address.home();
    for (path, bytes) in writer.facts(|files| Files::documents(&home, files.into_iter().filter(|(path, _)| site::is_served(path)))) {
        writer.file(&path, &bytes)?;
    }
    let known = writer.take_known();
    let written = writer.finish()?;
    if let Some(known) = known {
        known.save(cache);
    }
    Ok(Built { written, n_kept: n_kept.into_inner(), refused })
}

//! A catalogue on disk with everything that belongs to it: its folder, its place in the repository, its git history, themes and message files. The way
//! into the library for programs that build a site on their own. An edge; knows no command and no terminal.
//!
//! ```
#![doc = include_str!("../../tests/it/embedding.rs")]
//! ```

mod error;
mod history;
mod place;
mod revision;
mod theme_faults;
mod theme_selection;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use tempfile::TempDir;
use url::Url;

pub use error::WorkspaceError;
pub use theme_selection::{Judged, ThemeSelection};

use history::GitHistory;
pub(crate) use place::{USUAL, flat};
pub(crate) use revision::folder;
pub(crate) use theme_selection::is_path;

use crate::catalogue::{Catalogue, Resolved};
use crate::format::TOP;
use crate::language::{Language, Problem};
use crate::output::DiskCache;
use crate::picture::{Cache, NoCache};
use crate::pipeline::{self, Checked, Progress};
use crate::render::ResolvedTheme;
use crate::rules::RunContext;
use crate::site::Site;
use crate::source::disk::{self, Disk};

/// A catalogue on disk.
#[derive(Debug, Clone)]
pub struct Workspace {
    folder: PathBuf,
    name: PathBuf,
    in_repository: String,
    /// `None` if git is not asked.
    history: Option<Arc<GitHistory>>,
    /// Where results are kept between runs.
    cache: Option<Arc<DiskCache>>,
    /// The files of a revision, which are deleted with the last clone of the workspace.
    _scratch: Option<Arc<TempDir>>,
}

/// A site, and what its pages are made with.
#[derive(Debug)]
pub struct Planned {
    /// The pages and their content.
    pub site: Site,
    /// The templates, styles and messages.
    pub theme: ResolvedTheme,
    /// What is wrong in the catalogue's message files. The built-in messages replace these.
    pub problems: Vec<Problem>,
}

impl Workspace {
    /// The catalogue in the content folder `folder`, which need not exist yet.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        let folder = folder.into();
        let in_repository = place::in_repository(&folder);
        Self::placed(folder, in_repository)
    }

    /// The catalogue in the content folder `folder`, whose path from the top of its repository is `in_repository`, with `/` at the end; empty for the top
    /// itself.
    #[must_use]
    pub fn placed(folder: impl Into<PathBuf>, in_repository: String) -> Self {
        let folder = folder.into();
        let history = Some(Arc::new(GitHistory::new(&folder, "HEAD")));
        Self { name: folder.clone(), in_repository, history, cache: None, folder, _scratch: None }
    }

    /// The catalogue in the content folder `name` as the commit `revision` has it, with the themes, templates and message files of that commit. The
    /// repository is the one around the current folder.
    ///
    /// # Errors
    /// When there is no such commit, or its files cannot be written to a scratch folder.
    pub fn at_revision(name: &Path, revision: &str) -> Result<Self, WorkspaceError> {
        let (scratch, in_repository) = revision::export(name, revision)?;
        let history = Some(Arc::new(GitHistory::new(name, revision)));
        let folder = scratch.path().join(&in_repository);
        Ok(Self { folder, name: name.to_owned(), in_repository, history, cache: None, _scratch: Some(Arc::new(scratch)) })
    }

    /// The same catalogue without its history: nothing depends on git.
    #[must_use]
    pub fn without_history(self) -> Self {
        Self { history: None, ..self }
    }

    /// The same catalogue, of whose history `folder` keeps what is slow to read.
    #[must_use]
    pub fn with_cache(self, folder: &Path) -> Self {
        Self { cache: Some(Arc::new(DiskCache::new(folder))), ..self }
    }

    /// The content folder, as a path from the current folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The content folder as reports name it. For a revision, this is where its author has the files.
    #[must_use]
    pub fn name(&self) -> &Path {
        &self.name
    }

    /// The content folder from the top of its repository, with `/` at the end; empty if it is the top itself.
    #[must_use]
    pub fn in_repository(&self) -> &str {
        &self.in_repository
    }

    /// The files to read. At the top of a repository there is more than content: only files of the content format are read there.
    #[must_use]
    pub fn disk(&self) -> Disk {
        let disk = Disk::new(&self.folder);
        if self.in_repository.is_empty() { disk.only(&TOP) } else { disk }
    }

    /// The folder with the catalogue's own templates, themes and schemas: the parent of the content folder, or the top of the repository.
    #[must_use]
    pub fn beside(&self) -> PathBuf {
        place::beside(&self.folder, &self.in_repository)
    }

    /// The catalogue's own message files: texts by name, such as `fr.ftl`, from `templates/messages/`.
    ///
    /// # Errors
    /// When a file cannot be read or is not UTF-8.
    pub fn messages(&self) -> Result<Vec<(String, String)>, WorkspaceError> {
        Ok(disk::texts(&self.beside().join("templates/messages"), "ftl")?)
    }

    /// A run of the rules on the day `today`, with the languages of the message files and with the git history.
    ///
    /// # Errors
    /// When a message file cannot be read.
    pub fn context(&self, today: Date) -> Result<RunContext, WorkspaceError> {
        let messages = self.messages()?;
        let languages = messages.iter().filter_map(|(name, _)| name.strip_suffix(".ftl"));
        let themes = self.theme_names();
        let context = RunContext::new(today).with_languages(languages).with_themes(themes.iter().map(String::as_str));
        Ok(match &self.history {
            Some(history) => context.with_history(history.clone()),
            None => context,
        })
    }

    /// Reads and checks the catalogue on the day `today`.
    ///
    /// # Errors
    /// When the content folder or a message file cannot be read. Wrong content is in the report instead.
    pub fn check(&self, today: Date, progress: Progress<'_>) -> Result<Checked, WorkspaceError> {
        Ok(pipeline::check(&self.disk(), &self.context(today)?, progress)?)
    }

    /// Reads what visitors see of the catalogue on the day `today`. It is what [`Workspace::check`] resolves, in less time.
    ///
    /// # Errors
    /// When the content folder or a message file cannot be read.
    pub fn published(&self, today: Date, progress: Progress<'_>) -> Result<Catalogue, WorkspaceError> {
        Ok(pipeline::published(&self.disk(), &self.context(today)?, progress)?.catalogue)
    }

    /// The theme `theme`, a name or a path, or else the one in the settings of `checked`; with the catalogue's own templates.
    ///
    /// # Errors
    /// When there is no such theme, or its folder cannot be read. Errors in its files are in [`ThemeSelection::wrong`].
    pub fn theme(&self, theme: Option<&str>, checked: &Checked) -> Result<ThemeSelection, WorkspaceError> {
        self.selection(theme, checked.resolved.catalogue.settings.theme.as_deref())
    }

    /// Plans the site of `resolved` in `theme`, published at `base` or else at the URL in its settings, in the language of its settings.
    ///
    /// # Errors
    /// When the theme refers to a file that it does not contain, or a message file cannot be read.
    pub fn plan(&self, mut resolved: Resolved, selection: &ThemeSelection, base: Option<&Url>) -> Result<Planned, WorkspaceError> {
        let theme = selection.theme()?.with_messages(self.messages()?);
        let cache: &dyn Cache = self.cache.as_deref().map_or(&NoCache, |cache| cache);
        resolved.catalogue.last_changes = self.history.as_ref().map(|history| history.last_changes(cache)).unwrap_or_default();
        let settings = &mut resolved.catalogue.settings;
        settings.keep_in(&self.in_repository);
        let (language, problems) = Language::with(&settings.language, &theme.messages, settings.noun.as_ref());
        let site = pipeline::plan(resolved, base).with_language(language);
        Ok(Planned { site, theme, problems })
    }
}

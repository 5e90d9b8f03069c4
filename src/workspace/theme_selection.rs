//! The look that was asked for: which theme, where it is, and what is in it. Knows the folders a theme may be in; what its files mean, `format`
//! and `render` know.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::{Workspace, WorkspaceError};
use crate::catalogue::RawCatalogue;
use crate::diagnostic::{Diagnostic, Level, Report, nearest};
use crate::format::{Content, Document};
use crate::pipeline::Checked;
use crate::render::{ResolvedTheme, ThemeError, ThemeParts, UnknownVariable, built_in_document};
use crate::rules;
use crate::source::disk::Disk;
use crate::source::{ContentPath, Folder as _};
use crate::theme::{DEFAULT, TEMPLATES, built_in, built_in_names};

/// A theme and the catalogue's own templates, read and judged.
#[derive(Debug)]
pub struct ThemeSelection {
    /// The name of the theme.
    pub name: String,
    /// Its `theme.yaml`, when it is on disk.
    document: Option<Document>,
    pub(super) parts: ThemeParts,
    /// The files of templates, by the names of these.
    pub(super) origins: BTreeMap<String, String>,
    /// The variables that its own templates ask for and no page has.
    pub unknown: Vec<UnknownVariable>,
    /// The theme's folder and the folder of the catalogue's templates, as far as they are on disk.
    pub folders: Vec<Judged>,
}

/// Files of one folder and what is to be said about them.
#[derive(Debug)]
pub struct Judged {
    documents: Vec<Document>,
    /// The findings in them.
    pub report: Report,
    /// The prefix of their paths.
    pub prefix: PathBuf,
    /// The folder in which they are, after the prefix.
    pub(super) root: String,
}

impl Judged {
    /// The files.
    #[must_use]
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// The file `name` of the folder.
    pub(super) fn document(&self, name: &str) -> Option<&Document> {
        let path = format!("{}/{name}", self.root);
        self.documents.iter().find(|document| document.path.as_str() == path)
    }

    pub(super) fn add(&mut self, findings: impl IntoIterator<Item = Diagnostic>) {
        self.report = std::mem::replace(&mut self.report, Report::new(Vec::new())).with(findings);
    }

    /// The files and what is said of them, as reports take them.
    #[must_use]
    pub fn checked(&self) -> Checked {
        Checked { raw: RawCatalogue::from_documents(self.documents.iter().cloned()), report: self.report.clone(), ..Checked::default() }
    }
}

/// The place of a theme.
enum Source {
    BuiltIn,
    Folder(PathBuf),
}

impl Workspace {
    /// The theme that `flag` names, by a name or a path, or else the one that `setting` names; with the catalogue's own templates.
    ///
    /// # Errors
    /// When there is no such theme, or its folder cannot be read. Errors in its files are in [`ThemeSelection::wrong`].
    pub fn selection(&self, flag: Option<&str>, setting: Option<&str>) -> Result<ThemeSelection, WorkspaceError> {
        let beside = self.beside();
        let (name, source) = match flag {
            Some(path) if is_path(path) => {
                let name = Path::new(path).file_name().map_or_else(|| path.to_owned(), |name| name.to_string_lossy().into_owned());
                (name, Source::Folder(PathBuf::from(path)))
            }
            _ => {
                let name = flag.or(setting).unwrap_or(DEFAULT);
                (name.to_owned(), find(self, name)?)
            }
        };
        let mut selection = ThemeSelection {
            name,
            document: None,
            origins: BTreeMap::new(),
            parts: ThemeParts::default(),
            unknown: Vec::new(),
            folders: Vec::new(),
        };
        match source {
            Source::BuiltIn => selection.take_built_in(),
            Source::Folder(folder) => selection.take_folder(&folder)?,
        }
        let templates = beside.join("templates");
        if templates.is_dir() {
            // Whatever else is in the folder is not for a site.
            let theirs = read(&templates, "themes/catalogue/templates", "templates", &beside, is_template)?;
            selection.take_templates(&theirs.files, "", &templates);
            selection.folders.push(theirs.judged);
        }
        selection.judge();
        Ok(selection)
    }

    /// The names of all themes that a catalogue can choose from: the built-in ones, and the folders beside and in its content.
    #[must_use]
    pub fn theme_names(&self) -> Vec<String> {
        let mut names: Vec<String> = built_in_names().into_iter().map(str::to_owned).collect();
        for folder in self.theme_folders().iter().filter(|folder| has_theme(folder)) {
            names.extend(folder.file_name().map(|name| name.to_string_lossy().into_owned()));
        }
        names.sort();
        names.dedup();
        names
    }

    /// The folders of a catalogue's own themes, sorted.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "a workspace lists its themes")]
    pub fn theme_folders(&self) -> Vec<PathBuf> {
        let beside = [self.beside(), self.folder.clone()];
        let entries = beside.iter().filter_map(|folder| std::fs::read_dir(folder.join("themes")).ok()).flatten();
        let mut folders: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_dir()).collect();
        folders.sort();
        folders.dedup();
        folders
    }
}

impl ThemeSelection {
    /// The first folder with something in it that no site can be made with.
    #[must_use]
    pub fn wrong(&self) -> Option<&Judged> {
        self.folders.iter().find(|folder| folder.report.counts().errors > 0)
    }

    /// The theme's file as it was read; the default's, when it has none.
    #[must_use]
    pub fn document(&self) -> Option<Document> {
        self.document.clone().or_else(|| built_in_document(&self.name)).or_else(|| built_in_document(DEFAULT))
    }

    /// Returns the resolved theme.
    ///
    /// # Errors
    /// When the theme names a file that it does not contain.
    pub fn theme(&self) -> Result<ResolvedTheme, ThemeError> {
        let mut look = ResolvedTheme::new(self.parts.clone())?;
        look.origins = self.origins.clone();
        Ok(look)
    }

    /// Takes the templates among `files`, whose names begin with `start` and which are in `folder`.
    fn take_templates(&mut self, files: &BTreeMap<String, Vec<u8>>, start: &str, folder: &Path) {
        for (name, text) in texts(files, start).into_iter().filter(|(name, _)| is_template(name)) {
            // A copy of the built-in one that replaces no other is none of its own: nothing is to be judged or rehearsed.
            if !self.origins.contains_key(&name) && TEMPLATES.contains(&(&*name, &*text)) {
                continue;
            }
            self.origins.insert(name.clone(), folder.join(&name).display().to_string());
            self.parts.templates.push((name, text));
        }
    }

    fn take_built_in(&mut self) {
        if self.name == DEFAULT {
            return;
        }
        if let Some(Content::Theme(file)) = built_in_document(&self.name).map(|document| document.content) {
            self.parts.file = Some(*file);
        }
        let styles = built_in(&self.name).filter(|(name, _)| name.ends_with(".css"));
        self.parts.styles = styles.map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
    }

    fn take_folder(&mut self, folder: &Path) -> Result<(), WorkspaceError> {
        let within = format!("themes/{}", self.name);
        let parent = folder.parent().unwrap_or(Path::new(""));
        let (shown, prefix) = match parent.file_name() {
            Some(name) if name == "themes" => (within.clone(), parent.parent().unwrap_or(Path::new(""))),
            _ => (self.name.clone(), parent),
        };
        let found = read(folder, &within, &shown, prefix, |_| true)?;
        if !found.files.keys().any(|name| is_theme_file(name)) {
            return Err(WorkspaceError::ThemeEmpty(folder.to_owned()));
        }
        self.parts.styles = texts(&found.files, "").into_iter().filter(|(name, _)| name.ends_with(".css")).collect();
        self.take_templates(&found.files, "templates/", &folder.join("templates"));
        self.document = found.judged.documents.iter().find(|document| matches!(document.content, Content::Theme(_))).cloned();
        if let Some(Content::Theme(file)) = self.document.as_ref().map(|document| &document.content) {
            self.parts.file = Some((**file).clone());
        }
        self.parts.files = found.files;
        self.folders.push(found.judged);
        Ok(())
    }
}

fn is_template(name: &str) -> bool {
    name.ends_with(".html") || name.ends_with(".svg")
}

/// Whether there is anything in `folder` that makes it a theme.
fn has_theme(folder: &Path) -> bool {
    let Ok(walk) = Disk::new(folder).walk() else { return false };
    walk.files.iter().any(|entry| is_theme_file(entry.path.as_str()))
}

/// Whether the file `name` of a folder makes it a theme.
fn is_theme_file(name: &str) -> bool {
    name.ends_with(".css") || name == "theme.yaml" || (name.starts_with("templates/") && is_template(name))
}

/// Whether a person who wrote `text` means a folder rather than a name.
pub(crate) fn is_path(text: &str) -> bool {
    text.contains(['/', '\\']) || matches!(text, "." | "..")
}

/// Returns the place of the theme `name`: beside the content folder, in it, or in the program.
fn find(workspace: &Workspace, name: &str) -> Result<Source, WorkspaceError> {
    let beside = workspace.beside();
    // What the settings say is content like any other: it names a theme and leads nowhere else.
    if name == DEFAULT {
        return Ok(Source::BuiltIn);
    }
    if !is_path(name) {
        let folders = [&beside, &workspace.folder].map(|folder| folder.join("themes").join(name));
        if let Some(folder) = folders.into_iter().find(|folder| folder.is_dir()) {
            return Ok(Source::Folder(folder));
        }
        if built_in_names().contains(&name) {
            return Ok(Source::BuiltIn);
        }
    }
    let known = workspace.theme_names();
    let near = nearest(name, known.iter().map(String::as_str)).map(str::to_owned);
    Err(WorkspaceError::UnknownTheme { name: name.to_owned(), near, known, folder: beside.join("themes") })
}

/// The files of a folder by name, and the findings in them.
struct Found {
    files: BTreeMap<String, Vec<u8>>,
    judged: Judged,
}

/// Reads every file of `folder` whose name `belongs` to it. The folder stands for the folder `within` of a catalogue and is called `shown` in reports, after `prefix`.
fn read(folder: &Path, within: &str, shown: &str, prefix: &Path, belongs: fn(&str) -> bool) -> Result<Found, WorkspaceError> {
    let disk = Disk::new(folder);
    let walk = disk.walk().map_err(|_| WorkspaceError::ThemeUnreadable(folder.to_owned()))?;
    let mut files = BTreeMap::new();
    let mut documents = Vec::new();
    let place = |path: &ContentPath| ContentPath::new(&format!("{within}/{path}"));
    for entry in walk.files.into_iter().filter(|entry| belongs(entry.path.as_str())) {
        let Some(path) = place(&entry.path) else { continue };
        let bytes = disk.read(&entry.path, path.role().limit());
        if let Ok(bytes) = &bytes {
            files.insert(entry.path.as_str().to_owned(), bytes.clone());
        }
        documents.push(Document::read(path, bytes));
    }
    let skipped = walk.skipped.into_iter().filter(|(path, _)| belongs(path.as_str()));
    documents.extend(skipped.filter_map(|(path, why)| Some(Document::skipped(place(&path)?, why))));
    let found = rules::run_alone(&documents);
    // Rules know a file by where it would be in a catalogue; a person knows it by where it is.
    let renamed = |path: &ContentPath| {
        path.as_str().strip_prefix(within).and_then(|rest| ContentPath::new(&format!("{shown}{rest}"))).unwrap_or_else(|| path.clone())
    };
    let report = Report::new(
        found
            .iter()
            .map(|diagnostic| {
                let mut diagnostic = diagnostic.clone();
                diagnostic.path = renamed(&diagnostic.path);
                diagnostic
            })
            .filter(|diagnostic| diagnostic.level > Level::Off)
            .collect(),
    );
    for document in &mut documents {
        let name = document.path.as_str().strip_prefix(within).and_then(|name| name.strip_prefix('/')).unwrap_or_default();
        // Reports quote it.
        if is_template(name) || name.ends_with(".css") {
            document.text = files.get(name).map(|bytes| String::from_utf8_lossy(bytes).into());
        }
        document.path = renamed(&document.path);
    }
    Ok(Found { files, judged: Judged { documents, report, prefix: prefix.to_owned(), root: shown.to_owned() } })
}

/// The texts among `files` whose names begin with `start`, without it.
fn texts(files: &BTreeMap<String, Vec<u8>>, start: &str) -> Vec<(String, String)> {
    let text =
        |(name, bytes): (&String, &Vec<u8>)| Some((name.strip_prefix(start)?.to_owned(), String::from_utf8_lossy(bytes).into_owned()));
    files.iter().filter_map(text).collect()
}

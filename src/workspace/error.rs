//! Why a workspace cannot be used.

use std::io;
use std::path::PathBuf;

use crate::render::ThemeError;
use crate::source::FolderError;
use crate::source::git::{ExportError, GitError};

/// A catalogue that cannot be read, or whose site cannot be planned. Wrong content is no error: it is in the report.
#[derive(Debug, thiserror::Error)]
pub enum WorkspaceError {
    /// The content folder cannot be listed.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// A message file cannot be read, or there is no scratch folder for a revision.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// There is no such revision, or no repository.
    #[error(transparent)]
    Git(#[from] GitError),
    /// The files of a revision cannot be written.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// The content folder is not in the repository.
    #[error("`{}` is not in this repository: give the path of the content folder below the root of the repository", .0.display())]
    Outside(PathBuf),
    /// There is no such theme.
    #[error(
        "unknown theme `{name}`{}\navailable themes: {}; add your own in `{}`",
        near.as_ref().map(|near| format!(": did you mean `{near}`?")).unwrap_or_default(),
        known.join(", "),
        folder.display()
    )]
    UnknownTheme {
        /// Its name.
        name: String,
        /// The most similar name.
        near: Option<String>,
        /// The names of all themes.
        known: Vec<String>,
        /// Where the catalogue's own themes are.
        folder: PathBuf,
    },
    /// A theme folder cannot be listed.
    #[error("cannot read the theme folder `{}`", .0.display())]
    ThemeUnreadable(PathBuf),
    /// A theme folder without a theme.
    #[error("`{}` contains no theme: add a theme.yaml, a .css file or a template in templates/", .0.display())]
    ThemeEmpty(PathBuf),
    /// The theme refers to a file that it does not contain.
    #[error(transparent)]
    ResolvedTheme(#[from] ThemeError),
}

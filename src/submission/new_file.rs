//! A file that is to be written: its place below the content folder, and its text.

use crate::format::FileKind;
use crate::format::schema::modeline;
use crate::source::ContentPath;

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// Where, below the content folder.
    pub path: ContentPath,
    /// What stands in it.
    pub text: String,
}

impl NewFile {
    /// A YAML file of `kind` at `path`; its first line tells editors where its schema is.
    pub(super) fn of(kind: FileKind, path: &str, text: &str) -> Self {
        let file = Self::new(path, String::new());
        Self { text: modeline(kind, &file.path) + text, ..file }
    }

    /// A file at `path`, which is made of fixed names and sound slugs.
    pub(super) fn new(path: &str, text: String) -> Self {
        let Some(path) = ContentPath::new(path) else { unreachable!("made of sound slugs: {path}") };
        Self { path, text }
    }
}

//! A folder of content, wherever it is. Knows listing and reading files; knows nothing of what they mean.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::{ContentPath, Stamp};

/// A source of content: a folder on disk, a git revision, a value in a test.
pub trait Folder: Send + Sync {
    /// Every file below the folder in path order, and what was passed over.
    ///
    /// # Errors
    /// When the folder itself cannot be listed.
    fn walk(&self) -> Result<Walk, FolderError>;

    /// The bytes of one file, as long as there are no more than `limit` of them.
    ///
    /// # Errors
    /// When the file cannot be read or is larger.
    fn read(&self, path: &ContentPath, limit: u64) -> Result<Vec<u8>, ReadError>;
}

/// The contents of a folder.
#[derive(Debug, Default)]
pub struct Walk {
    /// The files in path order.
    pub files: Vec<Entry>,
    /// Entries that are not read, in path order.
    pub skipped: Vec<(ContentPath, Skipped)>,
}

/// One file of a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its path below the folder.
    pub path: ContentPath,
    /// Its size in bytes when the folder was walked.
    pub n_bytes: u64,
    /// By which a later change is recognised; `None` where it has to be read for that.
    pub stamp: Option<Stamp>,
}

/// Why something in a folder is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Skipped {
    /// A symbolic link: following it could publish a file from outside the repository.
    Link,
    /// A name that is not UTF-8; the path contains a readable stand-in.
    NameNotUtf8,
    /// A name that begins with a dot, below the first level: never read and never published, and yet in the repository.
    Hidden,
    /// The operating system refused, with its words.
    Unreadable(String),
}

/// Hidden files that tools leave behind, with nothing in them to hide.
pub(super) const HARMLESS: [&str; 6] = [".DS_Store", ".editorconfig", ".gitattributes", ".gitignore", ".gitkeep", ".keep"];

/// The hidden file or folder that `path` is or is in, and whether anyone needs to hear of it. At the first level is what belongs to tools.
pub(super) fn hidden(path: &ContentPath) -> Option<(ContentPath, bool)> {
    let depth = path.segments().position(|segment| segment.starts_with('.'))?;
    let above: Vec<&str> = path.segments().take(depth + 1).collect();
    let is_reported = depth > 0 && !above.last().is_some_and(|name| HARMLESS.contains(name));
    Some((ContentPath::new(&above.join("/"))?, is_reported))
}

/// The content folder as a whole cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// There is no such folder.
    #[error("no content folder at `{}`", .0.display())]
    Missing(PathBuf),
    /// The path names a file.
    #[error("`{}` is not a folder", .0.display())]
    NotAFolder(PathBuf),
}

/// One file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// The file has more bytes than allowed.
    TooLarge {
        /// How many it has.
        n_bytes: u64,
    },
    /// The operating system refused, with its words.
    Refused(String),
}

/// A folder in memory, for tests and for rules' examples.
#[derive(Debug, Clone, Default)]
pub struct Memory(BTreeMap<ContentPath, Vec<u8>>);

impl Memory {
    /// An empty folder.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same folder with `bytes` at `path`.
    ///
    /// # Panics
    /// When `path` is not a valid content path: it is written by a programmer, not by a user.
    #[must_use]
    pub fn with(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        let Some(path) = ContentPath::new(path) else { unreachable!("not a content path: {path}") };
        self.0.insert(path, bytes.into());
        self
    }

    /// The same folder without the file at `path`.
    #[must_use]
    pub fn without(mut self, path: &str) -> Self {
        self.0.retain(|known, _| known.as_str() != path);
        self
    }
}

impl Folder for Memory {
    fn walk(&self) -> Result<Walk, FolderError> {
        let files = self.0.iter().map(|(path, bytes)| Entry { path: path.clone(), n_bytes: bytes.len() as u64, stamp: None }).collect();
        Ok(Walk { files, skipped: Vec::new() })
    }

    fn read(&self, path: &ContentPath, limit: u64) -> Result<Vec<u8>, ReadError> {
        let bytes = self.0.get(path).ok_or_else(|| ReadError::Refused("no such file".to_owned()))?;
        let n_bytes = bytes.len() as u64;
        if n_bytes > limit { Err(ReadError::TooLarge { n_bytes }) } else { Ok(bytes.clone()) }
    }
}

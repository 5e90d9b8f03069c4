//! A content folder on disk. One of the edges: it touches files; it follows no link and interprets nothing.
#![expect(clippy::disallowed_methods, reason = "this is the edge that reads the content folder")]

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::folder::HARMLESS;
use super::{ContentPath, Entry, Folder, FolderError, ReadError, Skipped, Stamp, Walk};

/// The content folder at a path of the file system.
#[derive(Debug, Clone)]
pub struct Disk {
    root: PathBuf,
    /// The files and folders at its top that are read; all of them when there is nothing here.
    only: &'static [&'static str],
}

impl Disk {
    /// The folder at `root`. Nothing is touched yet.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into(), only: &[] }
    }

    /// The same without anything at its top but the files and folders `names`: the rest is not even listed.
    #[must_use]
    pub fn only(self, names: &'static [&'static str]) -> Self {
        Self { only: names, ..self }
    }

    /// The path of the folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    fn relative(&self, path: &Path) -> Result<ContentPath, ContentPath> {
        let relative = path.strip_prefix(&self.root).unwrap_or(path);
        let segments: Vec<_> = relative.iter().map(|segment| segment.to_string_lossy()).collect();
        let text = segments.join("/");
        let valid = relative.to_str().is_some();
        match ContentPath::new(&text) {
            Some(path) if valid => Ok(path),
            Some(path) => Err(path),
            None => unreachable!("a walk below a folder yields no path outside of it: {text}"),
        }
    }
}

impl Folder for Disk {
    fn walk(&self) -> Result<Walk, FolderError> {
        match fs::metadata(&self.root) {
            Err(_) => return Err(FolderError::Missing(self.root.clone())),
            Ok(found) if !found.is_dir() => return Err(FolderError::NotAFolder(self.root.clone())),
            Ok(_) => {}
        }
        let mut walk = Walk::default();
        let mut files: Vec<(ContentPath, DirEntry)> = Vec::new();
        let mut entries = WalkDir::new(&self.root).min_depth(1).follow_links(false).into_iter();
        while let Some(entry) = entries.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    if let Some(path) = error.path().filter(|path| *path != self.root) {
                        let path = self.relative(path).unwrap_or_else(|stand_in| stand_in);
                        walk.skipped.push((path, Skipped::Unreadable(cause(&error))));
                    }
                    continue;
                }
            };
            if entry.file_name().as_encoded_bytes().starts_with(b".") {
                if entry.file_type().is_dir() {
                    entries.skip_current_dir();
                }
                if entry.depth() > 1 && !HARMLESS.iter().any(|name| entry.file_name() == *name) {
                    let path = self.relative(entry.path()).unwrap_or_else(|stand_in| stand_in);
                    walk.skipped.push((path, Skipped::Hidden));
                }
                continue;
            }
            if entry.depth() == 1 && !self.only.is_empty() && !self.only.iter().any(|name| entry.file_name() == *name) {
                if entry.file_type().is_dir() {
                    entries.skip_current_dir();
                }
                continue;
            }
            if entry.file_type().is_dir() {
                continue;
            }
            match self.relative(entry.path()) {
                Err(stand_in) => walk.skipped.push((stand_in, Skipped::NameNotUtf8)),
                Ok(path) if entry.file_type().is_symlink() => walk.skipped.push((path, Skipped::Link)),
                Ok(path) => files.push((path, entry)),
            }
        }
        // Of a large folder, this takes longer than all of the above.
        let files: Vec<_> = files.into_par_iter().map(|(path, entry)| looked_at(path, &entry)).collect();
        for file in files {
            match file {
                Ok(entry) => walk.files.push(entry),
                Err(skipped) => walk.skipped.push(skipped),
            }
        }
        walk.files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        walk.skipped.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        Ok(walk)
    }

    fn read(&self, path: &ContentPath, limit: u64) -> Result<Vec<u8>, ReadError> {
        let refused = |error: std::io::Error| ReadError::Refused(error.to_string());
        let mut file = fs::File::open(self.root.join(path.as_str())).map_err(refused)?;
        let n_bytes = file.metadata().map_err(refused)?.len();
        if n_bytes > limit {
            return Err(ReadError::TooLarge { n_bytes });
        }
        // The file may grow between the two calls: read no more than was allowed.
        let mut bytes = Vec::with_capacity(usize::try_from(n_bytes).unwrap_or(0));
        file.by_ref().take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(refused)?;
        if bytes.len() as u64 > limit { Err(ReadError::TooLarge { n_bytes: bytes.len() as u64 }) } else { Ok(bytes) }
    }
}

/// The file at `path`, or why it is not read.
fn looked_at(path: ContentPath, entry: &DirEntry) -> Result<Entry, (ContentPath, Skipped)> {
    match entry.metadata() {
        Ok(found) if found.is_file() => Ok(Entry { path, n_bytes: found.len(), stamp: Stamp::new(&found) }),
        Ok(_) => Err((path, Skipped::Unreadable("it is not a regular file".to_owned()))),
        Err(error) => Err((path, Skipped::Unreadable(cause(&error)))),
    }
}

/// The message of the operating system, without the absolute path that `walkdir` puts in front.
fn cause(error: &walkdir::Error) -> String {
    error.io_error().map_or_else(|| error.to_string(), ToString::to_string)
}

/// The files below `folder` that end in `.ending`, by their path with `/` between segments, in order. A folder that is not there has none.
///
/// # Errors
/// When a file cannot be read or is not UTF-8.
pub fn texts(folder: &Path, ending: &str) -> std::io::Result<Vec<(String, String)>> {
    let mut texts = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok) {
        let path = entry.path();
        if entry.file_type().is_file() && path.extension().is_some_and(|found| found == ending) {
            let name = path.strip_prefix(folder).unwrap_or(path).iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
            let text =
                fs::read_to_string(path).map_err(|error| std::io::Error::other(format!("cannot read `{}`: {error}", path.display())))?;
            texts.push((name, text));
        }
    }
    Ok(texts)
}

//! The files of a revision as they are in git's objects, written into a folder. No attribute, filter or encoding has a part in it, as it would have in a
//! checkout.
#![expect(clippy::disallowed_methods, reason = "this is the edge that writes the files of a revision")]

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::tree::entries;
use super::{FileKind, GitError, Object, Repository};
use crate::source::ReadError;

/// How many files are read at once.
const AT_ONCE: usize = 256;

/// A revision that could not be written out.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// `git` failed.
    #[error(transparent)]
    Git(#[from] GitError),
    /// A file could not be written: there is no room, or two files of the revision have one name on this system.
    #[error("cannot write `{path}` of the revision: {source}")]
    Write {
        /// Its path from the root of the repository.
        path: String,
        /// The message of the operating system.
        source: io::Error,
    },
}

impl Repository {
    /// Writes the files of `revision` that are below one of `folders` (each with `/` at its end, or empty for all) into `target`, a new folder, under their
    /// paths from the root of the repository. A file of more than `limit` bytes becomes as long and empty; instead of a symbolic link and of a submodule
    /// there is a link that leads nowhere, so that readers tell of it as of any other.
    ///
    /// # Errors
    /// When `git` fails or a file cannot be written.
    pub fn export(&self, revision: &Object, folders: &[String], target: &Path, limit: u64) -> Result<(), ExportError> {
        let mut args = vec!["ls-tree", "-r", "-z", "--full-tree", revision.as_str(), "--"];
        if folders.iter().all(|folder| !folder.is_empty()) {
            args.extend(folders.iter().map(String::as_str));
        }
        let out = self.git.run(&args)?;
        let found: Vec<_> = entries(&out).collect();
        for some in found.chunks(AT_ONCE) {
            let wanted = some.iter().filter(|(kind, ..)| *kind != FileKind::Submodule);
            let mut wanted: Vec<(Object, u64)> = wanted.map(|(_, object, _)| (object.clone(), limit)).collect();
            wanted.sort();
            wanted.dedup();
            let blobs = self.blobs(&wanted)?;
            for (kind, object, path) in some {
                let text = String::from_utf8_lossy(path).into_owned();
                let failed = |source| ExportError::Write { path: text.clone(), source };
                let file = target.join(native(path).ok_or_else(|| failed(io::ErrorKind::InvalidFilename.into()))?);
                fs::create_dir_all(file.parent().unwrap_or(target)).map_err(failed)?;
                match (kind, blobs.get(object)) {
                    (FileKind::Submodule, _) | (FileKind::Link, Some(_)) => link(&file),
                    (_, Some(Ok(bytes))) => new_file(&file).and_then(|mut file| io::Write::write_all(&mut file, bytes)),
                    (_, Some(Err(ReadError::TooLarge { n_bytes }))) => new_file(&file).and_then(|file| file.set_len(*n_bytes)),
                    _ => Err(io::Error::other("it is not in the repository")),
                }
                .map_err(failed)?;
            }
        }
        Ok(())
    }
}

/// A file that is not there yet: on a system that takes two names for one, the second file does not replace the first.
fn new_file(path: &Path) -> io::Result<fs::File> {
    fs::File::create_new(path)
}

/// A path of git, if it stays below the folder that it is joined to.
fn native(path: &[u8]) -> Option<PathBuf> {
    let path = PathBuf::from(os_text(path)?);
    path.components().all(|part| matches!(part, Component::Normal(_))).then_some(path)
}

#[cfg(unix)]
fn os_text(bytes: &[u8]) -> Option<std::ffi::OsString> {
    Some(std::os::unix::ffi::OsStringExt::from_vec(bytes.to_vec()))
}

#[cfg(not(unix))]
fn os_text(bytes: &[u8]) -> Option<std::ffi::OsString> {
    String::from_utf8(bytes.to_vec()).ok().map(Into::into)
}

#[cfg(unix)]
fn link(at: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink("nowhere", at)
}

/// Where links need a privilege, an empty file shows that something was there.
#[cfg(not(unix))]
fn link(at: &Path) -> io::Result<()> {
    new_file(at).map(drop)
}

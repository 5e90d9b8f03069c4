//! A site on disk. One of the edges: it touches files; it knows no page.
//!
//! A first build goes into a folder beside the target, which takes the target's place at the end. A later build compares: files whose bytes are the
//! same are left alone, the others wait beside the target and are moved in together, so that a build that fails leaves the old site as it was.
#![expect(clippy::disallowed_methods, reason = "this is the edge that writes the site")]

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fs, process};

use super::compress::{self, Encoding};
use crate::contract::FileFacts;

/// The list of the files that a build wrote, so that the next one removes what is no longer there and nothing else.
const MANIFEST: &str = ".pressmark";

/// A file or folder that could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The operating system refused.
    #[error("cannot {action} `{}`", path.display())]
    Refused {
        /// The operation that failed.
        action: &'static str,
        /// The path.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// The target contains files that no build of ours wrote.
    #[error("`{}` is not empty and was not written by pressmark: choose another folder, or empty this one", .0.display())]
    NotOurs(PathBuf),
    /// The target contains what another command of ours wrote.
    #[error("`{}` contains a site built by pressmark: choose another folder, or empty this one", .0.display())]
    OtherSite(PathBuf),
}

/// The changes of a target folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Files of the site.
    pub n_files: usize,
    /// Files whose bytes are new.
    pub n_changed: usize,
    /// Files that are gone.
    pub n_removed: usize,
}

/// Writes one site. Files may come from any number of threads.
#[derive(Debug)]
pub struct Writer {
    target: PathBuf,
    stage: PathBuf,
    before: Option<BTreeSet<String>>,
    folders: Mutex<BTreeSet<PathBuf>>,
    /// The files so far, with their facts but for compressed ones.
    written: Mutex<BTreeMap<String, Option<FileFacts>>>,
    n_changed: AtomicUsize,
    compresses: bool,
}

impl Writer {
    /// Prepares to write to `target`. Nothing in it changes before [`Writer::finish`].
    ///
    /// # Errors
    /// When the target contains foreign files or its parent cannot be written.
    pub fn new(target: &Path) -> Result<Self, WriteError> {
        let before = manifest(target)?;
        let name = target.file_name().map_or_else(|| "public".to_owned(), |name| name.to_string_lossy().into_owned());
        let stage = target.with_file_name(format!(".{name}.{}", process::id()));
        if stage.exists() {
            fs::remove_dir_all(&stage).map_err(refused("empty", &stage))?;
        }
        fs::create_dir_all(&stage).map_err(refused("create", &stage))?;
        Ok(Self {
            target: target.to_owned(),
            stage,
            before,
            folders: Mutex::default(),
            written: Mutex::default(),
            n_changed: AtomicUsize::new(0),
            compresses: false,
        })
    }

    /// The same for a target that is empty, or that a run which wrote `file` has filled: a site is not taken for something else of ours.
    ///
    /// # Errors
    /// When the target contains anything else or its parent cannot be written.
    pub fn again(target: &Path, file: &str) -> Result<Self, WriteError> {
        if manifest(target)?.is_some_and(|before| !before.contains(file)) {
            return Err(WriteError::OtherSite(target.to_owned()));
        }
        Self::new(target)
    }

    /// Whether to put a compressed file beside every file of text that is worth it.
    #[must_use]
    pub fn compressing(mut self, compresses: bool) -> Self {
        self.compresses = compresses;
        self
    }

    /// Takes the file at `path`, relative to the site, unless the target contains the same bytes already.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn file(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        if !self.put(path, bytes)? {
            return Ok(());
        }
        let facts = FileFacts::of(bytes);
        if let Some(known) = lock(&self.written).get_mut(path) {
            *known = Some(facts);
        }
        if !self.compresses || !compress::is_worthwhile(path, bytes) {
            return Ok(());
        }
        for encoding in Encoding::ALL {
            let beside = format!("{path}.{}", encoding.ending());
            let old = self.before.as_ref().and_then(|_| fs::read(self.target.join(&beside)).ok());
            // To expand a file is many times faster than to compress it: what still gives the same bytes can stay.
            if old.is_some_and(|old| encoding.expands_to(&old, bytes)) {
                lock(&self.written).insert(beside, None);
            } else if let Some(small) = encoding.compress(bytes) {
                self.put(&beside, &small)?;
            }
        }
        Ok(())
    }

    /// Returns the result of `tell` for the size and the fingerprint of every file so far, without the compressed ones. In a large site there are too many to
    /// copy them.
    pub fn facts<T>(&self, tell: impl FnOnce(Vec<(&str, &FileFacts)>) -> T) -> T {
        tell(lock(&self.written).iter().filter_map(|(path, facts)| Some((path.as_str(), facts.as_ref()?))).collect())
    }

    /// Takes one file, the first time: what is shown in many places comes from each of them. Says whether it is the first time.
    fn put(&self, path: &str, bytes: &[u8]) -> Result<bool, WriteError> {
        match lock(&self.written).entry(path.to_owned()) {
            Entry::Occupied(_) => return Ok(false),
            Entry::Vacant(new) => drop(new.insert(None)),
        }
        let same = self.before.is_some() && is_same(&self.target.join(path), bytes);
        if !same {
            let place = self.stage.join(path);
            if let Some(folder) = place.parent() {
                self.folder(folder)?;
            }
            let mut file = fs::File::create(&place).map_err(refused("create", &place))?;
            file.write_all(bytes).map_err(refused("write", &place))?;
            self.n_changed.fetch_add(1, Ordering::Relaxed);
        }
        Ok(true)
    }

    /// Creates `folder` once.
    fn folder(&self, folder: &Path) -> Result<(), WriteError> {
        if lock(&self.folders).contains(folder) {
            return Ok(());
        }
        fs::create_dir_all(folder).map_err(refused("create", folder))?;
        lock(&self.folders).insert(folder.to_owned());
        Ok(())
    }

    /// Puts everything in its place and removes what the build before wrote and this one did not.
    ///
    /// # Errors
    /// When a file cannot be moved or removed.
    pub fn finish(self) -> Result<Written, WriteError> {
        let written = std::mem::take(&mut *lock(&self.written));
        let list: String = written.keys().flat_map(|path| [path, "\n"]).collect();
        let place = self.stage.join(MANIFEST);
        fs::write(&place, list).map_err(refused("write", &place))?;
        let mut n_removed = 0;
        match &self.before {
            None => {
                if self.target.exists() {
                    fs::remove_dir(&self.target).map_err(refused("replace", &self.target))?;
                }
                fs::rename(&self.stage, &self.target).map_err(refused("move into place", &self.target))?;
            }
            Some(before) => {
                self.move_in(&self.stage.clone())?;
                for gone in before.iter().filter(|path| !written.contains_key(*path)) {
                    n_removed += usize::from(fs::remove_file(self.target.join(gone)).is_ok());
                    self.remove_empty_folders(gone);
                }
            }
        }
        Ok(Written { n_files: written.len(), n_changed: self.n_changed.load(Ordering::Relaxed), n_removed })
    }

    /// Moves every staged file to its place in the target.
    fn move_in(&self, folder: &Path) -> Result<(), WriteError> {
        for entry in fs::read_dir(folder).map_err(refused("list", folder))? {
            let path = entry.map_err(refused("list", folder))?.path();
            let place = self.target.join(path.strip_prefix(&self.stage).unwrap_or(&path));
            if path.is_dir() {
                // What was a file before may be a folder now, and the other way round.
                if place.is_file() {
                    fs::remove_file(&place).map_err(refused("replace", &place))?;
                }
                fs::create_dir_all(&place).map_err(refused("create", &place))?;
                self.move_in(&path)?;
            } else {
                if place.is_dir() {
                    fs::remove_dir_all(&place).map_err(refused("replace", &place))?;
                }
                fs::rename(&path, &place).map_err(refused("move into place", &place))?;
            }
        }
        Ok(())
    }

    /// Removes the folders above a removed file, as far up as they are empty.
    fn remove_empty_folders(&self, gone: &str) {
        let mut folder = Path::new(gone).parent();
        while let Some(path) = folder.filter(|path| !path.as_os_str().is_empty()) {
            if fs::remove_dir(self.target.join(path)).is_err() {
                return;
            }
            folder = path.parent();
        }
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        // After a success the stage is empty or has been moved away; after a failure it must not stay behind.
        if self.stage.exists() {
            drop(fs::remove_dir_all(&self.stage));
        }
    }
}

/// The files that the build before wrote: `None` when the target is new or empty.
fn manifest(target: &Path) -> Result<Option<BTreeSet<String>>, WriteError> {
    let Ok(mut entries) = fs::read_dir(target) else {
        return if target.exists() { Err(WriteError::NotOurs(target.to_owned())) } else { Ok(None) };
    };
    match fs::read_to_string(target.join(MANIFEST)) {
        // A path that could leave the target was not written by us: the list may have been edited.
        Ok(list) => Ok(Some(list.lines().filter(|path| crate::source::ContentPath::new(path).is_some()).map(str::to_owned).collect())),
        Err(_) if entries.next().is_none() => Ok(None),
        Err(_) => Err(WriteError::NotOurs(target.to_owned())),
    }
}

fn is_same(path: &Path, bytes: &[u8]) -> bool {
    fs::metadata(path).is_ok_and(|found| found.is_file() && found.len() == bytes.len() as u64)
        && fs::read(path).is_ok_and(|found| found == bytes)
}

fn refused<'path>(action: &'static str, path: &'path Path) -> impl FnOnce(io::Error) -> WriteError + 'path {
    move |source| WriteError::Refused { action, path: path.to_owned(), source }
}

/// A lock is only poisoned when another thread has panicked, and then the set in it is whole anyway.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn build(target: &Path, files: &[(&str, &str)]) -> Written {
        let writer = Writer::new(target).expect("a target of ours");
        for (path, text) in files {
            writer.file(path, text.as_bytes()).expect("a file");
        }
        writer.finish().expect("a site")
    }

    #[test]
    fn a_later_build_touches_only_what_changed() {
        let scratch = tempfile::tempdir().expect("a scratch folder");
        let target = scratch.path().join("public");
        assert_eq!(build(&target, &[("a/index.html", "1"), ("b/index.html", "2")]), Written { n_files: 2, n_changed: 2, n_removed: 0 });
        fs::write(target.join("CNAME"), "mine").expect("a file of the operator");
        assert_eq!(build(&target, &[("a/index.html", "1"), ("c.txt", "3")]), Written { n_files: 2, n_changed: 1, n_removed: 1 });
        assert!(!target.join("b").exists() && target.join("c.txt").exists() && target.join("CNAME").exists());
    }

    #[test]
    fn a_build_that_fails_leaves_the_site_as_it_was() {
        let scratch = tempfile::tempdir().expect("a scratch folder");
        let target = scratch.path().join("public");
        build(&target, &[("index.html", "old")]);
        let writer = Writer::new(&target).expect("a target of ours");
        writer.file("index.html", b"new").expect("a file");
        drop(writer);
        assert_eq!(fs::read_to_string(target.join("index.html")).expect("the old page"), "old");
        assert_eq!(fs::read_dir(scratch.path()).expect("a folder").count(), 1, "nothing is left behind");
    }

    #[test]
    fn compressed_files_are_made_once_and_go_with_what_they_were_made_of() {
        let scratch = tempfile::tempdir().expect("a scratch folder");
        let target = scratch.path().join("public");
        let (one, other) = ("a line of text\n".repeat(200), "another line\n".repeat(200));
        let build = |files: &[(&str, &str)], compresses| {
            let writer = Writer::new(&target).expect("a target of ours").compressing(compresses);
            for (path, text) in files {
                writer.file(path, text.as_bytes()).expect("a file");
            }
            writer.finish().expect("a site")
        };
        let files = [("a.html", one.as_str()), ("b.html", one.as_str()), ("short.html", "x"), ("picture.png", one.as_str())];
        assert_eq!(build(&files, true), Written { n_files: 8, n_changed: 8, n_removed: 0 });
        assert!(target.join("a.html.br").exists() && target.join("a.html.gz").exists());
        assert!(!target.join("short.html.br").exists() && !target.join("picture.png.gz").exists());
        assert_eq!(build(&files, true).n_changed, 0, "the same bytes are compressed once");
        fs::write(target.join("b.html.br"), "stale").expect("a damaged file");
        assert_eq!(build(&[("a.html", &other), ("b.html", &one)], true), Written { n_files: 6, n_changed: 4, n_removed: 2 });
        assert_eq!(build(&[("a.html", &other)], false), Written { n_files: 1, n_changed: 0, n_removed: 5 });
    }

    #[test]
    fn a_folder_with_foreign_files_is_not_touched() {
        let scratch = tempfile::tempdir().expect("a scratch folder");
        fs::write(scratch.path().join("letter.txt"), "dear").expect("a foreign file");
        assert!(matches!(Writer::new(scratch.path()), Err(WriteError::NotOurs(_))));
    }
}

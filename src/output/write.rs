//! A site on disk. One of the edges: it touches files; it knows no page.
//!
//! The target itself is never replaced: it may be where another file system is mounted, a worktree of git, or the folder in which a server runs. What others put
//! into it stays. Only a target that is missing is created in one step. A later build compares: files whose bytes are the same are left alone, the others wait in
//! a working folder beside the target until all are there. At every moment the target is the old site, or a build has been decided on that this run or the
//! next one finishes.
#![expect(clippy::disallowed_methods, reason = "this is the edge that writes the site")]

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::changes::Changes;
use super::compress::{self, Encoding};
use super::decision;
use super::error::{WriteError, refused};
use super::known::{Known, KnownFile, Stamp};
use super::manifest::{self, MANIFEST};
use super::publish::Publication;
use super::stage::{Stage, held};
use super::workplace::Workplace;
use crate::contract::FileFacts;
use crate::inputs::Inputs;

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
    before: BTreeSet<String>,
    /// Gone once the site is in its place, or when it has to stay for the next run.
    workplace: Option<Workplace>,
    stage: Stage,
    changes: Changes,
    /// The files so far, with their facts but for compressed ones.
    written: Mutex<BTreeMap<String, Option<FileFacts>>>,
    n_changed: AtomicUsize,
    compresses: bool,
    known: Option<Known>,
    known_next: Mutex<BTreeMap<String, KnownFile>>,
}

impl Writer {
    /// Prepares to write to `target`. First finishes the build before, if it was killed. Other than that, nothing in it changes before [`Writer::finish`].
    ///
    /// # Errors
    /// When the target contains foreign files, another run writes to it, or its parent cannot be written.
    pub fn new(target: &Path) -> Result<Self, WriteError> {
        Self::open(target, None, Changes::default())
    }

    /// The same for a target that is empty, or that a run which wrote `file` has filled: a site is not taken for something else of ours.
    ///
    /// # Errors
    /// When the target contains anything else or its parent cannot be written.
    pub fn again(target: &Path, file: &str) -> Result<Self, WriteError> {
        Self::open(target, Some(file), Changes::default())
    }

    pub(super) fn open(target: &Path, file: Option<&str>, changes: Changes) -> Result<Self, WriteError> {
        let target: PathBuf = target.components().collect();
        // Beside a folder that is not ours, nothing is created.
        before(&target, file)?;
        let workplace = Workplace::open(&target, &changes)?;
        decision::finish_former(&target, &workplace, &changes)?;
        match before(&target, file) {
            Ok(before) => Ok(Self {
                before,
                stage: Stage::new(workplace.site()),
                workplace: Some(workplace),
                changes,
                target,
                written: Mutex::default(),
                n_changed: AtomicUsize::new(0),
                compresses: false,
                known: None,
                known_next: Mutex::default(),
            }),
            Err(error) => {
                workplace.remove(&changes);
                Err(error)
            }
        }
    }

    /// Whether to put a compressed file beside every file of text that is worth it.
    #[must_use]
    pub fn compressing(mut self, compresses: bool) -> Self {
        self.compresses = compresses;
        self
    }

    /// With what the last build knew of the target.
    #[must_use]
    pub fn knowing(mut self, known: Known) -> Self {
        self.known = Some(known);
        self
    }

    /// Hands over what there is to know of the target once this site is in it; nothing, unless it was [knowing](Self::knowing).
    #[must_use]
    pub fn take_known(&self) -> Option<Known> {
        Some(self.known.as_ref()?.with(std::mem::take(&mut *held(&self.known_next))))
    }

    /// Takes the file at `path` as it is in the target, with its compressed copies, if the last build made it of the same `inputs` and no one has touched it
    /// since. Says whether it did.
    #[must_use]
    pub fn keeps(&self, path: &str, inputs: Inputs) -> bool {
        let Some(known) = &self.known else { return false };
        let of_target = |path: &str| known.unchanged(&self.target, path).filter(|_| self.before.contains(path));
        let Some(file) = of_target(path).filter(|file| file.inputs == Some(inputs)) else { return false };
        let copies = Encoding::ALL.map(|encoding| format!("{path}.{}", encoding.ending()));
        let copies: Option<Vec<_>> = copies.iter().filter(|path| known.has(path)).map(|path| Some((path, of_target(path)?))).collect();
        let Some(copies) = copies else { return false };
        let (mut written, mut known_next) = (held(&self.written), held(&self.known_next));
        if let Entry::Vacant(new) = written.entry(path.to_owned()) {
            new.insert(Some(file.facts.clone()));
            known_next.insert(path.to_owned(), file.clone());
            for (path, copy) in copies {
                written.insert(path.clone(), None);
                known_next.insert(path.clone(), copy.clone());
            }
        }
        true
    }

    /// Takes the file at `path`, relative to the site, unless the target contains the same bytes already.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn file(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        self.file_of(None, path, bytes)
    }

    /// The same for a file that was made of `inputs`, by which the next build can [keep](Self::keeps) it.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn file_of(&self, inputs: Option<Inputs>, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        let Some(facts) = self.put(inputs, path, bytes)? else { return Ok(()) };
        held(&self.written).insert(path.to_owned(), Some(facts));
        if !self.compresses || !compress::is_worthwhile(path, bytes) {
            return Ok(());
        }
        for encoding in Encoding::ALL {
            let beside = format!("{path}.{}", encoding.ending());
            let old = if self.before.is_empty() { None } else { fs::read(self.target.join(&beside)).ok() };
            // To expand a file is many times faster than to compress it: what still gives the same bytes can stay.
            if let Some(old) = old.filter(|old| encoding.expands_to(old, bytes)) {
                self.put(None, &beside, &old)?;
            } else if let Some(small) = encoding.compress(bytes) {
                self.put(None, &beside, &small)?;
            }
        }
        Ok(())
    }

    /// Returns the result of `tell` for the size and the fingerprint of every file so far, without the compressed ones. In a large site there are too many to
    /// copy them.
    pub fn facts<T>(&self, tell: impl FnOnce(Vec<(&str, &FileFacts)>) -> T) -> T {
        tell(held(&self.written).iter().filter_map(|(path, facts)| Some((path.as_str(), facts.as_ref()?))).collect())
    }

    /// Takes one file, the first time: what is shown in many places comes from each of them. Returns its facts if it is the first time.
    fn put(&self, inputs: Option<Inputs>, path: &str, bytes: &[u8]) -> Result<Option<FileFacts>, WriteError> {
        match held(&self.written).entry(path.to_owned()) {
            Entry::Occupied(_) => return Ok(None),
            Entry::Vacant(new) => drop(new.insert(None)),
        }
        let facts = FileFacts::of(bytes);
        let mut folder = &*self.target;
        if self.before.is_empty() || !self.has(path, &facts, bytes) {
            self.stage.put(path, bytes, &self.changes)?;
            self.n_changed.fetch_add(1, Ordering::Relaxed);
            folder = self.stage.folder();
        }
        // A file that is moved keeps its stamp.
        if self.known.is_some()
            && let Some(stamp) = fs::symlink_metadata(folder.join(path)).ok().as_ref().and_then(Stamp::of)
        {
            held(&self.known_next).insert(path.to_owned(), KnownFile { inputs, facts: facts.clone(), stamp });
        }
        Ok(Some(facts))
    }

    /// Whether the target has a file of these bytes at `path`: it is read, unless the last build knew it.
    fn has(&self, path: &str, facts: &FileFacts, bytes: &[u8]) -> bool {
        let known = self.known.as_ref().and_then(|known| known.unchanged(&self.target, path));
        known.is_some_and(|known| known.facts == *facts) || is_same(&self.target.join(path), bytes)
    }

    /// Puts everything in its place and removes what the build before wrote and this one did not.
    ///
    /// # Errors
    /// When a file cannot be moved or removed. If that happens after the build was decided on, the next one finishes it; otherwise, the target is as it was.
    pub fn finish(mut self) -> Result<Written, WriteError> {
        let files: BTreeSet<String> = std::mem::take(&mut *held(&self.written)).into_keys().collect();
        let n_changed = self.n_changed.load(Ordering::Relaxed);
        let n_removed = match self.workplace.take() {
            Some(workplace) => self.publish(&files, workplace)?,
            None => 0,
        };
        Ok(Written { n_files: files.len(), n_changed, n_removed })
    }

    /// Publishes the site of `files`. Returns how many files were removed.
    fn publish(&self, files: &BTreeSet<String>, workplace: Workplace) -> Result<usize, WriteError> {
        let Self { target, before, stage, changes, .. } = self;
        if !target.exists() {
            let created = stage
                .put(MANIFEST, manifest::text(files).as_bytes(), changes)
                .and_then(|()| changes.rename(stage.folder(), target).map_err(refused("move into place", target)));
            workplace.remove(changes);
            return created.map(|()| 0);
        }
        if self.n_changed.load(Ordering::Relaxed) == 0 && before == files {
            workplace.remove(changes);
            return Ok(0);
        }
        let publication = Publication { target, before, files, stage, workplace: &workplace, changes };
        let planned = stage.list().and_then(|staged| publication.plan(staged));
        let plan = match planned.and_then(|plan| decision::decide(files, &workplace, changes).map(|()| plan)) {
            Ok(plan) => plan,
            Err(error) => {
                workplace.remove(changes);
                return Err(error);
            }
        };
        let n_removed = publication.run(plan).map_err(|error| WriteError::Unfinished(target.clone(), Box::new(error)))?;
        workplace.remove(changes);
        Ok(n_removed)
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        // Nothing was decided: nothing stays.
        if let Some(workplace) = self.workplace.take() {
            workplace.remove(&self.changes);
        }
    }
}

/// The files that the builds before wrote to `target`.
fn before(target: &Path, file: Option<&str>) -> Result<BTreeSet<String>, WriteError> {
    match (manifest::read(target)?, file) {
        (Some(before), Some(file)) if !before.contains(file) => Err(WriteError::OtherSite(target.to_owned())),
        (before, _) => Ok(before.unwrap_or_default()),
    }
}

fn is_same(path: &Path, bytes: &[u8]) -> bool {
    fs::metadata(path).is_ok_and(|found| found.is_file() && found.len() == bytes.len() as u64)
        && fs::read(path).is_ok_and(|found| found == bytes)
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

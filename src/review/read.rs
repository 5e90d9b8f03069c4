//! Two revisions as raw catalogues, with no more read than a comparison needs. Knows what of a catalogue can say something about a change; decides nothing.
//!
//! A file that is the same in both is read once. The README, the pictures and the other files of a listing that is not touched are known by
//! name alone: no rule about another file looks into them. Only when a listing leaves, the texts of all others are read, which can link to it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;

use super::copies::copies;
use super::touched::{Excess, changed_files, excess, excess_in_bytes};
use crate::catalogue::{ChangedFiles, RawCatalogue};
use crate::format::{Document, FileRole};
use crate::source::git::{GitError, Merge, Object, Repository, Tree};
use crate::source::{ContentPath, ReadError};

/// Two revisions of a catalogue.
#[derive(Debug)]
pub struct Revisions {
    /// The commit that the change is proposed to.
    pub base: Object,
    /// The commit that is proposed.
    pub head: Object,
    /// The catalogue as it is.
    pub before: RawCatalogue,
    /// The catalogue as it would be once the change is merged.
    pub after: RawCatalogue,
    /// The git objects of the files of both, including those that were not read.
    pub trees: [Tree; 2],
    /// The files that are not the same.
    pub files: ChangedFiles,
    /// The parts of the change that exceed a limit: if there are any, nothing is read.
    pub excess: Vec<Excess>,
    /// The files that have been altered on both sides, by their paths from the root: as long as there are any, nothing can be merged.
    pub conflicts: Vec<String>,
}

/// Receives the progress of reading: the number of files done, and of all.
pub type Progress<'run> = &'run (dyn Fn(usize, usize) + Sync);

/// Reads what merging `head` into `base` would change of the catalogue in `folder`, a path from the root with `/` at its end.
///
/// # Errors
/// When `git` fails.
pub fn revisions(
    repository: &Repository,
    (base, head): (Object, Object),
    folder: &str,
    progress: Progress<'_>,
) -> Result<Revisions, GitError> {
    let merged = match repository.merge(&base, &head)? {
        Merge::Clean(tree) => tree,
        Merge::Conflict(conflicts) => {
            return Ok(Revisions { conflicts, ..Revisions::unread(base, head) });
        }
    };
    let touched = repository.touched(&base, &merged)?;
    let mut excess = excess(&touched, folder);
    if excess.is_empty() {
        excess.extend(excess_in_bytes(repository, &touched)?);
    }
    if !excess.is_empty() {
        return Ok(Revisions { excess, ..Revisions::unread(base, head) });
    }
    let (mut old, mut new) = (repository.tree(&base, folder)?, repository.tree(&merged, folder)?);
    if folder.is_empty() {
        for tree in [&mut old, &mut new] {
            tree.files.retain(|path, _| path.is_content());
            tree.skipped.retain(|path, _| path.is_content());
        }
    }
    if let Some(path) = new.doubled.first() {
        let said = format!("`{path}` exists twice in the same folder, so it cannot be checked out");
        let excess = vec![Excess { said, help: "recreate the commit with git" }];
        return Ok(Revisions { excess, ..Revisions::unread(base, head) });
    }
    let mut files = changed_files(&touched, folder);
    let touched: BTreeSet<&str> = files.content.keys().filter_map(ContentPath::listing_slug).collect();
    let is_opened = |path: &ContentPath| is_opened(path, &files, &touched);
    let trees = [&old, &new];
    let mut sides = opened(trees, &documents(repository, trees, &is_opened, progress)?);
    if touched.iter().any(|slug| is_there(&sides[0], slug) && !is_there(&sides[1], slug)) {
        let is_opened = |path: &ContentPath| is_opened(path) || matches!(path.role(), FileRole::Readme | FileRole::Doc);
        sides = opened(trees, &documents(repository, trees, &is_opened, progress)?);
    }
    let [before, after] = sides;
    files.copies = copies(repository, &files, [&before, &after], [&old, &new])?;
    Ok(Revisions { base, head, before, after, trees: [old, new], files, excess, conflicts: Vec::new() })
}

impl Revisions {
    /// Two states of a catalogue that are in no commit, in which `files` are not the same.
    #[must_use]
    pub fn uncommitted(before: RawCatalogue, after: RawCatalogue, files: ChangedFiles) -> Self {
        Self { before, after, files, ..Self::unread(Object::none(), Object::none()) }
    }

    /// Two revisions of which nothing has been read.
    fn unread(base: Object, head: Object) -> Self {
        let (before, after, trees, files) = Default::default();
        Self { base, head, before, after, trees, files, excess: Vec::new(), conflicts: Vec::new() }
    }
}

/// The catalogues of both trees with the `documents` that were opened.
fn opened(trees: [&Tree; 2], documents: &Documents<'_>) -> [RawCatalogue; 2] {
    let raw = |tree: &Tree| {
        let files = tree.files.iter().map(|(path, object)| {
            let opened = documents.get(&(path, object)).cloned();
            opened.unwrap_or_else(|| Document::unopened(path.clone()))
        });
        let skipped = tree.skipped.iter().map(|(path, why)| Document::skipped(path.clone(), why.clone()));
        RawCatalogue::from_documents(files.chain(skipped))
    };
    let (before, after) = rayon::join(|| raw(trees[0]), || raw(trees[1]));
    [before, after]
}

/// Whether the listing `slug` is in the catalogue, and not just a page that says why it left.
fn is_there(raw: &RawCatalogue, slug: &str) -> bool {
    raw.listing(slug).is_some_and(|listing| !listing.is_gone())
}

/// Whether the file at `path` is looked into; the listings `touched` are.
fn is_opened(path: &ContentPath, files: &ChangedFiles, touched: &BTreeSet<&str>) -> bool {
    match path.listing_slug() {
        Some(slug) => touched.contains(slug) || path.has_ending("yaml"),
        None => files.content.contains_key(path) || path.has_ending("yaml") || path.has_ending("md"),
    }
}

type Documents<'tree> = HashMap<(&'tree ContentPath, &'tree Object), Document>;

/// The documents of both trees that are opened, each once.
fn documents<'tree>(
    repository: &Repository,
    trees: [&'tree Tree; 2],
    is_opened: &dyn Fn(&ContentPath) -> bool,
    progress: Progress<'_>,
) -> Result<Documents<'tree>, GitError> {
    let mut wanted: Vec<(&ContentPath, &Object)> =
        trees.into_iter().flat_map(|tree| &tree.files).filter(|(path, _)| is_opened(path)).collect();
    wanted.sort_unstable();
    wanted.dedup();
    // Two files with the same bytes may have different limits.
    let mut limits: BTreeMap<&Object, u64> = BTreeMap::new();
    for (path, object) in &wanted {
        let limit = limits.entry(object).or_default();
        *limit = path.role().limit().max(*limit);
    }
    let limits: Vec<(Object, u64)> = limits.into_iter().map(|(object, limit)| (object.clone(), limit)).collect();
    let blobs = repository.blobs(&limits)?;
    let (n_read, n_files) = (std::sync::atomic::AtomicUsize::new(0), wanted.len());
    let read = |(path, object): (&'tree ContentPath, &'tree Object)| {
        let bytes = blobs.get(object).cloned().unwrap_or_else(|| Err(ReadError::Refused("it was not read".to_owned())));
        let limit = path.role().limit();
        let bytes = bytes.and_then(|bytes| match bytes.len() as u64 {
            n_bytes if n_bytes > limit => Err(ReadError::TooLarge { n_bytes }),
            _ => Ok(bytes),
        });
        progress(n_read.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1, n_files);
        ((path, object), Document::read(path.clone(), bytes))
    };
    Ok(wanted.into_par_iter().map(read).collect())
}

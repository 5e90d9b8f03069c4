//! What the last build of a target knew of its files, so that the next one neither makes nor reads again what is still right.
//!
//! It is kept in the cache, not in the target: it has times and the numbers of files, which differ from machine to machine. A file of the target that
//! anyone has touched since is made again.
#![expect(clippy::disallowed_methods, reason = "this is the edge that knows the files of a site")]

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::path::Path;
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

use crate::contract::FileFacts;
use crate::inputs::Inputs;
use crate::picture::{Cache, seal, unseal};

/// Files in one entry of the cache, at most.
const MAX_PART: usize = 50_000;

/// A file of the target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct KnownFile {
    /// What it was made of, where that can be said without making it.
    pub(super) inputs: Option<Inputs>,
    pub(super) facts: FileFacts,
    pub(super) stamp: Stamp,
}

/// When a file was written, as the file system says: seconds and nanoseconds since 1970, and the number of the file, where there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp(u64, u32, u64);

impl Stamp {
    /// The stamp of a file; `None` if its time is none.
    pub(super) fn of(metadata: &Metadata) -> Option<Self> {
        let written = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        Some(Self(written.as_secs(), written.subsec_nanos(), number(metadata)))
    }
}

#[cfg(unix)]
fn number(metadata: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn number(_: &Metadata) -> u64 {
    0
}

/// The files of a target, as a program wrote them.
#[derive(Debug)]
pub struct Known {
    key: String,
    files: BTreeMap<String, KnownFile>,
}

impl Known {
    /// What `cache` knows of `target`, as far as the running program wrote it: another one may make something else of the same. Nothing, if it is not known what
    /// is running, or the entry is missing or damaged.
    #[must_use]
    pub fn load(cache: &dyn Cache, target: &Path, compresses: bool) -> Self {
        let program = std::env::current_exe().and_then(fs::read);
        let is_known = program.is_ok();
        let place = std::path::absolute(target).unwrap_or_else(|_| target.to_owned());
        let key = format!(
            "{:?}",
            Inputs::of_all([program.unwrap_or_default().as_slice(), &[u8::from(compresses)], place.as_os_str().as_encoded_bytes()])
        );
        let mut files = BTreeMap::new();
        for n in 0_usize.. {
            let part = cache.get(&part_key(&key, n)).and_then(|bytes| read(&bytes));
            // A part of another build than the others has files that were changed since: their stamps say so.
            let Some((part, is_last)) = part.filter(|_| is_known) else { return Self { key, files: BTreeMap::new() } };
            files.extend(part);
            if is_last {
                break;
            }
        }
        Self { key, files }
    }

    /// Keeps it in `cache`, for [`Self::load`].
    pub fn save(&self, cache: &dyn Cache) {
        let files: Vec<_> = self.files.iter().collect();
        let n_parts = files.len().div_ceil(MAX_PART).max(1);
        for n in 0..n_parts {
            let part = files.iter().skip(n * MAX_PART).take(MAX_PART).collect::<Vec<_>>();
            if let Ok(bytes) = serde_json::to_vec(&(part, n + 1 == n_parts)) {
                cache.insert(&part_key(&self.key, n), &seal(&bytes));
            }
        }
    }

    /// The same target with `files`.
    pub(super) fn with(&self, files: BTreeMap<String, KnownFile>) -> Self {
        Self { key: self.key.clone(), files }
    }

    /// Whether the last build wrote a file at `path`.
    pub(super) fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// The file at `path` of `target`, if it is still as it was written.
    pub(super) fn unchanged(&self, target: &Path, path: &str) -> Option<&KnownFile> {
        let file = self.files.get(path)?;
        let found = fs::symlink_metadata(target.join(path)).ok()?;
        (found.is_file() && found.len() == file.facts.0 && Stamp::of(&found) == Some(file.stamp)).then_some(file)
    }
}

fn part_key(key: &str, n: usize) -> String {
    blake3::hash(format!("files of a target 1 {key} {n}").as_bytes()).to_hex().to_string()
}

/// The files of a part, and whether it is the last; `None` when a single bit has changed.
fn read(bytes: &[u8]) -> Option<(Vec<(String, KnownFile)>, bool)> {
    serde_json::from_slice(unseal(bytes)?).ok()
}

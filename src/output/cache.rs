//! What earlier builds made of images, on disk. One of the edges: it touches files; it knows nothing of what they contain.
//!
//! Everything in the folder can be deleted at any time, by anyone: it is made again. A file is written beside its place and renamed, so
//! that two builds at once never read half of one.
#![expect(clippy::disallowed_methods, reason = "this is the edge that keeps results between builds")]

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};
use std::{fs, process};

use crate::picture::Cache;

/// How long an entry is kept after its last use.
const KEPT: Duration = Duration::from_secs(60 * 24 * 60 * 60);

/// How old the time of the last use may be before it is rewritten: not every build needs to touch every file.
const EXACT_TO: Duration = Duration::from_secs(24 * 60 * 60);

/// No entry is larger: the files of one picture have some 600 KB.
const MAX_BYTES: u64 = 32 << 20;

/// A folder of results.
#[derive(Debug)]
pub struct DiskCache {
    folder: PathBuf,
    n_written: AtomicU64,
}

impl DiskCache {
    /// The cache in `folder`, which is created when the first result is kept.
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), n_written: AtomicU64::new(0) }
    }

    /// Entries are in folders by the first two characters of their key.
    fn place(&self, key: &str) -> Option<PathBuf> {
        let valid = key.len() > 2 && key.bytes().all(|byte| byte.is_ascii_alphanumeric());
        valid.then(|| self.folder.join(&key[..2]).join(key))
    }

    /// Removes what no build has used for 60 days. Files of others, and folders that cannot be listed, are left alone.
    pub fn prune(&self) {
        let now = SystemTime::now();
        let shelves = fs::read_dir(&self.folder).into_iter().flatten().flatten().map(|entry| entry.path());
        for indexes in shelves.filter(|path| path.file_name().is_some_and(|name| name.len() == 2)) {
            for entry in fs::read_dir(indexes).into_iter().flatten().flatten() {
                let used = entry.metadata().and_then(|found| found.modified());
                let is_old = used.is_ok_and(|used| now.duration_since(used).is_ok_and(|age| age > KEPT));
                if is_old && entry.file_name().len() >= 64 {
                    drop(fs::remove_file(entry.path()));
                }
            }
        }
    }
}

impl Cache for DiskCache {
    fn get(&self, key: &str) -> Option<Vec<u8>> {
        let place = self.place(key)?;
        let found = fs::metadata(&place).ok().filter(|found| found.is_file() && found.len() <= MAX_BYTES)?;
        let now = SystemTime::now();
        let is_stale = found.modified().is_ok_and(|used| now.duration_since(used).is_ok_and(|age| age > EXACT_TO));
        if is_stale && let Ok(file) = fs::File::options().append(true).open(&place) {
            drop(file.set_modified(now));
        }
        fs::read(&place).ok()
    }

    fn insert(&self, key: &str, bytes: &[u8]) {
        let Some(place) = self.place(key) else { return };
        let Some(indexes) = place.parent() else { return };
        // A disk that is full or may not be written only costs time: nothing is said, and nothing stays half done.
        let number = self.n_written.fetch_add(1, Ordering::Relaxed);
        let beside = place.with_extension(format!("{}-{number}", process::id()));
        let kept = fs::create_dir_all(indexes).and_then(|()| fs::write(&beside, bytes)).and_then(|()| fs::rename(&beside, &place));
        if kept.is_err() {
            drop(fs::remove_file(&beside));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stored_entry_is_found_and_a_strange_key_stays_inside_the_folder() {
        let scratch = tempfile::tempdir().expect("a scratch folder");
        let cache = DiskCache::new(&scratch.path().join("cache"));
        let key = "ab".repeat(32);
        assert_eq!(cache.get(&key), None);
        cache.insert(&key, b"one");
        cache.insert(&key, b"two");
        cache.insert("../../outside", b"x");
        assert_eq!((cache.get(&key), cache.get("../../outside")), (Some(b"two".to_vec()), None));
        assert_eq!(fs::read_dir(scratch.path().join("cache/ab")).expect("a folder").count(), 1, "nothing half done stays");
    }

    #[test]
    fn unused_entries_are_removed_after_a_while() {
        let scratch = tempfile::tempdir().expect("a scratch folder");
        let cache = DiskCache::new(scratch.path());
        let (old, new) = ("ab".repeat(32), "cd".repeat(32));
        cache.insert(&old, b"old");
        cache.insert(&new, b"new");
        let file = fs::File::options().append(true).open(scratch.path().join("ab").join(&old)).expect("an entry");
        file.set_modified(SystemTime::now() - KEPT - EXACT_TO).expect("a time");
        cache.prune();
        assert_eq!((cache.get(&old), cache.get(&new)), (None, Some(b"new".to_vec())));
    }
}

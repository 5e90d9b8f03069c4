//! The new files of a site, until they are moved to the target. Files may come from any number of threads.
#![expect(clippy::disallowed_methods, reason = "this is the edge that writes the site")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::changes::Changes;
use super::error::{WriteError, refused};

/// A folder of new files.
#[derive(Debug)]
pub(super) struct Stage {
    folder: PathBuf,
    made: Mutex<BTreeSet<PathBuf>>,
}

/// What is in it, by paths below the site.
#[derive(Debug, Default)]
pub(super) struct Staged {
    /// The folders, each before those in it.
    pub(super) folders: Vec<String>,
    /// The files.
    pub(super) files: Vec<String>,
}

impl Stage {
    /// The stage in `folder`, which is created with the first file.
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder, made: Mutex::default() }
    }

    /// Its folder.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Writes the file at `path`.
    pub(super) fn put(&self, path: &str, bytes: &[u8], changes: &Changes) -> Result<(), WriteError> {
        let place = self.folder.join(path);
        if let Some(folder) = place.parent()
            && !held(&self.made).contains(folder)
        {
            changes.create_folders(folder).map_err(refused("create", folder))?;
            held(&self.made).insert(folder.to_owned());
        }
        changes.write(&place, bytes).map_err(refused("write", &place))
    }

    /// Lists what is in it.
    pub(super) fn list(&self) -> Result<Staged, WriteError> {
        let mut staged = Staged::default();
        if self.folder.exists() {
            list(&self.folder, "", &mut staged)?;
        }
        Ok(staged)
    }
}

fn list(folder: &Path, above: &str, staged: &mut Staged) -> Result<(), WriteError> {
    for entry in fs::read_dir(folder).map_err(refused("list", folder))? {
        let entry = entry.map_err(refused("list", folder))?;
        let path = format!("{above}{}", entry.file_name().to_string_lossy());
        if entry.file_type().map_err(refused("list", folder))?.is_dir() {
            staged.folders.push(path.clone());
            list(&entry.path(), &format!("{path}/"), staged)?;
        } else {
            staged.files.push(path);
        }
    }
    Ok(())
}

/// A lock is only poisoned when another thread has panicked, and then the set in it is whole anyway.
pub(super) fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

//! The working folder of a build, beside its target. Only one run at a time has it: it is locked. A run that ends leaves none behind, unless it was killed.
#![expect(clippy::disallowed_methods, reason = "this is the edge that writes the site")]

use std::fs;
use std::path::{Path, PathBuf};

use super::changes::Changes;
use super::error::{WriteError, refused};
use super::lock::{self, Attempt};

/// The names of what is in it: the lock, the new files, the list of a decided build, a list that is being written, and what keeps git from all of it.
const LOCK: &str = "lock";
const SITE: &str = "site";
const DECIDED: &str = "files";
const LIST: &str = "list";
const IGNORE: &str = ".gitignore";

/// How often it may be removed by another run in the moment in which it is locked.
const N_ATTEMPTS: usize = 100;

/// A working folder that is locked.
#[derive(Debug)]
pub(super) struct Workplace {
    folder: PathBuf,
    /// The folders that were created for it.
    made: Vec<PathBuf>,
    lock: fs::File,
}

impl Workplace {
    /// The working folder beside `target`, created if it is not there.
    ///
    /// # Errors
    /// When another run has it, or it cannot be created.
    pub(super) fn open(target: &Path, changes: &Changes) -> Result<Self, WriteError> {
        let folder = place(target)?;
        let mut made = Vec::new();
        for _ in 0..N_ATTEMPTS {
            made.extend(changes.create_folders(&folder).map_err(refused("create", &folder))?);
            let path = folder.join(LOCK);
            match lock::attempt(&path, changes) {
                Ok(Attempt::Ours(lock)) => {
                    let workplace = Self { folder, made, lock };
                    workplace.remove_older(changes);
                    return match workplace.ignore(changes) {
                        Ok(()) => Ok(workplace),
                        Err(error) => {
                            workplace.remove(changes);
                            Err(error)
                        }
                    };
                }
                Ok(Attempt::Gone) => {}
                Ok(Attempt::Busy) => break,
                Err(error) => {
                    remove_folders(&made, changes);
                    return Err(refused("lock", &path)(error));
                }
            }
        }
        Err(WriteError::Busy(target.to_owned()))
    }

    /// The new files.
    pub(super) fn site(&self) -> PathBuf {
        self.folder.join(SITE)
    }

    /// The list of a build that has been decided on.
    pub(super) fn decided(&self) -> PathBuf {
        self.folder.join(DECIDED)
    }

    /// A list on its way to its place.
    pub(super) fn list(&self) -> PathBuf {
        self.folder.join(LIST)
    }

    /// Removes everything but the lock, the decision first. What is not there need not be removed.
    ///
    /// # Errors
    /// When the decision or the new files cannot be removed: a later build would take them for its own.
    pub(super) fn clear(&self, changes: &Changes) -> Result<(), WriteError> {
        for path in [self.decided(), self.list()] {
            if path.exists() {
                changes.remove_file(&path).map_err(refused("remove", &path))?;
            }
        }
        let site = self.site();
        if site.exists() { changes.remove_tree(&site).map_err(refused("remove", &site)) } else { Ok(()) }
    }

    /// Removes it. Where that fails, the next run tries again: the site is not affected.
    pub(super) fn remove(self, changes: &Changes) {
        if self.clear(changes).is_err() {
            return;
        }
        let Self { folder, mut made, lock } = self;
        let _ = changes.remove_file(&folder.join(IGNORE));
        let _ = changes.remove_file(&folder.join(LOCK));
        // From here on, another run can create a lock of its own; the folder is then not empty and stays.
        drop(lock);
        if !made.contains(&folder) {
            made.push(folder);
        }
        remove_folders(&made, changes);
    }

    /// Keeps git from committing what a killed run leaves.
    fn ignore(&self, changes: &Changes) -> Result<(), WriteError> {
        let path = self.folder.join(IGNORE);
        changes.write(&path, b"*\n").map_err(refused("write", &path))
    }

    /// Removes what interrupted builds of older versions left, which named the folder after their process.
    fn remove_older(&self, changes: &Changes) {
        let Some(name) = self.folder.file_name().and_then(|name| name.to_str()?.strip_suffix("pressmark")) else { return };
        let beside = self.folder.parent().filter(|beside| !beside.as_os_str().is_empty()).unwrap_or(Path::new("."));
        for entry in fs::read_dir(beside).into_iter().flatten().flatten() {
            let found = entry.file_name();
            let number = found.to_str().and_then(|found| found.strip_prefix(name)).unwrap_or_default();
            let is_older = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
            if is_older && entry.file_type().is_ok_and(|found| found.is_dir()) {
                // One that cannot be removed harms nothing.
                let _ = changes.remove_tree(&entry.path());
            }
        }
    }
}

/// Removes `folders`, the last one first, as far as they are empty.
fn remove_folders(folders: &[PathBuf], changes: &Changes) {
    let _ = folders.iter().rev().try_for_each(|folder| changes.remove_folder(folder));
}

/// Where the working folder of `target` is. A link is followed, and `.` has a name elsewhere: all runs with one target have one working folder, if possible on
/// the same file system.
fn place(target: &Path) -> Result<PathBuf, WriteError> {
    let real = match target.file_name() {
        Some(_) if !target.is_symlink() => target.to_owned(),
        _ => fs::canonicalize(target).map_err(refused("find", target))?,
    };
    let name = real.file_name().ok_or_else(|| WriteError::NotOurs(target.to_owned()))?;
    Ok(real.with_file_name(format!(".{}.pressmark", name.to_string_lossy())))
}

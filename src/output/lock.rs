//! A lock that one process has, until it ends or lets go of it. Knows a path; does not know what is locked.
#![expect(clippy::disallowed_methods, reason = "this is the edge that writes the site")]

use std::fs::{self, TryLockError};
use std::hash::{BuildHasher as _, RandomState};
use std::io::{self, ErrorKind};
use std::path::Path;
use std::process;

use super::changes::Changes;

/// What became of an attempt.
#[derive(Debug)]
pub(super) enum Attempt {
    /// The lock is ours as long as the file is open.
    Ours(fs::File),
    /// Another process has it.
    Busy,
    /// The file, or the folder it is in, has just been removed: try again.
    Gone,
}

/// Locks the file at `path`, which is created if it is not there.
///
/// # Errors
/// When the file cannot be created.
pub(super) fn attempt(path: &Path, changes: &Changes) -> io::Result<Attempt> {
    let mut file = match changes.open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Attempt::Gone),
        opened => opened?,
    };
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => return Ok(Attempt::Busy),
        // Some file systems of networks have no locks. A site can be built there, too.
        Ok(()) | Err(TryLockError::Error(_)) => {}
    }
    // A run that ended between the two calls has removed the file that we opened, and another one may have created the one that is there now.
    let token = format!("{} {}\n", process::id(), RandomState::new().hash_one(0));
    if let Err(error) = changes.fill(&mut file, token.as_bytes()) {
        // The disk is full, for example.
        let _ = changes.remove_file(path);
        return Err(error);
    }
    let is_there = match fs::read_to_string(path) {
        Ok(found) => found == token,
        // On Windows, a locked file cannot be read.
        Err(error) => error.kind() != ErrorKind::NotFound,
    };
    Ok(if is_there { Attempt::Ours(file) } else { Attempt::Gone })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_is_given_once_and_again_after_its_end() {
        let scratch = tempfile::tempdir().expect("a scratch folder");
        let (path, changes) = (scratch.path().join("lock"), Changes::default());
        let first = attempt(&path, &changes).expect("a lock");
        assert!(matches!(first, Attempt::Ours(_)));
        assert!(matches!(attempt(&path, &changes), Ok(Attempt::Busy)));
        drop(first);
        assert!(matches!(attempt(&path, &changes), Ok(Attempt::Ours(_))));
        assert!(matches!(attempt(&scratch.path().join("missing/lock"), &changes), Ok(Attempt::Gone)));
    }
}

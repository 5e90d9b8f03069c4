//! What can keep a site from being written.

use std::io;
use std::path::{Path, PathBuf};

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
    /// Another run has the lock.
    #[error("`{}` is being written by another run of pressmark: wait until it has ended, or choose another folder", .0.display())]
    Busy(PathBuf),
    /// A file that no build of ours wrote is where a file or folder of the site has to go.
    #[error("`{}` is in the way of the new site, and pressmark did not write it: move it elsewhere or remove it, and build again", .0.display())]
    InTheWay(PathBuf),
    /// A file could not be moved or removed after the new site was decided on.
    #[error("`{}` is still partly the old site: remove the cause and build again, which first finishes this", .0.display())]
    Unfinished(PathBuf, #[source] Box<Self>),
}

/// Makes the error of an `action` on `path`.
pub(super) fn refused<'path>(action: &'static str, path: &'path Path) -> impl FnOnce(io::Error) -> WriteError + 'path {
    move |source| WriteError::Refused { action, path: path.to_owned(), source }
}

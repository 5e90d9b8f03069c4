//! Whether another commit is checked out than a moment ago, without `git`: the preview asks at every save.
#![expect(clippy::disallowed_methods, reason = "this is an edge that reads a repository")]

use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;

use super::run::text;
use super::{GitError, Repository};

/// The most bytes of a file that names a branch or a commit.
const MAX_BYTES: u64 = 4096;

/// The folders of a repository that say which commit is checked out.
#[derive(Debug, Clone)]
pub struct Head {
    /// Of the work tree.
    own: PathBuf,
    /// Of the repository, where the branches are.
    common: PathBuf,
}

/// What the files say: as long as it is the same, the commit is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadState {
    head: String,
    branch: Option<String>,
    packed: Option<(u64, Option<SystemTime>)>,
}

impl Repository {
    /// Where it says which commit is checked out.
    ///
    /// # Errors
    /// When `git` fails.
    pub fn head(&self) -> Result<Head, GitError> {
        let said = text(&self.git.run(&["rev-parse", "--absolute-git-dir", "--git-common-dir"])?);
        let mut folders = said.lines().map(|folder| self.git.folder().join(folder));
        let own = folders.next().unwrap_or_default();
        Ok(Head { common: folders.next().unwrap_or_else(|| own.clone()), own })
    }
}

impl Head {
    /// The state of now; `None` where the files do not say it, so that only `git` knows.
    #[must_use]
    pub fn state(&self) -> Option<HeadState> {
        let read = |file: PathBuf| {
            let is_small = fs::metadata(&file).is_ok_and(|found| found.is_file() && found.len() <= MAX_BYTES);
            is_small.then(|| fs::read_to_string(&file).ok()).flatten()
        };
        let head = read(self.own.join("HEAD"))?;
        let Some(name) = head.strip_prefix("ref: ").map(str::trim) else { return Some(HeadState { head, branch: None, packed: None }) };
        // Other formats of a repository have no branch here that is one.
        if !name.starts_with("refs/heads/") || name.split('/').any(|part| part.starts_with('.')) {
            return None;
        }
        let branch = read(self.common.join(name));
        if branch.as_ref().is_some_and(|branch| branch.starts_with("ref:")) {
            return None;
        }
        let packed = fs::metadata(self.common.join("packed-refs")).ok().map(|found| (found.len(), found.modified().ok()));
        Some(HeadState { head, branch, packed })
    }
}

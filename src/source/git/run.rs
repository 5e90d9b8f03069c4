//! Runs `git` with everything turned off that could run something else, ask somebody, or change how a name is written.
#![expect(clippy::disallowed_methods, reason = "this is the edge that starts `git`")]

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::Object;

/// What `git` could not do.
#[derive(Debug, thiserror::Error)]
pub enum GitError {
    /// The program is not there.
    #[error("cannot run `git`: install it, or put it on the PATH")]
    Missing(#[source] io::Error),
    /// It failed, with its words.
    #[error("`git {command}` failed: {words}")]
    Failed {
        /// The command.
        command: String,
        /// Its words, on one line.
        words: String,
    },
    /// The folder belongs to no repository.
    #[error("`{}` belongs to no git repository: review compares two revisions of one", .0.display())]
    NoRepository(PathBuf),
    /// No such revision.
    #[error("there is no commit `{0}` in this repository: fetch it first (in CI, with the full history)")]
    NoCommit(String),
    /// Two commits without a common one.
    #[error("{base} and {head} have no commit in common: the change is not based on this catalogue")]
    Unrelated {
        /// The one.
        base: Object,
        /// The other.
        head: Object,
    },
    /// A shallow clone that could not be deepened.
    #[error(
        "the clone is too shallow and cannot be deepened: clone with the full history (`fetch-depth: 0` in GitHub and Forgejo, `GIT_DEPTH: 0` in GitLab)"
    )]
    Shallow(#[source] Box<Self>),
    /// An old `git`.
    #[error("this `git` cannot merge without a checkout: it has to be 2.38 or newer")]
    NoMerge,
    /// It stopped in the middle.
    #[error("`git cat-file` stopped in the middle of its answer")]
    CutOff(#[source] Option<io::Error>),
    /// More than anybody reviews.
    #[error("the files to compare have {n_bytes} bytes in all, and at most {limit} are read: split the change")]
    TooMuch {
        /// How many there are.
        n_bytes: u64,
        /// How many are read.
        limit: u64,
    },
}

impl GitError {
    pub(super) fn or_no_repository(self, folder: &Path) -> Self {
        match self {
            Self::Failed { words, .. } if words.contains("not a git repository") => Self::NoRepository(folder.to_owned()),
            error => error,
        }
    }

    pub(super) fn or_no_commit(self, revision: &str) -> Self {
        match self {
            Self::Failed { .. } => Self::NoCommit(revision.to_owned()),
            error => error,
        }
    }

    pub(super) fn shallow(self) -> Self {
        Self::Shallow(Box::new(self))
    }
}

/// The command `git ARGS` in `folder`.
pub(super) fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder);
    // A file system monitor, an outside diff and hooks are programs that the configuration names.
    command.args(["-c", "core.quotePath=false", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "diff.external="]);
    command.args(args).env("GIT_OPTIONAL_LOCKS", "0").env("GIT_TERMINAL_PROMPT", "0").env("LC_ALL", "C").stdin(Stdio::null());
    command
}

/// What `git ARGS` prints, and what it exits with.
pub(super) fn git_with_code(folder: &Path, args: &[&str]) -> Result<(i32, Vec<u8>), GitError> {
    let done = command(folder, args).stderr(Stdio::null()).output().map_err(GitError::Missing)?;
    Ok((done.status.code().unwrap_or(-1), done.stdout))
}

/// What `git ARGS` prints.
pub(super) fn git(folder: &Path, args: &[&str]) -> Result<Vec<u8>, GitError> {
    let done = command(folder, args).output().map_err(GitError::Missing)?;
    if done.status.success() {
        return Ok(done.stdout);
    }
    let words = String::from_utf8_lossy(&done.stderr).split_whitespace().collect::<Vec<_>>().join(" ");
    Err(GitError::Failed { command: args.first().copied().unwrap_or_default().to_owned(), words })
}

/// A line of an answer as text.
pub(super) fn text(out: &[u8]) -> String {
    String::from_utf8_lossy(out).trim_end_matches(['\n', '\r']).to_owned()
}

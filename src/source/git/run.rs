//! Runs `git` with everything turned off that could run something else, ask someone, or change how a name is written.
#![expect(clippy::disallowed_methods, reason = "this is the edge that starts `git`")]

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::Object;
use crate::text::single_line;

/// An operation of `git` that failed.
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
    #[error("`{}` is not in a git repository: review compares two git revisions", .0.display())]
    NoRepository(PathBuf),
    /// No such revision.
    #[error("no commit `{0}` in this repository: fetch it first (in CI, with the full history)")]
    NoCommit(String),
    /// Two commits without a common one.
    #[error("{base} and {head} have no commit in common: the change is not based on this catalogue")]
    Unrelated {
        /// The commit that was asked for.
        base: Object,
        /// The commit it should have a common ancestor with.
        head: Object,
    },
    /// A shallow clone that could not be deepened.
    #[error(
        "the clone is too shallow and cannot be deepened: clone with the full history (`fetch-depth: 0` in GitHub and Forgejo, `GIT_DEPTH: 0` in GitLab)"
    )]
    Shallow(#[source] Box<Self>),
    /// An old `git`.
    #[error("git 2.38 or newer is required")]
    NoMerge,
    /// It stopped in the middle.
    #[error("`git cat-file` stopped before the end of its output")]
    CutOff(#[source] Option<io::Error>),
    /// More than anyone reviews.
    #[error("the files to compare have {n_bytes} bytes in total; the limit is {limit}: split the change")]
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

/// How `git` is run for a folder.
#[derive(Debug, Clone)]
pub(super) struct Git {
    folder: PathBuf,
    /// The folders that the user or the machine trusts although they belong to someone else: all that is taken over of that configuration.
    trusted: Vec<String>,
    /// The merge drivers that the repository's own configuration names: programs, none of which is run.
    drivers: Vec<String>,
    /// The empty tree, from which attributes are read: there are none.
    no_attributes: &'static str,
}

/// The empty tree, which git knows without its being written, by its hash in SHA-1 and in SHA-256.
const EMPTY_TREE: [&str; 2] =
    ["4b825dc642cb6eb9a060e54bf8d69288fbee4904", "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321"];

impl Git {
    /// `git` in `folder`.
    pub(super) fn new(folder: &Path) -> Self {
        let mut git = Self { folder: folder.to_owned(), trusted: Vec::new(), drivers: Vec::new(), no_attributes: EMPTY_TREE[0] };
        // What cannot be asked, for want of a repository or of git, is reported by the next command.
        let settings = git.as_user(&["config", "--null", "--show-scope", "--list"]).stderr(Stdio::null()).output();
        let settings = settings.map(|done| text(&done.stdout)).unwrap_or_default();
        let mut parts = settings.split('\0');
        while let (Some(scope), Some(setting)) = (parts.next(), parts.next()) {
            let (key, value) = setting.split_once('\n').unwrap_or((setting, ""));
            match scope {
                "system" | "global" if key == "safe.directory" => git.trusted.push(value.to_owned()),
                "local" | "worktree" if key.starts_with("merge.") && key.ends_with(".driver") => git.drivers.push(key.to_owned()),
                "local" if key == "extensions.objectformat" && value == "sha256" => git.no_attributes = EMPTY_TREE[1],
                _ => {}
            }
        }
        git
    }

    /// The command `git ARGS`, which reads what the objects of this repository say and runs nothing else: no configuration of the user or the machine, no
    /// replacements, no grafts, no attributes of a working copy and no merge driver. (What `info/attributes` of the repository says of merging by git's own
    /// means still holds: nothing turns it off.)
    /// The folder that it runs in.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) fn command(&self, args: &[&str]) -> Command {
        let trusted: Vec<String> = self.trusted.iter().map(|folder| format!("safe.directory={folder}")).collect();
        let mut with: Vec<&str> = trusted.iter().flat_map(|folder| ["-c", folder]).collect();
        with.extend(["-c", "core.attributesFile=/dev/null", "-c", "advice.graftFileDeprecated=false"]);
        with.extend(args);
        let mut command = self.as_user(&with);
        command.env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_ATTR_NOSYSTEM", "1");
        command.env("GIT_NO_REPLACE_OBJECTS", "1").env("GIT_GRAFT_FILE", "/dev/null").env("GIT_ATTR_SOURCE", self.no_attributes);
        // A key may contain any sign, which `-c` would read as its own. A driver that fails makes a conflict, which is what it is without one.
        command.env("GIT_CONFIG_COUNT", self.drivers.len().to_string());
        for (n, key) in self.drivers.iter().enumerate() {
            command.env(format!("GIT_CONFIG_KEY_{n}"), key).env(format!("GIT_CONFIG_VALUE_{n}"), "false");
        }
        command
    }

    /// The command `git ARGS` with the configuration of the user, for what needs their credentials.
    fn as_user(&self, args: &[&str]) -> Command {
        let mut command = Command::new("git");
        command.arg("-C").arg(&self.folder);
        // A file system monitor, an outside diff and hooks are programs that the configuration names.
        command.args([
            "-c",
            "core.quotePath=false",
            "-c",
            "core.fsmonitor=false",
            "-c",
            "core.hooksPath=/dev/null",
            "-c",
            "diff.external=",
        ]);
        command.args(args).env("GIT_OPTIONAL_LOCKS", "0").env("GIT_TERMINAL_PROMPT", "0").env("LC_ALL", "C").stdin(Stdio::null());
        command
    }

    /// Runs `git ARGS` and returns its output and exit code.
    pub(super) fn run_with_code(&self, args: &[&str]) -> Result<(i32, Vec<u8>), GitError> {
        let done = self.command(args).stderr(Stdio::null()).output().map_err(GitError::Missing)?;
        Ok((done.status.code().unwrap_or(-1), done.stdout))
    }

    /// Runs `git ARGS` and returns its output.
    pub(super) fn run(&self, args: &[&str]) -> Result<Vec<u8>, GitError> {
        finished(self.command(args), args)
    }

    /// Fetches what `args` name from where the clone came from.
    pub(super) fn fetch(&self, args: &[&str]) -> Result<(), GitError> {
        let all = [&["fetch", "--quiet", "--no-tags", "--no-recurse-submodules"], args].concat();
        finished(self.as_user(&all), &all).map(drop)
    }
}

/// Runs `command`, which is `git ARGS`, and returns its output.
fn finished(mut command: Command, args: &[&str]) -> Result<Vec<u8>, GitError> {
    let done = command.output().map_err(GitError::Missing)?;
    if done.status.success() {
        return Ok(done.stdout);
    }
    let words = single_line(&String::from_utf8_lossy(&done.stderr));
    Err(GitError::Failed { command: args.first().copied().unwrap_or_default().to_owned(), words })
}

/// A line of an answer as text.
pub(super) fn text(out: &[u8]) -> String {
    String::from_utf8_lossy(out).trim_end_matches(['\n', '\r']).to_owned()
}

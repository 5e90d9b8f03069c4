//! A git repository: commits, the files of a revision, and their bytes, read from its objects without a checkout. One of the edges: it runs the `git`
//! program, whose speed and whose care for partial and shallow clones no library has; it executes nothing of what it reads.
//!
//! Names of revisions come from outside: they are made commits first (`--end-of-options`), and only hashes go further. Paths are read between
//! NUL bytes, so that no name can pass for another one.

mod additions;
mod blobs;
mod changes;
mod export;
mod head;
mod lines;
mod log;
mod run;
mod tree;
mod work_tree;

use std::path::Path;

use run::{Git, text};

pub use additions::Additions;
pub use blobs::Blobs;
pub use export::ExportError;
pub use head::{Head, HeadState};
pub use lines::WrittenLines;
pub use run::GitError;
pub use tree::{Entry, FileKind, Object, Touched, Tree};
pub use work_tree::Standing;

/// A repository, by the folder from which `git` finds it.
#[derive(Debug, Clone)]
pub struct Repository {
    git: Git,
}

/// The result of merging a submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Merge {
    /// The tree of the result.
    Clean(Object),
    /// Both sides have altered these files; they are sorted, and their paths begin at the root of the repository.
    Conflict(Vec<String>),
}

/// How many commits a shallow clone is deepened by at a time.
const DEEPEN_BY: [u32; 3] = [50, 500, 5_000];

impl Repository {
    /// The repository that `folder` belongs to.
    ///
    /// # Errors
    /// When there is no `git`, or no repository.
    pub fn around(folder: &Path) -> Result<Self, GitError> {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let repository = Self { git: Git::new(folder) };
        text(&repository.git.run(&["rev-parse", "--git-dir"]).map_err(|error| error.or_no_repository(folder))?);
        Ok(repository)
    }

    /// The path of its `folder` below the root of the repository: with `/` at the end, or empty.
    ///
    /// # Errors
    /// When `git` fails.
    pub fn prefix(&self) -> Result<String, GitError> {
        Ok(text(&self.git.run(&["rev-parse", "--show-prefix"])?))
    }

    /// The commit that `revision` names.
    ///
    /// # Errors
    /// When there is none.
    pub fn commit(&self, revision: &str) -> Result<Object, GitError> {
        let name = format!("{revision}^{{commit}}");
        let found = self.git.run(&["rev-parse", "--verify", "--quiet", "--end-of-options", &name]);
        let found = found.map_err(|error| error.or_no_commit(revision))?;
        Object::parse(text(&found).trim()).ok_or_else(|| GitError::NoCommit(revision.to_owned()))
    }

    /// The last commit that `base` and `head` have in common. A shallow clone that does not reach back to it is deepened from `origin`; `say` receives a note then.
    ///
    /// # Errors
    /// When they have none, or the clone cannot be deepened.
    pub fn merge_base(&self, base: &Object, head: &Object, say: &dyn Fn(&str)) -> Result<Object, GitError> {
        let find = || self.git.run(&["merge-base", base.as_str(), head.as_str()]).ok().and_then(|found| Object::parse(text(&found).trim()));
        for n in DEEPEN_BY.map(Some).into_iter().chain([None]) {
            if let Some(found) = find() {
                return Ok(found);
            }
            if !self.is_shallow()? {
                break;
            }
            say("the clone is too shallow to contain the start of the change: fetching more history");
            let depth = n.map_or_else(|| "--unshallow".to_owned(), |n| format!("--deepen={n}"));
            self.git.fetch(&[&depth, "origin"]).map_err(GitError::shallow)?;
        }
        find().ok_or_else(|| GitError::Unrelated { base: base.clone(), head: head.clone() })
    }

    /// Returns the result of merging `head` into `base`. Nothing is checked out, and no branch moves.
    ///
    /// # Errors
    /// When `git` is older than 2.38 or fails.
    pub fn merge(&self, base: &Object, head: &Object) -> Result<Merge, GitError> {
        // Renames are not followed: a submission that moves a file which has since been altered is a conflict, not a guess.
        let args = ["merge-tree", "--write-tree", "-z", "--name-only", "--no-messages", "-X", "no-renames", base.as_str(), head.as_str()];
        let (code, out) = self.git.run_with_code(&args)?;
        let mut parts = out.split(|&byte| byte == 0).map(|part| String::from_utf8_lossy(part).into_owned());
        let tree = parts.next().and_then(|first| Object::parse(first.trim()));
        match (code, tree) {
            (0, Some(tree)) => Ok(Merge::Clean(tree)),
            (1, Some(_)) => {
                let mut files: Vec<String> = parts.filter(|path| !path.is_empty()).collect();
                files.sort();
                files.dedup();
                Ok(Merge::Conflict(files))
            }
            _ => Err(GitError::NoMerge),
        }
    }

    /// Every file below `folder` (with `/` at the end, or empty) at `revision`, a commit or a tree.
    ///
    /// # Errors
    /// When `git` fails. A folder that is not there has no files.
    pub fn tree(&self, revision: &Object, folder: &str) -> Result<Tree, GitError> {
        let mut args = vec!["ls-tree", "-r", "-z", "--full-tree", revision.as_str(), "--"];
        args.extend((!folder.is_empty()).then_some(folder));
        let out = self.git.run(&args)?;
        Ok(Tree::parse(&out, folder))
    }

    /// Every path that is not the same at `base` and at `head`, commits or trees.
    ///
    /// # Errors
    /// When `git` fails.
    pub fn touched(&self, base: &Object, head: &Object) -> Result<Vec<Touched>, GitError> {
        let args = [
            "diff-tree",
            "-r",
            "-z",
            "--raw",
            "--no-abbrev",
            "--no-renames",
            "--no-commit-id",
            "--no-ext-diff",
            base.as_str(),
            head.as_str(),
        ];
        Ok(tree::touched(&self.git.run(&args)?))
    }

    /// Whether a part of the history was left out when the repository was cloned.
    ///
    /// # Errors
    /// When `git` fails.
    pub fn is_shallow(&self) -> Result<bool, GitError> {
        Ok(text(&self.git.run(&["rev-parse", "--is-shallow-repository"])?) == "true")
    }
}

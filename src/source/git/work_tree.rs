//! What a commit of some files of the working copy needs to know: the branches and remotes that exist, and which of the files git knows already. Runs `git`;
//! changes nothing.

use std::path::PathBuf;

use super::run::text;
use super::{GitError, Repository};

/// What git knows of a file, or of the files in a folder.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// Whether some of it would be in the next commit.
    pub is_staged: bool,
    /// Whether some of it is in the last commit.
    pub is_committed: bool,
    /// Whether some of it is not as in the last commit.
    pub is_changed: bool,
}

impl Repository {
    /// The folder at the top of its working copy.
    ///
    /// # Errors
    /// When it has none, or `git` fails.
    pub fn top(&self) -> Result<PathBuf, GitError> {
        Ok(text(&self.git.run(&["rev-parse", "--show-toplevel"])?).into())
    }

    /// The names of its remotes, in order.
    ///
    /// # Errors
    /// When `git` fails.
    pub fn remotes(&self) -> Result<Vec<String>, GitError> {
        Ok(text(&self.git.run(&["remote"])?).lines().map(str::to_owned).collect())
    }

    /// The names of all branches: those of the repository, and those that its remotes had when they were last fetched.
    ///
    /// # Errors
    /// When `git` fails.
    pub fn branches(&self) -> Result<Vec<String>, GitError> {
        let found = text(&self.git.run(&["for-each-ref", "--format=%(refname)", "refs/heads", "refs/remotes"])?);
        let name = |line: &str| match line.strip_prefix("refs/heads/") {
            Some(name) => Some(name.to_owned()),
            None => Some(line.strip_prefix("refs/remotes/")?.split_once('/')?.1.to_owned()),
        };
        Ok(found.lines().filter_map(name).collect())
    }

    /// What git knows of each of `paths`, files and folders below the folder of the repository, without a slash at the end. What git ignores is not changed.
    ///
    /// # Errors
    /// When `git` fails.
    pub fn standing(&self, paths: &[String]) -> Result<Vec<Standing>, GitError> {
        let literal: Vec<String> = paths.iter().map(|path| format!(":(literal){path}")).collect();
        let listed = |args: &[&str]| {
            let all: Vec<&str> = args.iter().copied().chain(["--"]).chain(literal.iter().map(String::as_str)).collect();
            Ok::<_, GitError>(names(&self.git.run(&all)?))
        };
        let staged = listed(&["ls-files", "-z", "--cached"])?;
        let mut changed = listed(&["ls-files", "-z", "--others", "--exclude-standard"])?;
        let mut committed = Vec::new();
        if self.commit("HEAD").is_ok() {
            let all: Vec<&str> =
                ["ls-tree", "-z", "--name-only", "HEAD", "--"].into_iter().chain(paths.iter().map(String::as_str)).collect();
            committed = names(&self.git.run(&all)?);
            let diff = ["diff", "-z", "--name-only", "--relative", "--no-renames", "--no-ext-diff", "--no-textconv", "HEAD"];
            changed.extend(listed(&diff)?);
        } else {
            changed.extend(staged.iter().cloned());
        }
        let has = |files: &[String], path: &str| {
            files.iter().any(|file| file.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
        };
        let of_path = |path: &String| Standing {
            is_staged: has(&staged, path),
            is_committed: has(&committed, path),
            is_changed: has(&changed, path),
        };
        Ok(paths.iter().map(of_path).collect())
    }
}

/// Paths with NUL after each.
fn names(out: &[u8]) -> Vec<String> {
    out.split(|&byte| byte == 0).filter(|name| !name.is_empty()).map(|name| String::from_utf8_lossy(name).into_owned()).collect()
}

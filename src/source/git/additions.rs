//! Which files came into a branch before which. Runs `git`; the dates of commits, which anyone can write, count for nothing.

use std::collections::HashMap;

use super::log::records;
use super::{GitError, Object, Repository};

/// The order in which files came into a branch: a greater number came later, and equal numbers came together. `None` for a file of which the branch does
/// not say so: it had another name before, or was added more than once.
pub type Additions = HashMap<String, Option<usize>>;

impl Repository {
    /// When each of `paths`, from the root of the repository, came into the branch that ends at `commit`. The branch is the line of first parents: what a
    /// merge brings came with the merge. Paths that are not in it are left out. What a shallow clone cut off came together.
    ///
    /// # Errors
    /// When `git` fails.
    pub fn additions(&self, commit: &Object, paths: &[String]) -> Result<Additions, GitError> {
        let literal: Vec<String> = paths.iter().map(|path| format!(":(top,literal){path}")).collect();
        let mut args = vec![commit.as_str(), "--"];
        args.extend(literal.iter().map(String::as_str));
        // The last commit comes first.
        let commits = self.added_by(&args)?;
        let mut additions = Additions::new();
        for (n, (_, added)) in commits.iter().rev().enumerate() {
            for path in added {
                additions.entry(path.clone()).and_modify(|known| *known = None).or_insert(Some(n));
            }
        }
        // A search for some paths does not see that one of them was another file before; a look at the whole commits does.
        let mut args = vec!["--no-walk"];
        args.extend(commits.iter().filter(|(_, added)| !added.is_empty()).map(|(commit, _)| commit.as_str()));
        let whole: Vec<String> =
            if args.len() > 1 { self.added_by(&args)?.into_iter().flat_map(|(_, added)| added).collect() } else { Vec::new() };
        for (path, known) in &mut additions {
            *known = known.filter(|_| whole.contains(path));
        }
        Ok(additions)
    }

    /// Parses the output of `git log` with `args`: commits, and the files that each added and did not get from others.
    fn added_by(&self, args: &[&str]) -> Result<Vec<(Object, Vec<String>)>, GitError> {
        let mut all = vec![
            "log",
            "--first-parent",
            "--diff-merges=first-parent",
            "--find-renames",
            "--diff-filter=A",
            "--no-ext-diff",
            "--no-textconv",
            "--no-color",
            "--format=%x00%H",
            "--name-only",
            "-z",
        ];
        all.extend(args);
        let commits = records(&self.git.run(&all)?).into_iter();
        Ok(commits.filter_map(|(commit, files)| Some((Object::parse(&commit)?, files))).collect())
    }
}

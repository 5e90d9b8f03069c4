//! Which files came into a branch before which. Runs `git`; the dates of commits, which anyone can write, count for nothing.

use std::collections::HashMap;

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
        Ok(parse(&self.git.run(&all)?))
    }
}

/// Reads `git log --format=%x00%H --name-only -z`: an empty part, a hash, and the files of the commit, the first after a line break.
fn parse(out: &[u8]) -> Vec<(Object, Vec<String>)> {
    let mut commits: Vec<(Object, Vec<String>)> = Vec::new();
    let mut is_hash = false;
    for part in out.split(|&byte| byte == 0) {
        let text = String::from_utf8_lossy(part);
        match (is_hash, commits.last_mut()) {
            (true, _) => commits.extend(Object::parse(&text).map(|commit| (commit, Vec::new()))),
            (false, Some((_, files))) if !part.is_empty() => files.push(text.strip_prefix('\n').unwrap_or(&text).to_owned()),
            _ => {}
        }
        is_hash = part.is_empty();
    }
    commits
}

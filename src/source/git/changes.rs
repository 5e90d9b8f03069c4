//! When files were last changed. Runs `git` once for all of them.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::log::records;
use super::{GitError, Object, Repository};

/// When files were last changed, and how many commits say so.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LastDays {
    /// The day of each file, in UTC, by its path from the root of the repository.
    pub days: BTreeMap<String, Date>,
    /// The commits that were looked at.
    pub n_commits: usize,
}

impl Repository {
    /// The last `limit` commits of the branch that ends at `commit`, the last one first. The branch is the line of first parents.
    ///
    /// # Errors
    /// When `git` fails.
    pub fn line(&self, commit: &Object, limit: usize) -> Result<Vec<Object>, GitError> {
        let out = self.git.run(&["rev-list", "--first-parent", &format!("--max-count={limit}"), commit.as_str()])?;
        Ok(String::from_utf8_lossy(&out).lines().filter_map(Object::parse).collect())
    }

    /// The days on which the files below `folder` (with `/` at the end, or empty) were last changed in the branch that ends at `commit`, after `since`
    /// where that is given; deleted files are among them. The branch is the line of first parents: what a merge brings changed with the merge.
    /// Files whose last change is not known, because a shallow clone cut it off, are left out.
    ///
    /// # Errors
    /// When `git` fails.
    pub fn last_changes(&self, commit: &Object, since: Option<&Object>, folder: &str) -> Result<LastDays, GitError> {
        let is_shallow = self.is_shallow()?;
        let before = since.map(|since| format!("^{}", since.as_str()));
        let within = format!(":(top,literal){folder}");
        let mut args = vec![
            "log",
            "--first-parent",
            "--diff-merges=first-parent",
            "--no-renames",
            "--no-ext-diff",
            "--no-textconv",
            "--no-color",
            "--format=%x00%ct %P",
            "--name-only",
            "-z",
            commit.as_str(),
        ];
        args.extend(before.as_deref());
        args.push("--");
        args.extend((!folder.is_empty()).then_some(&*within));
        let (mut changes, mut n_commits) = (BTreeMap::new(), 0);
        // The last commit comes first.
        for (description, files) in records(&self.git.run(&args)?) {
            n_commits += 1;
            let (seconds, parents) = description.split_once(' ').unwrap_or((&description, ""));
            // Where the history is cut off, a commit seems to add all files that there are. Their last change is older.
            let day = seconds
                .parse()
                .ok()
                .and_then(|seconds| Timestamp::from_second(seconds).ok())
                .filter(|_| !(is_shallow && parents.is_empty()));
            for file in files {
                changes.entry(file).or_insert_with(|| day.map(|day| day.to_zoned(TimeZone::UTC).date()));
            }
        }
        Ok(LastDays { days: changes.into_iter().filter_map(|(file, day)| Some((file, day?))).collect(), n_commits })
    }
}

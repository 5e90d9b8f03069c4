//! When files were last changed. Runs `git` once for all of them.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::log::records;
use super::{GitError, Object, Repository};

impl Repository {
    /// The days, in UTC, on which the files below `folder` (with `/` at the end, or empty) were last changed in the branch that ends at `commit`; deleted
    /// files are among them. Paths begin at the root of the repository. The branch is the line of first parents: what a merge brings changed with the merge.
    /// Files whose last change is not known, because a shallow clone cut it off, are left out.
    ///
    /// # Errors
    /// When `git` fails.
    pub fn last_changes(&self, commit: &Object, folder: &str) -> Result<BTreeMap<String, Date>, GitError> {
        let is_shallow = self.is_shallow()?;
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
            "--",
        ];
        args.extend((!folder.is_empty()).then_some(&*within));
        let mut changes = BTreeMap::new();
        // The last commit comes first.
        for (description, files) in records(&self.git.run(&args)?) {
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
        Ok(changes.into_iter().filter_map(|(file, day)| Some((file, day?))).collect())
    }
}

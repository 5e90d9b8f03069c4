//! In which order the files of a content folder came into its git repository, if it is in one, and when they were last changed.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::catalogue::LastChanges;
use crate::rules::History;
use crate::source::ContentPath;
use crate::source::git::{GitError, Object, Repository};

/// The history of a content folder. Git is started when it is asked.
#[derive(Debug)]
pub(super) struct GitHistory {
    content: PathBuf,
    revision: String,
    /// The last answer: the preview asks the same at every save.
    last: Mutex<Option<Answer>>,
    changes: Mutex<Option<(Object, LastChanges)>>,
}

/// When paths came, up to a commit.
#[derive(Debug)]
struct Answer {
    commit: Object,
    paths: Vec<ContentPath>,
    additions: Vec<Option<usize>>,
}

impl GitHistory {
    /// The history of the folder `content` up to `revision`.
    pub(super) fn new(content: &Path, revision: &str) -> Self {
        Self { content: content.to_owned(), revision: revision.to_owned(), last: Mutex::default(), changes: Mutex::default() }
    }

    /// When the files were last changed, by the last commit and no later. Without git, a repository or a commit, nothing is known.
    pub(super) fn last_changes(&self) -> LastChanges {
        self.ask_changes().unwrap_or_default()
    }

    fn ask_changes(&self) -> Result<LastChanges, GitError> {
        let repository = Repository::around(&self.content)?;
        let commit = repository.commit(&self.revision)?;
        let mut last = self.changes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, known)) = last.as_ref().filter(|(known, _)| *known == commit) {
            return Ok(known.clone());
        }
        let prefix = repository.prefix()?;
        let days = repository.last_changes(&commit, &prefix)?.into_iter();
        let changes: LastChanges = days.filter_map(|(file, day)| Some((ContentPath::new(file.strip_prefix(&prefix)?)?, day))).collect();
        *last = Some((commit, changes.clone()));
        Ok(changes)
    }

    fn ask(&self, paths: &[&ContentPath]) -> Result<Vec<Option<usize>>, GitError> {
        let repository = Repository::around(&self.content)?;
        let commit = repository.commit(&self.revision)?;
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = last.as_ref().filter(|known| known.commit == commit && known.paths.iter().eq(paths.iter().copied())) {
            return Ok(known.additions.clone());
        }
        let prefix = repository.prefix()?;
        let names: Vec<String> = paths.iter().map(|path| format!("{prefix}{path}")).collect();
        let known = repository.additions(&commit, &names)?;
        // What is not committed yet comes after everything that is.
        let additions: Vec<_> = names.iter().map(|name| known.get(name).copied().unwrap_or(Some(usize::MAX))).collect();
        *last = Some(Answer { commit, paths: paths.iter().map(|&path| path.clone()).collect(), additions: additions.clone() });
        Ok(additions)
    }
}

impl History for GitHistory {
    /// Without git, a repository or a commit, nothing is known.
    fn additions(&self, paths: &[&ContentPath]) -> Vec<Option<usize>> {
        self.ask(paths).unwrap_or_else(|_| vec![None; paths.len()])
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the test makes a repository")]
mod tests {
    use super::*;

    fn git(folder: &Path, args: &[&str]) {
        let identity = ["-c", "user.name=Test", "-c", "user.email=test@test.example", "-c", "commit.gpgsign=false"];
        let done = std::process::Command::new("git").args(identity).args(args).current_dir(folder).output().expect("git runs");
        assert!(done.status.success(), "{done:?}");
    }

    #[test]
    fn git_is_asked_once_for_each_commit() {
        let scratch = tempfile::tempdir().expect("a scratch folder");
        git(scratch.path(), &["init", "--quiet"]);
        git(scratch.path(), &["commit", "--quiet", "--allow-empty", "--message=One"]);
        let history = GitHistory::new(scratch.path(), "HEAD");
        let path = ContentPath::new("listings/a/listing.yaml").expect("a valid path");
        assert_eq!(history.additions(&[&path]), [Some(usize::MAX)]);
        let remember = |n| history.last.lock().expect("no panic").iter_mut().for_each(|answer| answer.additions = vec![Some(n)]);
        remember(7);
        assert_eq!(history.additions(&[&path]), [Some(7)], "the same commit, the same paths");
        assert_eq!(history.additions(&[&path, &path]), [Some(usize::MAX); 2], "other paths");
        remember(7);
        git(scratch.path(), &["commit", "--quiet", "--allow-empty", "--message=Two"]);
        assert_eq!(history.additions(&[&path, &path]), [Some(usize::MAX); 2], "another commit");
    }
}

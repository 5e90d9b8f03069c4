//! In which order the files of a content folder came into its git repository, if it is in one.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::rules::History;
use crate::source::ContentPath;
use crate::source::git::{GitError, Repository};

/// The history of a content folder. Git is started when it is asked.
#[derive(Debug)]
struct GitHistory {
    content: PathBuf,
    revision: String,
}

/// The history of the folder `content` up to `revision`.
pub(super) fn read(content: &Path, revision: &str) -> Arc<dyn History> {
    Arc::new(GitHistory { content: content.to_owned(), revision: revision.to_owned() })
}

impl GitHistory {
    fn ask(&self, paths: &[&ContentPath]) -> Result<Vec<Option<usize>>, GitError> {
        let repository = Repository::around(&self.content)?;
        let prefix = repository.prefix()?;
        let paths: Vec<String> = paths.iter().map(|path| format!("{prefix}{path}")).collect();
        let additions = repository.additions(&repository.commit(&self.revision)?, &paths)?;
        // What is not committed yet comes after everything that is.
        Ok(paths.iter().map(|path| additions.get(path).copied().unwrap_or(Some(usize::MAX))).collect())
    }
}

impl History for GitHistory {
    /// Without git, a repository or a commit, nothing is known.
    fn additions(&self, paths: &[&ContentPath]) -> Vec<Option<usize>> {
        self.ask(paths).unwrap_or_else(|_| vec![None; paths.len()])
    }
}

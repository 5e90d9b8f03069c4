//! A revision as a content folder.

use std::path::{Component, Path, PathBuf};

use tempfile::TempDir;

use super::WorkspaceError;
use crate::format::FileRole;
use crate::source::git::Repository;

/// Writes the content folder `content`, and what is beside it, as the commit `revision` has them, to a scratch folder; that folder, and the path of the
/// content folder in it and in the repository.
pub(super) fn export(content: &Path, revision: &str) -> Result<(TempDir, String), WorkspaceError> {
    let repository = Repository::around(Path::new("."))?;
    let folder = folder(&repository, content)?;
    let commit = repository.commit(revision)?;
    let beside = folder.trim_end_matches('/').rsplit_once('/').map_or("", |(above, _)| above);
    let beside = ["themes/", "templates/"].map(|name| if beside.is_empty() { name.to_owned() } else { format!("{beside}/{name}") });
    let folders: Vec<String> = if folder.is_empty() { vec![folder.clone()] } else { beside.into_iter().chain([folder.clone()]).collect() };
    let scratch = tempfile::Builder::new().prefix("pressmark-").tempdir()?;
    repository.export(&commit, &folders, scratch.path(), FileRole::LARGEST)?;
    Ok((scratch, folder))
}

/// The content folder as a path from the root of the repository, with `/` at its end.
///
/// # Errors
/// When the content folder is not in the repository.
pub fn folder(repository: &Repository, content: &Path) -> Result<String, WorkspaceError> {
    let mut path: PathBuf = PathBuf::from(repository.prefix()?);
    for component in content.components() {
        match component {
            Component::CurDir => {}
            Component::Normal(name) => path.push(name),
            Component::ParentDir if path.pop() => {}
            _ => return Err(WorkspaceError::Outside(content.to_owned())),
        }
    }
    let text = path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
    Ok(if text.is_empty() { text } else { text + "/" })
}

//! A revision as a content folder, for commands that read one.

use std::error::Error;
use std::path::{Component, Path, PathBuf};

use super::content::Content;
use crate::format::FileRole;
use crate::source::git::Repository;

/// The content folder of a revision, with the themes, templates and messages that belong to it. It is gone when this value is.
pub(super) struct Exported {
    /// Removed with its files when it is dropped.
    _scratch: tempfile::TempDir,
    content: Content,
}

impl Exported {
    /// Reads the content folder `content`, and what is beside it, as the commit `revision` of its repository has them.
    ///
    /// # Errors
    /// When there is no such commit, or its files cannot be written to a scratch folder.
    pub(super) fn new(content: &Path, revision: &str) -> Result<Self, Box<dyn Error>> {
        let repository = Repository::around(Path::new("."))?;
        let folder = folder(&repository, content)?;
        let commit = repository.commit(revision)?;
        let beside = folder.trim_end_matches('/').rsplit_once('/').map_or("", |(above, _)| above);
        let beside = ["themes/", "templates/"].map(|name| if beside.is_empty() { name.to_owned() } else { format!("{beside}/{name}") });
        let folders: Vec<String> =
            if folder.is_empty() { vec![folder.clone()] } else { beside.into_iter().chain([folder.clone()]).collect() };
        let scratch = tempfile::Builder::new().prefix("pressmark-").tempdir()?;
        repository.export(&commit, &folders, scratch.path(), FileRole::LARGEST)?;
        let content = Content { path: scratch.path().join(&folder), in_repository: folder };
        Ok(Self { _scratch: scratch, content })
    }

    /// The temporary content folder.
    pub(super) fn content(&self) -> &Content {
        &self.content
    }
}

/// The content folder as a path from the root of the repository, with `/` at its end.
pub(super) fn folder(repository: &Repository, content: &Path) -> Result<String, Box<dyn Error>> {
    let mut path: PathBuf = PathBuf::from(repository.prefix()?);
    for component in content.components() {
        match component {
            Component::CurDir => {}
            Component::Normal(name) => path.push(name),
            Component::ParentDir if path.pop() => {}
            _ => {
                return Err(format!(
                    "`{}` is not in this repository: give the path of the content folder below the root of the repository",
                    content.display()
                )
                .into());
            }
        }
    }
    let text = path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
    Ok(if text.is_empty() { text } else { text + "/" })
}

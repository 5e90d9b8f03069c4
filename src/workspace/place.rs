//! Where a content folder is: in its repository, and what is next to it.

use std::path::{Component, Path, PathBuf};

/// The usual name of the content folder.
pub(crate) const USUAL: &str = "content";

/// Returns the place of `path` in the repository around it. Without a repository, paths are taken as they were named where the program was started.
pub(super) fn in_repository(path: &Path) -> String {
    let absolute = std::fs::canonicalize(path).or_else(|_| std::path::absolute(path).map(|path| flat(&path))).unwrap_or_default();
    let top = absolute.ancestors().find(|folder| folder.join(".git").exists()).map(Path::to_owned);
    let here = || std::env::current_dir().ok().filter(|here| absolute.starts_with(here) && absolute != *here);
    let below = match top.or_else(here) {
        Some(top) => absolute.strip_prefix(top).unwrap_or(Path::new("")).to_owned(),
        None if absolute.ends_with(USUAL) => USUAL.into(),
        None => PathBuf::new(),
    };
    below.iter().map(|part| format!("{}/", part.to_string_lossy())).collect()
}

/// The parent of the content folder `folder`; the folder itself if it is the top of the repository.
pub(super) fn beside(folder: &Path, in_repository: &str) -> PathBuf {
    match folder.components().next_back() {
        _ if in_repository.is_empty() => folder.to_owned(),
        None | Some(Component::CurDir) => "..".into(),
        Some(Component::ParentDir) => folder.join(".."),
        Some(_) => folder.parent().unwrap_or(Path::new("")).to_owned(),
    }
}

/// `path` without `.` and `..`, by its letters alone: links are not followed.
pub(crate) fn flat(path: &Path) -> PathBuf {
    let mut flat = PathBuf::new();
    for component in path.components() {
        match component {
            Component::ParentDir => drop(flat.pop()),
            Component::CurDir => {}
            other => flat.push(other),
        }
    }
    flat
}

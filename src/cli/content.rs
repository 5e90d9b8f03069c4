//! Where the catalogue is, for a command that was started somewhere inside of it.

use std::path::{Component, Path, PathBuf};

/// The content folder that `given` names. The folder `content`, which needs no naming, is also looked for upwards.
pub(super) fn find(given: &Path) -> PathBuf {
    let depth = std::env::current_dir().map_or(0, |folder| folder.components().count());
    if given != Path::new("content") || given.is_dir() {
        return given.to_owned();
    }
    let above = (1..depth).map(|n| Path::new(&"../".repeat(n)).join("content"));
    above.into_iter().find(|content| content.join("catalogue.yaml").is_file()).unwrap_or_else(|| given.to_owned())
}

/// What `name` is called from the folder `content`, when it is a path that leads there from where the program was started.
pub(super) fn within(content: &Path, name: &str) -> Option<PathBuf> {
    let (file, folder) = (std::path::absolute(name).ok()?, std::path::absolute(content).ok()?);
    flat(&file).strip_prefix(flat(&folder)).map(Path::to_owned).ok()
}

/// `path` without `.` and `..`, by its letters alone: links are not followed.
pub(super) fn flat(path: &Path) -> PathBuf {
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

//! The list in a target of the files that builds wrote to it: the next build removes what is no longer in the site, and nothing else.
#![expect(clippy::disallowed_methods, reason = "this is the edge that writes the site")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::error::WriteError;
use crate::source::ContentPath;

/// The name of the list.
pub(super) const MANIFEST: &str = ".pressmark";

/// The name under which a file arrives in a target that is on another file system than the working folder.
pub(super) const ARRIVING: &str = ".pressmark.new";

/// The files in the list of `target`; `None` when there is no list, because the target is missing or empty.
///
/// # Errors
/// When the target contains files and no list.
pub(super) fn read(target: &Path) -> Result<Option<BTreeSet<String>>, WriteError> {
    let Ok(entries) = fs::read_dir(target) else {
        return if target.exists() { Err(WriteError::NotOurs(target.to_owned())) } else { Ok(None) };
    };
    match fs::read_to_string(target.join(MANIFEST)) {
        Ok(list) => Ok(Some(parse(&list))),
        Err(_) if entries.flatten().all(|entry| entry.file_name() == ARRIVING) => Ok(None),
        Err(_) => Err(WriteError::NotOurs(target.to_owned())),
    }
}

/// The files in the text of a list. A path that could leave the target was not written by us: the list may have been edited.
pub(super) fn parse(list: &str) -> BTreeSet<String> {
    list.lines().filter(|path| ContentPath::new(path).is_some()).map(str::to_owned).collect()
}

/// The text of a list of `files`.
pub(super) fn text(files: &BTreeSet<String>) -> String {
    files.iter().map(|path| format!("{path}\n")).collect()
}

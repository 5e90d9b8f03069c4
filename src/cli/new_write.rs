//! Writes the files of a new listing: all of them or none. An edge; knows no listing.
#![expect(clippy::disallowed_methods, reason = "this is the edge that writes a new listing")]

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use super::save;
use crate::submission::NewFile;

/// Writes `files` below `content`. What was begun is taken away again when one of them cannot be written.
///
/// # Errors
/// When a file is there already and may not be written over, or when a folder cannot be written to.
pub(super) fn write(content: &Path, files: &[NewFile], may_overwrite: bool) -> Result<(), String> {
    let mut begun: Vec<PathBuf> = Vec::new();
    let written = files.iter().try_for_each(|file| {
        let place = content.join(file.path.as_str());
        // A link would lead the text elsewhere: it is never followed, and never in the way of `create_new`.
        let is_file = fs::symlink_metadata(&place).is_ok_and(|found| found.is_file());
        if may_overwrite && is_file {
            return save::over(&place, file.text.as_bytes());
        }
        create(&place, &file.text, &mut begun).map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => format!("`{}` already exists and was left unchanged", place.display()),
            _ => format!("cannot write `{}`: {error}", place.display()),
        })
    });
    if written.is_err() {
        for path in begun.iter().rev() {
            // A folder that was made here is empty by now; anything else stays.
            let _ = fs::remove_file(path).or_else(|_| fs::remove_dir(path));
        }
    }
    written
}

fn create(place: &Path, text: &str, begun: &mut Vec<PathBuf>) -> std::io::Result<()> {
    let mut new_folders: Vec<&Path> = place.ancestors().skip(1).take_while(|folder| !folder.exists()).collect();
    while let Some(folder) = new_folders.pop() {
        fs::create_dir(folder)?;
        begun.push(folder.to_owned());
    }
    let mut file = fs::OpenOptions::new().write(true).create_new(true).open(place)?;
    begun.push(place.to_owned());
    file.write_all(text.as_bytes())
}

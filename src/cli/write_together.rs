//! Writes several files of a catalogue: all of them or none. An edge; knows no package and no listing.
//!
//! Every new file is first written to a folder of its own inside the content folder, hidden from readers of content; then each is moved to its place, and
//! the one that was there is moved to that folder. Where a move fails, all moves before it are made backwards.
#![expect(clippy::disallowed_methods, reason = "this is the edge that writes several files at once")]

use std::collections::BTreeMap;
use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use crate::source::ContentPath;

/// The folder for files on their way, inside the content folder so that moving them is one step.
const STAGING: &str = ".pressmark-new";

/// Writes `files` below `content`; those without bytes are removed.
///
/// # Errors
/// When something cannot be written or moved; all files are then as they were.
pub(super) fn write(content: &Path, files: &BTreeMap<ContentPath, Option<Vec<u8>>>) -> Result<(), String> {
    let staging = content.join(STAGING);
    fs::create_dir(&staging).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            format!("`{}` is left of a command that was interrupted: move the files in it back, or remove it", staging.display())
        }
        _ => format!("cannot write to `{}`: {error}", content.display()),
    })?;
    let mut moves = Moves { staging: &staging, done: Vec::new() };
    let written = moves.stage(files).and_then(|()| {
        files.iter().enumerate().try_for_each(|(n, (path, bytes))| moves.put(n, &content.join(path.as_str()), bytes.is_some()))
    });
    if let Err(why) = written {
        return Err(match moves.undo() {
            Ok(()) => format!("{why}; nothing was written"),
            Err(error) => format!("{why}; and not all files could be moved back from `{}`: {error}", staging.display()),
        });
    }
    for (path, _) in files.iter().filter(|(_, bytes)| bytes.is_none()) {
        // A folder that is empty now goes with its last file; one that is not stays.
        let place = content.join(path.as_str());
        let _ = place.ancestors().skip(1).take_while(|folder| *folder != content).try_for_each(fs::remove_dir);
    }
    fs::remove_dir_all(&staging).map_err(|error| format!("everything was written, but `{}` cannot be removed: {error}", staging.display()))
}

/// Moves the folder `from` to `to`, which is not there yet, and writes `files`, all below `content`.
///
/// # Errors
/// As [`write`], or when the folder cannot be moved; everything is then as it was.
pub(super) fn move_and_write(content: &Path, from: &str, to: &str, files: &BTreeMap<ContentPath, Option<Vec<u8>>>) -> Result<(), String> {
    let [old, new] = [from, to].map(|folder| content.join(folder));
    let failed = |error: std::io::Error| format!("cannot move `{}` to `{}`: {error}", old.display(), new.display());
    if fs::symlink_metadata(&new).is_ok() {
        return Err(format!("`{}` is there already", new.display()));
    }
    fs::rename(&old, &new).map_err(failed)?;
    write(content, files).map_err(|why| match fs::rename(&new, &old) {
        Ok(()) => why,
        Err(error) => format!("{why}; and `{}` could not be moved back: {error}", new.display()),
    })
}

/// What has been done so far.
struct Moves<'run> {
    staging: &'run Path,
    done: Vec<Step>,
}

/// One step, by what it is undone with.
enum Step {
    /// A folder was made.
    Folder(PathBuf),
    /// The file that was there was moved away, to the second path.
    Away(PathBuf, PathBuf),
    /// A file was moved here.
    Here(PathBuf),
}

impl Moves<'_> {
    /// Writes every new file into the staging folder, by its number.
    fn stage(&self, files: &BTreeMap<ContentPath, Option<Vec<u8>>>) -> Result<(), String> {
        for (n, bytes) in files.values().enumerate() {
            let Some(bytes) = bytes else { continue };
            let place = self.staging.join(format!("new-{n}"));
            let file = fs::OpenOptions::new().write(true).create_new(true).open(&place);
            file.and_then(|mut file| file.write_all(bytes)).map_err(|error| format!("cannot write `{}`: {error}", place.display()))?;
        }
        Ok(())
    }

    /// Moves the new file with the number `n` to `place`, and the one that is there away.
    fn put(&mut self, n: usize, place: &Path, has_bytes: bool) -> Result<(), String> {
        self.try_put(n, place, has_bytes).map_err(|error| format!("cannot write `{}`: {error}", place.display()))
    }

    fn try_put(&mut self, n: usize, place: &Path, has_bytes: bool) -> std::io::Result<()> {
        let new = self.staging.join(format!("new-{n}"));
        match fs::symlink_metadata(place) {
            // A link would lead elsewhere, and a folder is no file: it was put there after the check.
            Ok(found) if !found.is_file() => return Err(std::io::Error::other("it is not a regular file")),
            Ok(found) => {
                if has_bytes {
                    fs::set_permissions(&new, found.permissions())?;
                }
                let old = self.staging.join(format!("old-{n}"));
                fs::rename(place, &old)?;
                self.done.push(Step::Away(place.to_owned(), old));
            }
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            Err(_) => {
                let mut new_folders: Vec<&Path> = place.ancestors().skip(1).take_while(|folder| !folder.exists()).collect();
                while let Some(folder) = new_folders.pop() {
                    fs::create_dir(folder)?;
                    self.done.push(Step::Folder(folder.to_owned()));
                }
            }
        }
        if has_bytes {
            fs::rename(&new, place)?;
            self.done.push(Step::Here(place.to_owned()));
        }
        Ok(())
    }

    /// Undoes every step, the last one first, and removes the staging folder.
    fn undo(&mut self) -> std::io::Result<()> {
        while let Some(step) = self.done.pop() {
            match step {
                Step::Folder(folder) => fs::remove_dir(folder)?,
                Step::Away(place, old) => fs::rename(old, place)?,
                Step::Here(place) => fs::remove_file(place)?,
            }
        }
        fs::remove_dir_all(self.staging)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(files: &[(&str, Option<&str>)]) -> BTreeMap<ContentPath, Option<Vec<u8>>> {
        let file = |(path, text): &(&str, Option<&str>)| {
            (ContentPath::new(path).expect("a valid path"), text.map(|text| text.as_bytes().to_vec()))
        };
        files.iter().map(file).collect()
    }

    #[test]
    fn an_import_that_fails_in_the_middle_leaves_everything_as_it_was() {
        let scratch = tempfile::tempdir().expect("a scratch folder");
        fs::create_dir_all(scratch.path().join("a/z.txt")).expect("a folder where a file should go");
        fs::write(scratch.path().join("a/old.txt"), "old").expect("a file");
        let failed = write(scratch.path(), &files(&[("a/b/new.txt", Some("new")), ("a/old.txt", Some("newer")), ("a/z.txt", Some("z"))]));
        assert!(failed.is_err_and(|why| why.contains("not a regular file")));
        assert_eq!(fs::read_to_string(scratch.path().join("a/old.txt")).expect("a file"), "old");
        assert!(!scratch.path().join("a/b").exists() && !scratch.path().join(STAGING).exists());
    }

    #[test]
    fn files_are_written_replaced_and_removed_together() {
        let scratch = tempfile::tempdir().expect("a scratch folder");
        fs::create_dir_all(scratch.path().join("a/gone")).expect("a folder");
        fs::write(scratch.path().join("a/old.txt"), "old").expect("a file");
        fs::write(scratch.path().join("a/gone/x.txt"), "x").expect("a file");
        let done = write(scratch.path(), &files(&[("a/b/new.txt", Some("new")), ("a/gone/x.txt", None), ("a/old.txt", Some("newer"))]));
        assert_eq!(done, Ok(()));
        assert_eq!(fs::read_to_string(scratch.path().join("a/old.txt")).expect("a file"), "newer");
        assert_eq!(fs::read_to_string(scratch.path().join("a/b/new.txt")).expect("a file"), "new");
        assert!(!scratch.path().join("a/gone").exists() && !scratch.path().join(STAGING).exists());
    }

    #[test]
    fn a_folder_that_was_moved_is_moved_back_when_a_file_cannot_be_written() {
        let scratch = tempfile::tempdir().expect("a scratch folder");
        fs::create_dir_all(scratch.path().join("a/z.txt")).expect("a folder where a file should go");
        fs::write(scratch.path().join("a/x.txt"), "x").expect("a file");
        let failed = move_and_write(scratch.path(), "a", "b", &files(&[("b/x.txt", Some("y")), ("b/z.txt", Some("z"))]));
        assert!(failed.is_err_and(|why| why.contains("not a regular file")));
        assert_eq!(fs::read_to_string(scratch.path().join("a/x.txt")).expect("a file"), "x");
        assert!(!scratch.path().join("b").exists());
        fs::create_dir(scratch.path().join("b")).expect("a folder");
        assert!(move_and_write(scratch.path(), "a", "b", &files(&[])).is_err_and(|why| why.contains("is there already")));
    }

    #[test]
    fn an_interrupted_import_is_not_written_over() {
        let scratch = tempfile::tempdir().expect("a scratch folder");
        fs::create_dir(scratch.path().join(STAGING)).expect("a folder");
        let refused = write(scratch.path(), &files(&[("a.txt", Some("a"))]));
        assert!(refused.is_err_and(|why| why.contains("interrupted")));
        assert!(!scratch.path().join("a.txt").exists());
    }
}

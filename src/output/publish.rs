//! From a stage to a target in which visitors look around all the while, in an order in which no reference ever leads nowhere: what is new, with its pages last;
//! then what takes the place of a file or folder that is gone; then what changed, with its pages last; and when no page refers to it any more, what is gone.
//!
//! Each step can be taken again, so that a run that was killed is finished by the next one.
#![expect(clippy::disallowed_methods, reason = "this is the edge that writes the site")]

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::changes::Changes;
use super::compress::Encoding;
use super::error::{WriteError, refused};
use super::manifest::{self, ARRIVING, MANIFEST};
use super::stage::{Stage, Staged};
use super::workplace::Workplace;

/// What a publication works with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Publication<'run> {
    /// The folder of the site.
    pub(super) target: &'run Path,
    /// The files that builds wrote to it.
    pub(super) before: &'run BTreeSet<String>,
    /// The files of the new site.
    pub(super) files: &'run BTreeSet<String>,
    /// The new files that are not in the target yet.
    pub(super) stage: &'run Stage,
    /// The working folder.
    pub(super) workplace: &'run Workplace,
    /// What makes the changes.
    pub(super) changes: &'run Changes,
}

/// What is to be moved.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// The folders of the stage that are in the target already.
    ready: BTreeSet<String>,
    /// The files, in the order in which they are moved.
    moves: Vec<Move>,
}

/// One file: when it is moved, whether it is a page, and its path.
type Move = (Moment, bool, String);

/// When a file is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Moment {
    /// Nothing has its path: nothing refers to it yet.
    New,
    /// A folder of files that are gone has its path, or such a file that of its folder: no page should refer to those any more.
    Swapped,
    /// A file has its path.
    Changed,
}

/// What is at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    Nothing,
    File,
    Folder,
}

impl Publication<'_> {
    /// Plans the moves. Changes nothing.
    ///
    /// # Errors
    /// When a file that no build wrote is in the way.
    pub(super) fn plan(&self, staged: Staged) -> Result<Plan, WriteError> {
        let mut plan = Plan::default();
        let mut blocked = Vec::new();
        for path in staged.folders {
            match at_folder(&self.target.join(&path)) {
                At::Folder => drop(plan.ready.insert(path)),
                At::File if self.before.contains(&path) => blocked.push(format!("{path}/")),
                At::File => return Err(WriteError::InTheWay(self.target.join(path))),
                At::Nothing => {}
            }
        }
        for path in staged.files {
            let moment = match at(&self.target.join(&path)) {
                At::Nothing if blocked.iter().any(|folder| path.starts_with(folder)) => Moment::Swapped,
                At::Nothing => Moment::New,
                At::File if self.is_ours(&path) => Moment::Changed,
                At::File => return Err(WriteError::InTheWay(self.target.join(path))),
                At::Folder => {
                    self.find_foreign(&path)?;
                    Moment::Swapped
                }
            };
            plan.moves.push((moment, is_page(&path), path));
        }
        plan.moves.sort_unstable();
        Ok(plan)
    }

    /// Takes all steps. Returns how many files were removed.
    ///
    /// # Errors
    /// When the operating system refuses one of them. What was done stays, and the working folder must stay, too: the next run goes on.
    pub(super) fn run(&self, plan: Plan) -> Result<usize, WriteError> {
        // Should the working folder get lost, the next build still finds every file that may be in the target.
        let all = self.before.iter().chain(self.files).cloned().chain([ARRIVING.to_owned()]).collect();
        self.write_manifest(&all)?;
        let mut n_removed = 0;
        let Plan { mut ready, moves } = plan;
        for (moment, _, path) in moves {
            if let Some((folder, _)) = path.rsplit_once('/') {
                n_removed += self.prepare(folder, &mut ready)?;
            }
            if moment == Moment::Swapped {
                n_removed += self.remove_below(&path)?;
            }
            self.arrive(&self.stage.folder().join(&path), &path)?;
        }
        let mut gone: Vec<(bool, &String)> = all.difference(self.files).map(|path| (!is_page(path), path)).collect();
        gone.sort_unstable();
        for (_, path) in gone {
            n_removed += usize::from(self.remove(path)? && path != ARRIVING);
            self.remove_empty_folders(path);
        }
        self.write_manifest(self.files)?;
        Ok(n_removed)
    }

    /// Whether builds wrote the file at `path`. A compressed copy of a file of the site is of no use to anyone else.
    fn is_ours(&self, path: &str) -> bool {
        let original = path.rsplit_once('.').filter(|(_, ending)| is_encoding(ending)).map(|(original, _)| original);
        self.before.contains(path) || original.is_some_and(|original| self.files.contains(original))
    }

    /// Looks for a file below the folder at `path` that no build wrote.
    fn find_foreign(&self, path: &str) -> Result<(), WriteError> {
        let folder = self.target.join(path);
        for entry in fs::read_dir(&folder).map_err(refused("list", &folder))? {
            let entry = entry.map_err(refused("list", &folder))?;
            let path = format!("{path}/{}", entry.file_name().to_string_lossy());
            if entry.file_type().map_err(refused("list", &folder))?.is_dir() {
                self.find_foreign(&path)?;
            } else if !self.before.contains(&path) {
                return Err(WriteError::InTheWay(self.target.join(path)));
            }
        }
        Ok(())
    }

    /// Makes sure that there is a folder at `path`. Returns how many files had its place.
    fn prepare(&self, path: &str, ready: &mut BTreeSet<String>) -> Result<usize, WriteError> {
        if ready.contains(path) {
            return Ok(0);
        }
        let mut n_removed = path.rsplit_once('/').map_or(Ok(0), |(above, _)| self.prepare(above, ready))?;
        let place = self.target.join(path);
        if self.before.contains(path) && at_folder(&place) == At::File {
            self.changes.remove_file(&place).map_err(refused("remove", &place))?;
            n_removed += 1;
        }
        self.changes.create_folders(&place).map_err(refused("create", &place))?;
        ready.insert(path.to_owned());
        Ok(n_removed)
    }

    /// Removes the folder at `path` with the files that builds wrote to it. Returns how many these were.
    fn remove_below(&self, path: &str) -> Result<usize, WriteError> {
        let place = self.target.join(path);
        if at(&place) != At::Folder {
            return Ok(0);
        }
        let folder = format!("{path}/");
        let mut n_removed = 0;
        for path in self.before.range(folder.clone()..).take_while(|path| path.starts_with(&folder)) {
            n_removed += usize::from(self.remove(path)?);
        }
        self.remove_folders(&place).map_err(refused("remove", &place))?;
        Ok(n_removed)
    }

    /// Removes a folder in which there is nothing but folders.
    fn remove_folders(&self, folder: &Path) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                self.remove_folders(&entry.path())?;
            }
        }
        self.changes.remove_folder(folder)
    }

    /// Moves the file `from` to `path` in the target.
    fn arrive(&self, from: &Path, path: &str) -> Result<(), WriteError> {
        let place = self.target.join(path);
        let moved = match self.changes.rename(from, &place) {
            Err(error) if error.kind() == ErrorKind::CrossesDevices => self.carry(from, &place),
            moved => moved,
        };
        moved.map_err(refused("move into place", &place))
    }

    /// Moves a file to another file system: no one sees half of it there either.
    fn carry(&self, from: &Path, place: &Path) -> io::Result<()> {
        let beside = self.target.join(ARRIVING);
        self.changes.write(&beside, &fs::read(from)?)?;
        self.changes.rename(&beside, place)?;
        self.changes.remove_file(from)
    }

    /// Puts the list of `files` in its place.
    fn write_manifest(&self, files: &BTreeSet<String>) -> Result<(), WriteError> {
        let list = self.workplace.list();
        self.changes.write(&list, manifest::text(files).as_bytes()).map_err(refused("write", &list))?;
        self.arrive(&list, MANIFEST)
    }

    /// Removes the file at `path`; whether it was there. What has become a folder is no file of ours.
    fn remove(&self, path: &str) -> Result<bool, WriteError> {
        let place = self.target.join(path);
        match self.changes.remove_file(&place) {
            Ok(()) => Ok(true),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) || at(&place) == At::Folder => Ok(false),
            Err(error) => Err(refused("remove", &place)(error)),
        }
    }

    /// Removes the folders above a removed file, as far up as they are empty.
    fn remove_empty_folders(&self, gone: &str) {
        let mut folder = Path::new(gone).parent();
        while let Some(path) = folder.filter(|path| !path.as_os_str().is_empty()) {
            // One that is not there may have been removed before the run was killed.
            match self.changes.remove_folder(&self.target.join(path)) {
                Err(error) if error.kind() != ErrorKind::NotFound => return,
                _ => folder = path.parent(),
            }
        }
    }
}

/// What is at `place`, where a file is to be. A link is no folder: it is replaced.
fn at(place: &Path) -> At {
    match fs::symlink_metadata(place) {
        Ok(found) if found.is_dir() => At::Folder,
        Ok(_) => At::File,
        Err(_) => At::Nothing,
    }
}

/// What is at `place`, where a folder is to be. A link to a folder is one.
fn at_folder(place: &Path) -> At {
    if place.is_dir() { At::Folder } else { at(place) }
}

/// Whether the file at `path` is a page, or a compressed copy of one.
fn is_page(path: &str) -> bool {
    let original = path.rsplit_once('.').filter(|(_, ending)| is_encoding(ending)).map_or(path, |(original, _)| original);
    original.rsplit_once('.').is_some_and(|(_, ending)| ending == "html")
}

fn is_encoding(ending: &str) -> bool {
    Encoding::ALL.iter().any(|encoding| encoding.ending() == ending)
}

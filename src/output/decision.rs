//! The moment from which a build is finished whatever happens, by itself or by the next run: its list of files is in the working folder. Before that, nothing in
//! the target has changed, and the next run discards what is there.
#![expect(clippy::disallowed_methods, reason = "this is the edge that writes the site")]

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::changes::Changes;
use super::error::{WriteError, refused};
use super::manifest;
use super::publish::Publication;
use super::stage::Stage;
use super::workplace::Workplace;

/// Decides on the site of `files`, whose new files are all in the stage of `workplace`.
///
/// # Errors
/// When the list cannot be written; nothing is then decided.
pub(super) fn decide(files: &BTreeSet<String>, workplace: &Workplace, changes: &Changes) -> Result<(), WriteError> {
    let (list, place) = (workplace.list(), workplace.decided());
    changes.write(&list, manifest::text(files).as_bytes()).map_err(refused("write", &list))?;
    changes.rename(&list, &place).map_err(refused("write", &place))
}

/// Finishes the build before this one if it was decided on and killed, and removes what is left of it.
///
/// # Errors
/// When it cannot be finished: its working folder stays.
pub(super) fn finish_former(target: &Path, workplace: &Workplace, changes: &Changes) -> Result<(), WriteError> {
    let place = workplace.decided();
    let files = match fs::read_to_string(&place) {
        Ok(list) => manifest::parse(&list),
        Err(error) if error.kind() == ErrorKind::NotFound => return workplace.clear(changes),
        Err(error) => return Err(refused("read", &place)(error)),
    };
    let stage = Stage::new(workplace.site());
    let staged = stage.list()?;
    let before = manifest::read(target)?;
    // The list of the target is the first file that changes. Where there is none although files have been moved, someone has removed the site.
    let can_finish = before.is_some() || (target.is_dir() && staged.files.len() == files.len());
    if can_finish {
        let before = before.unwrap_or_default();
        let publication = Publication { target, before: &before, files: &files, stage: &stage, workplace, changes };
        let finished = publication.plan(staged).and_then(|plan| publication.run(plan));
        finished.map_err(|error| WriteError::Unfinished(target.to_owned(), Box::new(error)))?;
    }
    workplace.clear(changes)
}

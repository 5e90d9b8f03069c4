//! The fixes that a forge can offer beside the lines of a submission. Knows which lines the submission wrote; knows no forge's interface.

use std::collections::BTreeMap;

use super::Revisions;
use crate::diagnostic::{Report, Sources, Suggestion, Syntax, suggestions};
use crate::source::ContentPath;
use crate::source::git::{GitError, Object, Repository, WrittenLines};

/// The most offers. More fixes are in the comment, and `check --fix` applies all.
const MOST_OFFERS: usize = 20;
/// Files that are compared line by line, at most.
const MOST_FILES: usize = 50;

/// The fixes of `report` that are on lines which were written between `origin`, where the submission begins, and its head: a forge takes comments on no
/// others. `sources` put the content folder, from the root of the repository, before every path.
///
/// # Errors
/// When `git` fails.
pub fn offers<'run>(
    repository: &Repository,
    revisions: &Revisions,
    origin: &Object,
    (report, sources): (&'run Report, &Sources<'run>),
    syntax: Syntax,
) -> Result<Vec<Suggestion>, GitError> {
    let mut written: BTreeMap<String, WrittenLines> = BTreeMap::new();
    let mut offers = Vec::new();
    for suggestion in suggestions(report, sources, syntax) {
        let Some(path) = suggestion.path.strip_prefix(sources.prefix).and_then(ContentPath::new) else { continue };
        // What looks like a key is nowhere repeated, and its file is no place for other comments before it is gone.
        let has_key = revisions.after.document(path.as_str()).is_none_or(|document| !document.secrets.is_empty());
        if offers.len() == MOST_OFFERS {
            break;
        }
        if has_key || (written.len() == MOST_FILES && !written.contains_key(&suggestion.path)) {
            continue;
        }
        if !written.contains_key(&suggestion.path) {
            let lines = repository.written_lines(origin, &revisions.head, &suggestion.path)?;
            written.insert(suggestion.path.clone(), lines);
        }
        let lines = &written[&suggestion.path];
        // Lines were counted in what merging gives: that has to be the submission's own file.
        let is_same = lines.object.as_ref().is_some_and(|object| revisions.trees[1].files.get(&path) == Some(object));
        if is_same && lines.hold(suggestion.first_line, suggestion.last_line) {
            offers.push(suggestion);
        }
    }
    Ok(offers)
}

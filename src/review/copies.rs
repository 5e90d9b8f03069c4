//! READMEs of new listings that another listing has already, word for word or nearly. The READMEs of listings for the same app are read for that, and of
//! all others only whether they are the same to the byte.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use crate::catalogue::{ChangedFiles, FileChange, RawCatalogue};
use crate::format::FileRole;
use crate::rules::{is_nearly, words};
use crate::source::ContentPath;
use crate::source::git::{GitError, Object, Repository, Tree};

/// READMEs that are read to be compared, at most.
const MAX_READ: usize = 200;
/// Words in a row that are compared as one.
const N_WORDS: usize = 5;
/// Rows of words that a README has to have, so that sharing them is no chance.
const MIN_ROWS: usize = 30;

/// The new READMEs among `files` that say what one at the base says: with the path of that one. Drafts and trees are those before and after.
///
/// # Errors
/// When `git` fails.
pub(super) fn copies(
    repository: &Repository,
    files: &ChangedFiles,
    [before, after]: [&RawCatalogue; 2],
    [old, new]: [&Tree; 2],
) -> Result<BTreeMap<ContentPath, ContentPath>, GitError> {
    let is_readme = |path: &&ContentPath| path.role() == FileRole::Readme;
    let is_new = |path: &&ContentPath| files.content.get(*path) == Some(&FileChange::Added);
    let added: Vec<&ContentPath> = files.content.keys().filter(is_readme).filter(is_new).collect();
    if added.is_empty() {
        return Ok(BTreeMap::new());
    }
    let mut first: HashMap<&str, &ContentPath> = HashMap::new();
    for (path, object) in old.files.iter().filter(|(path, _)| is_readme(path)) {
        first.entry(object.as_str()).or_insert(path);
    }
    let same = |path: &ContentPath| first.get(new.files.get(path)?.as_str()).map(|same| (path.clone(), (*same).clone()));
    let mut found: BTreeMap<ContentPath, ContentPath> = added.iter().filter_map(|path| same(path)).collect();
    let app = |raw: &RawCatalogue, slug: &str| raw.listing(slug).and_then(|listing| listing.file.app.get().cloned());
    let asked: Vec<(&ContentPath, Box<str>)> = added
        .iter()
        .filter(|path| !found.contains_key(**path))
        .filter_map(|path| Some((*path, app(after, path.listing_slug()?)?)))
        .collect();
    let apps: BTreeSet<&str> = asked.iter().map(|(_, app)| &**app).collect();
    let of_apps = before.listings().filter(|listing| listing.file.app.get().is_some_and(|app| apps.contains(&**app)));
    let readmes = of_apps.filter_map(|listing| FileRole::Readme.path(listing.slug));
    let readmes: Vec<(ContentPath, &Object)> =
        readmes.filter_map(|path| Some((path.clone(), old.files.get(&path)?))).take(MAX_READ).collect();
    let wanted: BTreeSet<(Object, u64)> = readmes.iter().map(|(path, object)| ((*object).clone(), path.role().limit())).collect();
    let wanted: Vec<(Object, u64)> = wanted.into_iter().collect();
    let blobs = repository.blobs(&wanted)?;
    let known: Vec<(&ContentPath, HashSet<u64>)> = readmes
        .iter()
        .filter_map(|(path, object)| Some((path, rows(&String::from_utf8_lossy(blobs.get(*object)?.as_ref().ok()?)))))
        .collect();
    for (path, _) in asked {
        let own = rows(after.text(path).unwrap_or_default());
        let like = known.iter().find(|(_, other)| {
            let n_common = own.intersection(other).count();
            own.len() >= MIN_ROWS && is_nearly(n_common, own.len(), other.len())
        });
        found.extend(like.map(|(same, _)| (path.clone(), (*same).clone())));
    }
    Ok(found)
}

/// Every few words in a row of `text`, as numbers.
fn rows(text: &str) -> HashSet<u64> {
    let words: Vec<String> = words(text).collect();
    let number = |row: &[String]| {
        let mut hasher = DefaultHasher::new();
        row.hash(&mut hasher);
        hasher.finish()
    };
    words.windows(N_WORDS).map(number).collect()
}

//! What git says has changed, as files of the catalogue and others, and whether it is more than is reviewed at once. Every path that is not the same is
//! named: what is no file of the catalogue is outside of it.

use std::collections::BTreeSet;

use crate::catalogue::{ChangedFiles, FileChange, Unusual};
use crate::diagnostic::counted;
use crate::format::FileRole;
use crate::source::ContentPath;
use crate::source::git::{Entry, FileKind, GitError, Repository, Touched};

/// Files, listings and nested folders of one change that are reviewed at once: what a review takes a few seconds for. `tests/bench/review` measures it.
const MAX_FILES: usize = 5_000;
const MAX_LISTINGS: usize = 500;
const MAX_DEPTH: usize = 32;
/// Bytes of the files of one change that are small enough to be read.
const MAX_BYTES: u64 = 128 * 1024 * 1024;

const SPLIT: &str = "split it into smaller changes";

/// A limit that a change exceeds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excess {
    /// The limit that is exceeded, in a sentence.
    pub said: String,
    /// The help.
    pub help: &'static str,
}

/// The limits that a change of `touched`, with the content in `folder`, exceeds.
pub(super) fn excess(touched: &[Touched], folder: &str) -> Vec<Excess> {
    let mut found = Vec::new();
    if touched.len() > MAX_FILES {
        found.push(Excess {
            said: format!("the change touches {}; the limit for a review is {MAX_FILES}", counted(touched.len(), "file")),
            help: SPLIT,
        });
    }
    let slug = |touched: &Touched| {
        let path = ContentPath::new(String::from_utf8_lossy(&touched.path).strip_prefix(folder)?)?;
        path.listing_slug().map(str::to_owned)
    };
    let n_listings = touched.iter().filter_map(slug).collect::<BTreeSet<_>>().len();
    if n_listings > MAX_LISTINGS {
        found.push(Excess {
            said: format!("the change touches {}; the limit for a review is {MAX_LISTINGS}", counted(n_listings, "listing")),
            help: SPLIT,
        });
    }
    let depth = touched.iter().map(|touched| touched.path.iter().filter(|&&byte| byte == b'/').count()).max().unwrap_or_default();
    if depth > MAX_DEPTH {
        let said = format!("a file is {depth} folders deep; the limit for a review is {MAX_DEPTH}");
        found.push(Excess { said, help: "move the file to a higher folder" });
    }
    found
}

/// The limit in bytes, if the files that `touched` leaves behind exceed it. One that is too large to be read does not count: it is reported by its size.
///
/// # Errors
/// When `git` fails.
pub(super) fn excess_in_bytes(repository: &Repository, touched: &[Touched]) -> Result<Option<Excess>, GitError> {
    let objects: Vec<_> =
        touched.iter().filter_map(|touched| touched.sides[1].as_ref()).filter(|entry| entry.kind != FileKind::Submodule).collect();
    let sizes = repository.sizes(objects.iter().map(|entry| &entry.object))?;
    let n_bytes: u64 = sizes.into_iter().flatten().filter(|size| *size <= FileRole::LARGEST).sum();
    Ok((n_bytes > MAX_BYTES).then(|| Excess {
        said: format!("the files of the change have {} MB; the limit for a review is {} MB", n_bytes >> 20, MAX_BYTES >> 20),
        help: SPLIT,
    }))
}

/// The files that are not the same, of `touched` paths from the root of the repository, with the content in `folder`.
pub(super) fn changed_files(touched: &[Touched], folder: &str) -> ChangedFiles {
    let mut files = ChangedFiles::default();
    for touched in touched {
        let path = String::from_utf8_lossy(&touched.path).into_owned();
        let unusual = unusual(touched, &path);
        let below = path.strip_prefix(folder).filter(|below| !below.starts_with('.')).and_then(ContentPath::new);
        let below = below.filter(|path| !folder.is_empty() || path.is_content());
        let name = below.as_ref().map_or(path.as_str(), ContentPath::as_str);
        files.unusual.extend(unusual.into_iter().map(|what| (name.to_owned(), what)));
        match below {
            Some(below) => {
                let bytes = touched.sides.each_ref().map(|side| side.as_ref().map(id));
                files.bytes.insert(below.clone(), bytes);
                // Of two names that are not UTF-8, the second one must not hide the first.
                let change = change(touched);
                files.content.entry(below).and_modify(|known| *known = FileChange::Altered).or_insert(change);
            }
            None => files.outside.push(path),
        }
    }
    files.outside.sort();
    files.unusual.sort();
    files
}

/// Returns a key for the bytes of `entry`: a link and a file that contains its target are two things.
fn id(entry: &Entry) -> Box<str> {
    let kind = match entry.kind {
        FileKind::File | FileKind::Executable => "file",
        FileKind::Link => "link",
        FileKind::Submodule => "submodule",
    };
    format!("{kind} {}", entry.object).into()
}

fn change(touched: &Touched) -> FileChange {
    match &touched.sides {
        [None, _] => FileChange::Added,
        [_, None] => FileChange::Gone,
        _ if touched.has_same_bytes() => FileChange::Mode,
        _ => FileChange::Altered,
    }
}

/// Why a file is not read like any other.
fn unusual(touched: &Touched, path: &str) -> Vec<Unusual> {
    let is_said = [
        (touched.is(FileKind::Link), Unusual::Link),
        (touched.is(FileKind::Submodule), Unusual::Submodule),
        (touched.is(FileKind::Executable), Unusual::Executable),
        (std::str::from_utf8(&touched.path).is_err(), Unusual::NameNotUtf8),
    ];
    let by_entry = is_said.into_iter().filter_map(|(is, what)| is.then_some(what));
    Unusual::of_path(path).into_iter().chain(by_entry).collect()
}

//! Fetches the files of a site into a folder. An edge: it touches files and asks a server. What is there with the right bytes is not fetched again, so that a run
//! goes on where another one ended.
#![expect(clippy::disallowed_methods, reason = "this is the edge that writes a mirror")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::list::{MAX_FILE, OWN, Plan, add};
use crate::contract::{self, FileFacts, Files};
use crate::http::{HttpError, Remote};
use crate::site::encoded;
use crate::source::ContentPath;

/// Bytes of the list of files or of a part of it, at most.
const MAX_LIST: u64 = MAX_FILE;

/// Parts of the list, at most.
const MAX_PARTS: usize = 1000;

/// Files that are fetched at the same time.
const N_WORKERS: usize = 4;

/// Failed files after which a run ends.
const MAX_FAILED: usize = 50;

/// Why there is no mirror.
#[derive(Debug, thiserror::Error)]
pub enum MirrorError {
    /// The list of files could not be fetched.
    #[error("{0}; the site must be built by a version of pressmark that lists its files")]
    NoList(HttpError),
    /// A part of the list could not be fetched.
    #[error(transparent)]
    NoPart(#[from] HttpError),
    /// The list is not one.
    #[error("`{0}` {1}")]
    Unreadable(String, contract::Unreadable),
    /// The list asks for what is not done.
    #[error("nothing was fetched: {0}")]
    Refused(String),
    /// The folder contains something else.
    #[error("`{}` is not empty and is not a mirror: choose another folder, or empty this one", .0.display())]
    NotOurs(PathBuf),
    /// The folder contains the mirror of another site.
    #[error("`{folder}` is a mirror of {1}: choose another folder for this site", folder = .0.display())]
    OtherSite(PathBuf, String),
    /// A file or folder cannot be written.
    #[error("cannot write `{file}`: {1}", file = .0.display())]
    Write(PathBuf, io::Error),
}

/// What a run did.
#[derive(Debug, Default)]
pub struct Mirrored {
    /// Files of the site.
    pub n_files: usize,
    /// Files that were fetched.
    pub n_fetched: usize,
    /// Bytes that were fetched.
    pub n_bytes: u64,
    /// Files that are no longer part of the site and were removed.
    pub n_removed: usize,
    /// The files that are missing or wrong, and why; in order. The run ends early when there are too many.
    pub failed: Vec<String>,
}

/// Makes the folder `out` a copy of the site of `remote`. `progress` receives the number of files that are done and of all.
///
/// # Errors
/// When the list of files cannot be read or is refused, or when the folder cannot be used. A single file that fails is a part of the result.
pub fn mirror(remote: &Remote, out: &Path, progress: &(dyn Fn(usize, usize) + Sync)) -> Result<Mirrored, MirrorError> {
    let (plan, documents) = fetch_list(remote)?;
    prepare(out, remote)?;
    let before = old_plan(out);
    let files: Vec<(&ContentPath, &FileFacts)> = plan.iter().collect();
    let (next, n_done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let result = Mutex::new(Mirrored { n_files: files.len(), ..Mirrored::default() });
    thread::scope(|scope| {
        for n in 0..N_WORKERS.min(files.len()) {
            let (files, next, n_done, result) = (&files, &next, &n_done, &result);
            scope.spawn(move || {
                while let Some((path, facts)) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let fetched = keep(remote, out, n, path, facts);
                    let mut result = result.lock().unwrap_or_else(PoisonError::into_inner);
                    match fetched {
                        Ok(false) => {}
                        Ok(true) => {
                            result.n_fetched += 1;
                            result.n_bytes += facts.0;
                        }
                        Err(why) => result.failed.push(why),
                    }
                    if result.failed.len() >= MAX_FAILED {
                        return;
                    }
                    drop(result);
                    progress(n_done.fetch_add(1, Ordering::Relaxed) + 1, files.len());
                }
            });
        }
    });
    let mut result = result.into_inner().unwrap_or_else(PoisonError::into_inner);
    result.failed.sort();
    if result.failed.is_empty() {
        // The list comes last: it says that everything in it is there.
        for (path, bytes) in &documents {
            place(out, 0, path, bytes)?;
        }
        let is_stale = |path: &&ContentPath| !plan.contains_key(*path) && documents.iter().all(|(own, _)| own != *path);
        result.n_removed = before.iter().filter(is_stale).filter(|path| remove(out, path)).count();
    }
    Ok(result)
}

type Documents = Vec<(ContentPath, Vec<u8>)>;

/// The files of the site, and the documents that list them.
fn fetch_list(remote: &Remote) -> Result<(Plan, Documents), MirrorError> {
    let refused = |why: String| MirrorError::Refused(why);
    let read = |path: &str, bytes: &[u8]| {
        contract::read::<Files>(bytes).map_err(|why| MirrorError::Unreadable(format!("{}{path}", remote.base()), why))
    };
    let path = Files::path();
    let bytes = remote.file(&path, MAX_LIST).map_err(MirrorError::NoList)?;
    let list = read(&path, &bytes)?;
    let (mut plan, mut parts) = (Plan::new(), Plan::new());
    add(&mut plan, list.files).map_err(refused)?;
    if list.parts.len() > MAX_PARTS {
        return Err(refused(format!("the list has {} parts; the limit is {MAX_PARTS}", list.parts.len())));
    }
    add(&mut parts, list.parts).map_err(refused)?;
    let mut documents = Vec::new();
    for (path, facts) in parts {
        let bytes = remote.file(&encoded(path.as_str()), facts.0)?;
        if FileFacts::of(&bytes) != facts {
            return Err(refused(format!(
                "`{path}` is not what the list says: the site was published again just now, or a server changes it"
            )));
        }
        add(&mut plan, read(path.as_str(), &bytes)?.files).map_err(refused)?;
        documents.push((path, bytes));
    }
    documents.extend(ContentPath::new(&path).map(|path| (path, bytes)));
    match plan.keys().find_map(|path| folders(path).find(|folder| plan.contains_key(*folder))) {
        Some(folder) => Err(refused(format!("the list names `{folder}` as a file and as a folder"))),
        None => Ok((plan, documents)),
    }
}

/// The folders above the file at `path`.
fn folders(path: &ContentPath) -> impl Iterator<Item = &str> {
    path.as_str().match_indices('/').filter_map(|(end, _)| path.as_str().get(..end))
}

/// Makes sure that `out` is a mirror of the site, or becomes one.
fn prepare(out: &Path, remote: &Remote) -> Result<(), MirrorError> {
    let write = |error| MirrorError::Write(out.to_owned(), error);
    fs::create_dir_all(out).map_err(write)?;
    let mark = out.join(OWN);
    match fs::read_to_string(&mark) {
        Ok(of) if of.trim() == remote.base().as_str() => Ok(()),
        Ok(of) => Err(MirrorError::OtherSite(out.to_owned(), crate::text::printable(&crate::text::clipped(of.trim(), 200)))),
        Err(_) if fs::read_dir(out).map_err(write)?.next().is_some() => Err(MirrorError::NotOurs(out.to_owned())),
        Err(_) => fs::write(&mark, format!("{}\n", remote.base())).map_err(write),
    }
}

/// The paths that a run before this one completed, with those of its list.
fn old_plan(out: &Path) -> Vec<ContentPath> {
    let read = |path: &str| fs::read(out.join(path)).ok().and_then(|bytes| contract::read::<Files>(&bytes).ok());
    let mut plan = Plan::new();
    let Some(list) = read(&Files::path()) else { return Vec::new() };
    // What of an old list is not valid was never written.
    let _ = add(&mut plan, list.files).and_then(|()| add(&mut plan, list.parts.clone()));
    for part in plan.clone().keys().filter(|path| list.parts.contains_key(path.as_str())) {
        if let Some(part) = read(part.as_str()) {
            let _ = add(&mut plan, part.files);
        }
    }
    plan.into_keys().collect()
}

/// Makes sure that the file at `path` is in `out` with the bytes that `facts` tell of; whether it had to be fetched.
fn keep(remote: &Remote, out: &Path, worker: usize, path: &ContentPath, facts: &FileFacts) -> Result<bool, String> {
    if is_there(&out.join(path.as_str()), facts) {
        return Ok(false);
    }
    // The address of a page is its folder: some hosts redirect its file there. Others redirect the former address of a page to the new one, but not its file.
    let folder = path.as_str().strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/'));
    let bytes = match folder.map(|folder| fetch(remote, folder, path, facts)) {
        Some(Ok(bytes)) => bytes,
        Some(Err(why)) => fetch(remote, path.as_str(), path, facts).map_err(|_| why)?,
        None => fetch(remote, path.as_str(), path, facts)?,
    };
    place(out, worker, path, &bytes).map(|()| true).map_err(|why| format!("{path}: {why}"))
}

/// The bytes of the file at `path`, which the server has at `address`, if they are those that `facts` tell of.
fn fetch(remote: &Remote, address: &str, path: &ContentPath, facts: &FileFacts) -> Result<Vec<u8>, String> {
    let ask = || remote.file(&encoded(address), facts.0);
    let bytes = ask().or_else(|why| if why.may_pass() { ask() } else { Err(why) }).map_err(|why| format!("{path}: {why}"))?;
    if FileFacts::of(&bytes) == *facts { Ok(bytes) } else { Err(format!("{path}: its bytes are not those that the list says")) }
}

fn is_there(file: &Path, facts: &FileFacts) -> bool {
    fs::symlink_metadata(file).is_ok_and(|found| found.is_file() && found.len() == facts.0)
        && fs::read(file).is_ok_and(|bytes| FileFacts::of(&bytes) == *facts)
}

/// Writes `bytes` to the file at `path` in one step.
fn place(out: &Path, worker: usize, path: &ContentPath, bytes: &[u8]) -> Result<(), MirrorError> {
    let (file, beside) = (out.join(path.as_str()), out.join(format!("{OWN}.{worker}")));
    let written =
        file.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&beside, bytes)).and_then(|()| fs::rename(&beside, &file));
    written.map_err(|error| {
        // What could not be moved must not stay; if that fails, too, the first error is the one to report.
        let _ = fs::remove_file(&beside);
        MirrorError::Write(file, error)
    })
}

/// Removes the file at `path`, and the folders above it that are empty then; whether it was there.
fn remove(out: &Path, path: &ContentPath) -> bool {
    let is_removed = fs::remove_file(out.join(path.as_str())).is_ok();
    let mut folder = Path::new(path.as_str()).parent();
    while let Some(above) = folder.filter(|above| !above.as_os_str().is_empty()) {
        if fs::remove_dir(out.join(above)).is_err() {
            break;
        }
        folder = above.parent();
    }
    is_removed
}

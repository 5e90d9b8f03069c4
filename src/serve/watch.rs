//! The watching edge of the preview: the only file that names the watcher. Knows paths; knows nothing of what is in them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use notify::{EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};

use super::Changed;

/// How long a save may take: editors write, rename and touch within a few milliseconds.
const PATIENCE: Duration = Duration::from_millis(40);

/// The operating system's watcher failed.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct WatchError(#[from] notify::Error);

/// Watches until it is dropped.
pub(super) struct Watcher {
    _debouncer: Debouncer<RecommendedWatcher, RecommendedCache>,
}

/// Calls `on_change` for every change below `folders`; folders that are not there are passed over.
///
/// Folders are watched rather than files, because editors save by renaming a new file over the old one.
pub(super) fn watch(folders: &[PathBuf], mut on_change: impl FnMut(Changed) + Send + 'static) -> Result<Watcher, WatchError> {
    // Changes are named by the path that was watched, or by where it leads.
    let roots: Vec<PathBuf> = folders.iter().flat_map(|folder| [std::path::absolute(folder), folder.canonicalize()]).flatten().collect();
    let heard = move |result: DebounceEventResult| {
        if let Some(changed) = changed(result, &roots) {
            on_change(changed);
        }
    };
    let mut debouncer = new_debouncer(PATIENCE, None, heard)?;
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        debouncer.watch(folder, RecursiveMode::Recursive)?;
    }
    Ok(Watcher { _debouncer: debouncer })
}

/// Returns whether an event needs a rebuild: not a read, not a temporary file, and nothing that is hidden below `roots`.
fn changed(result: DebounceEventResult, roots: &[PathBuf]) -> Option<Changed> {
    let Ok(events) = result else { return Some(Changed::Everything) };
    if events.iter().any(|event| event.need_rescan()) {
        return Some(Changed::Everything);
    }
    let writes = events.iter().filter(|event| !matches!(event.kind, EventKind::Access(_)));
    let paths: BTreeSet<PathBuf> = writes.flat_map(|event| &event.paths).filter(|path| !is_passing(path, roots)).cloned().collect();
    (!paths.is_empty()).then_some(Changed::Paths(paths))
}

/// Files that editors make while they save, and hidden folders: git's, and the working folder of a build.
fn is_passing(path: &Path, roots: &[PathBuf]) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let below = roots.iter().filter_map(|root| path.strip_prefix(root).ok()).min_by_key(|below| below.iter().count());
    let is_hidden = below.is_some_and(|below| below.iter().any(|name| name.as_encoded_bytes().starts_with(b".")));
    is_hidden || name.starts_with('.') || name.ends_with('~') || name.ends_with(".swp") || name == "4913"
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the test saves files as an editor does")]
mod tests {
    use std::fs;
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn saves_renames_and_new_folders_are_seen_and_temporary_files_are_not() {
        let scratch = tempfile::tempdir().expect("a scratch folder");
        let (sender, changes) = mpsc::channel();
        let missing = scratch.path().join("missing");
        let _watcher = watch(&[scratch.path().to_owned(), missing], move |changed| drop(sender.send(changed))).expect("a watcher");
        let next = |wanted: &str| loop {
            match changes.recv_timeout(Duration::from_secs(5)).expect("a change in time") {
                Changed::Everything => return,
                Changed::Paths(paths) if paths.iter().any(|path| path.ends_with(wanted)) => return,
                Changed::Paths(_) => {}
            }
        };
        fs::create_dir(scratch.path().join("a")).expect("a folder");
        next("a");
        fs::write(scratch.path().join("a/listing.yaml"), "name: A").expect("a file");
        next("a/listing.yaml");
        fs::rename(scratch.path().join("a"), scratch.path().join("b")).expect("a renamed folder");
        next("b");
        while changes.recv_timeout(Duration::from_millis(300)).is_ok() {}
        fs::write(scratch.path().join("b/.listing.yaml.swp"), "x").expect("a file");
        fs::create_dir_all(scratch.path().join(".public.pressmark/site")).expect("the working folder of a build");
        fs::write(scratch.path().join(".public.pressmark/site/index.html"), "x").expect("a file");
        assert!(changes.recv_timeout(Duration::from_millis(300)).is_err(), "neither a temporary file nor a hidden folder is a change");
        fs::remove_dir_all(scratch.path().join("b")).expect("a removed folder");
        next("b");
    }
}

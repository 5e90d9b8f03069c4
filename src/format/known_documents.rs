//! The files of a folder as they were last read, so that only those that have changed are read again. Knows what makes a file the same; knows no clock.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::SystemTime;

use rayon::prelude::*;

use super::Document;
use crate::source::{ContentPath, Entry, Folder, FolderError, Stamp};

/// Files that were read, each with the stamp that it had before.
#[derive(Debug, Default)]
pub struct KnownDocuments(HashMap<ContentPath, (Stamp, Arc<Document>)>);

impl KnownDocuments {
    /// Reads every file of `folder` on all cores, except for those that are known and have the same stamp as then. `now` is the time: files that have
    /// changed shortly before it are read again next time. `progress` receives the numbers of files read and of all files.
    ///
    /// # Errors
    /// When the folder cannot be listed.
    pub fn read(
        &mut self,
        folder: &dyn Folder,
        now: SystemTime,
        progress: &(dyn Fn(usize, usize) + Sync),
    ) -> Result<Vec<Arc<Document>>, FolderError> {
        let walk = folder.walk()?;
        let (n_files, n_read) = (walk.files.len(), AtomicUsize::new(0));
        let read: Vec<(Arc<Document>, Option<Stamp>)> = walk
            .files
            .into_par_iter()
            .map(|entry| {
                let read = self.document(folder, entry, now);
                progress(n_read.fetch_add(1, Ordering::Relaxed) + 1, n_files);
                read
            })
            .collect();
        let kept = |(document, stamp): &(Arc<Document>, Option<Stamp>)| Some((document.path.clone(), (stamp.clone()?, document.clone())));
        self.0 = read.iter().filter_map(kept).collect();
        let skipped = walk.skipped.into_iter().map(|(path, skipped)| Arc::new(Document::skipped(path, skipped)));
        Ok(read.into_iter().map(|(document, _)| document).chain(skipped).collect())
    }

    /// Forgets the files and folders `parts`, such as `listings/acme`: they are read again, whatever their stamps are.
    pub fn forget(&mut self, parts: &BTreeSet<String>) {
        let is_below = |path: &ContentPath| {
            let ends = path.as_str().match_indices('/').map(|(end, _)| end).chain([path.as_str().len()]);
            ends.filter_map(|end| path.as_str().get(..end)).any(|part| parts.contains(part))
        };
        self.0.retain(|path, _| !is_below(path));
    }

    /// The file of `entry`, with its stamp if that shows the next change.
    fn document(&self, folder: &dyn Folder, entry: Entry, now: SystemTime) -> (Arc<Document>, Option<Stamp>) {
        let Entry { path, stamp, .. } = entry;
        if let Some((known, document)) = self.0.get(&path)
            && stamp.as_ref() == Some(known)
        {
            return (document.clone(), stamp);
        }
        let bytes = folder.read(&path, path.role().limit());
        let n_bytes = bytes.as_ref().ok().map(|bytes| bytes.len() as u64);
        // The stamp is older than the bytes: a change in between gives the file another one.
        let stamp = stamp.filter(|stamp| stamp.is_settled(now) && n_bytes == Some(stamp.n_bytes()));
        (Arc::new(Document::read(path, bytes)), stamp)
    }
}

//! A folder with some of its files changed. Knows which; knows nothing of what they hold.

use std::collections::BTreeMap;

use super::{ContentPath, Entry, Folder, FolderError, ReadError, Walk};

/// A folder in which some files have other bytes, or are there for the first time.
pub struct Overlay<'base> {
    base: &'base dyn Folder,
    changed: BTreeMap<ContentPath, Vec<u8>>,
}

impl<'base> Overlay<'base> {
    /// `base` as it is.
    #[must_use]
    pub fn new(base: &'base dyn Folder) -> Self {
        Self { base, changed: BTreeMap::new() }
    }

    /// Gives the file at `path` these bytes.
    pub fn set(&mut self, path: ContentPath, bytes: Vec<u8>) {
        self.changed.insert(path, bytes);
    }

    /// The files that differ, in path order.
    #[must_use]
    pub fn into_changed(self) -> BTreeMap<ContentPath, Vec<u8>> {
        self.changed
    }
}

impl std::fmt::Debug for Overlay<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_set().entries(self.changed.keys()).finish()
    }
}

impl Folder for Overlay<'_> {
    fn walk(&self) -> Result<Walk, FolderError> {
        let mut walk = self.base.walk()?;
        walk.files.retain(|entry| !self.changed.contains_key(&entry.path));
        walk.files.extend(self.changed.iter().map(|(path, bytes)| Entry { path: path.clone(), n_bytes: bytes.len() as u64 }));
        walk.files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        Ok(walk)
    }

    fn read(&self, path: &ContentPath, limit: u64) -> Result<Vec<u8>, ReadError> {
        match self.changed.get(path) {
            None => self.base.read(path, limit),
            Some(bytes) if bytes.len() as u64 > limit => Err(ReadError::TooLarge { n_bytes: bytes.len() as u64 }),
            Some(bytes) => Ok(bytes.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Memory;

    #[test]
    fn a_changed_file_hides_the_one_below_it_and_a_new_one_stands_in_its_place() {
        let base = Memory::new().with("b", "old").with("c", "kept");
        let mut overlay = Overlay::new(&base);
        let path = |text| ContentPath::new(text).expect("a sound path");
        overlay.set(path("b"), b"new".to_vec());
        overlay.set(path("a"), b"first".to_vec());
        let walk = overlay.walk().expect("a folder");
        let read: Vec<_> = walk.files.iter().map(|entry| (entry.path.as_str(), overlay.read(&entry.path, 9).expect("a file"))).collect();
        assert_eq!(read, [("a", b"first".to_vec()), ("b", b"new".to_vec()), ("c", b"kept".to_vec())]);
        assert_eq!(overlay.read(&path("b"), 2), Err(ReadError::TooLarge { n_bytes: 3 }));
    }
}

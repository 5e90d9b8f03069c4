//! How large a package may be. Its writer and its reader keep to the same numbers.

use crate::source::ContentPath;

/// Bytes of the archive, and of all files in it once they are expanded, at most.
pub const MAX_BYTES: u64 = 512 * 1024 * 1024;
/// Files, with the manifest, at most. Fewer than ZIP can count without its 64-bit extension.
pub(super) const MAX_FILES: usize = 20_000;
/// Bytes of the manifest, at most: some 300 for each file, and a note of a version for each listing.
const MAX_MANIFEST: u64 = 32 * 1024 * 1024;

/// The name of the manifest in the archive.
pub const MANIFEST: &str = "pressmark-package.json";

/// How many bytes the file `name` of a package may have: no more than the same file of a content folder.
pub(super) fn limit(name: &str) -> u64 {
    if name == MANIFEST { MAX_MANIFEST } else { ContentPath::new(name).map_or(0, |path| path.role().limit()) }
}

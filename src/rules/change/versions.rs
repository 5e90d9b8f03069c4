//! The versions of a listing, for rules that compare two states of it.

use crate::format::{ListingFile, Version, VersionEntry};
use crate::source::Span;

/// A version and its place.
pub(super) struct Entry<'file> {
    pub(super) version: &'file Version,
    pub(super) entry: &'file VersionEntry,
    pub(super) span: Span,
}

/// The versions that are in `is`, but not in `was`.
pub(super) fn added<'file>(was: &ListingFile, is: &'file ListingFile) -> Vec<Entry<'file>> {
    let before = entries(was);
    entries(is).into_iter().filter(|new| before.iter().all(|old| old.version != new.version)).collect()
}

/// The versions of `file` that could be read, in its order.
pub(super) fn entries(file: &ListingFile) -> Vec<Entry<'_>> {
    file.versions
        .items()
        .iter()
        .filter_map(|entry| Some(Entry { version: entry.version.get()?, entry: &entry.value, span: entry.span }))
        .collect()
}

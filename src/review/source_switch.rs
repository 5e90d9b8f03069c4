//! What it means that a listing changes between open and closed source, for those who propose it and for visitors.

use crate::catalogue::{Change, RawListing};
use crate::format::SourceKind;

/// The consequences of every such switch in `change`: the slug, the new kind, and a sentence each for the submitter and for visitors.
pub(super) fn consequences<'raw>(change: &Change<'raw>) -> Vec<(&'raw str, SourceKind, [&'static [&'static str]; 2])> {
    let source = |listing: RawListing<'_>| listing.file.source.get().copied();
    let switched = change.edited().filter_map(|(listing, was, is)| {
        let (before, after) = (source(was)?, source(is)?);
        (before != after).then_some((listing.slug, after))
    });
    switched
        .map(|(slug, after)| match after {
            SourceKind::Closed => (slug, after, [&TO_CLOSED_SUBMITTER[..], &TO_CLOSED_VISITORS[..]]),
            SourceKind::Open => (slug, after, [&TO_OPEN_SUBMITTER[..], &TO_OPEN_VISITORS[..]]),
        })
        .collect()
}

const TO_CLOSED_SUBMITTER: [&str; 4] = [
    "The publisher needs permission to hide its source (`may_hide_source`). A maintainer grants it.",
    "`source_url` is removed, and `regions` lists where the listing is available.",
    "Earlier source stays available in the history of its repository and in every copy, under its licence.",
    "A published listing is unpublished first, and then changed, unless the catalogue allows the switch at any time.",
];
const TO_CLOSED_VISITORS: [&str; 2] = [
    "The page says that the source is closed and no longer links to it; the open-source filter no longer includes the listing.",
    "The listing can still be installed.",
];
const TO_OPEN_SUBMITTER: [&str; 3] = [
    "Anyone can then read the source and keep a copy; this cannot be undone.",
    "`source_url` says where the source is, and `license` what others may do with it.",
    "A published listing is unpublished first, and then changed, unless the catalogue allows the switch at any time.",
];
const TO_OPEN_VISITORS: [&str; 2] = [
    "The page says that the source is open and links to it; the open-source filter includes the listing.",
    "Older versions can still be closed: the catalogue only covers the newest source.",
];

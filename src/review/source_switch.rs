//! What it means that a listing changes between open and closed source, for those who propose it and for visitors.

use crate::catalogue::{Change, ListingDraft};
use crate::format::SourceKind;

/// The consequences of every such switch in `change`: the slug, the new kind, and a sentence each for the submitter and for visitors.
pub(super) fn consequences<'draft>(change: &Change<'draft>) -> Vec<(&'draft str, SourceKind, [&'static [&'static str]; 2])> {
    let source = |listing: ListingDraft<'_>| listing.file.source.get().copied();
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
    "`source_url` is removed, and `regions` says where the listing is offered.",
    "What was published before stays readable in the history of its repository and in every copy, under its licence.",
    "While it is published, a listing changes in two steps: it is unpublished first, unless the catalogue allows the switch at any time.",
];
const TO_CLOSED_VISITORS: [&str; 2] = [
    "The page says that the source is closed and no longer links to it; the filter for open source leaves the listing out.",
    "Installing is not restricted by that.",
];
const TO_OPEN_SUBMITTER: [&str; 3] = [
    "Everybody can read the source from then on, and keep a copy: it cannot be taken back.",
    "`source_url` says where it is, and `license` what others may do with it.",
    "While it is published, a listing changes in two steps: it is unpublished first, unless the catalogue allows the switch at any time.",
];
const TO_OPEN_VISITORS: [&str; 2] = [
    "The page says that the source is open and links to it; the filter for open source finds the listing.",
    "Older versions can still be closed: the catalogue knows of the newest source alone.",
];

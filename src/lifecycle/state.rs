//! The `lifecycle` of a listing as text: added, altered in place, or removed.

use super::{Ending, checked};
use crate::catalogue::RawListing;
use crate::format::{Keys, in_block};

/// The text of `listing` with the state of `ending`. A note about another state goes; a replacement stays until another one is named.
pub(super) fn with_state(listing: &RawListing<'_>, ending: &Ending) -> Option<String> {
    let mut keys = Keys::of(listing.document)?;
    let since = ending.since.to_string();
    let values = [
        ("state", Some(ending.state.word())),
        ("since", Some(&*since)),
        ("reason", Some(ending.reason.word())),
        ("replaced_by", ending.replaced_by.as_deref()),
        ("note", ending.note.as_deref()),
    ];
    let values = values.into_iter().filter_map(|(key, value)| Some((key, value?)));
    if listing.file.lifecycle.is_missing() {
        let lines: String = values.map(|(key, value)| format!("  {key}: {}\n", in_block(value))).collect();
        keys.set("lifecycle", &format!("lifecycle:\n{lines}"));
    } else {
        for (key, value) in values {
            keys.set_within("lifecycle", key, value)?;
        }
        if ending.note.is_none() {
            keys.remove_within("lifecycle", "note")?;
        }
    }
    checked(listing.document, keys.finish(), &["lifecycle"])
}

/// The text of `listing` without a state.
pub(super) fn without_state(listing: &RawListing<'_>) -> Option<String> {
    let mut keys = Keys::of(listing.document)?;
    keys.remove("lifecycle");
    checked(listing.document, keys.finish(), &["lifecycle"])
}

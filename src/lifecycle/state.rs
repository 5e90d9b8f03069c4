//! The `lifecycle` of a listing as text: added, altered in place, or removed.

use super::{Ending, checked};
use crate::catalogue::RawListing;
use crate::format::{Keys, in_block};

/// The text of `listing` with the state of `ending`. A note about another state goes; a replacement stays until another one is named.
pub(super) fn with_state(listing: &RawListing<'_>, ending: &Ending) -> Option<String> {
    let mut keys = Keys::of(listing.document)?;
    let values = values(ending);
    if listing.file.lifecycle.is_missing() {
        let lines: String = values.iter().map(|(key, value)| format!("  {key}: {}\n", in_block(value))).collect();
        keys.set("lifecycle", &format!("lifecycle:\n{lines}"));
    } else {
        for (key, value) in &values {
            keys.set_within("lifecycle", key, value)?;
        }
        if ending.note.is_none() {
            keys.remove_within("lifecycle", "note")?;
        }
    }
    checked(listing.document, keys.finish(), &["lifecycle"])
}

/// The keys that `ending` sets.
fn values(ending: &Ending) -> Vec<(&'static str, String)> {
    let values = [
        ("state", Some(ending.state.word().to_owned())),
        ("since", Some(ending.since.to_string())),
        ("reason", Some(ending.reason.word().to_owned())),
        ("replaced_by", ending.replaced_by.clone()),
        ("note", ending.note.clone()),
    ];
    values.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
}

/// All keys of the state that `listing` has after `ending`.
pub(super) fn values_after(listing: &RawListing<'_>, ending: &Ending) -> Vec<(&'static str, String)> {
    let known = listing.file.lifecycle.get().and_then(|lifecycle| lifecycle.replaced_by.get()).map(ToString::to_string);
    values(&Ending { replaced_by: ending.replaced_by.clone().or(known), ..ending.clone() })
}

/// The text of `listing` without a state.
pub(super) fn without_state(listing: &RawListing<'_>) -> Option<String> {
    let mut keys = Keys::of(listing.document)?;
    keys.remove("lifecycle");
    checked(listing.document, keys.finish(), &["lifecycle"])
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::{with_state, without_state};
    use crate::catalogue::RawCatalogue;
    use crate::format::{Document, Reason, State};
    use crate::lifecycle::Ending;
    use crate::source::ContentPath;

    fn ending(note: Option<&str>) -> Ending {
        let (state, reason) = (State::Suspended, Reason::Security);
        Ending { state, since: date(2026, 12, 1), reason, replaced_by: None, note: note.map(str::to_owned) }
    }

    fn raw(text: &str) -> RawCatalogue {
        let path = ContentPath::new("listings/acme/listing.yaml").expect("a path");
        RawCatalogue::from_documents([Document::read(path, Ok(text.as_bytes().to_vec()))])
    }

    #[test]
    fn what_cannot_be_edited_is_left_alone() {
        for text in ["{name: A, app: B}\n", "name: A\napp: B\nlifecycle: [deprecated]\n", "name: A\napp: B\nlifecycle: {}\n"] {
            let raw = raw(text);
            assert_eq!(with_state(&raw.listing("acme").expect("a listing"), &ending(None)), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_note_is_read_back_and_its_state_can_be_lifted(note in "[-#:,\\[\\]{}&*!|>'\"%@`~?\\\\ \t\na-c0-9]{0,12}[a-c.]", style in 0_usize..4) {
            let end = ["", "lifecycle:\n  state: deprecated\n  note: >-\n    One\n    two.\n", "lifecycle: {state: deprecated, note: 'x'}", "lifecycle:"][style];
            let before = format!("name: A\napp: B\n{end}");
            let before = raw(&before);
            let listing = before.listing("acme").expect("a listing");
            let text = with_state(&listing, &ending(Some(&note)));
            prop_assert!(text.is_some());
            let after = raw(&text.unwrap_or_default());
            let listing = after.listing("acme").expect("a listing");
            let lifecycle = listing.file.lifecycle.get().expect("a state");
            prop_assert_eq!(listing.state(), Some(State::Suspended));
            prop_assert_eq!(lifecycle.note.get().map(|note| &**note), Some(&*note));
            let lifted = without_state(&listing).unwrap_or_default();
            prop_assert_eq!(lifted.trim_end(), "name: A\napp: B");
        }
    }
}

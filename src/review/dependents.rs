//! Which other listings a change affects: those that depend on a listing which is no longer to be installed, or which removes something in a new version.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{Change, ListingChange, RawListing};
use crate::format::{ChangeKind, State, Version};

/// What a listing is to the one that changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Relation {
    /// It depends on it.
    DependsOn,
    /// It is built on it.
    BuiltOn,
    /// It was copied from it.
    CopiedFrom,
}

impl Relation {
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::DependsOn => "depends on it",
            Self::BuiltOn => "is built on it",
            Self::CopiedFrom => "was copied from it",
        }
    }
}

/// A listing whose change others should know of.
#[derive(Debug)]
pub(super) struct Affecting<'raw> {
    /// Its slug.
    pub(super) slug: &'raw str,
    /// What happens to it, as the end of a sentence that begins with its slug.
    pub(super) what: String,
    /// The listings that it affects, by slug; at least one.
    pub(super) dependents: Vec<(&'raw str, Relation)>,
}

/// The listings of `change` that affect others, with all of those that are in the catalogue after it.
pub(super) fn affecting<'raw>(change: &Change<'raw>) -> Vec<Affecting<'raw>> {
    let breaking: Vec<(&str, String)> =
        change.listings.iter().filter_map(|listing| Some((listing.slug, break_of(change, listing)?))).collect();
    if breaking.is_empty() {
        return Vec::new();
    }
    let mut dependents: BTreeMap<&str, Vec<(&str, Relation)>> = BTreeMap::new();
    for other in change.head.listings().filter(|other| !other.is_gone()) {
        for (slug, relation) in relations(other) {
            let slug = change.head.followed(slug).unwrap_or(slug);
            dependents.entry(slug).or_default().push((other.slug, relation));
        }
    }
    let affecting = |(slug, what)| Some(Affecting { slug, what, dependents: dependents.remove(slug)? });
    breaking.into_iter().filter_map(affecting).collect()
}

fn relations(listing: RawListing<'_>) -> impl Iterator<Item = (&str, Relation)> {
    let file = listing.file;
    let needed = file.depends_on.items().iter().map(|slug| (&*slug.value, Relation::DependsOn));
    let parent = file.parent.get().map(|slug| (&**slug, Relation::BuiltOn));
    let original = file.original().map(|slug| (&*slug.value, Relation::CopiedFrom));
    needed.chain(parent).chain(original)
}

/// What happens to `listing` that others depend on, if anything does.
fn break_of(change: &Change<'_>, listing: &ListingChange<'_>) -> Option<String> {
    let Some(is) = listing.is else {
        return (listing.existed && !listing.exists && change.heir(listing).is_none()).then(|| "is deleted".to_owned());
    };
    let was = listing.was?;
    match is.state() {
        Some(state @ (State::Suspended | State::Unpublished | State::Removed)) => {
            (was.state() != Some(state)).then(|| format!("becomes {}", state.word()))
        }
        None | Some(State::Deprecated) => removal(was, is).map(|version| format!("removes something in version `{version}`")),
    }
}

/// The newest version that was not there and says that it removes something.
fn removal(was: RawListing<'_>, is: RawListing<'_>) -> Option<String> {
    let known: BTreeSet<_> = was.file.versions.items().iter().filter_map(|entry| entry.version.get()).map(Version::as_str).collect();
    let removes = |kind: Option<&ChangeKind>| kind == Some(&ChangeKind::Removed);
    let new = is.file.newest_first().into_iter().filter(|entry| entry.changes.items().iter().any(|change| removes(change.kind.get())));
    new.filter_map(|entry| entry.version.get()).map(Version::as_str).find(|version| !known.contains(version)).map(str::to_owned)
}

//! What every slug is at: what an installed copy compares itself with, and what became of slugs that are no longer in the catalogue.

use super::Address;
use crate::catalogue::{Catalogue, Listing};
use crate::contract::{Departure, Removed, SCHEMA, State, Update, Updates};
use crate::format::{self, Reason};

/// `updates.json` of `catalogue`, which is published at `address`.
#[must_use]
pub fn updates(catalogue: &Catalogue, address: &Address) -> Updates {
    let listed = catalogue.listings.values().filter(|listing| listing.is_listed());
    let listings = listed.map(|listing| (listing.slug.to_string(), update(listing))).collect();
    Updates { schema: SCHEMA, catalogue: address.home(), listings }
}

fn update(listing: &Listing) -> Update {
    let parent = listing.parent.as_ref();
    Update {
        shared: listing.shared.as_ref().map(ToString::to_string),
        released: listing.released.as_ref().filter(|released| listing.shared.as_ref() != Some(released)).map(ToString::to_string),
        state: listing.state().map(|_| state(listing)),
        parent: parent.map(|parent| parent.slug.to_string()),
        parent_shared: parent.and_then(|parent| parent.shared.as_ref()).map(ToString::to_string),
        yanked: listing.versions.iter().filter(|release| release.withdrawn.is_some()).map(|release| release.version.to_string()).collect(),
    }
}

/// `removed.json` of `catalogue`, which is published at `address`. What was in no list is not in this one. Nothing states the day of a change of slug, or
/// whether two listings were merged.
#[must_use]
pub fn removed(catalogue: &Catalogue, address: &Address) -> Removed {
    let public = || catalogue.listings.values().filter(|listing| listing.may_be_listed());
    let renamed = public().flat_map(|listing| listing.former_slugs.iter().map(move |slug| (slug, listing)));
    let renamed = renamed.filter(|(slug, _)| !catalogue.listings.contains_key(*slug));
    let renamed = renamed.map(|(slug, listing)| (slug.to_string(), departure(listing, true)));
    let gone = public().filter(|listing| listing.is_gone()).map(|listing| (listing.slug.to_string(), departure(listing, false)));
    Removed { schema: SCHEMA, catalogue: address.home(), listings: renamed.chain(gone).collect() }
}

/// What became of the slug of a listing that is gone, or of one that it had before.
#[must_use]
pub fn departure(listing: &Listing, is_former: bool) -> Departure {
    if is_former {
        let moved_to = Some(listing.slug.to_string());
        return Departure { state: State::Renamed, since: None, reason: None, replaced_by: None, moved_to };
    }
    let lifecycle = listing.lifecycle.as_ref();
    Departure {
        state: state(listing),
        since: lifecycle.and_then(|lifecycle| lifecycle.since).map(|date| date.to_string()),
        reason: lifecycle.and_then(|lifecycle| lifecycle.reason).map(Reason::word).map(str::to_owned),
        replaced_by: lifecycle.and_then(|lifecycle| lifecycle.replaced_by.as_ref()).map(|other| other.slug.to_string()),
        moved_to: None,
    }
}

/// What became of the slug of `listing`.
#[must_use]
pub fn state(listing: &Listing) -> State {
    match listing.state() {
        None => State::Active,
        Some(format::State::Deprecated) => State::Deprecated,
        Some(format::State::Suspended) => State::Suspended,
        Some(format::State::Unpublished) => State::Unpublished,
        Some(format::State::Removed) => State::Removed,
    }
}

//! The versions and the state of each slug, which an installed copy compares itself with, and what became of slugs that are no longer in the catalogue.

use super::listing::{mention, state};
use super::root;
use crate::catalogue::{Listing, Release};
use crate::contract::{Departed, Departure, Removed, SCHEMA, State, Update, Updates};
use crate::format::Reason;
use crate::site::Site;

/// `updates.json`
pub(super) fn updates(site: &Site) -> Updates {
    let listings = site.indexes.by_slug.iter().map(|listing| (listing.slug.to_string(), update(listing)));
    Updates { schema: SCHEMA, catalogue: root(site), listings: listings.collect() }
}

fn update(listing: &Listing) -> Update {
    let withdrawn = |release: &&Release| release.withdrawn.is_some();
    let parent = listing.parent.as_ref();
    Update {
        shared: listing.shared.as_ref().map(ToString::to_string),
        released: listing.released.as_ref().filter(|released| listing.shared.as_ref() != Some(released)).map(ToString::to_string),
        state: listing.state().map(|_| state(listing)),
        parent: parent.map(|parent| parent.slug.to_string()),
        parent_shared: parent.and_then(|parent| parent.shared.as_ref()).map(ToString::to_string),
        yanked: listing.versions.iter().filter(withdrawn).map(|release| release.version.to_string()).collect(),
    }
}

/// `removed.json`; what was in no list is not in this one.
pub(super) fn removed(site: &Site) -> Removed {
    let listings = site.catalogue.listings.values().filter(|listing| listing.may_be_listed());
    let departures = listings.flat_map(|listing| {
        let former = listing.former_slugs.iter().map(|slug| (slug.to_string(), departure(listing, true)));
        former.chain(listing.is_gone().then(|| (listing.slug.to_string(), departure(listing, false))))
    });
    Removed { schema: SCHEMA, catalogue: root(site), listings: departures.collect() }
}

/// What became of the slug of a listing that is gone, or of one that it had before. Nothing states the day of a change of slug.
fn departure(listing: &Listing, is_former: bool) -> Departure {
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

/// What is said under the slug of a listing that is gone, or under `former`, which it had before.
pub(super) fn departed(site: &Site, listing: &Listing, former: Option<&str>) -> Departed {
    let slug = former.unwrap_or(&listing.slug);
    let Departure { state, since, reason, moved_to, .. } = departure(listing, former.is_some());
    let lifecycle = listing.lifecycle.as_ref().filter(|_| former.is_none());
    Departed {
        schema: SCHEMA,
        slug: slug.to_owned(),
        name: listing.name.to_string(),
        url: site.address.absolute(&Site::listing(slug)),
        state,
        since,
        reason,
        replaced_by: lifecycle.and_then(|lifecycle| lifecycle.replaced_by.as_ref()).map(mention),
        moved_to,
        note: lifecycle.and_then(|lifecycle| lifecycle.note.as_deref()).map(str::to_owned),
    }
}

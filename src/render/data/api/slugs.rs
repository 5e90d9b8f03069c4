//! What is said under a slug that a listing no longer has.

use super::listing::mention;
use crate::catalogue::Listing;
use crate::contract::{Departed, Departure, SCHEMA};
use crate::site::{Site, departure};

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

//! Who makes an app. Knows domains; knows no names.

use crate::catalogue::{RawCatalogue, RawListing};
use crate::format::{AppFile, PublisherFile};

/// The known relation between a publisher and an app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rules) enum Bond {
    /// The publisher owns one of the app's domains.
    Vendor,
    /// The app's vendor owns other domains.
    Stranger,
    /// Nothing says who makes the app.
    Unknown,
}

/// Whether `publisher` makes `app`.
pub(in crate::rules) fn bond(app: &AppFile, publisher: Option<&PublisherFile>) -> Bond {
    let of_app = app.domains.items();
    if of_app.is_empty() {
        return Bond::Unknown;
    }
    let verified = publisher.filter(|publisher| !publisher.verified.is_missing());
    let of_publisher = verified.map(|publisher| publisher.domains.items()).unwrap_or_default();
    if of_publisher.iter().any(|own| of_app.iter().any(|domain| domain.value == own.value)) { Bond::Vendor } else { Bond::Stranger }
}

/// The relation between the publisher and the app that a listing names.
pub(in crate::rules) fn bond_of(raw: &RawCatalogue, app: &str, publisher: &str) -> Bond {
    raw.app(app).map_or(Bond::Unknown, |(_, app)| bond(app, raw.publisher(publisher)))
}

/// Whether the publisher of `listing` makes its app: it owns one of the app's domains, verified.
#[must_use]
pub fn is_vendor(listing: &RawListing<'_>) -> bool {
    let file = listing.file;
    let (Some(app), Some(publisher)) = (file.app.get(), file.publisher.get()) else { return false };
    bond_of(listing.raw, app, publisher) == Bond::Vendor
}

//! How old a listing is, and how old the catalogue lets it grow.

use jiff::civil::Date;

use crate::catalogue::RawListing;
use crate::format::{Days, Field, FreshnessEntry};
use crate::source::Spanned;

/// The date of the newest version that has one.
pub(super) fn newest<'raw>(listing: &RawListing<'raw>) -> Option<&'raw Spanned<Date>> {
    listing.file.versions.items().iter().filter_map(|entry| entry.date.spanned()).max_by_key(|date| date.value)
}

/// Whether nothing is said yet about the end of the listing.
pub(super) fn is_active(listing: &RawListing<'_>) -> bool {
    listing.file.lifecycle.is_missing()
}

/// A limit of `policy.freshness`, in days.
pub(super) fn limit(listing: &RawListing<'_>, which: fn(&FreshnessEntry) -> &Field<Days>) -> Option<u32> {
    let policy = listing.raw.settings().policy.get()?;
    which(policy.freshness.get()?).get().map(|days| days.0)
}

/// Days from `date` to `today`; negative for a future date.
pub(super) fn age(date: Date, today: Date) -> i64 {
    today.since(date).map_or(0, |span| i64::from(span.get_days()))
}

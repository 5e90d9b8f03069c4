//! `listing-inactive`

use super::age::{age, is_active, limit, newest};
use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use jiff::civil::Date;

rule! {
    /// The last release is so old that the listing is considered inactive.
    ///
    /// Apps change, and an unmaintained listing breaks one day without notice. Visitors should learn that before they
    /// build on it. The limit is `policy.freshness.inactive` in `catalogue.yaml`.
    ///
    /// ```files,fails
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// policy: {freshness: {attention: 365d, inactive: 730d}}
    /// ==> listings/acme/listing.yaml <==
    /// name: Acme Messages
    /// app: Slack
    /// versions: [{version: 1.0.0, date: 2023-12-01, notes: First release.}]
    /// ```
    /// ```files,passes
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// policy: {freshness: {attention: 365d, inactive: 730d}}
    /// ==> listings/acme/listing.yaml <==
    /// name: Acme Messages
    /// app: Slack
    /// versions: [{version: 1.0.0, date: 2026-01-02, notes: First release.}]
    /// ```
    LISTING_INACTIVE = { id: "L271", name: "listing-inactive", level: Warn, since: "0.1", check: Dated(check) }
}

fn check(listing: &RawListing<'_>, today: Date, findings: &mut Findings<'_>) {
    let Some(newest) = newest(listing).filter(|_| is_active(listing)) else { return };
    let Some(limit) = limit(listing, |freshness| &freshness.inactive) else { return };
    let n_days = age(newest.value, today);
    if n_days > i64::from(limit) {
        findings
            .at(newest.span, format!("last released {n_days} days ago: the listing is considered inactive"))
            .label("newest version")
            .help("publish a version to confirm that it still works")
            .help("or add `lifecycle: {state: deprecated, reason: unmaintained}`, so that visitors know");
    }
}

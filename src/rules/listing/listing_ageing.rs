//! `listing-ageing`

use super::age::{age, is_active, limit, newest};
use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use jiff::civil::Date;

rule! {
    /// The last release is older than the catalogue recommends.
    ///
    /// The page tells visitors so. The publisher should check the listing, and maintainers may want to
    /// ask. The limit is `policy.freshness.attention` in `catalogue.yaml`.
    ///
    /// ```files,fails
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// policy: {freshness: {attention: 365d, inactive: 730d}}
    /// ==> listings/acme/listing.yaml <==
    /// name: Acme Messages
    /// app: Slack
    /// versions: [{version: 1.0.0, date: 2024-12-01, notes: First release.}]
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
    LISTING_AGEING = { id: "L270", name: "listing-ageing", level: Info, since: "0.1", check: Dated(check) }
}

fn check(listing: &RawListing<'_>, today: Date, findings: &mut Findings<'_>) {
    let Some(newest) = newest(listing).filter(|_| is_active(listing)) else { return };
    let n_days = age(newest.value, today);
    let is_older = |limit: Option<u32>| limit.is_some_and(|limit| n_days > i64::from(limit));
    let (attention, inactive) = (limit(listing, |freshness| &freshness.attention), limit(listing, |freshness| &freshness.inactive));
    if is_older(attention) && !is_older(inactive) {
        findings
            .at(newest.span, format!("last released {n_days} days ago"))
            .label("newest version")
            .help("publish a version to confirm that it still works, or add `lifecycle:` if it is no longer maintained");
    }
}

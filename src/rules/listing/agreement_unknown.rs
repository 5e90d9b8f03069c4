//! `agreement-unknown`

use crate::catalogue::RawListing;
use crate::diagnostic::{Findings, nearest};
use crate::format::FileRole;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// The listing accepts a version of the agreement that the catalogue does not have.
    ///
    /// Nobody could later say what was agreed. The rule does nothing in catalogues without a folder `agreements/`.
    ///
    /// ```yaml,fails
    /// agreement: {version: "2026-13", accepted_by: Acme Works, accepted_on: 2026-01-02}
    /// ```
    /// ```yaml,passes
    /// agreement: {version: "2026-01", accepted_by: Acme Works, accepted_on: 2026-01-02}
    /// ```
    AGREEMENT_UNKNOWN = { id: "L095", name: "agreement-unknown", level: Error, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(version) = listing.file.agreement.get().and_then(|agreement| agreement.version.spanned()) else { return };
    let known: Vec<&str> = listing.raw.slugs(FileRole::Agreement).collect();
    if listing.is_gone() || known.is_empty() || known.contains(&&*version.value) {
        return;
    }
    findings
        .at(version.span, format!("unknown agreement version `{}`", shortened(version)))
        .did_you_mean(nearest(version, known.iter().copied()))
        .help(format!("known versions: {}", known.join(", ")));
}

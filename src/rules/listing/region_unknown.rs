//! `region-unknown`

use super::names::unknown_ids;
use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// The listing names a region that the catalogue does not know.
    ///
    /// Visitors filter by region, often for legal reasons; a listing with a misspelt region is never found.
    ///
    /// ```yaml,fails
    /// regions: [usa]
    /// ```
    /// ```yaml,passes
    /// regions: [us]
    /// ```
    REGION_UNKNOWN = { id: "L075", name: "region-unknown", level: Error, costs: Value, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    unknown_ids(listing, findings, "region", "regions", listing.file.regions.items(), &listing.raw.settings().regions);
}

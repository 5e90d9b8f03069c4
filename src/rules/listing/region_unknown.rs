//! `region-unknown`

use super::names::{is_readable, unknown_id};
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
    let regions = &listing.raw.settings().regions;
    if listing.is_gone() || !is_readable(listing.raw, regions) {
        return;
    }
    let known: Vec<&str> = regions.items().iter().filter_map(|region| region.id.get()).map(|id| &**id).collect();
    for region in listing.file.regions.items().iter().filter(|region| !known.contains(&&*region.value)) {
        unknown_id(findings, "region", region, &known, "regions");
    }
}

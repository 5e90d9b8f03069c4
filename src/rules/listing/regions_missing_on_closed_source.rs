//! `regions-missing-on-closed-source`

use crate::catalogue::RawListing;
use crate::diagnostic::{Advice, Findings};
use crate::format::SourceKind;
use crate::rules::rule::rule;

rule! {
    /// The source is closed, but the listing does not name its regions.
    ///
    /// A listing with closed source can be shared only within one data centre. Visitors in another one would ask for it in vain.
    ///
    /// ```yaml,fails
    /// source: closed
    /// source_url:
    /// ```
    /// ```yaml,passes
    /// source: closed
    /// source_url:
    /// regions: [eu]
    /// ```
    REGIONS_MISSING_ON_CLOSED_SOURCE = { id: "L281", name: "regions-missing-on-closed-source", level: Info, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(source) = listing.file.source.spanned().filter(|_| !listing.is_gone()) else { return };
    let n_regions = listing.raw.settings().regions.items().len();
    if source.value == SourceKind::Closed && listing.file.regions.is_missing() && n_regions > 1 {
        findings
            .at(source.span, format!("source of `{}` is closed, but it names no region", listing.slug))
            .help(Advice::add("regions").note("with the data centres where it is offered"));
    }
}

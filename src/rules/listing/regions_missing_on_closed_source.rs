//! `regions-missing-on-closed-source`

use crate::catalogue::ListingDraft;
use crate::diagnostic::Findings;
use crate::format::SourceKind;
use crate::rules::rule::rule;

rule! {
    /// The source is closed, and nothing says in which regions the listing can be had.
    ///
    /// A listing with hidden source can be shared only within one data centre. A visitor in another one would ask for it in vain.
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

fn check(listing: &ListingDraft<'_>, findings: &mut Findings<'_>) {
    let Some(source) = listing.file.source.spanned().filter(|_| !listing.is_gone()) else { return };
    let n_regions = listing.draft.settings().regions.items().len();
    if source.value == SourceKind::Closed && listing.file.regions.is_absent() && n_regions > 1 {
        findings
            .at(source.span, format!("source of `{}` is closed, but no region is named", listing.slug))
            .help("add `regions:` with the data centres in which it is offered");
    }
}

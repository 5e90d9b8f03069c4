//! `license-missing`

use crate::catalogue::RawListing;
use crate::diagnostic::{Advice, Findings};
use crate::rules::rule::rule;

rule! {
    /// The source is open, but the listing does not name its licence.
    ///
    /// A company may use only code whose licence it knows. A visitor who would have to look it up in the repository chooses another listing.
    ///
    /// ```yaml,fails
    /// source_url: https://git.example/acme/messages
    /// license:
    /// ```
    /// ```yaml,passes
    /// source_url: https://git.example/acme/messages
    /// license: MIT
    /// ```
    LICENSE_MISSING = { id: "L252", name: "license-missing", level: Info, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(url) = listing.file.source_url.span().filter(|_| !listing.is_gone()) else { return };
    if listing.file.license.is_missing() {
        findings
            .at(url, format!("listing `{}` does not name the licence of its source", listing.slug))
            .help(Advice::add("license").note("with the identifier of the licence in the repository, such as `MIT` or `Apache-2.0`"));
    }
}

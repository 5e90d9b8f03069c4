//! `license-missing`

use crate::catalogue::ListingDraft;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// The source is open and has no licence.
    ///
    /// Code that can be read but has no licence may not be used: a company that looks closely has to leave the connector alone.
    ///
    /// ```yaml,fails
    /// source_url: https://git.example/acme/messages
    /// ```
    /// ```yaml,passes
    /// source_url: https://git.example/acme/messages
    /// license: MIT
    /// ```
    LICENSE_MISSING = { id: "L252", name: "license-missing", level: Info, since: "0.1", check: Listing(check) }
}

fn check(listing: &ListingDraft<'_>, findings: &mut Findings<'_>) {
    let Some(url) = listing.file.source_url.span().filter(|_| !listing.is_gone()) else { return };
    if listing.file.license.is_absent() {
        findings
            .at(url, format!("source of `{}` can be read, but has no licence", listing.slug))
            .help("add `license:` with the identifier of the licence in the repository, such as `MIT` or `Apache-2.0`");
    }
}

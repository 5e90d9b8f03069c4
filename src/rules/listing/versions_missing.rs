//! `versions-missing`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// The listing has no versions.
    ///
    /// Visitors cannot tell whether the listing is maintained, and installed copies cannot learn that there is an update.
    ///
    /// ```yaml,fails
    /// versions: []
    /// ```
    /// ```yaml,passes
    /// versions: [{version: 1.0.0, date: 2026-01-02, notes: First release.}]
    /// ```
    VERSIONS_MISSING = { id: "L260", name: "versions-missing", level: Info, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let versions = &listing.file.versions;
    if listing.is_gone() || versions.get().map_or(!versions.is_missing(), |list| !list.is_empty()) {
        return;
    }
    let message = format!("listing `{}` has no versions", listing.slug);
    let finding = match versions.span() {
        Some(span) => findings.at(span, message),
        None => findings.whole(message),
    };
    finding.help("add `versions:` with at least the version that visitors receive, its date and what is new in it");
}

//! `version-date-missing`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// The newest version has no date.
    ///
    /// Pages sort by date and say when a listing was last changed. Without a date, the listing looks older than it is and comes last in
    /// every list by date.
    ///
    /// ```yaml,fails
    /// versions: [{version: 1.0.0, notes: First release.}]
    /// ```
    /// ```yaml,passes
    /// versions: [{version: 1.0.0, date: 2026-01-02, notes: First release.}]
    /// ```
    VERSION_DATE_MISSING = { id: "L261", name: "version-date-missing", level: Info, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let entries = listing.file.newest_first();
    let newest = entries.iter().find(|entry| !entry.is_yanked());
    let Some(entry) = newest.filter(|entry| entry.date.is_missing() && !listing.is_gone()) else { return };
    if let Some(version) = entry.version.spanned() {
        findings.at(version.span, format!("version `{}` has no date", version.value)).help("add `date:` with its publication date");
    }
}

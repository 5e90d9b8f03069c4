//! `duplicate-version`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::repeats::repeats;
use crate::rules::rule::rule;

rule! {
    /// A version is listed twice.
    ///
    /// Two entries for one version contradict each other, and feeds and change lists would show it twice.
    ///
    /// ```yaml,fails
    /// versions:
    ///   - {version: 1.0.0, notes: Adds refunds.}
    ///   - {version: 1.0.0, notes: First release.}
    /// ```
    /// ```yaml,passes
    /// versions:
    ///   - {version: 1.1.0, notes: Adds refunds.}
    ///   - {version: 1.0.0, notes: First release.}
    /// ```
    DUPLICATE_VERSION = { id: "L060", name: "duplicate-version", former: ["version-doubled"], level: Error, costs: Value, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let versions = listing.file.versions.items().iter().filter_map(|entry| entry.version.spanned()).filter(|_| !listing.is_gone());
    for (version, first) in repeats(versions, |version| (version.as_str(), version.span)) {
        findings
            .at(version.span, format!("version `{}` is listed twice", version.value))
            .label("listed again")
            .related(&listing.document.path, Some(first), "first listed here")
            .help("merge the two entries, or correct one of the numbers");
    }
}

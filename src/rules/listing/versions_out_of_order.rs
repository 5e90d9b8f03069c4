//! `versions-out-of-order`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::format::VersionEntry;
use crate::rules::maintenance::is_same_line;
use crate::rules::rule::rule;

rule! {
    /// The versions are not sorted newest first.
    ///
    /// People take the first entry for the newest one. Pages sort versions themselves; the next person who edits the file may not.
    ///
    /// A version that was published later may be above a higher number: an older line still gets fixes. Versions of different lines are compared only where
    /// both have a date.
    ///
    /// ```yaml,fails
    /// versions:
    ///   - {version: 1.0.0, date: 2026-01-02}
    ///   - {version: 1.1.0, date: 2026-02-02}
    /// ```
    /// ```yaml,passes
    /// versions:
    ///   - {version: 1.1.0, date: 2026-02-02}
    ///   - {version: 1.0.0, date: 2026-01-02}
    /// ```
    VERSIONS_OUT_OF_ORDER = { id: "L062", name: "versions-out-of-order", level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    if listing.is_gone() {
        return;
    }
    // One finding is enough: moving one version usually fixes the rest.
    let mut pairs = listing.file.versions.items().windows(2);
    let wrong = pairs.find_map(|pair| match pair {
        [upper, lower] if is_wrong(upper, lower) => upper.version.spanned().zip(lower.version.spanned()),
        _ => None,
    });
    if let Some((upper, lower)) = wrong {
        findings
            .at(lower.span, format!("version `{}` is below the older `{}`", lower.value, upper.value))
            .label("newer than the one above")
            .related(&listing.document.path, Some(upper.span), "older")
            .help("put the newest version first");
    }
}

/// Whether `lower` is newer than `upper` both by number and by date. Two of one line need no dates, and may have the same.
fn is_wrong(upper: &VersionEntry, lower: &VersionEntry) -> bool {
    let (Some(above), Some(below)) = (upper.version.get(), lower.version.get()) else { return false };
    let is_higher = above.has_order() && above.kind() == below.kind() && below.precedence(above).is_gt();
    let is_later = match (upper.date.get(), lower.date.get()) {
        (Some(above), Some(below)) if above != below => below > above,
        _ => is_same_line(above, below),
    };
    is_higher && is_later
}

//! `version-dates-out-of-order`

use crate::catalogue::ListingDraft;
use crate::diagnostic::Findings;
use crate::format::Version;
use crate::rules::rule::rule;

rule! {
    /// A higher version is older than a lower one of the same line.
    ///
    /// One of the two dates, or one of the two numbers, is a slip. Visitors read from the dates whether a connector is looked after.
    ///
    /// ```yaml,fails
    /// versions:
    ///   - {version: 1.0.1, date: 2026-01-02, notes: Mends refunds.}
    ///   - {version: 1.0.0, date: 2026-01-20, notes: First release.}
    /// ```
    /// ```yaml,passes
    /// versions:
    ///   - {version: 1.1.0, date: 2026-01-20, notes: Adds refunds.}
    ///   - {version: 1.0.0, date: 2026-01-02, notes: First release.}
    /// ```
    VERSION_DATES_OUT_OF_ORDER = { id: "L263", name: "version-dates-out-of-order", level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &ListingDraft<'_>, findings: &mut Findings<'_>) {
    let entries = listing.file.versions.items();
    let dated = entries.iter().filter_map(|entry| Some((entry.version.get()?, entry.date.spanned()?)));
    let mut dated: Vec<_> = dated.filter(|_| !listing.is_gone()).collect();
    dated.sort_by_key(|&(version, _)| version);
    for pair in dated.windows(2) {
        let [(lower, earlier), (higher, later)] = pair else { continue };
        if later.value < earlier.value && same_line(lower, higher) {
            findings
                .at(later.span, format!("version `{higher}` is dated before `{lower}`"))
                .related(&listing.document.path, Some(earlier.span), format!("the date of `{lower}`"))
                .help("correct one of the two dates");
        }
    }
}

/// Whether one version follows the other: an older line (`1.x`) may get a repair after the next one (`2.0`) has begun.
fn same_line(a: &Version, b: &Version) -> bool {
    match (a, b) {
        (Version::Number(_), Version::Number(_)) => true,
        (Version::Semantic(a), Version::Semantic(b)) => a.major == b.major && a.minor == b.minor,
        _ => false,
    }
}

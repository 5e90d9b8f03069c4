//! `version-dates-out-of-order`

use super::newest_has_lower_number::later;
use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::maintenance::goes_on_with_older_line;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A higher version is older than the next lower one.
    ///
    /// One of the two dates, or one of the two numbers, is a mistake. Visitors judge by the dates whether a listing is maintained.
    ///
    /// A fix for an older line, such as `1.8.7` after `2.0.0`, is not reported. When the newest version of all has the lower number, the rule
    /// `newest-has-lower-number` reports it.
    ///
    /// ```yaml,fails
    /// versions:
    ///   - {version: 1.1.0, date: 2026-02-20, notes: Adds labels.}
    ///   - {version: 1.0.1, date: 2026-01-02, notes: Fixes refunds.}
    ///   - {version: 1.0.0, date: 2026-01-20, notes: First release.}
    /// ```
    /// ```yaml,passes
    /// versions:
    ///   - {version: 1.1.0, date: 2026-01-20, notes: Adds refunds.}
    ///   - {version: 1.0.0, date: 2026-01-02, notes: First release.}
    /// ```
    VERSION_DATES_OUT_OF_ORDER = { id: "L263", name: "version-dates-out-of-order", level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    if listing.is_gone() {
        return;
    }
    let said = later(listing.file);
    let entries = listing.file.newest_first();
    let dated = entries.iter().filter_map(|entry| Some((entry.version.get()?, entry.date.spanned()?)));
    let dated: Vec<_> = dated.filter(|(version, _)| version.has_order()).collect();
    for pair in dated.windows(2) {
        let [(higher, later), (lower, earlier)] = pair else { continue };
        let is_said = said.as_ref().is_some_and(|said| said.after.value == **lower);
        let is_alike = higher.kind() == lower.kind() && higher.is_prerelease() == lower.is_prerelease();
        if later.value >= earlier.value || is_said || !is_alike {
            continue;
        }
        let others = dated.iter().map(|(version, date)| (*version, date.value <= later.value));
        if !goes_on_with_older_line(lower, higher, others) {
            let (higher, lower) = (shortened(higher.as_str()), shortened(lower.as_str()));
            findings
                .at(later.span, format!("version `{higher}` is dated before `{lower}`"))
                .related(&listing.document.path, Some(earlier.span), format!("the date of `{lower}`"))
                .help("correct the wrong date; if both are right, one of the numbers is wrong, and `yanked` withdraws that version");
        }
    }
}

//! `newest-has-lower-number`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::format::{ListingFile, Version};
use crate::rules::maintenance::goes_on_with_older_line;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
use crate::source::Spanned;

rule! {
    /// The version with the latest date has a lower number than another one.
    ///
    /// Visitors receive the highest number. Numbers are compared as numbers: `1.9.0` is lower than `1.82.0`, because 82 is more
    /// than 9, although its publisher may mean a later version.
    ///
    /// A fix for an older line, such as `1.8.7` after `2.0.0`, is not reported, and neither is a listing that chooses a version with `shared`.
    ///
    /// ```yaml,fails
    /// versions:
    ///   - {version: 1.9.0, date: 2026-01-20, notes: Adds labels.}
    ///   - {version: 1.82.0, date: 2026-01-02, notes: Adds refunds.}
    /// ```
    /// ```yaml,passes
    /// versions:
    ///   - {version: 1.90.0, date: 2026-01-20, notes: Adds labels.}
    ///   - {version: 1.82.0, date: 2026-01-02, notes: Adds refunds.}
    /// ```
    /// ```yaml,passes
    /// versions:
    ///   - {version: 2.0.0, date: 2026-01-09, notes: Signs in by key.}
    ///   - {version: 1.8.7, date: 2026-01-20, notes: Fixes refunds.}
    ///   - {version: 1.8.6, date: 2026-01-02, notes: Adds refunds.}
    /// ```
    NEWEST_HAS_LOWER_NUMBER = { id: "L266", name: "newest-has-lower-number", level: Warn, since: "0.1", check: Listing(check) }
}

/// A version that was published after one with a higher number.
pub(super) struct Later<'file> {
    /// The version with the latest date.
    pub(super) after: &'file Spanned<Version>,
    /// The version with the highest number.
    before: &'file Spanned<Version>,
}

/// The version with the latest date, if it has a lower number than the newest and does not continue an older line. Pre-releases and withdrawn versions do not count.
pub(super) fn later(file: &ListingFile) -> Option<Later<'_>> {
    let entries = file.newest_first();
    let counts = entries.iter().filter(|entry| !entry.is_yanked());
    let dated = counts.filter_map(|entry| Some((entry.version.spanned()?, *entry.date.get()?)));
    let dated: Vec<_> = dated.filter(|(version, _)| version.has_order() && !version.is_prerelease()).collect();
    let (before, day) = *dated.first()?;
    // Of two on the same day, the one with the higher number comes first.
    let (after, last) = dated.iter().copied().rev().max_by_key(|(_, date)| *date)?;
    let others = dated.iter().map(|(version, date)| (&version.value, *date <= day));
    let is_later = last > day && after.kind() == before.kind() && !goes_on_with_older_line(after, before, others);
    is_later.then_some(Later { after, before })
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    if listing.is_gone() || !listing.file.shared.is_missing() {
        return;
    }
    let Some(Later { after, before }) = later(listing.file) else { return };
    let Some(received) = listing.file.shared_version() else { return };
    let (low, high, received) = (shortened(after.as_str()), shortened(before.as_str()), shortened(received.as_str()));
    findings
        .at(after.span, format!("version `{low}` was published after `{high}`, which has a higher number; visitors receive `{received}`"))
        .label("latest date")
        .related(&listing.document.path, Some(before.span), "highest number")
        .help(format!("give it a number above `{high}`, or choose the version for visitors with `shared`"));
}

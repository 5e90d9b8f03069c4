//! `version-schemes-mixed`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::format::{ListingFile, Version, VersionEntry, VersionKind, Versioning};
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
use crate::source::Spanned;

rule! {
    /// The listing numbers its versions in two ways, and the dates do not say which version is newer.
    ///
    /// Nobody can tell from the numbers whether `7` is newer than `1.4.0`: visitors may receive an old version.
    ///
    /// A change of scheme is fine as long as the dates agree with the numbers, as for `2026.1` after `1.4.0`. So is a listing that chooses a version with `shared`,
    /// or that says `versioning: free`.
    ///
    /// ```yaml,fails
    /// versions:
    ///   - {version: 1.4.0}
    ///   - {version: 7}
    /// ```
    /// ```yaml,fails
    /// versions:
    ///   - {version: 1.0.0, date: 2026-01-20, notes: Restarts the numbering.}
    ///   - {version: 2025.3, date: 2026-01-02, notes: Adds refunds.}
    /// ```
    /// ```yaml,passes
    /// versions:
    ///   - {version: 8}
    ///   - {version: 7}
    /// ```
    /// ```yaml,passes
    /// versions:
    ///   - {version: 2026.1, date: 2026-01-20, notes: Adds labels.}
    ///   - {version: 1.4.0, date: 2026-01-02, notes: Adds refunds.}
    /// ```
    VERSION_SCHEMES_MIXED = { id: "L061", name: "version-schemes-mixed", level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let file = listing.file;
    let is_free = super::version_off_scheme::versioning(listing) == Some(Versioning::Free);
    if listing.is_gone() || is_free || !file.shared.is_missing() {
        return;
    }
    let entries = file.newest_first();
    let counts = |entry: &&&Spanned<VersionEntry>| {
        !entry.is_yanked() && entry.version.get().is_some_and(|version| version.kind() != VersionKind::Word)
    };
    let entries: Vec<_> = entries.iter().filter(counts).collect();
    let Some((newest, others)) = entries.split_first() else { return };
    let doubtful = others.iter().find(|other| is_doubtful(file, newest, other)).and_then(|other| other.version.spanned());
    if let Some((newest, other)) = newest.version.spanned().zip(doubtful) {
        let (above, below) = (shortened(newest.as_str()), shortened(other.as_str()));
        findings
            .at(other.span, format!("cannot tell whether version `{below}` is newer than `{above}`"))
            .label("numbered in another way")
            .related(&listing.document.path, Some(newest.span), "what visitors receive")
            .help("choose the version for visitors with `shared`, or number all versions in the same way and date them");
    }
}

/// Whether `other` could be newer than `newest`: it is numbered in another way, and no dates say that it is older.
fn is_doubtful(file: &ListingFile, newest: &VersionEntry, other: &VersionEntry) -> bool {
    let (Some(above), Some(below)) = (newest.version.get(), other.version.get()) else { return false };
    let is_older = newest.date.get().zip(other.date.get()).is_some_and(|(newest, other)| other <= newest);
    let is_other = above.kind() != below.kind() && !is_next(file, above, below) && !is_next(file, below, above);
    is_other && !is_older && !below.is_prerelease()
}

/// Whether a single number counts what the dotted ones begin with: `2` beside `1.9`.
fn is_next(file: &ListingFile, single: &Version, dotted: &Version) -> bool {
    let first = |version: &Version| version.numbers().first().and_then(|number| number.parse::<u32>().ok());
    let (VersionKind::Number, VersionKind::Dotted, Some(number)) = (single.kind(), dotted.kind(), first(single)) else { return false };
    let versions = file.versions.items().iter().filter_map(|entry| entry.version.get());
    let mut majors = versions.filter(|version| version.kind() == VersionKind::Dotted).filter_map(first);
    majors.any(|major| major.abs_diff(number) <= 1)
}

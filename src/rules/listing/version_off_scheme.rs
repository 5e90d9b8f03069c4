//! `version-off-scheme`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::format::Versioning;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A version does not follow the scheme in `versioning`.
    ///
    /// Programs and people rely on the promised scheme: a SemVer number tells them whether an update can break something.
    ///
    /// The key is in `listing.yaml` or, for all listings that do not have it, in `catalogue.yaml`. Only the first such version is reported, and none from before the
    /// version that visitors receive: what is published keeps its number.
    ///
    /// ```yaml,fails
    /// versioning: semver
    /// versions: [{version: 1.4, date: 2026-01-02, notes: First release.}]
    /// ```
    /// ```yaml,fails
    /// versioning: calendar
    /// versions: [{version: 1.4.0, date: 2026-01-02, notes: First release.}]
    /// ```
    /// ```yaml,passes
    /// versioning: semver
    /// versions: [{version: 1.4.0, date: 2026-01-02, notes: First release.}]
    /// ```
    VERSION_OFF_SCHEME = { id: "L267", name: "version-off-scheme", level: Warn, since: "0.1", check: Listing(check) }
}

/// How the versions of `listing` are said to be numbered.
pub(super) fn versioning(listing: &RawListing<'_>) -> Option<Versioning> {
    let own = listing.file.versioning.get();
    own.or_else(|| listing.raw.settings().versioning.get().filter(|_| listing.file.versioning.is_missing())).copied()
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(versioning) = versioning(listing).filter(|_| !listing.is_gone()) else { return };
    let entries = listing.file.current_entries();
    let mut versions = entries.iter().filter_map(|entry| entry.version.spanned());
    let Some(version) = versions.find(|version| !version.keeps_to(versioning)) else { return };
    let (name, example) = match versioning {
        Versioning::Semver => ("SemVer", "such as `1.4.0` or `1.4.0-rc.1`"),
        Versioning::Calendar => ("a calendar version", "with the year first, such as `2026.2` or `2026-02-01`"),
        Versioning::Free => return,
    };
    let says = if listing.file.versioning.is_missing() { "this catalogue" } else { "this listing" };
    findings
        .at(version.span, format!("version `{}` is not {name}, which {says} asks for", shortened(version.as_str())))
        .help(format!("write it {example}, or set another `versioning` in the listing"));
}

//! `version-schemes-mixed`

use crate::catalogue::ListingDraft;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// The listing mixes running numbers and SemVer.
    ///
    /// Whether `7` is newer than `1.4.0` cannot be known, and so neither can what a visitor should receive.
    ///
    /// ```yaml,fails
    /// versions:
    ///   - {version: 1.4.0}
    ///   - {version: 7}
    /// ```
    /// ```yaml,passes
    /// versions:
    ///   - {version: 8}
    ///   - {version: 7}
    /// ```
    VERSION_SCHEMES_MIXED = { id: "L061", name: "version-schemes-mixed", level: Error, since: "0.1", check: Listing(check) }
}

fn check(listing: &ListingDraft<'_>, findings: &mut Findings<'_>) {
    let mut versions = listing.file.versions.items().iter().filter_map(|entry| entry.version.spanned());
    let Some(first) = versions.next().filter(|_| !listing.is_gone()) else { return };
    if let Some(other) = versions.find(|version| !version.same_scheme(first)) {
        findings
            .at(other.span, format!("version `{}` beside version `{}`", other.value, first.value))
            .label("another scheme")
            .related(&listing.document.path, Some(first.span), "the scheme of the newest version")
            .help("number all versions alike, as `7` or as `1.4.0`");
    }
}

//! `versions-of-equal-rank`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// Two versions differ only in parts that do not affect their order.
    ///
    /// A suffix after `+` names a build and does not affect the order; neither do a leading `v` and trailing zeros. Programs that install by number cannot tell
    /// such versions apart, and only the dates say which is newer.
    ///
    /// ```yaml,fails
    /// versions:
    ///   - {version: 1.0.0+b, date: 2026-01-20, notes: Rebuilt.}
    ///   - {version: 1.0.0+a, date: 2026-01-02, notes: First release.}
    /// ```
    /// ```yaml,passes
    /// versions:
    ///   - {version: 1.0.1+b, date: 2026-01-20, notes: Rebuilt.}
    ///   - {version: 1.0.0+a, date: 2026-01-02, notes: First release.}
    /// ```
    VERSIONS_OF_EQUAL_RANK = { id: "L268", name: "versions-of-equal-rank", level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    if listing.is_gone() {
        return;
    }
    let entries = listing.file.newest_first();
    let versions = entries.iter().filter(|entry| !entry.is_yanked()).filter_map(|entry| entry.version.spanned());
    let versions: Vec<_> = versions.filter(|version| version.has_order()).collect();
    for pair in versions.windows(2) {
        let [newer, older] = pair else { continue };
        if newer.value == older.value || !newer.precedence(older).is_eq() {
            continue;
        }
        let (first, second) = (shortened(newer.as_str()), shortened(older.as_str()));
        let differs_in_build = newer.as_str().split('+').next() == older.as_str().split('+').next();
        let what = if differs_in_build { "differ only in their build" } else { "are the same number" };
        findings
            .at(newer.span, format!("versions `{first}` and `{second}` {what}"))
            .related(&listing.document.path, Some(older.span), "other version")
            .help("give each version its own number; if both are published, withdraw one with `yanked`");
    }
}

//! `shared-is-prerelease`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// Visitors receive a pre-release.
    ///
    /// A suffix such as `-rc.1` tells them not to rely on it. If it is ready, give it a number without a suffix; if not, share the last
    /// final version.
    ///
    /// ```yaml,fails
    /// versions: [{version: 1.1.0-rc.1, date: 2026-01-20, notes: Adds refunds.}, {version: 1.0.0, date: 2026-01-02, notes: First release.}]
    /// shared: 1.1.0-rc.1
    /// released: 1.1.0-rc.1
    /// ```
    /// ```yaml,passes
    /// versions: [{version: 1.1.0-rc.1, date: 2026-01-20, notes: Adds refunds.}, {version: 1.0.0, date: 2026-01-02, notes: First release.}]
    /// shared: 1.0.0
    /// released: 1.0.0
    /// ```
    SHARED_IS_PRERELEASE = { id: "L265", name: "shared-is-prerelease", level: Info, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(shared) = listing.file.shared.spanned().filter(|shared| shared.is_prerelease() && !listing.is_gone()) else { return };
    let finished = listing.file.default_version().filter(|version| !version.is_prerelease());
    // A connector without a final version has nothing else to share.
    if let Some(finished) = finished {
        findings
            .at(shared.span, format!("`shared` is `{}`, a pre-release", shared.value))
            .help(format!("share `{finished}`, the newest final version, or publish `{}` under a final number", shared.value));
    }
}

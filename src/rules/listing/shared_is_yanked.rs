//! `shared-is-yanked`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// `shared` or `released` names a version that was withdrawn.
    ///
    /// Visitors would receive a version that its publisher warns about. Pages do not offer such a version: they name the newest one that was not withdrawn.
    ///
    /// ```yaml,fails
    /// versions:
    ///   - {version: 1.1.0, date: 2026-01-20, notes: Adds refunds., yanked: {since: 2026-01-21, reason: Loses refunds.}}
    ///   - {version: 1.0.0, date: 2026-01-02, notes: First release.}
    /// shared: 1.1.0
    /// ```
    /// ```yaml,passes
    /// versions:
    ///   - {version: 1.1.0, date: 2026-01-20, notes: Adds refunds., yanked: {since: 2026-01-21, reason: Loses refunds.}}
    ///   - {version: 1.0.0, date: 2026-01-02, notes: First release.}
    /// shared: 1.0.0
    /// ```
    SHARED_IS_YANKED = { id: "L065", name: "shared-is-yanked", level: Error, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let file = listing.file;
    for (key, field) in [("released", &file.released), ("shared", &file.shared)] {
        let Some(named) = field.spanned().filter(|named| file.is_withdrawn(named) && !listing.is_gone()) else { continue };
        let finding = findings.at(named.span, format!("`{key}` names version `{}`, which was withdrawn", shortened(named.as_str())));
        match file.default_version() {
            Some(standing) => finding.help(format!("remove the line, or name another version, such as `{}`", shortened(standing.as_str()))),
            None => finding.help("remove the line: every version of the listing was withdrawn"),
        };
    }
}

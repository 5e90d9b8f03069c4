//! `version-withdrawn`

use super::versions::added;
use crate::catalogue::Change;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// A published version is removed from the list.
    ///
    /// It is still installed somewhere, and its users look for its entry. A version that nobody should install any more stays listed with
    /// `yanked`.
    ///
    /// ```yaml,fails
    /// versions: [{version: 1.0.1, date: 2026-01-09, notes: Fixes signing in.}]
    /// ```
    /// ```yaml,passes
    /// versions: [{version: 1.0.1, date: 2026-01-09, notes: Fixes signing in.}, {version: 1.0.0, date: 2026-01-02, notes: First release., yanked: {reason: Signs everybody out.}}]
    /// ```
    VERSION_WITHDRAWN = { id: "R005", name: "version-withdrawn", level: Error, since: "0.1", check: Change(check) }
}

fn check(change: &Change<'_>, findings: &mut Findings<'_>) {
    for (_, was, is) in change.edited() {
        // A removed listing only needs a tombstone.
        if is.is_gone() {
            continue;
        }
        for gone in added(is.file, was.file) {
            let version = gone.version;
            findings
                .elsewhere(&is.document.path, is.file.versions.span(), format!("version {version} was published and is no longer listed"))
                .help(format!("restore the entry of {version}, with `yanked: {{since: DATE, reason: …}}` if nobody should install it"));
        }
    }
}

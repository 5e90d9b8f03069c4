//! `version-backwards`

use super::versions::{added, entries};
use crate::catalogue::Change;
use crate::diagnostic::Findings;
use crate::format::Version;
use crate::rules::rule::rule;

rule! {
    /// A new version is older than one that is published already.
    ///
    /// Installed copies that ask for something newer would never see it. A fix for an older major version may be lower than the newest one, but not lower
    /// than its own line.
    ///
    /// ```yaml,fails
    /// versions: [{version: 1.0.0, date: 2026-01-02, notes: First release.}, {version: 0.9.0, date: 2026-01-20, notes: Smaller.}]
    /// ```
    /// ```yaml,fails
    /// versions: [{version: 1.0.0, date: 2026-01-02, notes: First release.}, {version: 1.0.0-rc.2, date: 2026-01-20, notes: Tries again.}]
    /// ```
    /// ```yaml,passes
    /// versions: [{version: 2.0.0, date: 2026-01-20, notes: Signs in by key.}, {version: 1.0.0, date: 2026-01-02, notes: First release.}]
    /// ```
    VERSION_BACKWARDS = { id: "R006", name: "version-backwards", level: Error, since: "0.1", check: Change(check) }
}

fn check(change: &Change<'_>, findings: &mut Findings<'_>) {
    for (_, was, is) in change.edited() {
        let before = entries(was.file);
        for new in added(was.file, is.file) {
            let of_line = before.iter().filter(|old| line(old.version) == line(new.version)).map(|old| old.version).max();
            let newest = of_line.or_else(|| before.iter().map(|old| old.version).max());
            let Some(newest) = newest.filter(|newest| new.version < *newest) else { continue };
            findings
                .elsewhere(
                    &is.document.path,
                    Some(new.span),
                    format!("the new version {} is older than {newest}, which is published", new.version),
                )
                .help(format!("give it a number above {newest}"));
        }
    }
}

/// The line that a version belongs to: versions of different lines may be published beside each other.
fn line(version: &Version) -> Option<u64> {
    match version {
        Version::Number(_) => None,
        Version::Semantic(version) => Some(version.major),
    }
}

//! `version-not-increasing`

use super::versions::{added, entries};
use crate::catalogue::Change;
use crate::diagnostic::Findings;
use crate::rules::maintenance::goes_on_with_older_line;
use crate::rules::rule::rule;

rule! {
    /// A new version is lower than a published one.
    ///
    /// Installed copies that look for a newer version would never find it. A fix for an older line, such as `1.8.7` after `2.0.0`, may be lower than the newest version.
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
    VERSION_NOT_INCREASING = { id: "R006", name: "version-not-increasing", former: ["version-backwards"], level: Error, since: "0.1", check: Change(check) }
}

fn check(change: &Change<'_>, findings: &mut Findings<'_>) {
    for (_, was, is) in change.edited() {
        let before = entries(was.file);
        for new in added(was.file, is.file) {
            let published = before.iter().map(|old| old.version).filter(|old| old.has_order() && old.kind() == new.version.kind());
            let Some(newest) = published.max_by(|a, b| a.precedence(b)) else { continue };
            let others = before.iter().map(|old| (old.version, true));
            if !new.version.precedence(newest).is_lt() || goes_on_with_older_line(new.version, newest, others) {
                continue;
            }
            findings
                .elsewhere(
                    &is.document.path,
                    Some(new.span),
                    format!("the new version {} is lower than the published {newest}", new.version),
                )
                .help(format!("give it a number above {newest}"));
        }
    }
}

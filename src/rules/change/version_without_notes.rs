//! `version-without-notes`

use super::versions::added;
use crate::catalogue::Change;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// A new version has no release notes.
    ///
    /// They help users decide whether to update, and show reviewers what to look at.
    ///
    /// ```yaml,fails
    /// versions: [{version: 1.0.1, date: 2026-01-09}, {version: 1.0.0, date: 2026-01-02, notes: First release.}]
    /// ```
    /// ```yaml,passes
    /// versions: [{version: 1.0.1, date: 2026-01-09, notes: Fixes signing in.}, {version: 1.0.0, date: 2026-01-02, notes: First release.}]
    /// ```
    VERSION_WITHOUT_NOTES = { id: "R007", name: "version-without-notes", level: Error, since: "0.1", check: Change(check) }
}

fn check(change: &Change<'_>, findings: &mut Findings<'_>) {
    for (_, was, is) in change.edited() {
        for new in added(was.file, is.file) {
            let is_reported = new.entry.notes.get().is_some_and(|notes| !notes.trim().is_empty()) || !new.entry.changes.items().is_empty();
            if !is_reported {
                findings
                    .elsewhere(&is.document.path, Some(new.span), format!("the new version {} has no release notes", new.version))
                    .help("add `notes:` with a sentence or two about what is new");
            }
        }
    }
}

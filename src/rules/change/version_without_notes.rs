//! `version-without-notes`

use super::versions::added;
use crate::catalogue::Change;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// A new version does not say what is new in it.
    ///
    /// Its users decide by that whether to take it, and reviewers see by that what to look at.
    ///
    /// ```yaml,fails
    /// versions: [{version: 1.0.1, date: 2026-01-09}, {version: 1.0.0, date: 2026-01-02, notes: First release.}]
    /// ```
    /// ```yaml,passes
    /// versions: [{version: 1.0.1, date: 2026-01-09, notes: Mends signing in.}, {version: 1.0.0, date: 2026-01-02, notes: First release.}]
    /// ```
    VERSION_WITHOUT_NOTES = { id: "R007", name: "version-without-notes", level: Error, since: "0.1", check: Change(check) }
}

fn check(change: &Change<'_>, findings: &mut Findings<'_>) {
    for (_, was, is) in change.edited() {
        for new in added(was.file, is.file) {
            let is_told = new.entry.notes.get().is_some_and(|notes| !notes.trim().is_empty()) || !new.entry.changes.items().is_empty();
            if !is_told {
                findings
                    .elsewhere(&is.document.path, Some(new.span), format!("version {} is new and says nothing about itself", new.version))
                    .help("write `notes`: what is new in it, in a sentence or two");
            }
        }
    }
}

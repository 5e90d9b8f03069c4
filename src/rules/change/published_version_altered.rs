//! `published-version-altered`

use super::versions::{Entry, entries};
use crate::catalogue::Change;
use crate::diagnostic::Findings;
use crate::format::VersionEntry;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// The entry of a published version changes.
    ///
    /// Its users relied on what it said. Publish changes as a new version. A version can be withdrawn (`yanked`) at any time.
    ///
    /// ```yaml,fails
    /// versions: [{version: 1.0.0, date: 2026-01-09, notes: First release.}]
    /// ```
    /// ```yaml,passes
    /// versions: [{version: 1.0.1, date: 2026-01-09, notes: Fixes signing in.}, {version: 1.0.0, date: 2026-01-02, notes: First release.}]
    /// ```
    /// ```yaml,passes
    /// versions: [{version: 1.0.0, date: 2026-01-02, notes: First release., yanked: {since: 2026-01-09, reason: Signs everybody out.}}]
    /// ```
    PUBLISHED_VERSION_ALTERED = { id: "R004", name: "published-version-altered", level: Error, since: "0.1", check: Change(check) }
}

/// Its typed changes on one line.
fn told(entry: &VersionEntry) -> String {
    let changes = entry.changes.items().iter().filter_map(|change| Some(format!("{}: {}", change.kind.get()?.word(), change.text.get()?)));
    changes.collect::<Vec<_>>().join("; ")
}

fn check(change: &Change<'_>, findings: &mut Findings<'_>) {
    for (_, was, is) in change.edited() {
        let now = entries(is.file);
        for Entry { version, entry, .. } in entries(was.file) {
            let Some(same) = now.iter().find(|new| new.version == version) else { continue };
            // Missing values may be added later.
            let date = entry.date.get().filter(|date| same.entry.date.get() != Some(date)).map(|date| ("date", date.to_string()));
            let notes = entry.notes.get().filter(|notes| same.entry.notes.get() != Some(notes)).map(|notes| ("notes", shortened(notes)));
            let changes = Some(told(entry)).filter(|before| !before.is_empty() && *before != told(same.entry));
            let changes = changes.map(|before| ("changes", shortened(&before)));
            for (key, before) in [date, notes, changes].into_iter().flatten() {
                findings
                    .elsewhere(&is.document.path, Some(same.span), format!("version {version} was published with other {key}: `{before}`"))
                    .help(format!("restore the entry, and publish changes as a new version above {version}"));
            }
        }
    }
}

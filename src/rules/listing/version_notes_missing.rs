//! `version-notes-missing`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// The version that visitors receive has no release note.
    ///
    /// Users read the note of a version before they take an update, and it goes along when the version is
    /// exported. Without it, they cannot know what an update changes.
    ///
    /// ```yaml,fails
    /// versions: [{version: 1.0.0, date: 2026-01-02}]
    /// ```
    /// ```yaml,passes
    /// versions: [{version: 1.0.0, date: 2026-01-02, notes: First release.}]
    /// ```
    VERSION_NOTES_MISSING = { id: "L264", name: "version-notes-missing", level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let file = listing.file;
    let entries = file.versions.items();
    let received = file.shared_version();
    let entry = entries.iter().find(|entry| entry.version.get().is_some_and(|version| Some(version) == received));
    let Some(entry) = entry.filter(|entry| {
        entry.notes.is_missing() && entry.changes.get().map_or(entry.changes.is_missing(), Vec::is_empty) && !listing.is_gone()
    }) else {
        return;
    };
    if let Some(version) = entry.version.spanned() {
        findings
            .at(version.span, format!("version `{}` has no release note", version.value))
            .help("add `notes:` with a sentence about what is new");
    }
}

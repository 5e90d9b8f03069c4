//! `version-notes-missing`

use crate::catalogue::ListingDraft;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// The version that visitors receive says nothing about itself.
    ///
    /// The note of a version is what those who have the listing read before they take an update, and what travels with it when it is
    /// exported. Without one, an update is a leap in the dark.
    ///
    /// ```yaml,fails
    /// versions: [{version: 1.0.0, date: 2026-01-02}]
    /// ```
    /// ```yaml,passes
    /// versions: [{version: 1.0.0, date: 2026-01-02, notes: First release.}]
    /// ```
    VERSION_NOTES_MISSING = { id: "L264", name: "version-notes-missing", level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &ListingDraft<'_>, findings: &mut Findings<'_>) {
    let file = listing.file;
    let entries = file.versions.items();
    let received = file.shared_version();
    let entry = entries.iter().find(|entry| entry.version.get().is_some_and(|version| Some(version) == received));
    let Some(entry) = entry.filter(|entry| {
        entry.notes.is_absent() && entry.changes.get().map_or(entry.changes.is_absent(), Vec::is_empty) && !listing.is_gone()
    }) else {
        return;
    };
    if let Some(version) = entry.version.spanned() {
        findings
            .at(version.span, format!("version `{}` has no note", version.value))
            .help("add `notes:` with what is new in it, in a sentence");
    }
}

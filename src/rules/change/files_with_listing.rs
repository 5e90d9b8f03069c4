//! `files-with-listing`

use crate::catalogue::Change;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// One change touches a listing and files outside of the content folder.
    ///
    /// Workflows, templates and themes decide how the catalogue is checked and built. They do not belong in a submission of a listing, and a reviewer
    /// of listings should not have to look for them.
    ///
    /// ```files,fails
    /// ==> outside: .github/workflows/review.yml <==
    /// on: push
    /// ==> listings/acme/notes.txt <==
    /// One.
    /// ```
    /// ```files,passes
    /// ==> listings/acme/notes.txt <==
    /// One.
    /// ```
    FILES_WITH_LISTING = { id: "R013", name: "files-with-listing", level: Error, since: "0.1", check: Change(check) }
}

fn check(change: &Change<'_>, findings: &mut Findings<'_>) {
    if change.listings.is_empty() || change.is_by_maintainer() {
        return;
    }
    for path in change.files.outside.iter().take(MOST_TOLD) {
        findings
            .whole(format!("`{}` is outside the content folder, but the change also touches a listing", shortened(path)))
            .help("remove the file from this change, and propose it separately");
    }
}

/// More of them add nothing new.
const MOST_TOLD: usize = 20;

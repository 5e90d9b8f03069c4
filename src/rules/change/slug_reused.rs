//! `slug-reused`

use crate::catalogue::Change;
use crate::diagnostic::Findings;
use crate::format::State;
use crate::rules::rule::rule;

rule! {
    /// A removed listing comes back under its slug.
    ///
    /// Its page says why it was removed, and links from everywhere lead there. Something else, or the same thing again, needs another slug.
    ///
    /// ```files,fails
    /// ==> before: listings/gone/listing.yaml <==
    /// name: Gone Rows
    /// app: Slack
    /// lifecycle: {state: removed, since: 2026-01-05, reason: security}
    /// ==> listings/gone/listing.yaml <==
    /// name: Gone Rows
    /// app: Slack
    /// ```
    /// ```files,passes
    /// ==> before: listings/gone/listing.yaml <==
    /// name: Gone Rows
    /// app: Slack
    /// lifecycle: {state: removed, since: 2026-01-05, reason: security}
    /// ==> listings/gone/listing.yaml <==
    /// name: Gone Rows
    /// app: Slack
    /// lifecycle: {state: removed, since: 2026-01-05, reason: security, note: It read more than it needed.}
    /// ```
    SLUG_REUSED = { id: "R002", name: "slug-reused", level: Error, since: "0.1", check: Change(check) }
}

fn check(change: &Change<'_>, findings: &mut Findings<'_>) {
    for (listing, was, is) in change.edited() {
        if was.state() == Some(State::Removed) && is.state() != Some(State::Removed) {
            findings
                .elsewhere(&is.document.path, None, format!("listing `{}` was removed, and its slug cannot be used again", listing.slug))
                .help("restore this file, and add a folder with another name");
        }
    }
}

//! `suspension-lifted`

use crate::catalogue::Change;
use crate::diagnostic::Findings;
use crate::format::State;
use crate::rules::rule::rule;

rule! {
    /// A suspended listing would be published again by someone who is not a maintainer.
    ///
    /// Maintainers suspend a listing for a reason. They check whether the reason still exists, and lift the suspension themselves.
    ///
    /// ```files,fails
    /// ==> before: listings/other/listing.yaml <==
    /// name: Other Rows
    /// app: HubSpot
    /// lifecycle: {state: suspended, since: 2026-01-05, reason: security}
    /// ==> listings/other/listing.yaml <==
    /// name: Other Rows
    /// app: HubSpot
    /// ```
    /// ```files,passes
    /// ==> before: listings/other/listing.yaml <==
    /// name: Other Rows
    /// app: HubSpot
    /// lifecycle: {state: unpublished, since: 2026-01-05, reason: author-request}
    /// ==> listings/other/listing.yaml <==
    /// name: Other Rows
    /// app: HubSpot
    /// ```
    SUSPENSION_LIFTED = { id: "R015", name: "suspension-lifted", level: Error, since: "0.1", check: Change(check) }
}

fn check(change: &Change<'_>, findings: &mut Findings<'_>) {
    if change.is_by_maintainer() {
        return;
    }
    for (listing, was, is) in change.edited() {
        let stays_out = is.is_gone() || is.state() == Some(State::Suspended);
        if was.state() == Some(State::Suspended) && !stays_out {
            findings
                .elsewhere(
                    &is.document.path,
                    is.file.lifecycle.span(),
                    format!("`{}` is suspended, and only a maintainer may lift that", listing.slug),
                )
                .help("keep `lifecycle` as it is, and say in the pull request what has been fixed");
        }
    }
}

//! `component-not-reviewed`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::format::{Content, FileRole};
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A script or custom component is in the review record or is declared by the listing, but has no recorded reviewer.
    ///
    /// Custom code for authentication and requests is where secrets leak. A list of components is not a review.
    ///
    /// ```files,fails
    /// ==> listings/acme/review.yaml <==
    /// approved_by: A maintainer
    /// approved_on: 2026-01-03
    /// meeting: {held_on: 2026-01-02, components: [{name: Signature check}]}
    /// ```
    /// ```files,fails
    /// ==> listings/acme/review.yaml <==
    /// approved_by: A maintainer
    /// approved_on: 2026-01-03
    /// ==> listings/acme/listing.yaml <==
    /// name: Acme Messages
    /// app: Slack
    /// components: [{name: Signature check}]
    /// ```
    /// ```files,passes
    /// ==> listings/acme/review.yaml <==
    /// approved_by: A maintainer
    /// approved_on: 2026-01-03
    /// meeting: {held_on: 2026-01-02, components: [{name: Signature check, reviewed_by: linnet}]}
    /// ```
    COMPONENT_NOT_REVIEWED = { id: "C049", name: "component-not-reviewed", former: ["component-unread"], level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(document) = listing.part(FileRole::Review).filter(|_| !listing.is_gone()) else { return };
    let Content::Review(record) = &document.content else { return };
    let recorded = record.meeting.get().map(|meeting| meeting.components.items()).unwrap_or_default();
    for component in recorded {
        let Some(name) = component.name.spanned() else { continue };
        let is_unread = component.reviewed_by.is_missing() || component.reviewed_by.get().is_some_and(|reader| reader.trim().is_empty());
        if is_unread {
            findings
                .elsewhere(&document.path, Some(name.span), format!("no reviewer is recorded for `{}`", shortened(name)))
                .help("add `reviewed_by:` with the maintainer who read it, or have it reviewed");
        }
    }
    let is_recorded = |name: &str| recorded.iter().any(|component| component.name.get().is_some_and(|known| **known == *name));
    for name in listing.file.components.items().iter().filter_map(|component| component.name.spanned()) {
        if !is_recorded(name) {
            findings
                .elsewhere(&document.path, None, format!("no review is recorded for `{}`, which the listing declares", shortened(name)))
                .related(&listing.document.path, Some(name.span), "declared here")
                .help("add it to `meeting.components` with the maintainer who read it, or have it reviewed");
        }
    }
}

//! `component-not-reviewed`

use crate::diagnostic::Findings;
use crate::format::{Content, Document};
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A script or custom component was on the agenda of a review meeting, but has no recorded reviewer.
    ///
    /// Custom code for authentication and requests is where secrets leak. A list of components is not a review.
    ///
    /// ```files,fails
    /// ==> listings/acme/review.yaml <==
    /// approved_by: A maintainer
    /// approved_on: 2026-01-03
    /// meeting: {held_on: 2026-01-02, components: [{name: Signature check}]}
    /// ```
    /// ```files,passes
    /// ==> listings/acme/review.yaml <==
    /// approved_by: A maintainer
    /// approved_on: 2026-01-03
    /// meeting: {held_on: 2026-01-02, components: [{name: Signature check, reviewed_by: linnet}]}
    /// ```
    COMPONENT_NOT_REVIEWED = { id: "C049", name: "component-not-reviewed", former: ["component-unread"], level: Warn, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    let Content::Review(record) = &document.content else { return };
    let components = record.meeting.get().map(|meeting| meeting.components.items()).unwrap_or_default();
    for component in components {
        let Some(name) = component.name.spanned() else { continue };
        let is_unread = component.reviewed_by.is_missing() || component.reviewed_by.get().is_some_and(|reader| reader.trim().is_empty());
        if is_unread {
            findings
                .at(name.span, format!("no reviewer is recorded for `{}`", shortened(name)))
                .help("add `reviewed_by:` with the maintainer who read it, or have it reviewed");
        }
    }
}

//! `component-unread`

use crate::diagnostic::Findings;
use crate::format::{Content, Document};
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A script or custom part of a listing was on the list of a review meeting, and nobody is named who read it.
    ///
    /// Custom code in signing in and in requests is where secrets leak. A list of parts is no review of them.
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
    COMPONENT_UNREAD = { id: "C049", name: "component-unread", level: Warn, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    let Content::Review(record) = &document.content else { return };
    let components = record.meeting.get().map(|meeting| meeting.components.items()).unwrap_or_default();
    for component in components {
        let Some(name) = component.name.spanned() else { continue };
        let is_unread = component.reviewed_by.is_absent() || component.reviewed_by.get().is_some_and(|reader| reader.trim().is_empty());
        if is_unread {
            findings
                .at(name.span, format!("nobody is named who read `{}`", shortened(name)))
                .help("add `reviewed_by:` with the maintainer who did, or have it read");
        }
    }
}

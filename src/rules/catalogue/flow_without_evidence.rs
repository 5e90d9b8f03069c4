//! `flow-without-evidence`

use crate::diagnostic::Findings;
use crate::format::{Content, Document};
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A flow was shown at a review meeting, but the record has no evidence of it.
    ///
    /// The next reviewer cannot tell what "working" looked like, and asks for the meeting again.
    ///
    /// ```files,fails
    /// ==> listings/acme/review.yaml <==
    /// approved_by: A maintainer
    /// approved_on: 2026-01-03
    /// meeting: {held_on: 2026-01-02, flows: [{source: New order, destination: Ledger entry}]}
    /// ```
    /// ```files,passes
    /// ==> listings/acme/review.yaml <==
    /// approved_by: A maintainer
    /// approved_on: 2026-01-03
    /// meeting: {held_on: 2026-01-02, flows: [{source: New order, destination: Ledger entry, evidence: 'https://video.acme.example/1'}]}
    /// ```
    FLOW_WITHOUT_EVIDENCE = { id: "C050", name: "flow-without-evidence", level: Info, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    let Content::Review(record) = &document.content else { return };
    let flows = record.meeting.get().map(|meeting| meeting.flows.items()).unwrap_or_default();
    for flow in flows.iter().filter(|flow| flow.evidence.is_missing()) {
        if let (Some(source), Some(destination)) = (flow.source.spanned(), flow.destination.get()) {
            findings
                .at(source.span, format!("no evidence for the flow from `{}` to `{}`", shortened(source), shortened(destination)))
                .help("add `evidence:` with the URL of a recording or notes");
        }
    }
}

//! `review-approver-missing`

use crate::diagnostic::Findings;
use crate::format::{Content, Document};
use crate::rules::rule::rule;

rule! {
    /// A review record does not name its approver, or the day.
    ///
    /// The record exists so that someone can be asked later. Only one that just says since when support has not answered (`unanswered`) needs neither.
    ///
    /// ```files,fails
    /// ==> listings/acme/review.yaml <==
    /// approved_by: " "
    /// approved_on: 2026-01-03
    /// ```
    /// ```files,fails
    /// ==> listings/acme/review.yaml <==
    /// approved_by: A maintainer
    /// ```
    /// ```files,passes
    /// ==> listings/acme/review.yaml <==
    /// approved_by: A maintainer
    /// approved_on: 2026-01-03
    /// ```
    /// ```files,passes
    /// ==> listings/acme/review.yaml <==
    /// unanswered: 2026-01-03
    /// ```
    REVIEW_APPROVER_MISSING = { id: "C048", name: "review-approver-missing", former: ["review-approver-blank"], level: Warn, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    let Content::Review(record) = &document.content else { return };
    if !record.is_approval() {
        return;
    }
    let empty = record.approved_by.spanned().filter(|name| name.trim().is_empty()).map(|name| name.span);
    let approver = match empty {
        Some(span) => Some(findings.at(span, "no approver is recorded")),
        None if record.approved_by.is_missing() => Some(findings.whole("no approver is recorded")),
        None => None,
    };
    if let Some(finding) = approver {
        finding.help("write the name of the maintainer who approved as `approved_by`");
    }
    if record.approved_on.is_missing() {
        findings.whole("no day of the approval is recorded").help("write the day of the approval as `approved_on`");
    }
}

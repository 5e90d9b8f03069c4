//! `review-approver-missing`

use crate::diagnostic::Findings;
use crate::format::{Content, Document};
use crate::rules::rule::rule;

rule! {
    /// A review record does not name its approver.
    ///
    /// The record exists so that someone can be asked later.
    ///
    /// ```files,fails
    /// ==> listings/acme/review.yaml <==
    /// approved_by: " "
    /// approved_on: 2026-01-03
    /// ```
    /// ```files,passes
    /// ==> listings/acme/review.yaml <==
    /// approved_by: A maintainer
    /// approved_on: 2026-01-03
    /// ```
    REVIEW_APPROVER_MISSING = { id: "C048", name: "review-approver-missing", former: ["review-approver-blank"], level: Warn, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    let Content::Review(record) = &document.content else { return };
    if let Some(name) = record.approved_by.spanned().filter(|name| name.trim().is_empty()) {
        findings.at(name.span, "no approver is recorded").help("write the name of the maintainer who approved");
    }
}

//! `review-record-missing`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::format::{Content, FileRole};
use crate::rules::rule::rule;

rule! {
    /// A listing has no review record, but the catalogue requires one.
    ///
    /// Nobody can say later who approved it, when, and after which tests.
    ///
    /// ```files,fails
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// regions: [{id: us, label: United States}, {id: eu, label: Europe}]
    /// auth: [{id: oauth2, label: OAuth 2.0}]
    /// agreement: {current: "2026-01"}
    /// review: {areas: [security], require_record: true}
    /// ```
    /// ```files,passes
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// regions: [{id: us, label: United States}, {id: eu, label: Europe}]
    /// auth: [{id: oauth2, label: OAuth 2.0}]
    /// agreement: {current: "2026-01"}
    /// review: {areas: [security], require_record: true}
    /// ==> listings/acme/review.yaml <==
    /// approved_by: A maintainer
    /// approved_on: 2026-01-03
    /// ==> listings/other/review.yaml <==
    /// approved_by: A maintainer
    /// approved_on: 2026-01-03
    /// ```
    REVIEW_RECORD_MISSING = { id: "C043", name: "review-record-missing", level: Warn, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    let is_required = raw.settings().review.or_default().require_record();
    for listing in raw.listings().filter(|listing| is_required && !listing.is_gone()) {
        let has_record = listing.part(FileRole::Review).is_some_and(|part| match &part.content {
            Content::Review(record) => record.is_approval(),
            _ => true,
        });
        if !has_record {
            findings
                .elsewhere(&listing.document.path, None, format!("listing `{}` has no review record", listing.slug))
                .help("a maintainer adds `review.yaml` when approving it; the submitter does not");
        }
    }
}

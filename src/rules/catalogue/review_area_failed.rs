//! `review-area-failed`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::format::{Outcome, ReviewFile};
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A listing is published although its review failed in an area.
    ///
    /// The "reviewed" mark would contradict what the reviewers found.
    ///
    /// ```files,fails
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// regions: [{id: us, label: United States}, {id: eu, label: Europe}]
    /// auth: [{id: oauth2, label: OAuth 2.0}]
    /// agreement: {current: "2026-01"}
    /// review: {areas: [security, quality]}
    /// ==> listings/acme/review.yaml <==
    /// approved_by: A maintainer
    /// approved_on: 2026-01-03
    /// areas: {security: fail, quality: pass}
    /// ```
    /// ```files,passes
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// regions: [{id: us, label: United States}, {id: eu, label: Europe}]
    /// auth: [{id: oauth2, label: OAuth 2.0}]
    /// agreement: {current: "2026-01"}
    /// review: {areas: [security, quality]}
    /// ==> listings/acme/review.yaml <==
    /// approved_by: A maintainer
    /// approved_on: 2026-01-03
    /// areas: {security: pass, quality: pass}
    /// ```
    REVIEW_AREA_FAILED = { id: "C042", name: "review-area-failed", level: Error, costs: Page, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    for (document, record) in raw.all::<ReviewFile>() {
        let areas = record.areas.get().map(|areas| areas.0.as_slice()).unwrap_or_default();
        for (area, outcome) in areas.iter().filter(|(_, outcome)| outcome.value == Outcome::Fail) {
            findings
                .elsewhere(&document.path, Some(outcome.span), format!("the review failed in `{}`", shortened(area)))
                .help("merge the listing after the area passes a new review, or withdraw it with `lifecycle`");
        }
    }
}

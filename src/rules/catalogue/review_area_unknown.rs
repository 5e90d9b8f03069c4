//! `review-area-unknown`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::{Findings, nearest};
use crate::format::ReviewFile;
use crate::rules::rule::rule;
use crate::rules::scalar::{scalar, shortened};

rule! {
    /// A review record judges an area that the catalogue does not review.
    ///
    /// The area that was meant has no outcome, and nobody notices.
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
    /// areas: {security: pass, qualtiy: pass}
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
    REVIEW_AREA_UNKNOWN = { id: "C041", name: "review-area-unknown", level: Warn, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    let Some(review) = raw.settings().review.get() else { return };
    let known: Vec<&str> = review.areas.items().iter().map(|area| &*area.value).collect();
    if known.is_empty() {
        return;
    }
    for (document, record) in raw.all::<ReviewFile>() {
        let areas = record.areas.get().map(|areas| areas.0.as_slice()).unwrap_or_default();
        for (area, _) in areas.iter().filter(|(area, _)| !known.contains(&&*area.value)) {
            let near = nearest(area, known.iter().copied());
            let finding = findings
                .elsewhere(&document.path, Some(area.span), format!("`{}` is not a review area", shortened(area)))
                .did_you_mean(near)
                .help(format!("review areas: {}", known.join(", ")));
            if let Some(near) = near {
                finding.suggest(area.span, scalar(near));
            }
        }
    }
}

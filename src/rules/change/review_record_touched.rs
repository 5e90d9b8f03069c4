//! `review-record-touched`

use crate::catalogue::Change;
use crate::diagnostic::Findings;
use crate::format::Place;
use crate::rules::rule::rule;

rule! {
    /// A review record is written by somebody who is no maintainer.
    ///
    /// It is the maintainers' word that they have looked. Who they are stands in `catalogue.yaml` under `review: {maintainers: …}`, and what it said before the change
    /// counts.
    ///
    /// ```files,fails
    /// ==> listings/acme/review.yaml <==
    /// approved_by: plover
    /// approved_on: 2026-01-20
    /// ```
    /// ```files,passes
    /// ==> before: catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// regions: [{id: us, label: United States}, {id: eu, label: Europe}]
    /// auth: [{id: oauth2, label: OAuth 2.0}]
    /// agreement: {current: "2026-01"}
    /// review: {maintainers: [{forge: github, login: wren, id: 990000107}]}
    /// ==> listings/acme/review.yaml <==
    /// approved_by: wren
    /// approved_on: 2026-01-20
    /// ```
    REVIEW_RECORD_TOUCHED = { id: "R011", name: "review-record-touched", level: Error, since: "0.1", check: Change(check) }
}

fn check(change: &Change<'_>, findings: &mut Findings<'_>) {
    if change.is_by_maintainer() {
        return;
    }
    for path in change.files.content.keys().filter(|path| matches!(Place::of(path), Place::Review(_)) && !change.moves_along(path)) {
        findings
            .elsewhere(path, None, "a review record is written by maintainers alone")
            .help("take this file out of the change; whoever reviews it adds the record");
    }
}

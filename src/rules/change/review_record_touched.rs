//! `review-record-touched`

use crate::catalogue::Change;
use crate::diagnostic::Findings;
use crate::format::FileRole;
use crate::rules::rule::rule;

rule! {
    /// A review record is changed by someone who is not a maintainer.
    ///
    /// It is the maintainers' statement that they have reviewed the listing. The maintainers are those in `catalogue.yaml` under `review: {maintainers: …}`, before the
    /// change.
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
    for path in change.files.content.keys().filter(|path| path.role() == FileRole::Review && !change.moves_along(path)) {
        findings
            .elsewhere(path, None, "only maintainers may change a review record")
            .help("remove this file from the change; the reviewer adds the record");
    }
}

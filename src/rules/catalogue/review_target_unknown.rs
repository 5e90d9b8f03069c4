//! `review-target-unknown`

use std::collections::BTreeSet;

use crate::catalogue::RawCatalogue;
use crate::diagnostic::{Findings, nearest};
use crate::rules::rule::rule;
use crate::rules::scalar::{loose, scalar, shortened};
use crate::vocabulary::Class;

rule! {
    /// A review target is set for a kind of submission that does not exist.
    ///
    /// The intended target does not apply: nothing counts the days.
    ///
    /// ```files,fails
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// regions: [{id: us, label: United States}, {id: eu, label: Europe}]
    /// auth: [{id: oauth2, label: OAuth 2.0}]
    /// agreement: {current: "2026-01"}
    /// review: {targets: {new-listings: 1d}}
    /// ```
    /// ```files,passes
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// regions: [{id: us, label: United States}, {id: eu, label: Europe}]
    /// auth: [{id: oauth2, label: OAuth 2.0}]
    /// agreement: {current: "2026-01"}
    /// review: {targets: {new-listing: 1d}}
    /// ```
    REVIEW_TARGET_UNKNOWN = { id: "C037", name: "review-target-unknown", level: Warn, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    let Some(targets) = raw.settings().review.get().and_then(|review| review.targets.get()) else { return };
    let Some(settings) = raw.settings_file() else { return };
    let kinds: BTreeSet<&str> = Class::ALL.into_iter().map(Class::label).collect();
    for (kind, _) in targets.0.iter().filter(|(kind, _)| !kinds.contains(&*kind.value)) {
        let near = nearest(kind, kinds.iter().copied());
        let finding = findings
            .elsewhere(&settings.path, Some(kind.span), format!("unknown kind of submission `{}`", shortened(kind)))
            .did_you_mean(near)
            .help(format!("known kinds: {}", kinds.iter().copied().collect::<Vec<_>>().join(", ")));
        match near {
            Some(near) if loose(near) == loose(kind) => drop(finding.fix(kind.span, scalar(near))),
            Some(near) => drop(finding.suggest(kind.span, scalar(near))),
            None => {}
        }
    }
}

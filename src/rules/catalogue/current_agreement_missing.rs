//! `current-agreement-missing`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::{Findings, nearest};
use crate::format::FileRole;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// The agreement in force has no text.
    ///
    /// Submitters are asked to accept a text that they cannot read.
    ///
    /// ```files,fails
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// regions: [{id: us, label: United States}, {id: eu, label: Europe}]
    /// auth: [{id: oauth2, label: OAuth 2.0}]
    /// agreement: {current: "2027-01"}
    /// ```
    /// ```files,passes
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// regions: [{id: us, label: United States}, {id: eu, label: Europe}]
    /// auth: [{id: oauth2, label: OAuth 2.0}]
    /// agreement: {current: "2026-01"}
    /// ```
    CURRENT_AGREEMENT_MISSING = { id: "C031", name: "current-agreement-missing", level: Error, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    let Some(current) = raw.settings().agreement.get().and_then(|agreement| agreement.current.spanned()) else { return };
    let Some(settings) = raw.settings_file() else { return };
    let versions: Vec<&str> = raw.slugs(FileRole::Agreement).collect();
    if !versions.contains(&&*current.value) {
        findings
            .elsewhere(&settings.path, Some(current.span), format!("there is no `agreements/{}.md`", shortened(current)))
            .did_you_mean(nearest(current, versions.iter().copied()))
            .help("add the file, or use a version that has one");
    }
}

//! `base-url-missing`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::format::Content;
use crate::rules::rule::rule;

rule! {
    /// The settings do not say where the catalogue is published.
    ///
    /// Feeds, the sitemap and the canonical URLs for search engines need absolute URLs; without `base_url`, they point nowhere.
    ///
    /// ```files,fails
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// regions: [{id: us, label: United States}, {id: eu, label: Europe}]
    /// auth: [{id: oauth2, label: OAuth 2.0}]
    /// agreement: {current: "2026-01"}
    /// ```
    /// ```files,passes
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// regions: [{id: us, label: United States}, {id: eu, label: Europe}]
    /// auth: [{id: oauth2, label: OAuth 2.0}]
    /// agreement: {current: "2026-01"}
    /// ```
    BASE_URL_MISSING = { id: "C032", name: "base-url-missing", level: Warn, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    let Some(settings) = raw.settings_file() else { return };
    if matches!(settings.content, Content::Settings(_)) && raw.settings().base_url.is_missing() {
        findings
            .elsewhere(&settings.path, None, "`base_url` is missing")
            .help("add `base_url: https://…/`, or pass `--base-url` to every build");
    }
}

//! `base-url-unusable`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// The `base_url` cannot be the root of a site.
    ///
    /// The URL of every page is built from it. A query or a fragment would swallow the rest of each URL, and only `http` and `https`
    /// lead to a site.
    ///
    /// ```files,fails
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/?shop=1
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
    BASE_URL_UNUSABLE = { id: "C033", name: "base-url-unusable", level: Error, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    let Some(base) = raw.settings().base_url.spanned() else { return };
    let Some(settings) = raw.settings_file() else { return };
    let why = match &base.value.url {
        url if !base.value.is_web() => format!("its scheme is `{}`", url.scheme()),
        url if url.query().is_some() => "it has a query".to_owned(),
        url if url.fragment().is_some() => "it has a fragment".to_owned(),
        _ => return,
    };
    findings
        .elsewhere(&settings.path, Some(base.span), format!("`{}` cannot be the root of a site: {why}", base.value.text))
        .help("write only scheme, host and path, such as `https://listings.example/library/`");
}

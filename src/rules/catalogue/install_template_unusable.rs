//! `install-template-unusable`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// The install URL template is the same for all listings, or contains a placeholder that is never filled in.
    ///
    /// Every listing without its own URL is installed through it: without `{slug}`, each button would install the same listing.
    ///
    /// ```files,fails
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// regions: [{id: us, label: United States}, {id: eu, label: Europe}]
    /// auth: [{id: oauth2, label: OAuth 2.0}]
    /// agreement: {current: "2026-01"}
    /// install: {url_template: "https://app.example/install?v={version}"}
    /// ```
    /// ```files,passes
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// regions: [{id: us, label: United States}, {id: eu, label: Europe}]
    /// auth: [{id: oauth2, label: OAuth 2.0}]
    /// agreement: {current: "2026-01"}
    /// install: {url_template: "https://app.example/install/{slug}?v={version}"}
    /// ```
    INSTALL_TEMPLATE_UNUSABLE = { id: "C035", name: "install-template-unusable", level: Error, costs: Value, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    let Some(template) = raw.settings().install.get().and_then(|install| install.url_template.spanned()) else { return };
    let Some(settings) = raw.settings_file() else { return };
    let filled = template.replace("{slug}", "slug").replace("{version}", "1.0.0");
    let why = match url::Url::parse(&filled) {
        _ if !template.contains("{slug}") => "it has no `{slug}`".to_owned(),
        _ if filled.contains(['{', '}']) => "only `{slug}` and `{version}` are filled in".to_owned(),
        Ok(url) if url.scheme() == "https" => return,
        Ok(url) => format!("its scheme is `{}`", url.scheme()),
        Err(error) => error.to_string(),
    };
    findings
        .elsewhere(&settings.path, Some(template.span), format!("`{}` cannot be an install URL: {why}", shortened(template)))
        .help("write it as `https://app.example/install/{slug}?version={version}`");
}

//! `freshness-thresholds-swapped`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// A listing would be inactive before it needs attention.
    ///
    /// The milder notice would never be shown, and publishers would be notified too late.
    ///
    /// ```files,fails
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// regions: [{id: us, label: United States}, {id: eu, label: Europe}]
    /// auth: [{id: oauth2, label: OAuth 2.0}]
    /// agreement: {current: "2026-01"}
    /// policy: {freshness: {attention: 365d, inactive: 90d}}
    /// ```
    /// ```files,passes
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// regions: [{id: us, label: United States}, {id: eu, label: Europe}]
    /// auth: [{id: oauth2, label: OAuth 2.0}]
    /// agreement: {current: "2026-01"}
    /// policy: {freshness: {attention: 90d, inactive: 365d}}
    /// ```
    FRESHNESS_THRESHOLDS_SWAPPED = { id: "C036", name: "freshness-thresholds-swapped", former: ["freshness-backwards"], level: Warn, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    let Some(freshness) = raw.settings().policy.get().and_then(|policy| policy.freshness.get()) else { return };
    let (Some(attention), Some(inactive)) = (freshness.attention.get(), freshness.inactive.spanned()) else { return };
    let Some(settings) = raw.settings_file() else { return };
    if inactive.value.0 <= attention.0 {
        findings
            .elsewhere(
                &settings.path,
                Some(inactive.span),
                format!("`inactive` comes after {} days, `attention` after {}", inactive.value.0, attention.0),
            )
            .help("make `attention` the shorter time");
    }
}

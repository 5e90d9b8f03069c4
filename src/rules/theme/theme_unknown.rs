//! `theme-unknown`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::{Findings, nearest};
use crate::rules::RunContext;
use crate::rules::rule::rule;
use crate::theme::built_in_names;

rule! {
    /// The settings name a theme that does not exist.
    ///
    /// A theme is built in, or a folder in `themes/` with a `theme.yaml`, a stylesheet or templates. Without it, nothing can be built: the site would have
    /// the look of another one.
    ///
    /// ```files,fails
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// regions: [{id: us, label: United States}, {id: eu, label: Europe}]
    /// auth: [{id: oauth2, label: OAuth 2.0}]
    /// agreement: {current: "2026-01"}
    /// theme: leger
    /// ```
    /// ```files,passes
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// regions: [{id: us, label: United States}, {id: eu, label: Europe}]
    /// auth: [{id: oauth2, label: OAuth 2.0}]
    /// agreement: {current: "2026-01"}
    /// theme: ledger
    /// ```
    THEME_UNKNOWN = { id: "T004", name: "theme-unknown", level: Error, fixed: true, since: "0.1", check: Surroundings(check) }
}

fn check(raw: &RawCatalogue, context: &RunContext, findings: &mut Findings<'_>) {
    let (Some(beside), Some(theme)) = (&context.themes, raw.settings().theme.spanned()) else { return };
    let Some(settings) = raw.settings_file() else { return };
    let within = raw.documents().filter(|document| document.path.as_str().starts_with("themes/"));
    let mut known: Vec<&str> = built_in_names();
    known.extend(beside.iter().map(|name| &**name));
    known.extend(within.filter_map(|document| document.path.segments().nth(1)).filter(|name| !name.contains('.')));
    known.sort_unstable();
    known.dedup();
    if known.contains(&&***theme) {
        return;
    }
    let names = known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    findings
        .elsewhere(&settings.path, Some(theme.span), format!("unknown theme `{}`", crate::rules::scalar::shortened(theme)))
        .did_you_mean(nearest(theme, known.iter().copied()))
        .help(format!("available themes: {names}; your own are folders in `themes/`, next to the content folder"));
}

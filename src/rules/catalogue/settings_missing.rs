//! `settings-missing`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// The catalogue has no `catalogue.yaml`.
    ///
    /// It contains the title, the URL and all options that listings may choose from. Without it, pages are built with placeholders, and
    /// feeds and the sitemap lack absolute URLs.
    ///
    /// ```files,fails
    /// ==> catalogue.yaml <==
    /// (gone)
    /// ```
    /// ```files,passes
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// ```
    SETTINGS_MISSING = { id: "C009", name: "settings-missing", level: Warn, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    if raw.settings_file().is_none() {
        findings
            .whole("`catalogue.yaml` is missing")
            .help("add the file with at least `title: …` and `base_url: https://…`, or pass the folder that contains it");
    }
}

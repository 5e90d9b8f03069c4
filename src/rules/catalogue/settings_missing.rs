//! `settings-missing`

use crate::catalogue::Draft;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// The catalogue has no `catalogue.yaml`.
    ///
    /// Its title, its address and everything that listings may choose from stand there. Without it pages are built with stand-ins, and
    /// feeds and the sitemap lack whole addresses.
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

fn check(draft: &Draft, findings: &mut Findings<'_>) {
    if draft.document("catalogue.yaml").is_none() {
        findings
            .whole("`catalogue.yaml` is missing")
            .help("add the file with at least `title: …` and `base_url: https://…`, or point to the folder that holds it");
    }
}

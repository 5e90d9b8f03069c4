//! `app-website-missing`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::{Advice, Findings};
use crate::format::AppFile;
use crate::rules::RunContext;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// The app has no website.
    ///
    /// Visitors cannot see which app is meant, and reviewers have nothing to verify a new app with. An app that is already in the catalogue gets the finding
    /// at one level milder.
    ///
    /// ```files,fails
    /// ==> apps/zebra.yaml <==
    /// name: Zebra
    /// ==> listings/zebra/listing.yaml <==
    /// name: Zebra Rows
    /// app: Zebra
    /// ```
    /// ```files,passes
    /// ==> apps/zebra.yaml <==
    /// name: Zebra
    /// website: https://zebra.example/
    /// ==> listings/zebra/listing.yaml <==
    /// name: Zebra Rows
    /// app: Zebra
    /// ```
    APP_WEBSITE_MISSING = { id: "C024", name: "app-website-missing", level: Warn, since: "0.1", check: Surroundings(check) }
}

fn check(raw: &RawCatalogue, context: &RunContext, findings: &mut Findings<'_>) {
    // A catalogue without any websites has decided so; a new app is evidence of nothing without one.
    let has_none = raw.all::<AppFile>().all(|(_, app)| app.website.is_missing());
    for (document, app) in raw.all::<AppFile>().filter(|(_, app)| app.website.is_missing()) {
        let Some(name) = app.name.spanned() else { continue };
        let is_new = context.is_submitted(&document.path);
        if has_none && !is_new {
            continue;
        }
        let noun = if is_new { "new app" } else { "app" };
        let finding = findings.elsewhere(&document.path, Some(name.span), format!("{noun} `{}` has no website", shortened(name)));
        let finding = if is_new { finding } else { finding.milder() };
        finding.help(Advice::add("website").note("with the URL of the vendor's page about it"));
    }
}

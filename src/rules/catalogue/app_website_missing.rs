//! `app-website-missing`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::{Advice, Findings};
use crate::format::AppFile;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// The app has no website.
    ///
    /// Visitors cannot see which app is meant, and reviewers have nothing to compare a new app with.
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
    APP_WEBSITE_MISSING = { id: "C024", name: "app-website-missing", level: Info, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    let apps = || raw.all::<AppFile>();
    // A catalogue without any websites has decided so.
    if apps().all(|(_, app)| app.website.is_missing()) {
        return;
    }
    for (document, app) in apps().filter(|(_, app)| app.website.is_missing()) {
        let Some(name) = app.name.spanned() else { continue };
        findings
            .elsewhere(&document.path, Some(name.span), format!("app `{}` has no website", shortened(name)))
            .help(Advice::add("website").note("with the address of the vendor's page about it"));
    }
}

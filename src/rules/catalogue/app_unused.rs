//! `app-unused`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::format::AppFile;
use crate::rules::rule::rule;
use crate::rules::scalar::{loose, shortened};
use std::collections::BTreeSet;

rule! {
    /// No listing is for the app.
    ///
    /// The list of apps gets longer without getting better: visitors who choose this one find nothing.
    ///
    /// ```files,fails
    /// ==> apps/zebra.yaml <==
    /// name: Zebra
    /// website: https://zebra.example/
    /// ```
    /// ```files,passes
    /// ==> apps/zebra.yaml <==
    /// name: Zebra
    /// website: https://zebra.example/
    /// ==> listings/zebra/listing.yaml <==
    /// name: Zebra Rows
    /// app: Zebra
    /// ```
    APP_UNUSED = { id: "C018", name: "app-unused", level: Info, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    // A listing that misspells the app has a finding of its own.
    let used: BTreeSet<String> = raw.listings().filter_map(|listing| listing.file.app.get()).map(|app| loose(app)).collect();
    for (document, app) in raw.all::<AppFile>() {
        let Some(name) = app.name.spanned().filter(|name| !used.contains(&loose(name))) else { continue };
        findings
            .elsewhere(&document.path, Some(name.span), format!("no listing is for `{}`", shortened(name)))
            .help("add the file together with its first listing");
    }
}

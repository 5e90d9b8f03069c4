//! `listing-file-missing`

use std::collections::HashSet;

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// A folder in `listings/` has no `listing.yaml`.
    ///
    /// Nothing in the folder appears in the catalogue, although its submitter thinks it is published.
    ///
    /// ```files,fails
    /// ==> listings/alerts/README.md <==
    /// ## Setup
    ///
    /// Install it.
    /// ```
    /// ```files,passes
    /// ==> listings/alerts/listing.yaml <==
    /// name: Acme Alerts
    /// app: Slack
    /// ```
    LISTING_FILE_MISSING = { id: "C011", name: "listing-file-missing", level: Error, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    let mut seen = HashSet::new();
    for document in raw.documents() {
        let Some(slug) = document.path.listing_slug() else { continue };
        if !raw.has_listing(slug) && seen.insert(slug) {
            findings
                .elsewhere(&document.path, None, format!("folder `listings/{slug}/` has no `listing.yaml`"))
                .help("add the file with at least `name` and `app`, or delete the folder");
        }
    }
}

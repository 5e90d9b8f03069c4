//! `publisher-claims-vendor`

use std::collections::HashMap;

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::format::PublisherFile;
use crate::rules::rule::rule;
use crate::rules::scalar::loose;
use crate::rules::vendor::{Bond, bond};

rule! {
    /// A publisher has the name of an app that someone else makes.
    ///
    /// Visitors would take its listings for the vendor's own. The vendor of an app is known from the domains in `apps/` and the verified
    /// domains in `publishers/`.
    ///
    /// ```files,fails
    /// ==> apps/slack.yaml <==
    /// name: Slack
    /// website: https://slack.com/
    /// domains: [slack.com]
    /// ==> publishers/slack.yaml <==
    /// name: Slack
    /// ```
    /// ```files,passes
    /// ==> apps/slack.yaml <==
    /// name: Slack
    /// website: https://slack.com/
    /// domains: [slack.com]
    /// ==> publishers/slack.yaml <==
    /// name: Slack
    /// domains: [slack.com]
    /// verified: {on: 2026-01-03, method: dns}
    /// ```
    PUBLISHER_CLAIMS_VENDOR = { id: "C014", name: "publisher-claims-vendor", level: Warn, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    let mut apps = HashMap::new();
    for app in raw.app_names() {
        apps.entry(loose(app)).or_insert(app);
    }
    for (document, publisher) in raw.all::<PublisherFile>() {
        let Some(name) = publisher.name.spanned() else { continue };
        let Some(&app) = apps.get(&loose(name)) else { continue };
        let Some((path, entry)) = raw.app(app) else { continue };
        if bond(entry, Some(publisher)) == Bond::Stranger {
            findings
                .elsewhere(
                    &document.path,
                    Some(name.span),
                    format!("the publisher has the name of the app `{app}`, but none of its verified domains"),
                )
                .related(path, entry.name.span(), "the app")
                .help("if it is the vendor, verify the domain and add `verified`; otherwise choose another name");
        }
    }
}

//! `intent-fulfilled`

use super::intents::is_by_announcer;
use crate::catalogue::{RawCatalogue, RawListing};
use crate::diagnostic::Findings;
use crate::format::IntentFile;
use crate::rules::RunContext;
use crate::rules::folding::Names;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// An announced listing is in the catalogue.
    ///
    /// The list of announcements still says that it is planned.
    ///
    /// ```files,fails
    /// ==> intents/zebra.yaml <==
    /// developer: {name: Zebra Works, contact: hello@zebra.example}
    /// company_profile: zebra
    /// connector: Zebra Rows
    /// expected_completion: 2026-03-01
    /// ==> publishers/zebra.yaml <==
    /// name: Zebra Works
    /// ==> listings/zebra/listing.yaml <==
    /// name: Zebra Rows
    /// app: Slack
    /// publisher: zebra
    /// ```
    /// ```files,passes
    /// ==> intents/zebra.yaml <==
    /// developer: {name: Zebra Works, contact: hello@zebra.example}
    /// company_profile: zebra
    /// connector: Zebra Rows
    /// expected_completion: 2026-03-01
    /// ==> publishers/zebra.yaml <==
    /// name: Zebra Works
    /// ==> listings/zebra/listing.yaml <==
    /// name: Zebra Lines
    /// app: Slack
    /// publisher: zebra
    /// ```
    INTENT_FULFILLED = { id: "C027", name: "intent-fulfilled", level: Info, since: "0.1", check: Surroundings(check) }
}

fn check(raw: &RawCatalogue, context: &RunContext, findings: &mut Findings<'_>) {
    if raw.all::<IntentFile>().next().is_none() {
        return;
    }
    let listings: Vec<_> = raw.listings().filter_map(|listing| Some((listing, listing.file.name.spanned()?))).collect();
    let names = Names::new(listings.iter().map(|(_, name)| &*name.value));
    for (document, intent) in raw.all::<IntentFile>() {
        let Some(connector) = intent.connector.spanned() else { continue };
        let alike = names.like(connector).into_iter().map(|n| &listings[n]);
        let is_new = context.is_submitted(&document.path);
        // An announcement that does not say whose it is, is not fulfilled by a new listing or a name that is taken.
        let fulfils = |listing: &RawListing<'_>| {
            is_by_announcer(intent, listing, raw).unwrap_or_else(|| is_new == context.is_submitted(&listing.document.path))
        };
        if let Some((listing, name)) = alike.into_iter().find(|(listing, _)| fulfils(listing)) {
            findings
                .elsewhere(
                    &document.path,
                    Some(connector.span),
                    format!("`{}` is in the catalogue, but still announced", shortened(connector)),
                )
                .related(&listing.document.path, Some(name.span), "the listing")
                .help("delete the announcement");
        }
    }
}

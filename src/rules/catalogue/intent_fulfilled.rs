//! `intent-fulfilled`

use super::intents::all;
use crate::catalogue::{Draft, ListingDraft};
use crate::diagnostic::Findings;
use crate::rules::folding::Names;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// An announced connector is there.
    ///
    /// The list of announcements still says that it is to come.
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
    INTENT_FULFILLED = { id: "C027", name: "intent-fulfilled", level: Info, since: "0.1", check: Catalogue(check) }
}

fn check(draft: &Draft, findings: &mut Findings<'_>) {
    if all(draft).next().is_none() {
        return;
    }
    let listings: Vec<_> = draft.listings().filter_map(|listing| Some((listing, listing.file.name.spanned()?))).collect();
    let names = Names::new(listings.iter().map(|(_, name)| &*name.value));
    for (document, intent) in all(draft) {
        let (Some(connector), owner) = (intent.connector.spanned(), intent.company_profile.get()) else { continue };
        let alike = names.like(connector).into_iter().map(|n| &listings[n]);
        let fulfils = |listing: &ListingDraft<'_>| owner.is_none() || listing.file.publisher.get() == owner;
        if let Some((listing, name)) = alike.into_iter().find(|(listing, _)| fulfils(listing)) {
            findings
                .elsewhere(
                    &document.path,
                    Some(connector.span),
                    format!("`{}` is in the catalogue, and still announced", shortened(connector)),
                )
                .related(&listing.document.path, Some(name.span), "the listing")
                .help("delete the announcement");
        }
    }
}

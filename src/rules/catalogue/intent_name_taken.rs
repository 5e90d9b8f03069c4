//! `intent-name-taken`

use super::intents::{HeldNames, is_by_announcer};
use crate::catalogue::{RawCatalogue, RawListing};
use crate::diagnostic::Findings;
use crate::rules::RunContext;
use crate::rules::folding::Names;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// An announcement is for the name of someone else's listing.
    ///
    /// A name belongs to the listing that is in the catalogue, and nobody can reserve it.
    ///
    /// ```files,fails
    /// ==> intents/zebra.yaml <==
    /// developer: {name: Zebra Works, contact: hello@zebra.example}
    /// company_profile: zebra
    /// connector: ACME Messages
    /// expected_completion: 2026-03-01
    /// ```
    /// ```files,fails
    /// ==> submitted: intents/zebra.yaml <==
    /// developer: {name: Zebra Works, contact: hello@zebra.example}
    /// connector: Acme Messages
    /// announced_on: 2026-02-01
    /// ```
    /// ```files,passes
    /// ==> intents/zebra.yaml <==
    /// developer: {name: Zebra Works, contact: hello@zebra.example}
    /// company_profile: zebra
    /// connector: Zebra Messages
    /// expected_completion: 2026-03-01
    /// ```
    INTENT_NAME_TAKEN = { id: "C070", name: "intent-name-taken", level: Error, costs: Page, since: "0.1", check: Surroundings(check) }
}

fn check(raw: &RawCatalogue, context: &RunContext, findings: &mut Findings<'_>) {
    let held = HeldNames::new(context.today, raw);
    if held.all().is_empty() {
        return;
    }
    let listings: Vec<_> = raw.listings().filter_map(|listing| Some((listing, listing.file.name.spanned()?))).collect();
    let names = Names::new(listings.iter().map(|(_, name)| &*name.value));
    for held in held.all() {
        let is_new = context.is_submitted(&held.document.path);
        let takes = |listing: &RawListing<'_>| {
            let is_new_listing = context.is_submitted(&listing.document.path);
            match is_by_announcer(held.intent, listing, raw) {
                Some(true) => false,
                // New listings give way to existing ones: `name-reserved` reports it for the listing.
                Some(false) => is_new || !is_new_listing,
                // No one knows whose it is. A listing that is newer than the announcement may well be the announced one.
                None => is_new && !is_new_listing,
            }
        };
        let alike = names.like(held.connector).into_iter().map(|n| &listings[n]);
        if let Some((listing, name)) = alike.into_iter().find(|(listing, _)| takes(listing)) {
            findings
                .elsewhere(
                    &held.document.path,
                    Some(held.connector.span),
                    format!("`{}` is the name of listing `{}`", shortened(held.connector), listing.slug),
                )
                .related(&listing.document.path, Some(name.span), "the listing")
                .help("announce another name, or remove the announcement");
        }
    }
}

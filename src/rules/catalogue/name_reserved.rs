//! `name-reserved`

use super::intents::{Held, HeldNames, is_by_announcer};
use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::rules::RunContext;
use crate::rules::announcer::announcer;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
rule! {
    /// A new listing has a name that someone else has announced.
    ///
    /// An announcement reserves its name until 30 days after its expected date, or for 6 months if it has none. Without that, the first person who reads the
    /// announcement could take the name. Only submitted listings give way: no announcement removes a listing from the catalogue.
    ///
    /// ```files,fails
    /// ==> intents/zebra.yaml <==
    /// developer: {name: Zebra Works, contact: hello@zebra.example}
    /// company_profile: zebra
    /// connector: Zebra Rows
    /// expected_completion: 2026-03-01
    /// ==> submitted: listings/zebra/listing.yaml <==
    /// name: Zebra Rows
    /// app: Slack
    /// publisher: acme
    /// ```
    /// ```files,fails
    /// ==> intents/zebra.yaml <==
    /// developer: {name: Zebra Works, contact: hello@zebra.example}
    /// account: {forge: github, login: zebra, id: 990000108}
    /// connector: Zebra Rows
    /// announced_on: 2025-12-01
    /// ==> submitted: listings/zebra/listing.yaml <==
    /// name: Zebra Rows
    /// app: Slack
    /// publisher: acme
    /// ```
    /// ```files,passes
    /// ==> intents/zebra.yaml <==
    /// developer: {name: Zebra Works, contact: hello@zebra.example}
    /// company_profile: zebra
    /// connector: Zebra Rows
    /// expected_completion: 2026-01-01
    /// ==> submitted: listings/zebra/listing.yaml <==
    /// name: Zebra Rows
    /// app: Slack
    /// publisher: acme
    /// ```
    /// ```files,passes
    /// ==> intents/zebra.yaml <==
    /// developer: {name: Zebra Works, contact: hello@zebra.example}
    /// account: {forge: github, login: zebra, id: 990000108}
    /// connector: Zebra Rows
    /// announced_on: 2025-12-01
    /// ==> publishers/zebra.yaml <==
    /// name: Zebra Works
    /// accounts: [{forge: github, login: zebra, id: 990000108}]
    /// ==> submitted: listings/zebra/listing.yaml <==
    /// name: Zebra Rows
    /// app: Slack
    /// publisher: zebra
    /// ```
    NAME_RESERVED = { id: "C025", name: "name-reserved", level: Error, since: "0.1", check: Surroundings(check) }
}

fn check(raw: &RawCatalogue, context: &RunContext, findings: &mut Findings<'_>) {
    let held = HeldNames::new(context.today, raw);
    for listing in raw.listings().filter(|listing| context.is_submitted(&listing.document.path)) {
        let Some(name) = listing.file.name.spanned() else { continue };
        // If the announcement comes with the listing, `intent-name-taken` checks whether it may.
        let is_others =
            |held: &Held<'_>| !context.is_submitted(&held.document.path) && is_by_announcer(held.intent, &listing, raw) != Some(true);
        let Some(other) = held.like(name).into_iter().find(is_others) else { continue };
        let help = match (other.intent.company_profile.get(), other.intent.account.get()) {
            (None, None) => "choose another name; if the announcement is yours, remove it in the same change",
            (None, Some(_)) => "choose another name; if the account is yours, add it to `accounts` in your publisher's file",
            _ => "choose another name, or agree with the publisher and remove the announcement",
        };
        findings
            .elsewhere(
                &listing.document.path,
                Some(name.span),
                format!("`{}` is reserved for {}", shortened(name), announcer(other.intent)),
            )
            .related(&other.document.path, Some(other.connector.span), "announced here")
            .help(help);
    }
}

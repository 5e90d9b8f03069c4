//! `duplicate-intent`

use super::intents::{Held, HeldNames};
use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::rules::RunContext;
use crate::rules::announcer::announcer;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// Two announcements are for the same name.
    ///
    /// Only one of the two can have it. If one of them is being submitted, the finding is on that one; otherwise, it is
    /// on both.
    ///
    /// ```files,fails
    /// ==> intents/zebra.yaml <==
    /// developer: {name: Zebra Works, contact: hello@zebra.example}
    /// connector: Zebra Rows
    /// expected_completion: 2026-03-01
    /// ==> intents/zebra-rows.yaml <==
    /// developer: {name: Quagga Works, contact: hello@quagga.example}
    /// connector: Zebra rows
    /// expected_completion: 2026-04-01
    /// ```
    /// ```files,passes
    /// ==> intents/zebra.yaml <==
    /// developer: {name: Zebra Works, contact: hello@zebra.example}
    /// connector: Zebra Rows
    /// expected_completion: 2026-03-01
    /// ==> intents/zebra-rows.yaml <==
    /// developer: {name: Quagga Works, contact: hello@quagga.example}
    /// connector: Quagga Rows
    /// expected_completion: 2026-04-01
    /// ```
    DUPLICATE_INTENT = { id: "C071", name: "duplicate-intent", level: Warn, since: "0.1", check: Surroundings(check) }
}

fn check(raw: &RawCatalogue, context: &RunContext, findings: &mut Findings<'_>) {
    let held = HeldNames::new(context.today, raw);
    let is_new = |held: &Held<'_>| context.is_submitted(&held.document.path);
    for own in held.all() {
        let is_before = |other: &Held<'_>| other.document.path != own.document.path && (is_new(own) || !is_new(other));
        if let Some(other) = held.like(own.connector).into_iter().find(is_before) {
            findings
                .elsewhere(
                    &own.document.path,
                    Some(own.connector.span),
                    format!("`{}` is reserved for {}", shortened(own.connector), announcer(other.intent)),
                )
                .related(&other.document.path, Some(other.connector.span), "also announced here")
                .help("announce another name; of two announcements by the same developer, remove one");
        }
    }
}

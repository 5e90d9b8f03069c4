//! `intent-overdue`

use jiff::civil::Date;

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::format::IntentFile;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
rule! {
    /// An announced listing is overdue.
    ///
    /// Visitors wait for it in vain. An announcement reserves its name until 30 days after its expected date, or for 6 months if it has none; then the name
    /// is free again for everyone.
    ///
    /// ```files,fails
    /// ==> intents/zebra.yaml <==
    /// developer: {name: Zebra Works, contact: hello@zebra.example}
    /// company_profile: zebra
    /// connector: Zebra Rows
    /// expected_completion: 2026-01-20
    /// ```
    /// ```files,fails
    /// ==> intents/zebra.yaml <==
    /// developer: {name: Zebra Works, contact: hello@zebra.example}
    /// connector: Zebra Rows
    /// announced_on: 2025-07-20
    /// ```
    /// ```files,passes
    /// ==> intents/zebra.yaml <==
    /// developer: {name: Zebra Works, contact: hello@zebra.example}
    /// company_profile: zebra
    /// connector: Zebra Rows
    /// expected_completion: 2026-03-01
    /// ```
    INTENT_OVERDUE = { id: "C026", name: "intent-overdue", level: Warn, since: "0.1", check: Calendar(check) }
}

fn check(raw: &RawCatalogue, today: Date, findings: &mut Findings<'_>) {
    for (document, intent) in raw.all::<IntentFile>() {
        let (Some(connector), Some(last)) = (intent.connector.get(), intent.holds_until()) else { continue };
        let connector = shortened(connector);
        let (span, message) = match (intent.expected_completion.spanned(), intent.announced_on.spanned()) {
            (Some(expected), _) if expected.value < today => (expected.span, format!("`{connector}` was expected by {}", expected.value)),
            (None, Some(announced)) if last < today => (announced.span, format!("`{connector}` was announced on {}", announced.value)),
            _ => continue,
        };
        let held = if today <= last { format!("is reserved until {last}") } else { format!("is free since {last}") };
        findings
            .elsewhere(&document.path, Some(span), message)
            .help(format!("the name {held}: ask the developer for a new date, or remove the announcement"));
    }
}

//! `intent-overdue`

use jiff::civil::Date;

use super::intents::{all, is_over};
use crate::catalogue::Draft;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
rule! {
    /// An announced connector should have been there by now.
    ///
    /// Visitors wait for it in vain, and the name is free again: what was reserved can be taken by somebody else.
    ///
    /// ```files,fails
    /// ==> intents/zebra.yaml <==
    /// developer: {name: Zebra Works, contact: hello@zebra.example}
    /// company_profile: zebra
    /// connector: Zebra Rows
    /// expected_completion: 2026-01-20
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

fn check(draft: &Draft, today: Date, findings: &mut Findings<'_>) {
    for (document, intent) in all(draft).filter(|(_, intent)| is_over(intent, today)) {
        let (Some(date), Some(connector)) = (intent.expected_completion.spanned(), intent.connector.get()) else { continue };
        findings
            .elsewhere(&document.path, Some(date.span), format!("`{}` was expected by {}", shortened(connector), date.value))
            .help("ask the developer for a new date, or take the announcement out");
    }
}

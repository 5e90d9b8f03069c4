//! `intent-undated`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::format::IntentFile;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
use jiff::civil::Date;

rule! {
    /// An announcement has no date.
    ///
    /// It reserves a name, and nobody can tell until when.
    ///
    /// ```files,fails
    /// ==> intents/zebra.yaml <==
    /// developer: {name: Zebra Works, contact: hello@zebra.example}
    /// connector: Zebra Rows
    /// ```
    /// ```files,passes
    /// ==> intents/zebra.yaml <==
    /// developer: {name: Zebra Works, contact: hello@zebra.example}
    /// connector: Zebra Rows
    /// announced_on: 2026-02-01
    /// ```
    INTENT_UNDATED = { id: "C072", name: "intent-undated", level: Warn, since: "0.1", check: Calendar(check) }
}

fn check(raw: &RawCatalogue, today: Date, findings: &mut Findings<'_>) {
    for (document, intent) in
        raw.all::<IntentFile>().filter(|(_, intent)| intent.announced_on.is_missing() && intent.expected_completion.is_missing())
    {
        let Some(connector) = intent.connector.spanned() else { continue };
        findings
            .elsewhere(&document.path, Some(connector.span), format!("no date says until when `{}` is reserved", shortened(connector)))
            .help(format!("add the date of the announcement, such as `announced_on: {today}`, or `expected_completion`"));
    }
}

//! `security-expiry-near`

use jiff::civil::Date;

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

/// Days before the expiry date at which the contacts should be checked again.
const NOTICE: i32 = 30;

rule! {
    /// The contents of `security.txt` expire soon.
    ///
    /// After that day, the file may not be trusted: people who have found a vulnerability do not know whom to report it to, and publish it. A yearly check
    /// keeps the contacts valid.
    ///
    /// ```files,fails
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// security: {contact: [security@catalogue.example], expires: 2026-02-20}
    /// ```
    /// ```files,passes
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// security: {contact: [security@catalogue.example], expires: 2027-01-31}
    /// ```
    SECURITY_EXPIRY_NEAR = { id: "C046", name: "security-expiry-near", level: Error, since: "0.1", check: Calendar(check) }
}

fn check(raw: &RawCatalogue, today: Date, findings: &mut Findings<'_>) {
    let Some(document) = raw.settings_file() else { return };
    let Some(expires) = raw.settings().security.get().and_then(|security| security.expires.spanned()) else { return };
    let n_days = (expires.value - today).get_days();
    if n_days >= NOTICE {
        return;
    }
    let when = match n_days {
        ..0 => "has passed".to_owned(),
        0 => "is today".to_owned(),
        1 => "is tomorrow".to_owned(),
        n => format!("is only {n} days away"),
    };
    findings
        .elsewhere(&document.path, Some(expires.span), format!("`expires` is {}, which {when}", expires.value))
        .help(format!("check the contacts, and set a date at least {NOTICE} days and at most a year ahead"));
}

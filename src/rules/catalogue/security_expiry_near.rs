//! `security-expiry-near`

use jiff::civil::Date;

use crate::catalogue::Draft;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

/// Days that are left when it is time to look at the contacts again.
const NOTICE: i32 = 30;

rule! {
    /// What `security.txt` says does not hold for long enough.
    ///
    /// Behind its day the file may not be believed: whoever has found a hole does not know whom to tell, and tells everybody. Looking at the contacts once
    /// a year keeps them true.
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

fn check(draft: &Draft, today: Date, findings: &mut Findings<'_>) {
    let Some(document) = draft.document("catalogue.yaml") else { return };
    let Some(expires) = draft.settings().security.get().and_then(|security| security.expires.spanned()) else { return };
    let n_days = (expires.value - today).get_days();
    if n_days >= NOTICE {
        return;
    }
    let when = match n_days {
        ..0 => "is over".to_owned(),
        0 => "is today".to_owned(),
        1 => "is tomorrow".to_owned(),
        n => format!("is only {n} days away"),
    };
    findings
        .elsewhere(&document.path, Some(expires.span), format!("`expires` is {}, which {when}", expires.value))
        .help(format!("check the contacts, and set a day at least {NOTICE} days and at most a year ahead"));
}

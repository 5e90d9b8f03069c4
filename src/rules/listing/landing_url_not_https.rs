//! `landing-url-not-https`

use super::url_not_https::{is_plain, report};
use crate::diagnostic::Findings;
use crate::rules::Address;
use crate::rules::rule::rule;

rule! {
    /// The page where visitors ask for the listing uses plain `http`.
    ///
    /// On this page, visitors give their address or receive a private link. On the way to it, others can read that, or replace the page with their own.
    ///
    /// ```yaml,fails
    /// install: {mode: request, landing_url: http://acme.example/messages, path_note: Ask on the page.}
    /// ```
    /// ```yaml,passes
    /// install: {mode: request, landing_url: https://acme.example/messages, path_note: Ask on the page.}
    /// ```
    LANDING_URL_NOT_HTTPS = { id: "L045", name: "landing-url-not-https", level: Error, since: "0.1", check: Address(check) }
}

fn check(address: &Address<'_>, findings: &mut Findings<'_>) {
    if address.is_landing && is_plain(address) {
        report(address, findings);
    }
}

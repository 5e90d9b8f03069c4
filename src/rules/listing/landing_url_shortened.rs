//! `landing-url-shortened`

use crate::diagnostic::Findings;
use crate::rules::Address;
use crate::rules::link::url_shortener::{is_shortened, report};
use crate::rules::rule::rule;

rule! {
    /// The link to the page where visitors ask for the listing goes through a URL shortener.
    ///
    /// The landing page is part of what is reviewed. The target of a shortened URL can change after the review, and no one can see where it leads.
    ///
    /// ```yaml,fails
    /// install: {mode: request, landing_url: https://bit.ly/3xYzAbC, path_note: Ask on the page.}
    /// ```
    /// ```yaml,passes
    /// install: {mode: request, landing_url: https://acme.example/messages, path_note: Ask on the page.}
    /// ```
    LANDING_URL_SHORTENED = { id: "L046", name: "landing-url-shortened", level: Error, since: "0.1", check: Address(check) }
}

fn check(address: &Address<'_>, findings: &mut Findings<'_>) {
    if address.is_landing && is_shortened(address) {
        report(address, findings);
    }
}

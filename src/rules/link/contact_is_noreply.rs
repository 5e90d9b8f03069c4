//! `contact-is-noreply`

use super::contact::contact;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::rules::rule::rule;
use crate::rules::scalar::{loose, shortened};

rule! {
    /// The contact is an address that does not receive mail.
    ///
    /// Its name says so: `noreply@`. A visitor with a problem reaches nobody, and a researcher who found a vulnerability
    /// gives up and publishes it.
    ///
    /// ```yaml,fails
    /// support: {email: no-reply@acme.example}
    /// ```
    /// ```yaml,passes
    /// support: {email: help@acme.example}
    /// ```
    CONTACT_IS_NOREPLY = { id: "L130", name: "contact-is-noreply", level: Error, costs: Value, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    if let Some(contact) = contact(document).filter(|contact| is_unread(contact)) {
        findings
            .at(contact.span, format!("`{}` does not receive mail", shortened(contact)))
            .help("use an address that someone reads, or a page with `url:`");
    }
}

/// Whether the address itself says that it only sends.
fn is_unread(address: &str) -> bool {
    let (local, host) = address.rsplit_once('@').unwrap_or_default();
    let name = loose(local);
    let says_so = ["noreply", "donotreply", "dontreply"].iter().any(|word| name.starts_with(word) || name.ends_with(word));
    says_so || matches!(name.as_str(), "mailerdaemon" | "postmaster" | "bounce" | "bounces") || host.contains("noreply")
}

//! `transfer-without-consent`

use crate::catalogue::Change;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// A listing would be transferred without the consent of both publishers.
    ///
    /// Its users trusted the former publisher, who therefore proposes or approves the transfer; the new publisher agrees in the same way. If a publisher
    /// cannot be reached, a maintainer proposes the transfer, or deprecates the listing with `reason: unmaintained`, so that anyone can offer to adopt it.
    ///
    /// ```files,fails
    /// ==> before: publishers/acme.yaml <==
    /// name: Acme Works
    /// url: https://acme.example/
    /// may_hide_source: true
    /// accounts: [{forge: github, login: acme, id: 990000101}]
    /// ==> publishers/wren.yaml <==
    /// name: Wren Tools
    /// url: https://wren.example/
    /// ==> listings/other/listing.yaml <==
    /// name: Other Rows
    /// app: HubSpot
    /// publisher: wren
    /// ```
    /// ```files,passes
    /// ==> before: publishers/acme.yaml <==
    /// name: Acme Works
    /// url: https://acme.example/
    /// may_hide_source: true
    /// accounts: [{forge: github, login: wren, id: 990000107}]
    /// ==> publishers/wren.yaml <==
    /// name: Wren Tools
    /// url: https://wren.example/
    /// ==> listings/other/listing.yaml <==
    /// name: Other Rows
    /// app: HubSpot
    /// publisher: wren
    /// ```
    TRANSFER_WITHOUT_CONSENT = { id: "R010", name: "transfer-without-consent", level: Error, since: "0.1", check: Change(check) }
}

fn check(change: &Change<'_>, findings: &mut Findings<'_>) {
    if change.is_by_maintainer() || change.people.author.is_none() {
        return;
    }
    for listing in &change.listings {
        let (Some(from), Some(to), Some(is)) = (listing.former_publisher(), listing.publisher(), listing.is) else { continue };
        if from == to {
            continue;
        }
        for (slug, role) in [(from, "gives it away"), (to, "receives it")] {
            let is_asked = slug == to || !listing.is_adoption();
            if !is_asked || change.accounts(slug).is_empty() || change.has_consent_of(slug) {
                continue;
            }
            findings
                .elsewhere(
                    &is.document.path,
                    is.file.publisher.span(),
                    format!("`{}` would be transferred from `{from}` to `{to}` without the consent of `{slug}`, who {role}", listing.slug),
                )
                .help(format!("ask an account of `{slug}` to approve this change"));
        }
    }
}

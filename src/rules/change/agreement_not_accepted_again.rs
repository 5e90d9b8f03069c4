//! `agreement-not-accepted-again`

use crate::catalogue::Change;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// A listing is transferred to another publisher, but the former publisher accepted the developer agreement.
    ///
    /// Nobody can accept terms for someone else. The new publisher accepts the agreement in force in the same change.
    ///
    /// ```files,fails
    /// ==> publishers/wren.yaml <==
    /// name: Wren Tools
    /// url: https://wren.example/
    /// ==> before: listings/other/listing.yaml <==
    /// name: Other Rows
    /// app: HubSpot
    /// publisher: acme
    /// agreement: {version: "2026-01", accepted_by: Acme Works Ltd, accepted_on: 2026-01-05}
    /// ==> listings/other/listing.yaml <==
    /// name: Other Rows
    /// app: HubSpot
    /// publisher: wren
    /// agreement: {version: "2026-01", accepted_by: Acme Works Ltd, accepted_on: 2026-01-05}
    /// ```
    /// ```files,passes
    /// ==> publishers/wren.yaml <==
    /// name: Wren Tools
    /// url: https://wren.example/
    /// ==> before: listings/other/listing.yaml <==
    /// name: Other Rows
    /// app: HubSpot
    /// publisher: acme
    /// agreement: {version: "2026-01", accepted_by: Acme Works Ltd, accepted_on: 2026-01-05}
    /// ==> listings/other/listing.yaml <==
    /// name: Other Rows
    /// app: HubSpot
    /// publisher: wren
    /// agreement: {version: "2026-01", accepted_by: Wren Tools Ltd, accepted_on: 2026-01-20}
    /// ```
    AGREEMENT_NOT_ACCEPTED_AGAIN = { id: "R019", name: "agreement-not-accepted-again", level: Error, since: "0.1", check: Change(check) }
}

fn check(change: &Change<'_>, findings: &mut Findings<'_>) {
    for (listing, was, is) in change.edited() {
        let (Some(from), Some(to)) = (listing.former_publisher(), listing.publisher()) else { continue };
        let (Some(before), Some(after)) = (was.file.agreement.get(), is.file.agreement.get()) else { continue };
        if from != to && before.accepted_by.get() == after.accepted_by.get() {
            let who = before.accepted_by.get().map_or("the former publisher", |name| &**name);
            findings
                .elsewhere(
                    &is.document.path,
                    is.file.agreement.span(),
                    format!("`{}` is transferred from `{from}` to `{to}`, but the agreement was accepted by `{who}`", listing.slug),
                )
                .help(format!("`{to}` has to read the agreement and update `accepted_by` and `accepted_on`"));
        }
    }
}

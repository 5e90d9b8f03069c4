//! `agreement-not-accepted-again`

use crate::catalogue::Change;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// A listing is transferred to another publisher, who has not accepted the developer agreement.
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
    /// ```files,fails
    /// ==> publishers/wren.yaml <==
    /// name: Wren Tools
    /// url: https://wren.example/
    /// ==> before: listings/other/listing.yaml <==
    /// name: Other Rows
    /// app: HubSpot
    /// publisher: acme
    /// ==> listings/other/listing.yaml <==
    /// name: Other Rows
    /// app: HubSpot
    /// publisher: wren
    /// ```
    /// ```files,fails
    /// ==> publishers/wren.yaml <==
    /// name: Wren Tools
    /// url: https://wren.example/
    /// ==> before: listings/other/listing.yaml <==
    /// name: Other Rows
    /// app: HubSpot
    /// publisher: acme
    /// agreement: {version: "2025-10", accepted_by: Acme Works Ltd, accepted_on: 2025-10-05}
    /// ==> listings/other/listing.yaml <==
    /// name: Other Rows
    /// app: HubSpot
    /// publisher: wren
    /// agreement: {version: "2025-10", accepted_by: Wren Tools Ltd, accepted_on: 2026-01-20}
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
    let in_force = change.base.settings().agreement.get().and_then(|agreement| agreement.current.get());
    for (listing, was, is) in change.edited() {
        let (Some(from), Some(to)) = (listing.former_publisher(), listing.publisher()) else { continue };
        let [before, after] = [was, is].map(|listing| listing.file.agreement.get().and_then(|agreement| agreement.accepted_by.get()));
        let accepted = is.file.agreement.get().and_then(|agreement| agreement.version.get());
        let fault = match (before, after) {
            _ if from == to || is.is_gone() => continue,
            (None, None) if in_force.is_some() => "no one has accepted the agreement".to_owned(),
            (Some(before), Some(after)) if before == after => format!("the agreement was accepted by `{before}`"),
            (_, Some(_)) if in_force.is_some() && accepted != in_force => {
                "the agreement that was accepted is not the one in force".to_owned()
            }
            _ => continue,
        };
        findings
            .elsewhere(
                &is.document.path,
                is.file.agreement.span(),
                format!("`{}` is transferred from `{from}` to `{to}`, but {fault}", listing.slug),
            )
            .help(format!("`{to}` has to read the agreement in force and update `version`, `accepted_by` and `accepted_on`"));
    }
}

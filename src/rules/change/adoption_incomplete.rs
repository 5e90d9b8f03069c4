//! `adoption-incomplete`

use crate::catalogue::Change;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// A listing that is no longer maintained goes to another publisher, but something still says that no one maintains it.
    ///
    /// Anyone can offer to adopt a listing that is deprecated with `reason: unmaintained`; a reviewer decides, and the former publisher is not asked. Visitors
    /// then rely on the new publisher: the listing is no longer deprecated, and help comes from those who maintain it.
    ///
    /// ```files,fails
    /// ==> publishers/wren.yaml <==
    /// name: Wren Tools
    /// url: https://wren.example/
    /// ==> before: listings/other/listing.yaml <==
    /// name: Other Rows
    /// app: HubSpot
    /// publisher: acme
    /// support: {email: help@acme.example}
    /// lifecycle: {state: deprecated, since: 2026-01-02, reason: unmaintained}
    /// ==> listings/other/listing.yaml <==
    /// name: Other Rows
    /// app: HubSpot
    /// publisher: wren
    /// support: {email: help@acme.example}
    /// ```
    /// ```files,passes
    /// ==> publishers/wren.yaml <==
    /// name: Wren Tools
    /// url: https://wren.example/
    /// ==> before: listings/other/listing.yaml <==
    /// name: Other Rows
    /// app: HubSpot
    /// publisher: acme
    /// support: {email: help@acme.example}
    /// lifecycle: {state: deprecated, since: 2026-01-02, reason: unmaintained}
    /// ==> listings/other/listing.yaml <==
    /// name: Other Rows
    /// app: HubSpot
    /// publisher: wren
    /// support: {email: help@wren.example}
    /// ```
    ADOPTION_INCOMPLETE = { id: "R041", name: "adoption-incomplete", level: Error, since: "0.1", check: Change(check) }
}

fn check(change: &Change<'_>, findings: &mut Findings<'_>) {
    for (listing, _, is) in change.edited().filter(|(listing, ..)| listing.is_adoption()) {
        let (Some(from), Some(to)) = (listing.former_publisher(), listing.publisher()) else { continue };
        if is.is_unmaintained() {
            let message = format!("`{to}` would adopt `{}`, which stays deprecated as unmaintained", listing.slug);
            findings.elsewhere(&is.document.path, is.file.lifecycle.span(), message).help("remove `lifecycle`");
        }
        if !listing.fields.iter().any(|field| field.pattern.starts_with("support")) {
            let message = format!("`{to}` would adopt `{}`, but visitors would still ask `{from}` for help", listing.slug);
            let span = is.file.support.span().or(is.file.publisher.span());
            findings.elsewhere(&is.document.path, span, message).help(format!("set `support` to a contact of `{to}`"));
        }
    }
}

//! `duplicate-origin`

use std::collections::HashMap;

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::format::Link;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// Two listings say that they were imported from the same listing.
    ///
    /// `pressmark import` finds the copy of a listing by its origin. With two copies, it cannot know which one gets the next version, and refuses the package.
    ///
    /// ```files,fails
    /// ==> listings/acme/listing.yaml <==
    /// name: Acme Messages
    /// app: Slack
    /// summary: Posts a line for every new order.
    /// publisher: acme
    /// tags: [crm]
    /// source: open
    /// source_url: https://git.example/acme/messages
    /// license: MIT
    /// install: {url: https://acme.example/install}
    /// support: {email: help@acme.example}
    /// versions: [{version: 1, date: 2026-01-02, notes: First release.}]
    /// agreement: {version: "2026-01", accepted_by: Acme Works, accepted_on: 2026-01-02}
    /// imported_from: {catalogue: https://sandbox.example/, listing: messages}
    /// ==> listings/other/listing.yaml <==
    /// name: Other Rows
    /// app: HubSpot
    /// summary: Posts a line for every new order.
    /// publisher: acme
    /// tags: [finance]
    /// source: open
    /// source_url: https://git.example/acme/messages
    /// license: MIT
    /// install: {url: https://acme.example/install}
    /// support: {email: help@acme.example}
    /// versions: [{version: 1, date: 2026-01-02, notes: First release.}]
    /// agreement: {version: "2026-01", accepted_by: Acme Works, accepted_on: 2026-01-02}
    /// imported_from: {catalogue: https://sandbox.example, listing: messages}
    /// ```
    /// ```yaml,passes
    /// imported_from: {catalogue: https://sandbox.example/, listing: messages, version: 1.4.0}
    /// ```
    DUPLICATE_ORIGIN = { id: "C095", name: "duplicate-origin", level: Warn, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    let mut first = HashMap::new();
    for listing in raw.listings() {
        let Some(origin) = listing.file.imported_from.get() else { continue };
        let Some(slug) = origin.listing.spanned() else { continue };
        let key = (origin.catalogue.get().map(Link::folder), &slug.value);
        let path = &listing.document.path;
        if let Some((first_path, first_span)) = first.get(&key) {
            findings
                .elsewhere(path, Some(slug.span), format!("another listing was imported from `{}`, too", shortened(slug)))
                .related(first_path, Some(*first_span), "the other one")
                .help("keep `imported_from` in the listing that gets the next version");
        } else {
            first.insert(key, (path.clone(), slug.span));
        }
    }
}

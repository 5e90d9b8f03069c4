//! `domain-unverified`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::format::PublisherFile;
use crate::rules::rule::rule;

rule! {
    /// A publisher's domains have not been verified.
    ///
    /// Unverified domains have no effect: the listings are not marked as verified, nor as the vendor's own.
    ///
    /// ```files,fails
    /// ==> publishers/acme.yaml <==
    /// name: Acme Works
    /// may_hide_source: true
    /// domains: [acme.example]
    /// ```
    /// ```files,passes
    /// ==> publishers/acme.yaml <==
    /// name: Acme Works
    /// may_hide_source: true
    /// domains: [acme.example]
    /// verified: {on: 2026-01-03, method: dns}
    /// ```
    DOMAIN_UNVERIFIED = { id: "C023", name: "domain-unverified", level: Info, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    for (document, publisher) in raw.all::<PublisherFile>() {
        let (_, slug) = document.place();
        if let Some(domain) = publisher.domains.items().first().filter(|_| publisher.verified.is_missing()) {
            findings
                .elsewhere(&document.path, Some(domain.span), format!("domain `{}` of publisher `{slug}` is not verified", domain.value))
                .help("verify ownership, then add `verified: {on: …, method: dns}`");
        }
    }
}

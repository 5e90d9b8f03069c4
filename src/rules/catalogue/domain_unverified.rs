//! `domain-unverified`

use crate::catalogue::Draft;
use crate::diagnostic::Findings;
use crate::format::{Content, Place};
use crate::rules::rule::rule;

rule! {
    /// A publisher names its domains, and nothing says that they were verified.
    ///
    /// Until they are, they count for nothing: its listings are not marked as verified, and not as a vendor's own.
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

fn check(draft: &Draft, findings: &mut Findings<'_>) {
    for document in draft.below("publishers") {
        let (Content::Publisher(publisher), Place::Publisher(slug)) = (&document.content, Place::of(&document.path)) else { continue };
        if let Some(domain) = publisher.domains.items().first().filter(|_| publisher.verified.is_absent()) {
            findings
                .elsewhere(
                    &document.path,
                    Some(domain.span),
                    format!("nobody has verified that `{}` belongs to publisher `{slug}`", domain.value),
                )
                .help("once it is proved, write `verified: {on: …, method: dns}`");
        }
    }
}

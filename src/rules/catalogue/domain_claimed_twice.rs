//! `domain-claimed-twice`

use super::domains::{all, host};
use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::format::FileRole;
use crate::rules::Seniority;
use crate::rules::rule::rule;
use crate::source::{ContentPath, Span};
use std::collections::BTreeMap;

rule! {
    /// Two publishers, or two apps, claim the same domain.
    ///
    /// The owner of an app's domain is marked as its vendor. Only one of the two can be.
    ///
    /// ```files,fails
    /// ==> publishers/acme.yaml <==
    /// name: Acme Works
    /// may_hide_source: true
    /// domains: [acme.example]
    /// verified: {on: 2026-01-03, method: dns}
    /// ==> publishers/akme.yaml <==
    /// name: Akme Bakery
    /// domains: [acme.example]
    /// verified: {on: 2026-01-03, method: dns}
    /// ```
    /// ```files,passes
    /// ==> publishers/acme.yaml <==
    /// name: Acme Works
    /// may_hide_source: true
    /// domains: [acme.example]
    /// verified: {on: 2026-01-03, method: dns}
    /// ==> publishers/akme.yaml <==
    /// name: Akme Bakery
    /// domains: [akme.example]
    /// verified: {on: 2026-01-03, method: dns}
    /// ```
    DOMAIN_CLAIMED_TWICE = { id: "C022", name: "domain-claimed-twice", level: Error, costs: Value, since: "0.1", check: Claim(check) }
}

fn check<'raw>(raw: &'raw RawCatalogue, seniority: &Seniority<'raw>, findings: &mut Findings<'_>) {
    let mut claims: BTreeMap<(bool, String), Vec<(&ContentPath, Span)>> = BTreeMap::new();
    for (path, domain) in all(raw) {
        let Some(host) = host(domain) else { continue };
        let claimants = claims.entry((path.role() == FileRole::App, host)).or_default();
        // The domains of a file come one after the other.
        if claimants.last().is_none_or(|(other, _)| *other != path) {
            claimants.push((path, domain.span));
        }
    }
    claims.retain(|_, claimants| claimants.len() > 1);
    let seniority = seniority.asking(claims.values().flatten().map(|(path, _)| *path));
    for ((is_app, host), mut claimants) in claims {
        claimants.sort_by_cached_key(|(path, _)| seniority.rank(path));
        let Some(((first, span), later)) = claimants.split_first() else { continue };
        let noun = if is_app { "app" } else { "publisher" };
        for (path, domain) in later {
            let finding = findings
                .elsewhere(path, Some(*domain), format!("domain `{host}` is also claimed by another {noun}"))
                .related(first, Some(*span), "here")
                .help("keep it with the one that can prove ownership");
            seniority.weigh(first, path, finding);
        }
    }
}

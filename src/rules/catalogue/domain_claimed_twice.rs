//! `domain-claimed-twice`

use super::domains::{all, host};
use crate::catalogue::Draft;
use crate::diagnostic::Findings;
use crate::format::Place;
use crate::rules::Seniority;
use crate::rules::rule::rule;
use crate::source::{ContentPath, Span};
use std::collections::HashMap;

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

fn check(draft: &Draft, seniority: &Seniority<'_>, findings: &mut Findings<'_>) {
    let mut claims: Vec<_> = all(draft).collect();
    claims.sort_by_cached_key(|(path, _)| seniority.rank(path));
    let mut owners: HashMap<(bool, String), (&ContentPath, Span)> = HashMap::new();
    for (path, domain) in claims {
        let Some(host) = host(domain) else { continue };
        let is_app = matches!(Place::of(path), Place::App(_));
        match owners.get(&(is_app, host.clone())) {
            Some(&(first, span)) if first != path => {
                let noun = if is_app { "app" } else { "publisher" };
                let finding = findings
                    .elsewhere(path, Some(domain.span), format!("domain `{host}` is also claimed by another {noun}"))
                    .related(first, Some(span), "here")
                    .help("keep it with the one that can prove ownership");
                seniority.weigh(first, path, finding);
            }
            Some(_) => {}
            None => drop(owners.insert((is_app, host), (path, domain.span))),
        }
    }
}

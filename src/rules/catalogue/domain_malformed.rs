//! `domain-malformed`

use super::domains::{all, host};
use crate::catalogue::Draft;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::scalar::{scalar, shortened};

rule! {
    /// A domain is not the bare name of a host.
    ///
    /// Domains say who makes an app: a publisher who owns one is marked as its vendor. What is written in another way matches nothing, and
    /// the mark is missing without a word.
    ///
    /// ```files,fails
    /// ==> publishers/acme.yaml <==
    /// name: Acme Works
    /// may_hide_source: true
    /// domains: ["https://acme.example/"]
    /// verified: {on: 2026-01-03, method: dns}
    /// ```
    /// ```files,passes
    /// ==> publishers/acme.yaml <==
    /// name: Acme Works
    /// may_hide_source: true
    /// domains: [acme.example]
    /// verified: {on: 2026-01-03, method: dns}
    /// ```
    DOMAIN_MALFORMED = { id: "C021", name: "domain-malformed", level: Error, since: "0.1", check: Catalogue(check) }
}

fn check(draft: &Draft, findings: &mut Findings<'_>) {
    for (path, domain) in all(draft) {
        let meant = host(domain);
        if meant.as_deref() == Some(&*domain.value) {
            continue;
        }
        let remark = findings.elsewhere(path, Some(domain.span), format!("`{}` is not the name of a host", shortened(domain)));
        match meant {
            Some(host) => remark.help(format!("write `{host}`")).fix(domain.span, scalar(&host)),
            None => remark.help("write the host alone, such as `acme.example`"),
        };
    }
}

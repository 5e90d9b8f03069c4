//! `domain-malformed`

use super::domains::{all, host};
use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::scalar::{scalar, shortened};

rule! {
    /// A domain is not a bare host name.
    ///
    /// Domains say who makes an app: a publisher who owns one is marked as its vendor. A domain in another form matches nothing, and
    /// the mark is missing without notice.
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

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    for (path, domain) in all(raw) {
        let meant = host(domain);
        if meant.as_deref() == Some(&*domain.value) {
            continue;
        }
        let finding = findings.elsewhere(path, Some(domain.span), format!("`{}` is not a host name", shortened(domain)));
        match meant {
            Some(host) => finding.help(format!("write `{host}`")).fix(domain.span, scalar(&host)),
            None => finding.help("write only the host name, such as `acme.example`"),
        };
    }
}

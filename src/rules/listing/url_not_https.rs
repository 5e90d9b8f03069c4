//! `url-not-https`

use crate::diagnostic::{Certainty, Findings};
use crate::rules::Address;
use crate::rules::host::is_private;
use crate::rules::rule::rule;

rule! {
    /// A URL uses plain `http`.
    ///
    /// On the way to such a page, others can read the traffic and replace the page with their own.
    ///
    /// ```yaml,fails
    /// website: http://acme.example/
    /// ```
    /// ```yaml,passes
    /// website: https://acme.example/
    /// ```
    /// ```markdown,fails
    /// ## Setup
    ///
    /// See [the guide](http://acme.example/guide).
    /// ```
    URL_NOT_HTTPS = { id: "L071", name: "url-not-https", level: Warn, since: "0.1", check: Address(check) }
}

fn check(address: &Address<'_>, findings: &mut Findings<'_>) {
    if !address.is_landing && is_plain(address) {
        report(address, findings);
    }
}

/// Whether others can read what is exchanged with the page. On one's own machine there is no one in between.
pub(super) fn is_plain(address: &Address<'_>) -> bool {
    address.url.scheme() == "http" && !is_private(&address.url)
}

/// Reports that `address` is not encrypted.
pub(super) fn report(address: &Address<'_>, findings: &mut Findings<'_>) {
    let finding = findings.at(address.span, format!("`{}` is not encrypted", address.shown()));
    let finding = finding.help("open the page with `https://`; if it works, use that URL");
    // Pressmark has not asked the host whether it answers.
    if let Some(rest) = address.text.get(4..).filter(|_| address.url.port().is_none()) {
        address.rewrite(finding, Certainty::Likely, &format!("https{rest}"));
    }
}

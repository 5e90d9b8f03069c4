//! `url-scheme-repeated`

use url::Url;

use super::Address;
use crate::diagnostic::{Certainty, Findings};
use crate::rules::rule::rule;

rule! {
    /// A URL begins with `https://` twice.
    ///
    /// A browser reads the second one as a host name and does not find it. It happens when a URL is pasted after one that was
    /// already begun.
    ///
    /// ```yaml,fails
    /// website: https://https://acme.example/
    /// ```
    /// ```yaml,fails
    /// website: https://acme.example/a/https://acme.example/b
    /// ```
    /// ```yaml,passes
    /// website: https://acme.example/?next=https://acme.example/b
    /// ```
    /// ```yaml,passes
    /// website: https://archive.example/2026/https://acme.example/
    /// ```
    URL_SCHEME_REPEATED = { id: "L125", name: "url-scheme-repeated", former: ["url-scheme-doubled"], level: Warn, since: "0.1", check: Address(check) }
}

fn check(address: &Address<'_>, findings: &mut Findings<'_>) {
    if is_doubled(address) {
        let finding = findings.at(address.span, format!("`{}` begins with two schemes", address.shown()));
        let at = address.text.find("://").map_or(0, |at| at + 3);
        address.rewrite(finding, Certainty::Certain, &address.text[at..]);
    } else if let Some(second) = joined(address) {
        let finding = findings.at(address.span, format!("`{}` contains a second URL of the same host", address.shown()));
        address.rewrite(finding, Certainty::Likely, second);
    }
}

/// The URL in the path of another one at the same host: a folder and a whole URL were joined.
fn joined<'text>(address: &Address<'text>) -> Option<&'text str> {
    let (_, behind) = address.text.split_once("://")?;
    let path = behind.split(['?', '#']).next()?;
    let at = path.find("https://").or_else(|| path.find("http://"))?;
    let second = behind.get(at..)?;
    let url = Url::parse(second).ok()?;
    (url.host_str() == address.url.host_str()).then_some(second)
}

/// Whether the host is what should have been a scheme.
pub(super) fn is_doubled(address: &Address<'_>) -> bool {
    let behind = address.text.split_once("://").map_or("", |(_, behind)| behind);
    matches!(address.host(), "http" | "https") && (behind.starts_with("http://") || behind.starts_with("https://"))
}

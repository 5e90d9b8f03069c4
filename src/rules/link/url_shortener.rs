//! `url-shortener`

use super::Address;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

/// Services that shorten URLs for everyone. Those that a company runs for its own pages, such as `aka.ms`, are not among them.
#[rustfmt::skip]
const SHORTENERS: [&str; 30] = [
    "adf.ly", "bit.do", "bit.ly", "bl.ink", "buff.ly", "cutt.ly", "dlvr.it", "git.io", "goo.gl", "ift.tt", "is.gd", "j.mp",
    "lnkd.in", "mcaf.ee", "ow.ly", "rb.gy", "rebrand.ly", "s.id", "shorturl.at", "soo.gd", "spoti.fi", "t.co", "t.ly", "tiny.cc",
    "tinyurl.com", "tr.im", "trib.al", "urlz.fr", "v.gd", "x.gd",
];

rule! {
    /// A link goes through a URL shortener.
    ///
    /// Nobody can see where it leads before following it, neither a reviewer nor a visitor, and its target can change after the
    /// review. When the service closes, as several have, the link is dead although its target still exists.
    ///
    /// ```yaml,fails
    /// website: https://bit.ly/3xYzAbC
    /// ```
    /// ```yaml,passes
    /// website: https://acme.example/
    /// ```
    URL_SHORTENER = { id: "L120", name: "url-shortener", level: Warn, since: "0.1", check: Address(check) }
}

fn check(address: &Address<'_>, findings: &mut Findings<'_>) {
    if !address.is_landing && is_shortened(address) {
        report(address, findings);
    }
}

/// Whether the URL leads to a page through a service that shortens URLs.
pub(in crate::rules) fn is_shortened(address: &Address<'_>) -> bool {
    SHORTENERS.contains(&address.host()) && address.url.path().len() > 1
}

/// Reports that `address` is shortened.
pub(in crate::rules) fn report(address: &Address<'_>, findings: &mut Findings<'_>) {
    findings
        .at(address.span, format!("`{}` is a shortened URL", address.shown()))
        .label("a URL shortener")
        .help("open it, and use the URL of the page that you reach");
}

//! `url-not-https`

use crate::diagnostic::{Certainty, Findings};
use crate::rules::Address;
use crate::rules::link::is_private;
use crate::rules::rule::rule;

rule! {
    /// An address uses plain `http`.
    ///
    /// On the way to such a page others can read along, and can put a page of their own in its place.
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
    // On one's own machine there is nobody in between.
    if address.url.scheme() != "http" || is_private(&address.url) {
        return;
    }
    let remark = findings.at(address.span, format!("`{}` is not encrypted", address.shown()));
    let remark = remark.help("open the page with `https://`; if it answers, write that");
    // Nobody has asked the host whether it answers.
    if let Some(rest) = address.text.get(4..).filter(|_| address.url.port().is_none()) {
        address.rewrite(remark, Certainty::Likely, &format!("https{rest}"));
    }
}

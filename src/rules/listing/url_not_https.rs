//! `url-not-https`

use crate::diagnostic::{Certainty, Findings};
use crate::rules::Address;
use crate::rules::link::is_private;
use crate::rules::rule::rule;

/// Hosts that answer `http` with the same page on `https`, and have done so for years, with every host below them. All names below `app`, `dev`
/// and `page` are opened with `https` by browsers without asking.
#[rustfmt::skip]
const ON_HTTPS: [&str; 40] = [
    "apache.org", "app", "atlassian.com", "bitbucket.org", "codeberg.org", "crates.io", "dev", "docker.com", "docs.rs", "facebook.com",
    "github.com", "github.io", "githubusercontent.com", "gitlab.com", "gitlab.io", "gnu.org", "golang.org", "google.com",
    "kubernetes.io", "linkedin.com", "medium.com", "microsoft.com", "mozilla.org", "npmjs.com", "nuget.org", "opensource.org", "page",
    "pypi.org", "python.org", "readthedocs.io", "readthedocs.org", "rubygems.org", "shopify.com", "slack.com", "spdx.org",
    "stackoverflow.com", "twitter.com", "wikipedia.org", "x.com", "youtube.com",
];

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
    let secure = address.text.get(4..).filter(|_| address.url.port().is_none()).map(|rest| format!("https{rest}"));
    match secure.filter(|_| address.is_at(&ON_HTTPS)) {
        Some(secure) => address.rewrite(remark, Certainty::Certain, &secure),
        None => remark.help("open the page with `https://`; if it answers, write that"),
    };
}

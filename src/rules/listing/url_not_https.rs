//! `url-not-https`

use crate::diagnostic::Findings;
use crate::format::Document;
use crate::rules::format::scalar::shortened;
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
    URL_NOT_HTTPS = { id: "L071", name: "url-not-https", level: Warn, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for link in document.links.iter().filter(|link| link.url.scheme() == "http") {
        findings
            .at(link.span, format!("`{}` is not encrypted", shortened(&link.text)))
            .help("open the page with `https://`; if it answers, write that");
    }
}

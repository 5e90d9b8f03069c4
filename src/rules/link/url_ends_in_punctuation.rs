//! `url-ends-in-punctuation`

use super::Address;
use crate::diagnostic::{Certainty, Findings};
use crate::rules::rule::rule;

rule! {
    /// A URL ends in a punctuation mark that belongs to the sentence it was copied from.
    ///
    /// Browsers take the mark for a part of the path, and most servers then answer that there is no such page. A closing bracket is fine if the URL opens it.
    ///
    /// ```yaml,fails
    /// website: https://acme.example/help)
    /// ```
    /// ```yaml,fails
    /// website: https://acme.example/help.
    /// ```
    /// ```yaml,passes
    /// website: https://acme.example/wiki/Tea_(drink)
    /// ```
    URL_ENDS_IN_PUNCTUATION = { id: "L131", name: "url-ends-in-punctuation", level: Warn, since: "0.1", check: Address(check) }
}

fn check(address: &Address<'_>, findings: &mut Findings<'_>) {
    // In prose, Markdown says where a URL ends.
    if address.in_prose {
        return;
    }
    let mut url = address.text;
    while let Some(rest) = url.strip_suffix(|c| is_extra(c, url)) {
        url = rest;
    }
    if url.len() < address.text.len() {
        let extra = address.text.get(url.len()..).unwrap_or_default();
        let finding = findings.at(address.span, format!("`{}` ends in `{extra}`", address.shown()));
        address.rewrite(finding, Certainty::Likely, url);
    }
}

/// Whether the mark `c` at the end of `url` belongs to the text around it.
fn is_extra(c: char, url: &str) -> bool {
    let is_unopened = |open: char| url.matches(c).count() > url.matches(open).count();
    match c {
        '.' | ',' | ';' | ':' | '!' | '\'' | '"' => true,
        ')' => is_unopened('('),
        ']' => is_unopened('['),
        '}' => is_unopened('{'),
        '>' => is_unopened('<'),
        _ => false,
    }
}

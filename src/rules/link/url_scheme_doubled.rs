//! `url-scheme-doubled`

use super::Address;
use crate::diagnostic::{Certainty, Findings};
use crate::rules::rule::rule;

rule! {
    /// An address begins with `https://` twice.
    ///
    /// A browser takes the second one for the name of a host and finds none. It happens when an address is pasted behind one that was
    /// already begun.
    ///
    /// ```yaml,fails
    /// website: https://https://acme.example/
    /// ```
    /// ```yaml,passes
    /// website: https://acme.example/
    /// ```
    URL_SCHEME_DOUBLED = { id: "L125", name: "url-scheme-doubled", level: Warn, since: "0.1", check: Address(check) }
}

fn check(address: &Address<'_>, findings: &mut Findings<'_>) {
    if is_doubled(address) {
        let remark = findings.at(address.span, format!("`{}` begins twice", address.shown()));
        let at = address.text.find("://").map_or(0, |at| at + 3);
        address.rewrite(remark, Certainty::Certain, &address.text[at..]);
    }
}

/// Whether the host is what should have been a scheme.
pub(super) fn is_doubled(address: &Address<'_>) -> bool {
    let behind = address.text.split_once("://").map_or("", |(_, behind)| behind);
    matches!(address.host(), "http" | "https") && (behind.starts_with("http://") || behind.starts_with("https://"))
}

//! `url-to-private-address`

use super::Address;
use super::url_scheme_repeated::is_doubled;
use crate::diagnostic::Findings;
use crate::rules::host::is_private;
use crate::rules::rule::rule;

rule! {
    /// A URL leads to a machine that visitors cannot reach.
    ///
    /// `localhost`, an address such as `192.168.0.7` or a name without a domain is known only in its own network. A visitor gets an
    /// error, or a page of their own network that happens to answer. In prose, such a URL may be part of an instruction, so only
    /// the values of keys are checked.
    ///
    /// ```yaml,fails
    /// website: https://localhost:8080/docs
    /// ```
    /// ```yaml,fails
    /// website: https://acme/docs
    /// ```
    /// ```yaml,passes
    /// website: https://acme.example/docs
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// Open <http://localhost:8080>.
    /// ```
    URL_TO_PRIVATE_ADDRESS = { id: "L124", name: "url-to-private-address", level: Warn, since: "0.1", check: Address(check) }
}

fn check(address: &Address<'_>, findings: &mut Findings<'_>) {
    if !address.in_prose && !is_doubled(address) && is_private(&address.url) {
        findings
            .at(address.span, format!("`{}` is not reachable from the public internet", address.shown()))
            .label(format!("`{}`", address.host()))
            .help("use a public page, or remove the key");
    }
}

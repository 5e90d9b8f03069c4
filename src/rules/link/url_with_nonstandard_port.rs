//! `url-with-nonstandard-port`

use super::Address;
use crate::diagnostic::Findings;
use crate::rules::host::is_private;
use crate::rules::rule::rule;

rule! {
    /// A URL names a non-standard port.
    ///
    /// Many company networks allow only the standard web ports: for their users, the page does not exist. A port also
    /// suggests a test machine.
    ///
    /// ```yaml,fails
    /// website: https://acme.example:8443/
    /// ```
    /// ```yaml,passes
    /// website: https://acme.example/
    /// ```
    URL_WITH_NONSTANDARD_PORT = { id: "L123", name: "url-with-nonstandard-port", former: ["url-with-odd-port"], level: Info, since: "0.1", check: Address(check) }
}

fn check(address: &Address<'_>, findings: &mut Findings<'_>) {
    if let Some(port) = address.url.port().filter(|_| !is_private(&address.url)) {
        findings
            .at(address.span, format!("`{}` uses port {port}", address.shown()))
            .help("use a page on the standard port, which opens from everywhere");
    }
}

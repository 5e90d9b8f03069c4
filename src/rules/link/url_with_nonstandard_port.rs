//! `url-with-nonstandard-port`

use super::Address;
use super::host::is_private;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// An address names a port of its own.
    ///
    /// Many company networks let visitors through to the usual ports of the web only: for them the page does not exist. A port also
    /// says that this may be somebody's machine for trying things out.
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
            .at(address.span, format!("`{}` names port {port}", address.shown()))
            .help("name a page that is served on the usual port, so that it opens from everywhere");
    }
}

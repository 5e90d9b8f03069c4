//! `url-with-userinfo`

use super::Address;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// A link in a text names somebody in front of the host.
    ///
    /// What stands between `//` and `@` is a user name, perhaps with a password: either a secret that leaked, or a disguise, because
    /// `https://bank.example@other.example` leads to `other.example`. The page shows the words without a link.
    ///
    /// Addresses under keys are looked at by `url-not-web`.
    ///
    /// ```markdown,fails
    /// ## Setup
    ///
    /// Open [the page](https://bank.example@other.example/).
    /// ```
    /// ```markdown,passes
    /// ## Setup
    ///
    /// Open [the page](https://bank.example/).
    /// ```
    URL_WITH_USERINFO = { id: "L126", name: "url-with-userinfo", level: Warn, since: "0.1", check: Address(check) }
}

fn check(address: &Address<'_>, findings: &mut Findings<'_>) {
    if address.in_prose && (!address.url.username().is_empty() || address.url.password().is_some()) {
        findings
            .at(address.span, format!("link to `{}` holds a user name or a password", address.host()))
            .help("write the address without what stands between `//` and `@`; if it was a real password, change it now");
    }
}

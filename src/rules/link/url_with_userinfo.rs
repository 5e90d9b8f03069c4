//! `url-with-userinfo`

use super::Address;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// A link in a text has a user name before the host.
    ///
    /// The part between `//` and `@` is a user name, perhaps with a password: either a leaked secret, or a disguise, because
    /// `https://bank.example@other.example` leads to `other.example`. The page shows the words without a link.
    ///
    /// For URLs in keys, see `url-not-web`.
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
            .at(address.span, format!("link to `{}` contains a user name or a password", address.host()))
            .help("remove the part between `//` and `@`; if it was a real password, change it now");
    }
}

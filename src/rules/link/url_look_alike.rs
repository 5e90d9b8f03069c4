//! `url-look-alike`

use super::Address;
use crate::diagnostic::Findings;
use crate::rules::host::imitated;
use crate::rules::rule::rule;

rule! {
    /// The host of a URL looks like another one.
    ///
    /// `аррӏе.com` in Cyrillic letters looks like `apple.com`, but belongs to someone else. Browsers show such names as `xn--…`, but a
    /// link shows the words its author chose. Hosts in one script under a domain in that script, such as `bücher.example`, are fine.
    ///
    /// ```yaml,fails
    /// website: "https://\u0430\u0440\u0440\u04cf\u0435.com/"
    /// ```
    /// ```yaml,passes
    /// website: "https://bücher.example/"
    /// ```
    URL_LOOK_ALIKE = { id: "L127", name: "url-look-alike", level: Error, costs: Value, since: "0.1", check: Address(check) }
}

fn check(address: &Address<'_>, findings: &mut Findings<'_>) {
    if let Some((shown, what)) = imitated(address.host()) {
        findings
            .at(address.span, format!("host `{shown}` {what}"))
            .label(format!("`{}`", address.host()))
            .help("retype the host in a single script; if it is right, ask its owner for a URL in plain letters");
    }
}

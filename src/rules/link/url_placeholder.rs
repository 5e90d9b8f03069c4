//! `url-placeholder`

use super::Address;
use crate::diagnostic::Findings;
use crate::rules::placeholder::{is_placeholder_host, is_placeholder_segment};
use crate::rules::rule::rule;

rule! {
    /// A URL is a placeholder.
    ///
    /// A host such as `example.com` or a path such as `/your-org/your-repo` comes from a template. Visitors who look for help or for
    /// the source find nothing. In prose, such a URL may be part of an example, so only the values of keys are checked. Names
    /// that end in `.example` are fine: demo catalogues use them.
    ///
    /// ```yaml,fails
    /// website: https://www.example.com/
    /// ```
    /// ```yaml,fails
    /// source_url: https://github.com/your-org/your-repo
    /// ```
    /// ```yaml,passes
    /// website: https://acme.example/
    /// ```
    URL_PLACEHOLDER = { id: "L128", name: "url-placeholder", level: Warn, since: "0.1", check: Address(check) }
}

fn check(address: &Address<'_>, findings: &mut Findings<'_>) {
    let mut segments = address.url.path_segments().into_iter().flatten();
    if !address.in_prose && (is_placeholder_host(address.host()) || segments.any(is_placeholder_segment)) {
        findings.at(address.span, format!("`{}` is a placeholder", address.shown())).help("write the real URL, or remove the key");
    }
}

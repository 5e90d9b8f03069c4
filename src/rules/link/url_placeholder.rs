//! `url-placeholder`

use super::Address;
use super::placeholder::{is_placeholder_host, is_placeholder_segment};
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// An address was never filled in.
    ///
    /// A host such as `example.com` or a path such as `/your-org/your-repo` comes from a template. Visitors who look for help or for
    /// the source end up nowhere. In a text such an address may be part of an example, so only the values of keys are looked at. Names
    /// that end in `.example` are left alone: they are there for catalogues that show how things are done.
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
        findings.at(address.span, format!("`{}` is a placeholder", address.shown())).help("write the real address, or leave the key out");
    }
}

//! `name-empty`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// The name of a listing contains no visible character.
    ///
    /// Visitors could neither find nor open a listing without a name, so it has no page.
    ///
    /// ```yaml,fails
    /// name: "  "
    /// ```
    /// ```yaml,passes
    /// name: Acme Messages
    /// ```
    NAME_EMPTY = { id: "L003", name: "name-empty", level: Error, costs: Page, fixed: true, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    if let Some(name) = listing.file.name.spanned().filter(|name| name.trim().is_empty()) {
        findings.at(name.span, format!("the name of listing `{}` is empty", listing.slug)).help("write what visitors call it");
    }
}

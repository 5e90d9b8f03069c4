//! `auth-unknown`

use super::names::{is_readable, unknown_id};
use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// The listing names an authentication method that the catalogue does not know.
    ///
    /// Visitors filter by it, because their company may allow only one; a misspelt method is never found.
    ///
    /// ```yaml,fails
    /// auth: [oauth]
    /// ```
    /// ```yaml,passes
    /// auth: [oauth2]
    /// ```
    AUTH_UNKNOWN = { id: "L076", name: "auth-unknown", level: Error, costs: Value, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let auth = &listing.raw.settings().auth;
    if listing.is_gone() || !is_readable(listing.raw, auth) {
        return;
    }
    let known: Vec<&str> = auth.items().iter().filter_map(|way| way.id.get()).map(|id| &**id).collect();
    for way in listing.file.auth.items().iter().filter(|way| !known.contains(&&*way.value)) {
        unknown_id(findings, "authentication method", way, &known, "auth");
    }
}

//! `auth-unknown`

use super::names::unknown_ids;
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
    unknown_ids(listing, findings, "authentication method", "auth", listing.file.auth.items(), &listing.raw.settings().auth);
}

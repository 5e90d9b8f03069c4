//! `parent-unknown`

use super::names::unknown_reference;
use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// The parent of the listing does not exist.
    ///
    /// A child listing cannot be used without its parent; visitors must be able to go there.
    ///
    /// ```yaml,fails
    /// parent: slack-core
    /// ```
    /// ```yaml,passes
    /// parent: other
    /// ```
    PARENT_UNKNOWN = { id: "L090", name: "parent-unknown", level: Error, costs: Value, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    if let Some(parent) = listing.file.parent.spanned().filter(|_| !listing.is_gone()) {
        unknown_reference(listing, findings, "parent", "parent", parent, "a parent is the name of a folder in `listings/`");
    }
}

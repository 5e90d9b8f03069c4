//! `replacement-unknown`

use super::names::unknown_reference;
use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// The replacement of the listing does not exist.
    ///
    /// A visitor who learns that a listing is discontinued needs the next step most of all. The same is true of removed listings: their
    /// page stays.
    ///
    /// ```yaml,fails
    /// lifecycle: {state: deprecated, replaced_by: slack-core}
    /// ```
    /// ```yaml,passes
    /// lifecycle: {state: deprecated, replaced_by: other}
    /// ```
    REPLACEMENT_UNKNOWN = { id: "L092", name: "replacement-unknown", level: Error, costs: Value, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    if let Some(replacement) = listing.file.lifecycle.get().and_then(|lifecycle| lifecycle.replaced_by.spanned()) {
        let help = "a replacement is the name of a folder in `listings/`; mention anything outside the catalogue in `note`";
        unknown_reference(listing, findings, "replacement", "replaced_by", replacement, help);
    }
}

//! `origin-unknown`

use super::names::{Mention, mention};
use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// The listing that this one was copied from does not exist in this catalogue.
    ///
    /// Visitors cannot compare the copy with its original, and nobody who maintains the copy hears of a security fix of the original.
    ///
    /// ```yaml,fails
    /// derived_from: {listing: slack-core}
    /// ```
    /// ```yaml,passes
    /// derived_from: {listing: other}
    /// ```
    ORIGIN_UNKNOWN = { id: "L093", name: "origin-unknown", level: Error, costs: Value, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(original) = listing.file.original().filter(|_| !listing.is_gone()) else { return };
    match mention(listing, original) {
        Mention::Live | Mention::Gone => {}
        Mention::Itself => {
            findings.at(original.span, format!("`{}` is copied from itself", original.value)).help("remove `derived_from`");
        }
        Mention::Unknown(near) => {
            findings.at(original.span, format!("unknown original `{}`", shortened(original))).did_you_mean(near).help(
                "an original is the name of a folder in `listings/`; for a listing of another catalogue, add its address as `catalogue`",
            );
        }
    }
}

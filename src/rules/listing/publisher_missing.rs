//! `publisher-missing`

use crate::catalogue::RawListing;
use crate::diagnostic::{Advice, Findings};
use crate::rules::comment::say_comment;
use crate::rules::rule::rule;

rule! {
    /// The listing names no publisher.
    ///
    /// Visitors give a listing access to their data and want to know whose it is; maintainers need to know who may change the listing.
    ///
    /// ```yaml,fails
    /// publisher:
    /// ```
    /// ```yaml,passes
    /// publisher: acme
    /// ```
    PUBLISHER_MISSING = { id: "L030", name: "publisher-missing", level: Error, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    if listing.file.publisher.is_missing()
        && !listing.is_gone()
        && !say_comment(listing.document, None, "publisher", &format!("listing `{}`", listing.slug), findings)
    {
        findings
            .whole(format!("listing `{}` names no publisher", listing.slug))
            .help(Advice::add("publisher").note("with the name of a file in `publishers/`, without its ending"));
    }
}

//! `duplicate-tag`

use super::names::listed_twice;
use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// A tag is listed twice.
    ///
    /// It counts once. The second one was probably meant to be another tag.
    ///
    /// ```yaml,fails
    /// tags: [crm, crm]
    /// ```
    /// ```yaml,passes
    /// tags: [crm, finance]
    /// ```
    DUPLICATE_TAG = { id: "L022", name: "duplicate-tag", former: ["tag-doubled"], level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    if !listing.is_gone() {
        listed_twice(listing, findings, "tag", listing.file.tags.items(), |tag| tag.value.clone(), "list it once");
    }
}

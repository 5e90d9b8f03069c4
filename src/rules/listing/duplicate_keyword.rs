//! `duplicate-keyword`

use super::names::listed_twice;
use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::scalar::loose;

rule! {
    /// A keyword is listed twice.
    ///
    /// Only three are allowed and search ignores case, so one of the three is wasted.
    ///
    /// ```yaml,fails
    /// keywords: [refunds, Refunds]
    /// ```
    /// ```yaml,passes
    /// keywords: [refunds, returns]
    /// ```
    DUPLICATE_KEYWORD = { id: "L024", name: "duplicate-keyword", former: ["keyword-doubled"], level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    if !listing.is_gone() {
        listed_twice(listing, findings, "keyword", listing.file.keywords.items(), |keyword| loose(keyword), "use another word instead");
    }
}

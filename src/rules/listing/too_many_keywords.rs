//! `too-many-keywords`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::format::bounds::KEYWORDS as MAX;
use crate::rules::rule::rule;

rule! {
    /// The listing has more than three keywords.
    ///
    /// Keywords are for words that visitors may search for and that occur nowhere else. Long lists of them put a listing in searches
    /// where it does not belong.
    ///
    /// ```yaml,fails
    /// keywords: [orders, refunds, stock, shop]
    /// ```
    /// ```yaml,passes
    /// keywords: [orders, refunds, stock]
    /// ```
    TOO_MANY_KEYWORDS = { id: "L023", name: "too-many-keywords", level: Error, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let keywords = listing.file.keywords.items();
    if let Some(first_extra) = keywords.get(MAX).filter(|_| !listing.is_gone()) {
        findings
            .at(first_extra.span, format!("listing has {} keywords, the limit is {MAX}", keywords.len()))
            .label("the fourth one")
            .help("keep the three that visitors would type and that are in neither the name nor the summary");
    }
}

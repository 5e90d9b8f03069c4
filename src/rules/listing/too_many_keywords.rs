//! `too-many-keywords`

use crate::catalogue::ListingDraft;
use crate::diagnostic::Findings;
use crate::format::bounds::KEYWORDS as MAX;
use crate::rules::rule::rule;

rule! {
    /// The listing has more than three keywords.
    ///
    /// Keywords are for the words a visitor may search for and that stand nowhere else. Long lists of them push a listing into searches
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

fn check(listing: &ListingDraft<'_>, findings: &mut Findings<'_>) {
    let keywords = listing.file.keywords.items();
    if let Some(first_extra) = keywords.get(MAX).filter(|_| !listing.is_gone()) {
        findings
            .at(first_extra.span, format!("listing has {} keywords, at most {MAX} are allowed", keywords.len()))
            .label("the fourth")
            .help("keep the three that visitors would type and that stand neither in the name nor in the summary");
    }
}

//! `too-many-listings`

use crate::catalogue::Change;
use crate::diagnostic::{Findings, counted};
use crate::rules::rule::rule;

rule! {
    /// One submission touches more listings than the catalogue allows.
    ///
    /// Each listing is decided separately: one that needs a closer look would delay all others. `review: {most_listings: 5}` in `catalogue.yaml` allows more;
    /// the limit does not apply to maintainers.
    ///
    /// ```files,fails
    /// ==> listings/acme/notes.txt <==
    /// One.
    /// ==> listings/other/notes.txt <==
    /// Two.
    /// ```
    /// ```files,passes
    /// ==> listings/acme/notes.txt <==
    /// One.
    /// ```
    TOO_MANY_LISTINGS = { id: "R008", name: "too-many-listings", level: Error, since: "0.1", check: Change(check) }
}

fn check(change: &Change<'_>, findings: &mut Findings<'_>) {
    let most = change.base.settings().review.or_default().most_listings();
    // A listing that is merged into another is decided together with it.
    let touched: Vec<_> = change.listings.iter().filter(|listing| change.heir(listing).is_none()).collect();
    let n_listings = touched.len();
    if change.is_by_maintainer() || n_listings <= most as usize {
        return;
    }
    let slugs: Vec<String> = touched.iter().take(5).map(|listing| format!("`{}`", listing.slug)).collect();
    let more = if n_listings > slugs.len() { format!(" and {} more", n_listings - slugs.len()) } else { String::new() };
    findings
        .whole(format!(
            "{} are changed, but a submission may change only {most}: {}{more}",
            counted(n_listings, "listing"),
            slugs.join(", ")
        ))
        .help("propose each of them separately");
}

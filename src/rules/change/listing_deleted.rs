//! `listing-deleted`

use crate::catalogue::Change;
use crate::diagnostic::Findings;
use crate::format::FileRole;
use crate::rules::rule::rule;

rule! {
    /// The folder of a published listing is deleted.
    ///
    /// Links to its page would break, nobody would learn why, and someone else could take its slug. A removed listing keeps
    /// a page that says why, and one that is merged into another listing of its publisher redirects there: the other one names it in `former_slugs`.
    ///
    /// ```files,fails
    /// ==> listings/other/listing.yaml <==
    /// (gone)
    /// ==> listings/other/README.md <==
    /// (gone)
    /// ```
    /// ```files,passes
    /// ==> listings/other/listing.yaml <==
    /// name: Other Rows
    /// app: HubSpot
    /// lifecycle: {state: removed, since: 2026-01-05, reason: author-request}
    /// ```
    LISTING_DELETED = { id: "R003", name: "listing-deleted", level: Error, since: "0.1", check: Change(check) }
}

fn check(change: &Change<'_>, findings: &mut Findings<'_>) {
    for listing in change.listings.iter().filter(|listing| listing.existed && !listing.exists && change.heir(listing).is_none()) {
        let Some(path) = FileRole::Listing.path(listing.slug) else { continue };
        findings
            .elsewhere(&path, None, format!("listing `{}` is deleted, and its URL would lead nowhere", listing.slug))
            .help("keep `name` and `app`, and write `lifecycle: {state: removed, since: <today>, reason: author-request}`; you may delete the other files")
            .help(format!("if it was merged into another listing of its publisher or only renamed, write `former_slugs: [{}]` there", listing.slug));
    }
}

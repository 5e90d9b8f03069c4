//! `duplicate-name`

use super::folding::{Named, doubles};
use crate::catalogue::Draft;
use crate::diagnostic::Findings;
use crate::rules::format::scalar::shortened;
use crate::rules::rule::rule;

rule! {
    /// Two listings have the same name.
    ///
    /// Visitors could not tell them apart, and one could pass for the other. Names that differ only in upper and lower case, or in
    /// letters that look alike, count as the same.
    ///
    /// ```files,fails
    /// ==> listings/zebra/listing.yaml <==
    /// name: ACME messages
    /// app: Slack
    /// ```
    /// ```files,passes
    /// ==> listings/zebra/listing.yaml <==
    /// name: Acme Alerts
    /// app: Slack
    /// ```
    DUPLICATE_NAME = { id: "C001", name: "duplicate-name", level: Error, since: "0.1", check: Catalogue(check) }
}

fn check(draft: &Draft, findings: &mut Findings<'_>) {
    // By slug, not by path: of `acme` and `acme-2` the second is the one to mend.
    let mut listings: Vec<_> = draft.listings().collect();
    listings.sort_unstable_by_key(|listing| listing.slug);
    let names = listings.iter().filter_map(|listing| {
        let name = listing.file.name.spanned()?;
        Some(Named { name: &name.value, path: &listing.document.path, span: name.span })
    });
    for (later, path, span) in doubles(names) {
        findings
            .elsewhere(later.path, Some(later.span), format!("another listing is called `{}`", shortened(later.name)))
            .related(&path, Some(span), "this one")
            .help("add what sets it apart, such as the publisher: `Slack Messages (Acme)`");
    }
}

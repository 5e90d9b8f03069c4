//! `duplicate-name`

use crate::catalogue::Draft;
use crate::diagnostic::Findings;
use crate::rules::Seniority;
use crate::rules::folding::{Double, Likeness, Named, doubles};
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

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
    DUPLICATE_NAME = { id: "C001", name: "duplicate-name", level: Error, since: "0.1", check: Claim(check) }
}

fn check(draft: &Draft, seniority: &Seniority<'_>, findings: &mut Findings<'_>) {
    let mut listings: Vec<_> = draft.listings().collect();
    listings.sort_by_cached_key(|listing| seniority.rank(&listing.document.path));
    let names = listings.iter().filter_map(|listing| Named::of(listing.document, &listing.file.name));
    for Double { later, first, likeness } in doubles(names) {
        let slug = first.path.segments().nth(1).unwrap_or_default();
        let message = if likeness != Likeness::Same {
            format!("`{}` can be mistaken for `{}`, the name of listing `{slug}`", shortened(later.name), shortened(first.name))
        } else if later.name == first.name {
            format!("listing `{slug}` is called `{}`, too", shortened(later.name))
        } else {
            format!("`{}` looks the same as `{}`, the name of listing `{slug}`", shortened(later.name), shortened(first.name))
        };
        let publisher = later.path.segments().nth(1).and_then(|slug| draft.listing(slug)?.file.publisher.get());
        let publisher = publisher.and_then(|slug| draft.publisher(slug)?.name.get()).map_or("Acme", |name| name);
        let remark = findings
            .elsewhere(later.path, Some(later.span), message)
            .related(first.path, Some(first.span), "this one")
            .help(format!("add what sets it apart, such as the publisher: `{} ({publisher})`", shortened(first.name)));
        let remark = likeness.weigh(remark);
        if likeness == Likeness::Same {
            seniority.weigh(first.path, later.path, remark);
        }
    }
}

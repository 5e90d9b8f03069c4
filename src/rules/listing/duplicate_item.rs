//! `duplicate-item`

use super::names::listed_twice;
use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// A region, an authentication method, a dependency or a former slug is listed twice.
    ///
    /// It counts once. The second one was probably meant to be another value, which is now missing.
    ///
    /// ```yaml,fails
    /// regions: [us, us]
    /// ```
    /// ```yaml,passes
    /// regions: [us, eu]
    /// ```
    DUPLICATE_ITEM = { id: "L280", name: "duplicate-item", former: ["item-doubled"], level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let file = listing.file;
    let lists = [
        ("region", &file.regions),
        ("authentication method", &file.auth),
        ("dependency", &file.depends_on),
        ("former slug", &file.former_slugs),
    ];
    for (noun, list) in lists {
        listed_twice(listing, findings, noun, list.items(), |item| item.value.clone(), "list it once");
    }
}

//! `duplicate-item`

use std::collections::HashMap;

use crate::catalogue::RawListing;
use crate::diagnostic::{Certainty, Findings};
use crate::rules::edits::without_item;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

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
    let text = listing.document.text.as_deref().unwrap_or_default();
    let lists = [
        ("region", &file.regions),
        ("authentication method", &file.auth),
        ("dependency", &file.depends_on),
        ("former slug", &file.former_slugs),
    ];
    for (noun, list) in lists {
        let items = list.items();
        let mut seen = HashMap::new();
        for (n, item) in items.iter().enumerate() {
            let first = *seen.entry(&item.value).or_insert(item.span);
            if first == item.span {
                continue;
            }
            let finding = findings
                .at(item.span, format!("{noun} `{}` is listed twice", shortened(item)))
                .label("listed again")
                .related(&listing.document.path, Some(first), "first listed here")
                .help("list it once");
            if let Some(edit) = without_item(text, items, n) {
                finding.edits(Certainty::Certain, "list it once", vec![edit]);
            }
        }
    }
}

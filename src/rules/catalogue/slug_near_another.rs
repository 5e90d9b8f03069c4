//! `slug-near-another`

use crate::catalogue::Draft;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use std::collections::HashMap;

rule! {
    /// Two slugs differ only in hyphens, or in letters and digits that look alike.
    ///
    /// People type addresses and install commands by hand: `shopify-orders` and `shopifyorders` would each get the other's visitors.
    ///
    /// ```files,fails
    /// ==> listings/ac-me/listing.yaml <==
    /// name: Zebra Rows
    /// app: Slack
    /// ```
    /// ```files,passes
    /// ==> listings/zebra/listing.yaml <==
    /// name: Zebra Rows
    /// app: Slack
    /// ```
    SLUG_NEAR_ANOTHER = { id: "C016", name: "slug-near-another", level: Warn, since: "0.1", check: Catalogue(check) }
}

fn check(draft: &Draft, findings: &mut Findings<'_>) {
    let mut slugs: Vec<&str> = draft.listing_slugs().collect();
    slugs.sort_unstable();
    let mut seen: HashMap<String, &str> = HashMap::new();
    for slug in slugs {
        match seen.get(&shape(slug)) {
            None => drop(seen.insert(shape(slug), slug)),
            Some(first) => {
                let Some(listing) = draft.listing(slug) else { continue };
                findings
                    .elsewhere(&listing.document.path, None, format!("the address `{slug}` is easily taken for `{first}`"))
                    .help("rename the folder, so that the two differ in a word");
            }
        }
    }
}

/// What is left of a slug for a hasty reader.
fn shape(slug: &str) -> String {
    slug.chars()
        .filter(|&c| c != '-')
        .map(|c| {
            if c == '0' {
                'o'
            } else if c == '1' {
                'l'
            } else {
                c
            }
        })
        .collect()
}

//! `similar-slug`

use crate::catalogue::{RawCatalogue, RawListing};
use crate::diagnostic::Findings;
use crate::format::State;
use crate::rules::Seniority;
use crate::rules::rule::rule;
use std::collections::HashMap;

rule! {
    /// Two slugs differ only in hyphens, or in letters and digits that look alike.
    ///
    /// People type URLs and install commands by hand: `shopify-orders` and `shopifyorders` would each get the other's visitors.
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
    SIMILAR_SLUG = { id: "C016", name: "similar-slug", former: ["slug-near-another"], level: Warn, since: "0.1", check: Claim(check) }
}

fn check(raw: &RawCatalogue, seniority: &Seniority<'_>, findings: &mut Findings<'_>) {
    let mut listings: Vec<_> = raw.listings().collect();
    listings.sort_by_cached_key(|listing| seniority.rank(&listing.document.path));
    let mut seen: HashMap<String, RawListing<'_>> = HashMap::new();
    for listing in listings {
        let slug = listing.slug;
        match seen.get(&shape(slug)) {
            None => drop(seen.insert(shape(slug), listing)),
            // A successor often has nearly the slug of the listing it replaces; renaming it now would help no one.
            Some(first) if is_deprecated(first) || is_deprecated(&listing) => {}
            Some(first) => {
                findings
                    .elsewhere(&listing.document.path, None, format!("slug `{slug}` is easily confused with `{}`", first.slug))
                    .related(&first.document.path, None, "the other listing")
                    .help("rename the folder, so that the two differ in a word, and add the old slug to `former_slugs`");
            }
        }
    }
}

fn is_deprecated(listing: &RawListing<'_>) -> bool {
    listing.state() == Some(State::Deprecated)
}

/// Returns the slug as a hasty reader sees it.
fn shape(slug: &str) -> String {
    let look = |c| match c {
        '0' => 'o',
        '1' => 'l',
        c => c,
    };
    slug.chars().filter(|&c| c != '-').map(look).collect()
}

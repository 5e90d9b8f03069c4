//! `similar-name`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::rules::Seniority;
use crate::rules::folding::{Named, is_same};
use crate::rules::rule::rule;
use crate::rules::scalar::{loose, shortened};
use std::collections::HashMap;

rule! {
    /// Two listing names differ only in spaces, hyphens or punctuation.
    ///
    /// Visitors cannot tell them apart, and may install the wrong one. Both squatters and honest people choose such
    /// names.
    ///
    /// ```files,fails
    /// ==> listings/zebra/listing.yaml <==
    /// name: Acme-Messages
    /// app: Slack
    /// ```
    /// ```files,passes
    /// ==> listings/zebra/listing.yaml <==
    /// name: Zebra Messages
    /// app: Slack
    /// ```
    SIMILAR_NAME = { id: "C015", name: "similar-name", former: ["name-near-another"], level: Warn, since: "0.1", check: Claim(check) }
}

fn check(raw: &RawCatalogue, seniority: &Seniority<'_>, findings: &mut Findings<'_>) {
    let mut seen: HashMap<String, Named<'_>> = HashMap::new();
    let mut listings: Vec<_> = raw.listings().filter(|listing| !listing.is_gone()).collect();
    listings.sort_by_cached_key(|listing| seniority.rank(&listing.document.path));
    for listing in listings {
        let Some(later) = Named::new(listing.document, &listing.file.name) else { continue };
        let key = loose(later.name);
        match seen.get(&key) {
            // `duplicate-name` reports identical names.
            Some(first) if !key.is_empty() && !is_same(first.name, later.name) => {
                findings
                    .elsewhere(
                        later.path,
                        Some(later.span),
                        format!(
                            "`{}` is easily confused with `{}`, the name of another listing",
                            shortened(later.name),
                            shortened(first.name)
                        ),
                    )
                    .related(first.path, Some(first.span), "the other listing")
                    .help("add what makes it different, such as the publisher or what it does");
            }
            Some(_) => {}
            None => drop(seen.insert(key, later)),
        }
    }
}

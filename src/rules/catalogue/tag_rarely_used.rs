//! `tag-rarely-used`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::format::TagsFile;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
use std::collections::BTreeMap;

/// A tag with fewer listings is not worth a page: curated lists of software ask for three.
const FEW: usize = 3;

rule! {
    /// Only one or two listings have the tag.
    ///
    /// A category is for comparing its listings. With one or two, it leads nowhere new, and it makes the list of
    /// categories longer.
    ///
    /// ```files,fails
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// ==> tags.yaml <==
    /// - {id: crm, label: Customers, description: Customer records.}
    /// - {id: rare, label: Rare things, description: One of a kind.}
    /// ==> listings/a/listing.yaml <==
    /// name: A rows
    /// app: Slack
    /// tags: [crm]
    /// ==> listings/b/listing.yaml <==
    /// name: B rows
    /// app: Slack
    /// tags: [crm]
    /// ==> listings/c/listing.yaml <==
    /// name: C rows
    /// app: Slack
    /// tags: [crm, rare]
    /// ```
    /// ```files,passes
    /// ==> tags.yaml <==
    /// - {id: crm, label: Customers, description: Customer records.}
    /// - {id: finance, label: Finance, description: Books.}
    /// ```
    TAG_RARELY_USED = { id: "C045", name: "tag-rarely-used", former: ["tag-tiny"], level: Info, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    let Some((document, tags)) = raw.all::<TagsFile>().next() else { return };
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for listing in raw.listings().filter(|listing| !listing.is_gone()) {
        // A tag that is listed twice counts once.
        let names: std::collections::BTreeSet<&str> = listing.file.tags.items().iter().map(|tag| &*tag.value).collect();
        for name in names {
            *counts.entry(name).or_default() += 1;
        }
    }
    // In a young catalogue, all tags are small.
    if counts.values().all(|&n| n < FEW) {
        return;
    }
    for id in tags.0.iter().filter_map(|tag| tag.id.spanned()) {
        let n = counts.get(&*id.value).copied().unwrap_or_default();
        if (1..FEW).contains(&n) {
            let listings = if n == 1 { "one listing has" } else { "two listings have" };
            findings
                .elsewhere(&document.path, Some(id.span), format!("only {listings} the tag `{}`", shortened(id)))
                .help("merge it into a wider tag, and add its name to the `aliases` of that tag");
        }
    }
}

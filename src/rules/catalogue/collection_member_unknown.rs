//! `collection-member-unknown`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::{Findings, nearest};
use crate::format::{CollectionFile, FileRole};
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A collection contains a listing that does not exist.
    ///
    /// A recommendation that leads nowhere is worse than none.
    ///
    /// ```files,fails
    /// ==> collections/start.yaml <==
    /// title: Good to start with
    /// listings: [{slug: acme-messages, why: It is small.}]
    /// ```
    /// ```files,passes
    /// ==> collections/start.yaml <==
    /// title: Good to start with
    /// listings: [{slug: acme, why: It is small.}]
    /// ```
    COLLECTION_MEMBER_UNKNOWN = { id: "C007", name: "collection-member-unknown", level: Error, costs: Value, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    for (document, collection) in raw.all::<CollectionFile>() {
        for slug in
            collection.listings.items().iter().filter_map(|member| member.slug.spanned()).filter(|slug| raw.followed(slug).is_none())
        {
            findings
                .elsewhere(&document.path, Some(slug.span), format!("unknown listing `{}`", shortened(slug)))
                .did_you_mean(nearest(slug, raw.slugs(FileRole::Listing)))
                .help("a member is the name of a folder in `listings/`");
        }
    }
}

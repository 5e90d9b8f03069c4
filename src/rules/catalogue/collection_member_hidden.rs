//! `collection-member-hidden`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::format::{CollectionFile, Visibility};
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A collection contains a listing that lists do not show.
    ///
    /// An unlisted listing is meant for people who have its URL, and a removed listing has no page to recommend. The member
    /// is left out, and the collection is shorter than its curator believes.
    ///
    /// ```files,fails
    /// ==> collections/start.yaml <==
    /// title: Start here
    /// listings:
    ///   - {slug: zebra}
    ///   - {slug: acme}
    /// ==> listings/zebra/listing.yaml <==
    /// name: Zebra Rows
    /// app: Slack
    /// visibility: unlisted
    /// ```
    /// ```files,passes
    /// ==> collections/start.yaml <==
    /// title: Start here
    /// listings:
    ///   - {slug: zebra}
    ///   - {slug: acme}
    /// ==> listings/zebra/listing.yaml <==
    /// name: Zebra Rows
    /// app: Slack
    /// ```
    COLLECTION_MEMBER_HIDDEN = { id: "C030", name: "collection-member-hidden", level: Warn, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    for (document, collection) in raw.all::<CollectionFile>() {
        for slug in collection.listings.items().iter().filter_map(|member| member.slug.spanned()) {
            let Some(listing) = raw.listing(slug) else { continue };
            let why = match listing.file.visibility() {
                _ if listing.is_gone() => "gone",
                Visibility::Unlisted => "unlisted",
                Visibility::Listed => continue,
            };
            findings
                .elsewhere(&document.path, Some(slug.span), format!("member `{}` is {why}", shortened(slug)))
                .help("remove it from the collection");
        }
    }
}

//! `duplicate-collection-member`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::{Certainty, Findings};
use crate::format::CollectionFile;
use crate::rules::edits::without_item;
use crate::rules::repeats::repeats;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A listing is in a collection twice.
    ///
    /// Visitors see the same card twice and wonder what they missed.
    ///
    /// ```files,fails
    /// ==> collections/start.yaml <==
    /// title: Start here
    /// listings:
    ///   - {slug: acme}
    ///   - {slug: acme}
    /// ```
    /// ```files,passes
    /// ==> collections/start.yaml <==
    /// title: Start here
    /// listings:
    ///   - {slug: acme}
    ///   - {slug: other}
    /// ```
    DUPLICATE_COLLECTION_MEMBER = { id: "C029", name: "duplicate-collection-member", former: ["collection-member-doubled"], level: Warn, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    for (document, collection) in raw.all::<CollectionFile>() {
        let members = collection.listings.items();
        let slugs = members.iter().enumerate().filter_map(|(n, member)| Some((n, member, member.slug.spanned()?)));
        for ((n, member, slug), first) in repeats(slugs, |(_, _, slug)| (&slug.value, slug.span)) {
            let finding = findings
                .elsewhere(&document.path, Some(slug.span), format!("`{}` is already a member", shortened(slug)))
                .related(&document.path, Some(first), "first listed here")
                .help("keep the entry with the better `why`");
            // Someone should look at an entry that says why.
            if let Some(edit) = without_item(document.text.as_deref().unwrap_or_default(), members, n).filter(|_| member.why.is_missing()) {
                finding.edits(Certainty::Certain, "list it once", vec![edit]);
            }
        }
    }
}

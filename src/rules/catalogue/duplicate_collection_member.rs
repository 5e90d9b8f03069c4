//! `duplicate-collection-member`

use std::collections::HashMap;

use crate::catalogue::RawCatalogue;
use crate::diagnostic::{Certainty, Findings};
use crate::format::CollectionFile;
use crate::rules::format::edits::without_item;
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
        let mut seen = HashMap::new();
        for (n, member) in members.iter().enumerate() {
            let Some(slug) = member.slug.spanned() else { continue };
            let first = *seen.entry(&slug.value).or_insert(slug.span);
            if first == slug.span {
                continue;
            }
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

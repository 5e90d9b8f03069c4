//! `collection-empty`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::format::CollectionFile;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A collection has no members.
    ///
    /// Its page promises a selection and shows none.
    ///
    /// ```files,fails
    /// ==> collections/start.yaml <==
    /// title: Start here
    /// listings: []
    /// ```
    /// ```files,passes
    /// ==> collections/start.yaml <==
    /// title: Start here
    /// listings:
    ///   - {slug: acme}
    /// ```
    COLLECTION_EMPTY = { id: "C028", name: "collection-empty", level: Warn, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    for (document, collection) in raw.all::<CollectionFile>() {
        let is_empty = collection.listings.get().is_some_and(Vec::is_empty);
        if let Some(span) = collection.listings.span().filter(|_| is_empty) {
            let title = collection.title.get().map_or("", |title| title);
            findings
                .elsewhere(&document.path, Some(span), format!("collection `{}` has no members", shortened(title)))
                .help("add members as `- {slug: …, why: …}`, or delete the file");
        }
    }
}

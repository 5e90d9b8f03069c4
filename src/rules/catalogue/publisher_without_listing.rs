//! `publisher-without-listing`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::format::{FileRole, IntentFile};
use crate::rules::rule::rule;
use std::collections::BTreeSet;

rule! {
    /// The publisher has no listing and has announced none.
    ///
    /// Its page is empty. Rights that the file grants, such as hiding source, stay unused until someone exploits them.
    ///
    /// ```files,fails
    /// ==> publishers/zebra.yaml <==
    /// name: Zebra Works
    /// ```
    /// ```files,passes
    /// ==> publishers/zebra.yaml <==
    /// name: Zebra Works
    /// ==> intents/zebra.yaml <==
    /// developer: {name: Zebra Works, contact: hello@zebra.example}
    /// company_profile: zebra
    /// connector: Zebra Rows
    /// ```
    PUBLISHER_WITHOUT_LISTING = { id: "C019", name: "publisher-without-listing", level: Info, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    let listed = raw.listings().filter_map(|listing| listing.file.publisher.get());
    let announced = raw.all::<IntentFile>().filter_map(|(_, intent)| intent.company_profile.get());
    let active: BTreeSet<&str> = listed.chain(announced).map(|slug| &**slug).collect();
    for document in raw.files(FileRole::Publisher) {
        let (_, slug) = document.place();
        if !active.contains(slug) {
            findings
                .elsewhere(&document.path, None, format!("publisher `{slug}` has no listing"))
                .help("add the file together with the publisher's first listing");
        }
    }
}

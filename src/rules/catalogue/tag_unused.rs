//! `tag-unused`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::format::TagsFile;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
use std::collections::BTreeSet;

rule! {
    /// No listing has the tag.
    ///
    /// Its page is empty, and visitors who open it leave the site. A tag for future listings can be added with the first
    /// of them.
    ///
    /// ```files,fails
    /// ==> tags.yaml <==
    /// - {id: crm, label: Customers, description: Customer records.}
    /// - {id: gardening, label: Gardening, description: Plants.}
    /// ```
    /// ```files,passes
    /// ==> tags.yaml <==
    /// - {id: crm, label: Customers, description: Customer records.}
    /// ```
    TAG_UNUSED = { id: "C017", name: "tag-unused", level: Info, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    let Some((document, tags)) = raw.all::<TagsFile>().next() else { return };
    let used: BTreeSet<&str> = raw.listings().flat_map(|listing| listing.file.tags.items()).map(|tag| &*tag.value).collect();
    // A catalogue that has not started to tag its listings needs no finding for each of its tags.
    if used.is_empty() {
        return;
    }
    for id in tags.0.iter().filter_map(|tag| tag.id.spanned()).filter(|id| !used.contains(&*id.value)) {
        findings
            .elsewhere(&document.path, Some(id.span), format!("no listing has the tag `{}`", shortened(id)))
            .help("remove it, or make it an alias of another tag");
    }
}

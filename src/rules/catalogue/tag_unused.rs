//! `tag-unused`

use crate::catalogue::Draft;
use crate::diagnostic::Findings;
use crate::format::Content;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;
use std::collections::BTreeSet;

rule! {
    /// No listing has the tag.
    ///
    /// Its page is empty, and a visitor who opened it closes the site. A tag that is kept for listings to come can be added with the first
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

fn check(draft: &Draft, findings: &mut Findings<'_>) {
    let Some(document) = draft.document("tags.yaml") else { return };
    let Content::Tags(tags) = &document.content else { return };
    let used: BTreeSet<&str> = draft.listings().flat_map(|listing| listing.file.tags.items()).map(|tag| &*tag.value).collect();
    // A catalogue that has not begun to sort its listings needs no remark for each of its tags.
    if used.is_empty() {
        return;
    }
    for id in tags.0.iter().filter_map(|tag| tag.id.spanned()).filter(|id| !used.contains(&*id.value)) {
        findings
            .elsewhere(&document.path, Some(id.span), format!("no listing has the tag `{}`", shortened(id)))
            .help("take it out, or make it an alias of another tag");
    }
}

//! `duplicate-tag`

use std::collections::HashMap;

use crate::catalogue::RawListing;
use crate::diagnostic::{Certainty, Findings};
use crate::rules::edits::without_item;
use crate::rules::rule::rule;

rule! {
    /// A tag is listed twice.
    ///
    /// It counts once. The second one was probably meant to be another tag.
    ///
    /// ```yaml,fails
    /// tags: [crm, crm]
    /// ```
    /// ```yaml,passes
    /// tags: [crm, finance]
    /// ```
    DUPLICATE_TAG = { id: "L022", name: "duplicate-tag", former: ["tag-doubled"], level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    if listing.is_gone() {
        return;
    }
    let text = listing.document.text.as_deref().unwrap_or_default();
    let tags = listing.file.tags.items();
    let mut seen = HashMap::new();
    for (n, tag) in tags.iter().enumerate() {
        let first = *seen.entry(&tag.value).or_insert(tag.span);
        if first == tag.span {
            continue;
        }
        let finding = findings
            .at(tag.span, format!("tag `{}` is listed twice", tag.value))
            .label("listed again")
            .related(&listing.document.path, Some(first), "first listed here")
            .help("list it once");
        if let Some(edit) = without_item(text, tags, n) {
            finding.edits(Certainty::Certain, "list it once", vec![edit]);
        }
    }
}

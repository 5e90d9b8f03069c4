//! `duplicate-keyword`

use std::collections::HashMap;

use crate::catalogue::RawListing;
use crate::diagnostic::{Certainty, Findings};
use crate::rules::edits::without_item;
use crate::rules::rule::rule;
use crate::rules::scalar::loose;

rule! {
    /// A keyword is listed twice.
    ///
    /// Only three are allowed and search ignores case, so one of the three is wasted.
    ///
    /// ```yaml,fails
    /// keywords: [refunds, Refunds]
    /// ```
    /// ```yaml,passes
    /// keywords: [refunds, returns]
    /// ```
    DUPLICATE_KEYWORD = { id: "L024", name: "duplicate-keyword", former: ["keyword-doubled"], level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    if listing.is_gone() {
        return;
    }
    let text = listing.document.text.as_deref().unwrap_or_default();
    let keywords = listing.file.keywords.items();
    let mut seen = HashMap::new();
    for (n, keyword) in keywords.iter().enumerate() {
        let first = *seen.entry(loose(keyword)).or_insert(keyword.span);
        if first == keyword.span {
            continue;
        }
        let finding = findings
            .at(keyword.span, format!("keyword `{}` is listed twice", keyword.value))
            .label("listed again")
            .related(&listing.document.path, Some(first), "first listed here")
            .help("use another word instead");
        if let Some(edit) = without_item(text, keywords, n) {
            finding.edits(Certainty::Certain, "list it once", vec![edit]);
        }
    }
}

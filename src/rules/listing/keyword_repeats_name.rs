//! `keyword-repeats-name`

use crate::catalogue::ListingDraft;
use crate::diagnostic::Findings;
use crate::rules::format::scalar::{loose, shortened};
use crate::rules::rule::rule;

rule! {
    /// A keyword says again what the name, the app or a tag says.
    ///
    /// The search looks there anyway. A word that stands nowhere else would lead more visitors here.
    ///
    /// ```yaml,fails
    /// keywords: [slack]
    /// ```
    /// ```yaml,passes
    /// keywords: [on-call]
    /// ```
    KEYWORD_REPEATS_NAME = { id: "L025", name: "keyword-repeats-name", level: Info, since: "0.1", check: Listing(check) }
}

fn check(listing: &ListingDraft<'_>, findings: &mut Findings<'_>) {
    if listing.is_gone() {
        return;
    }
    let file = listing.file;
    for keyword in file.keywords.items() {
        let says = |text: &str| loose(text) == loose(keyword);
        let place = if file.name.get().is_some_and(|name| says(name)) {
            "the name"
        } else if file.app.get().is_some_and(|app| says(app)) {
            "the app"
        } else if file.tags.items().iter().any(|tag| says(tag)) {
            "a tag"
        } else {
            continue;
        };
        findings
            .at(keyword.span, format!("keyword `{}` repeats {place}", shortened(keyword)))
            .help("use the place for a word that stands nowhere else");
    }
}

//! `keyword-repeats-name`

use std::collections::HashSet;

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::format::Field;
use crate::rules::rule::rule;
use crate::rules::scalar::{loose, shortened};

rule! {
    /// A keyword repeats the name, the app or a tag.
    ///
    /// Search looks there anyway. A word that occurs nowhere else would lead more visitors here.
    ///
    /// ```yaml,fails
    /// keywords: [slack]
    /// ```
    /// ```yaml,passes
    /// keywords: [on-call]
    /// ```
    KEYWORD_REPEATS_NAME = { id: "L025", name: "keyword-repeats-name", level: Info, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    if listing.is_gone() {
        return;
    }
    let file = listing.file;
    let of = |field: &Field<Box<str>>| field.get().map(|text| loose(text));
    let (name, app) = (of(&file.name), of(&file.app));
    let tags: HashSet<String> = file.tags.items().iter().map(|tag| loose(tag)).collect();
    for keyword in file.keywords.items() {
        let word = loose(keyword);
        let place = match &word {
            _ if name.as_ref() == Some(&word) => "the name",
            _ if app.as_ref() == Some(&word) => "the app",
            _ if tags.contains(&word) => "a tag",
            _ => continue,
        };
        findings
            .at(keyword.span, format!("keyword `{}` repeats {place}", shortened(keyword)))
            .help("use a word that occurs nowhere else in the listing");
    }
}

//! `listing-copied`

use std::collections::{BTreeSet, HashMap};

use crate::catalogue::{Change, Draft, ListingDraft};
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// A listing that is new, or leads to other source than before, says what a listing of another publisher says.
    ///
    /// Its source is the same, or nearly all words of its README or its summary are. It may be a fork with good reason, or somebody
    /// else's work under another name: a person looks.
    ///
    /// ```files,fails
    /// ==> before: listings/other/listing.yaml <==
    /// name: Other Rows
    /// app: HubSpot
    /// publisher: acme
    /// source_url: https://git.example/acme/messages
    /// ==> publishers/wren.yaml <==
    /// name: Wren Tools
    /// url: https://wren.example/
    /// ==> listings/wren-rows/listing.yaml <==
    /// name: Wren Rows
    /// app: HubSpot
    /// publisher: wren
    /// source_url: https://git.example/acme/messages.git
    /// ```
    /// ```files,passes
    /// ==> publishers/wren.yaml <==
    /// name: Wren Tools
    /// url: https://wren.example/
    /// ==> listings/wren-rows/listing.yaml <==
    /// name: Wren Rows
    /// app: HubSpot
    /// publisher: wren
    /// source_url: https://git.example/wren/rows
    /// ```
    LISTING_COPIED = { id: "R020", name: "listing-copied", level: Warn, since: "0.1", check: Change(check) }
}

fn check(change: &Change<'_>, findings: &mut Findings<'_>) {
    let is_asked = |listing: &&crate::catalogue::ListingChange<'_>| !listing.existed || listing.field("source_url").is_some();
    let asked: Vec<ListingDraft<'_>> = change.listings.iter().filter(is_asked).filter_map(|listing| listing.is).collect();
    if asked.is_empty() {
        return;
    }
    let known = Known::new(change.base);
    for is in asked {
        let Some(publisher) = is.file.publisher.get() else { continue };
        let mut alike: Vec<(&str, &str)> = Vec::new();
        if let Some(url) = is.file.source_url.get() {
            alike.extend(known.by_source.get(&source(&url.text)).into_iter().flatten().map(|slug| (*slug, "leads to the same source as")));
        }
        let readme = format!("listings/{}/README.md", is.slug);
        let copied = crate::source::ContentPath::new(&readme).and_then(|path| change.files.copies.get(&path));
        alike.extend(copied.and_then(crate::format::Place::listing_slug).map(|slug| (slug, "has the README of")));
        if let Some(summary) = is.file.summary.get() {
            alike.extend(known.like_summary(summary).map(|slug| (slug, "has nearly the summary of")));
        }
        let mut told = BTreeSet::new();
        for (slug, what) in alike {
            let other = change.base.listing(slug).and_then(|other| other.file.publisher.get());
            if slug == is.slug || other == Some(publisher) || !told.insert(what) {
                continue;
            }
            let whose = other.map(|other| format!(" of `{other}`")).unwrap_or_default();
            findings
                .elsewhere(&is.document.path, None, format!("`{}` {what} `{slug}`{whose}", is.slug))
                .help("a reviewer looks at both: a fork says in its README what it is a fork of and what it does otherwise");
        }
    }
}

/// What the listings of a catalogue can be found by.
struct Known<'draft> {
    by_source: HashMap<String, Vec<&'draft str>>,
    summaries: Vec<(&'draft str, BTreeSet<String>)>,
    by_word: HashMap<String, Vec<usize>>,
}

impl<'draft> Known<'draft> {
    fn new(draft: &'draft Draft) -> Self {
        let mut known = Self { by_source: HashMap::new(), summaries: Vec::new(), by_word: HashMap::new() };
        for listing in draft.listings().filter(|listing| !listing.is_gone()) {
            if let Some(url) = listing.file.source_url.get() {
                known.by_source.entry(source(&url.text)).or_default().push(listing.slug);
            }
            if let Some(summary) = listing.file.summary.get() {
                let words = words(summary);
                for word in &words {
                    known.by_word.entry(word.clone()).or_default().push(known.summaries.len());
                }
                known.summaries.push((listing.slug, words));
            }
        }
        known
    }

    /// The listings whose summaries have four of five words in common with `summary`. Two such texts share one of the rarest words of each, so that no
    /// others need be compared (prefix filtering, Chaudhuri, Ganti and Kaushik 2006).
    fn like_summary(&self, summary: &str) -> impl Iterator<Item = &'draft str> + '_ {
        let own = words(summary);
        // A few words are said of many things.
        let is_telling = own.len() >= MIN_WORDS;
        let mut by_rarity: Vec<&Vec<usize>> = own.iter().filter(|_| is_telling).filter_map(|word| self.by_word.get(word)).collect();
        by_rarity.sort_by_key(|listings| listings.len());
        let n_prefix = own.len() / 5 + 1;
        let candidates: BTreeSet<usize> = by_rarity.into_iter().take(n_prefix).flatten().copied().collect();
        let is_like = move |(slug, words): &(&'draft str, BTreeSet<String>)| {
            let n_common = own.intersection(words).count();
            (n_common * 5 >= (own.len() + words.len() - n_common) * 4).then_some(*slug)
        };
        candidates.into_iter().filter_map(move |n| is_like(&self.summaries[n]))
    }
}

/// Words that a summary has to have, so that another one with nearly the same is no chance.
const MIN_WORDS: usize = 8;

/// Where source lies, without what does not change it.
fn source(url: &str) -> String {
    let url = url.trim().to_lowercase();
    let url = url.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/').trim_end_matches(".git");
    url.split_once("://").map_or(url, |(_, rest)| rest).trim_start_matches("www.").to_owned()
}

fn words(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

//! `listing-copied`

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};

use crate::catalogue::{Change, RawCatalogue, RawListing};
use crate::diagnostic::Findings;
use crate::format::FileRole;
use crate::rules::rule::rule;
use crate::rules::{is_nearly, words};
use crate::source::ContentPath;

rule! {
    /// A new listing, or one with a new source, repeats a listing of another publisher.
    ///
    /// Its source is the same, or nearly all words of its README or its summary are. It may be a justified fork, or someone
    /// else's work under another name: a person decides. A fork that names its original in `derived_from` is not reported.
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
    /// ```files,passes
    /// ==> publishers/wren.yaml <==
    /// name: Wren Tools
    /// url: https://wren.example/
    /// ==> listings/wren-rows/listing.yaml <==
    /// name: Wren Rows
    /// app: HubSpot
    /// publisher: wren
    /// source_url: https://git.example/acme/messages
    /// derived_from: {listing: acme}
    /// ```
    LISTING_COPIED = { id: "R020", name: "listing-copied", level: Warn, since: "0.1", check: Change(check) }
}

fn check(change: &Change<'_>, findings: &mut Findings<'_>) {
    let is_asked = |listing: &&crate::catalogue::ListingChange<'_>| !listing.existed || listing.field("source_url").is_some();
    let asked: Vec<RawListing<'_>> = change.listings.iter().filter(is_asked).filter_map(|listing| listing.is).collect();
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
        let copied = FileRole::Readme.path(is.slug).and_then(|path| change.files.copies.get(&path));
        alike.extend(copied.and_then(ContentPath::listing_slug).map(|slug| (slug, "has the same README as")));
        if let Some(summary) = is.file.summary.get() {
            alike.extend(known.like_summary(summary).map(|slug| (slug, "has nearly the same summary as")));
        }
        let original = is.file.original().and_then(|original| change.base.followed(original));
        // What the original that it names has in common with it is no surprise, whoever else has it.
        let mut told: BTreeSet<&str> = alike.iter().filter(|(slug, _)| original == Some(slug)).map(|(_, what)| *what).collect();
        for (slug, what) in alike {
            let other = change.base.listing(slug).and_then(|other| other.file.publisher.get());
            if slug == is.slug || other == Some(publisher) || !told.insert(what) {
                continue;
            }
            let whose = other.map(|other| format!(" of `{other}`")).unwrap_or_default();
            findings
                .elsewhere(&is.document.path, None, format!("`{}` {what} `{slug}`{whose}", is.slug))
                .help("a reviewer compares both: a fork should name the original in `derived_from`, and the differences in its README");
        }
    }
}

/// Indexes to find the listings of a catalogue.
#[derive(Default)]
struct Known<'raw> {
    by_source: HashMap<String, Vec<&'raw str>>,
    /// The number of each word.
    numbers: HashMap<String, usize>,
    /// The summaries as the numbers of their words, in order.
    summaries: Vec<(&'raw str, Vec<usize>)>,
    /// The summaries that have the word of each number.
    by_word: Vec<Vec<usize>>,
}

impl<'raw> Known<'raw> {
    fn new(raw: &'raw RawCatalogue) -> Self {
        let mut known = Self::default();
        for listing in raw.listings().filter(|listing| !listing.is_gone()) {
            if let Some(url) = listing.file.source_url.get() {
                known.by_source.entry(source(&url.text)).or_default().push(listing.slug);
            }
            if let Some(summary) = listing.file.summary.get() {
                known.take(listing.slug, summary);
            }
        }
        known
    }

    fn take(&mut self, slug: &'raw str, summary: &str) {
        let mut own = Vec::new();
        for word in words(summary).collect::<BTreeSet<_>>() {
            let n = self.numbers.len();
            let number = *self.numbers.entry(word).or_insert(n);
            self.by_word.resize_with(self.numbers.len(), Vec::new);
            self.by_word[number].push(self.summaries.len());
            own.push(number);
        }
        own.sort_unstable();
        self.summaries.push((slug, own));
    }

    /// The listings whose summaries share four of five words with `summary`. Two such texts share one of the rarest words of each, so no
    /// others need to be compared (prefix filtering, Chaudhuri, Ganti and Kaushik 2006).
    fn like_summary(&self, summary: &str) -> impl Iterator<Item = &'raw str> + '_ {
        let all: BTreeSet<String> = words(summary).collect();
        let n_words = all.len();
        let mut own: Vec<usize> = all.iter().filter_map(|word| self.numbers.get(word).copied()).collect();
        own.sort_by_key(|&number| self.by_word[number].len());
        // A few words are true of many things.
        let n_prefix = if n_words < MIN_WORDS { 0 } else { n_words / 5 + 1 };
        let candidates: BTreeSet<usize> = own.iter().take(n_prefix).flat_map(|&number| &self.by_word[number]).copied().collect();
        own.sort_unstable();
        candidates.into_iter().filter_map(move |n| {
            let (slug, words) = &self.summaries[n];
            let n_common = n_common(&own, words);
            is_nearly(n_common, n_words, words.len()).then_some(*slug)
        })
    }
}

/// How many numbers two sorted lists have in common.
fn n_common(one: &[usize], other: &[usize]) -> usize {
    let (mut one, mut other) = (one, other);
    let mut n = 0;
    while let ([first, rest @ ..], [second, others @ ..]) = (one, other) {
        match first.cmp(second) {
            Ordering::Less => one = rest,
            Ordering::Greater => other = others,
            Ordering::Equal => {
                n += 1;
                (one, other) = (rest, others);
            }
        }
    }
    n
}

/// Least words of a summary, so that another one with nearly the same words is no coincidence.
const MIN_WORDS: usize = 8;

/// The place of the source, without the parts that do not change it.
fn source(url: &str) -> String {
    let url = url.trim().to_lowercase();
    let url = url.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/').trim_end_matches(".git");
    url.split_once("://").map_or(url, |(_, rest)| rest).trim_start_matches("www.").to_owned()
}

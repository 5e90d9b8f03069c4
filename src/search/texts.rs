//! Words of READMEs and of documentation: the net under the other fields. Knows Markdown through its words; knows no part.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::words::each_word;
use crate::catalogue::Listing;
use crate::parse::prose;

/// Different words of the texts of one listing that are looked for. Four times as many as a long one has; a hostile one has more.
const MOST: usize = 4000;

/// Words of these texts in order, and which listings have each.
pub(super) fn terms(listings: &[Arc<Listing>]) -> Vec<(Box<str>, Vec<u32>)> {
    let found: Vec<HashSet<Box<str>>> = listings.par_iter().map(|listing| of_listing(listing)).collect();
    let mut by_word: HashMap<Box<str>, Vec<u32>> = HashMap::new();
    for (id, words) in (0..).zip(found) {
        for word in words {
            by_word.entry(word).or_default().push(id);
        }
    }
    let mut terms: Vec<_> = by_word.into_iter().collect();
    terms.par_sort_unstable();
    terms
}

fn of_listing(listing: &Listing) -> HashSet<Box<str>> {
    let mut words = HashSet::new();
    for text in listing.readme.iter().chain(listing.docs.iter().map(|doc| &doc.text)) {
        prose::each_text(&text.text, |text| {
            each_word(text, |word| {
                if words.len() < MOST && !words.contains(word) {
                    words.insert(word.into());
                }
            });
        });
    }
    words
}

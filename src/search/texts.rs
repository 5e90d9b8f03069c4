//! Words of READMEs and of documentation: the net under the other fields. Knows Markdown through its words; knows no part.

use std::sync::Arc;

use rayon::prelude::*;

use super::by_word::{ByWord, add, by_word};
use super::postings::number;
use super::words::each_word;
use crate::catalogue::Listing;
use crate::parse::prose;

/// Different words of the texts of one listing that are looked for. Four times as many as a long one has; a hostile one has more.
const MOST: usize = 4000;

/// Words of these texts in order, and which listings have each.
pub(super) fn terms(listings: &[Arc<Listing>]) -> Vec<(Box<str>, Vec<u32>)> {
    let by_word = by_word(listings.len(), |id, found| of_listing(number(id), &listings[id], found));
    let mut terms: Vec<_> = by_word.into_iter().collect();
    terms.par_sort_unstable();
    terms
}

/// Adds the words of the texts of `listing` to those that were `found` in the ones before.
fn of_listing(id: u32, listing: &Listing, found: &mut ByWord<u32>) {
    let mut n_words = 0;
    for text in listing.readme.iter().chain(listing.docs.iter().map(|doc| &doc.text)) {
        prose::each_text(&text.text, |text| {
            each_word(text, |word| {
                let is_known = found.get(word).is_some_and(|ids| ids.last() == Some(&id));
                if n_words < MOST && !is_known {
                    add(found, word, id);
                    n_words += 1;
                }
            });
        });
    }
}

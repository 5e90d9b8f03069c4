//! All words of a query against every document: tiers first, so that a rank can be explained, then a score. Knows no part.

use std::collections::HashSet;

use super::hits::{Hit, Hits, Places};
use super::query::ParsedQuery;

/// How well a document fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ScoredDocument {
    pub(super) id: usize,
    /// From 0, the name is what was asked for, to 6, the words are in the README; see `tier`.
    pub(super) tier: u32,
    pub(super) score: u32,
}

/// The match of each document with each word of the query.
pub(super) struct Matched<'query> {
    pub(super) asked: &'query ParsedQuery,
    /// One for each of all words.
    pub(super) hits: Vec<std::rc::Rc<Hits>>,
}

impl Matched<'_> {
    fn hit(&self, word: usize, id: usize) -> &Hit {
        &self.hits[word].by_id[id]
    }

    /// Every document of `ids` that fits, in the order of numbers.
    pub(super) fn fits(&self, ids: std::ops::Range<usize>) -> Vec<ScoredDocument> {
        let all: Vec<usize> = (0..self.asked.all.len()).collect();
        let readings: &[&[usize]] = if all.len() == self.asked.required.len() { &[&all] } else { &[&all, &self.asked.required] };
        ids.filter_map(|id| Some(ScoredDocument { id, tier: self.tier(readings, id)?, score: self.score(id) })).collect()
    }

    /// How well the words fit, in one of their `readings`: all of them, or those that say something.
    ///
    /// - 0: the name, or a former one, is what was asked for;
    /// - 1: the app's name is, or the name has just these words in another order;
    /// - 2: the name or the app's name begins so;
    /// - 3: every word begins a word of the document;
    /// - 4: some only in the summary or the operations.
    fn tier(&self, readings: &[&[usize]], id: usize) -> Option<u32> {
        if !self.asked.phrases.iter().all(|phrase| self.has_phrase(phrase.clone(), id)) {
            return None;
        }
        let any = |test: &dyn Fn(&[usize]) -> bool| readings.iter().any(|reading| test(reading));
        if self.hits.iter().all(|hits| hits.by_id[id].score == 0) {
            return None;
        }
        if any(&|reading| self.is_exact(reading, id, |hit| hit.name) || self.is_exact(reading, id, |hit| hit.former)) {
            return Some(0);
        }
        if any(&|reading| self.is_exact(reading, id, |hit| hit.app) || self.is_shuffled(reading, id)) {
            return Some(1);
        }
        if any(&|reading| self.starts(reading, id, |hit| hit.name) || self.starts(reading, id, |hit| hit.app)) {
            return Some(2);
        }
        if !self.asked.required.iter().all(|&word| self.hit(word, id).score > 0) {
            return None;
        }
        let is_deep = self.asked.required.iter().any(|&word| !self.hit(word, id).is_shallow);
        Some(if is_deep { 4 } else { 3 })
    }

    fn is_exact(&self, words: &[usize], id: usize, places: impl Fn(&Hit) -> Places) -> bool {
        words.iter().enumerate().all(|(place, &word)| {
            let places = places(self.hit(word, id)).whole_in.get(words.len()).copied().unwrap_or_default();
            places >> place & 1 == 1
        })
    }

    /// Whether a name has just these words, in any order; one that is asked for twice must be there twice.
    fn is_shuffled(&self, words: &[usize], id: usize) -> bool {
        let times = |word: usize| words.iter().filter(|&&other| self.asked.all[other] == self.asked.all[word]).count();
        words.iter().all(|&word| {
            let places = self.hit(word, id).name.whole_in.get(words.len()).copied().unwrap_or_default();
            places.count_ones() as usize >= times(word)
        })
    }

    fn starts(&self, words: &[usize], id: usize, places: impl Fn(&Hit) -> Places) -> bool {
        words.iter().enumerate().all(|(place, &word)| {
            let places = places(self.hit(word, id));
            let at = if place + 1 == words.len() { places.begins } else { places.whole };
            at >> place & 1 == 1
        })
    }

    /// Whether words are beside each other, in the name or in the summary.
    fn has_phrase(&self, words: std::ops::Range<usize>, id: usize) -> bool {
        let beside = |places: &dyn Fn(&Hit) -> u32| {
            words.clone().enumerate().fold(u32::MAX, |all, (place, word)| all & places(self.hit(word, id)) >> place) != 0
        };
        beside(&|hit| hit.name.whole.into()) || beside(&|hit| hit.summary)
    }

    /// Whether two words are beside each other in the name or the app's name.
    pub(super) fn are_neighbours(&self, first: usize, id: usize) -> bool {
        let (one, other) = (self.hit(first, id), self.hit(first + 1, id));
        one.name.whole & other.name.begins >> 1 != 0 || one.app.whole & other.app.begins >> 1 != 0
    }

    /// The score of the words, including optional ones, and how much of the name they cover.
    pub(super) fn score(&self, id: usize) -> u32 {
        let hits = (0..self.asked.all.len()).map(|word| self.hit(word, id));
        let sum: u32 = hits.clone().map(|hit| hit.score).sum();
        let length = hits.clone().map(|hit| u32::from(hit.name.length)).max().unwrap_or_default();
        let n_in_name = hits.filter(|hit| hit.name.begins != 0).count();
        let covered = u32::try_from(n_in_name).unwrap_or(u32::MAX).min(length);
        sum + (20 * covered).checked_div(length).unwrap_or_default()
    }

    /// Whether every word is in a field, or is one of those in `others`: then what that is worth.
    pub(super) fn with_others(&self, id: usize, others: &[Vec<bool>]) -> Option<u32> {
        self.asked.required.iter().zip(others).try_fold(0, |sum, (&word, others)| match self.hit(word, id).score {
            0 => others.get(id).is_some_and(|&has| has).then_some(sum + 1),
            score => Some(sum + score),
        })
    }
}

/// Appends what is not there yet.
pub(super) fn add(fits: &mut Vec<ScoredDocument>, more: Vec<ScoredDocument>) {
    let known: HashSet<usize> = fits.iter().map(|fit| fit.id).collect();
    fits.extend(more.into_iter().filter(|fit| !known.contains(&fit.id)));
}

//! Fallbacks for queries with few results: joined or split words, words in READMEs, typos, parts of words.

use std::rc::Rc;

use super::find::Finder;
use super::hits;
use super::near::{self, Candidate};
use super::query::ParsedQuery;
use super::rank::{Matched, ScoredDocument, add};

/// The tiers of results that only match joined, split or inside other words, and of results in the README.
const JOINED: u32 = 5;
const README: u32 = 6;

impl Finder<'_> {
    /// Two words as one, or one word as two.
    pub(super) fn joined(&mut self, asked: &ParsedQuery) -> Vec<ScoredDocument> {
        let mut found = Vec::new();
        for at in 1..asked.all.len() {
            let mut words = asked.all.clone();
            let second = words.remove(at);
            words[at - 1].push_str(&second);
            add(&mut found, self.fits(&ParsedQuery::new(words)).into_iter().map(|fit| ScoredDocument { tier: JOINED, ..fit }).collect());
        }
        let unknown = self.unknown(asked);
        for at in (0..asked.all.len()).filter(|&at| unknown.contains(&asked.all[at])) {
            for (head, tail) in near::splits(&self.reader, &asked.all[at]) {
                let mut words = asked.all.clone();
                words.splice(at..=at, [head, tail]);
                let asked = ParsedQuery::new(words);
                let n = self.reader.core.n;
                let matched = self.matched(&asked);
                let fits = matched.fits(0..n).into_iter().filter(|fit| matched.are_neighbours(at, fit.id));
                add(&mut found, fits.map(|fit| ScoredDocument { tier: JOINED, ..fit }).collect());
            }
        }
        found
    }

    /// Words that are no prefix of any term, each once.
    pub(super) fn unknown(&mut self, asked: &ParsedQuery) -> Vec<String> {
        let hits = self.matched(asked).hits;
        let unknown = asked.required.iter().filter(|&&word| !hits[word].any).map(|&word| &asked.all[word]);
        once(unknown)
    }

    /// Documents with every word in a field or in the README.
    pub(super) fn in_texts(&mut self, asked: &ParsedQuery) -> Vec<ScoredDocument> {
        let n = self.reader.core.n;
        let texts: Vec<Vec<bool>> = asked
            .required
            .iter()
            .map(|&word| {
                let mut has = vec![false; n];
                for id in self.reader.text(&asked.all[word]) {
                    if let Some(has) = usize::try_from(id).ok().and_then(|id| has.get_mut(id)) {
                        *has = true;
                    }
                }
                has
            })
            .collect();
        let matched = self.matched(asked);
        (0..n).filter_map(|id| Some(ScoredDocument { id, tier: README, score: matched.with_others(id, &texts)? })).collect()
    }

    /// Documents with words that contain the words of the query.
    pub(super) fn inside(&mut self, asked: &ParsedQuery) -> Vec<ScoredDocument> {
        let matched = self.matched(asked);
        let mut hits = matched.hits;
        for &word in &asked.required {
            if !hits[word].any {
                let around = near::around(&self.reader, &asked.all[word]);
                hits[word] = Rc::new(hits::inside(&self.reader, &around));
            }
        }
        let fits = Matched { asked, hits }.fits(0..self.reader.core.n);
        fits.into_iter().map(|fit| ScoredDocument { tier: JOINED, ..fit }).collect()
    }

    /// The corrected query: each unknown word is replaced by a near one; without unknown words, one known word is.
    pub(super) fn corrected(&mut self, asked: &ParsedQuery) -> Option<ParsedQuery> {
        let unknown = self.unknown(asked);
        // More unknown words are unlikely to be typos, and their combinations would grow without bound.
        if unknown.len() > 3 {
            return None;
        }
        let near = |word: &String| near::candidates(&self.reader, word, asked.all.last() == Some(word));
        let with = |(distance, words): &(usize, Vec<String>), wrong: &String, Candidate { word, distance: more }: &Candidate| {
            let words = words.iter().map(|known| if known == wrong { word } else { known }).cloned().collect();
            (distance + more, words)
        };
        let given = vec![(0, asked.all.clone())];
        let tries: Vec<(usize, Vec<String>)> = if unknown.is_empty() {
            let words = once(asked.required.iter().map(|&word| &asked.all[word]));
            words.iter().flat_map(|word| near(word).iter().map(|candidate| with(&given[0], word, candidate)).collect::<Vec<_>>()).collect()
        } else {
            unknown.iter().fold(given, |tries, word| {
                let candidates = near(word);
                tries.iter().flat_map(|one| candidates.iter().map(|candidate| with(one, word, candidate)).collect::<Vec<_>>()).collect()
            })
        };
        let found = tries.into_iter().filter_map(|(distance, words)| {
            let asked = ParsedQuery::new(words);
            let first = self.fits(&asked).iter().map(|fit| (self.rank(fit), std::cmp::Reverse(self.worth(fit)))).min()?;
            Some(((distance, first), asked))
        });
        // The first of equals.
        found.reduce(|best, next| if next.0 < best.0 { next } else { best }).map(|(_, asked)| asked)
    }
}

/// Words in their order, each once.
fn once<'word>(words: impl Iterator<Item = &'word String>) -> Vec<String> {
    let mut once: Vec<String> = Vec::new();
    for word in words {
        if !once.contains(word) {
            once.push(word.clone());
        }
    }
    once
}

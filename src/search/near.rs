//! Finds near words for typos. Knows a vocabulary; knows no document.
//!
//! The distance is the optimal string alignment distance: insertions, deletions, substitutions and transpositions, no letter twice.

use strsim::osa_distance;

use super::part::TermsPart;
use super::reader::Reader;

/// The most candidates for one word.
const MOST: usize = 4;
/// From this length, a near prefix of a longer word is a candidate.
const FROM_PREFIX: usize = 5;

/// A word that may be the intended one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) word: String,
    pub(super) distance: usize,
}

/// The most typos in a word of this length.
fn tolerance(n_letters: usize) -> usize {
    match n_letters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// The candidates for `word`: the nearest first, then those in most documents. `is_last` words may be unfinished.
pub(super) fn candidates(reader: &Reader<'_>, word: &str, is_last: bool) -> Vec<Candidate> {
    let letters: Vec<char> = word.chars().collect();
    let tolerance = tolerance(letters.len());
    let (Some(&first), Some(&second)) = (letters.first(), letters.get(1)) else { return Vec::new() };
    if tolerance == 0 {
        return Vec::new();
    }
    let mut vocabulary = vec![reader.terms(&first.to_string())];
    if second != first {
        let mut swapped = reader.terms(&second.to_string());
        let starts = format!("{second}{first}");
        let kept: Vec<(String, usize)> = swapped.terms.into_iter().zip(swapped.n).filter(|(term, _)| term.starts_with(&starts)).collect();
        (swapped.terms, swapped.n) = kept.into_iter().unzip();
        vocabulary.push(swapped);
    }
    let is_near = |distance: &usize| (1..=tolerance).contains(distance);
    let found = nearest(&vocabulary, |term| Some(osa_distance(word, term)).filter(is_near));
    if !found.is_empty() || !is_last || letters.len() < FROM_PREFIX {
        return found;
    }
    nearest(&vocabulary, |term| {
        let ends = term.char_indices().map(|(end, _)| end).chain([term.len()]);
        let beginnings = ends.skip(letters.len() - tolerance).take(2 * tolerance + 1).map(|end| &term[..end]);
        beginnings.map(|beginning| osa_distance(word, beginning)).min().filter(is_near)
    })
}

fn nearest(vocabulary: &[TermsPart], distance: impl Fn(&str) -> Option<usize>) -> Vec<Candidate> {
    let terms = vocabulary.iter().flat_map(|part| part.terms.iter().zip(&part.n));
    let mut found: Vec<(usize, std::cmp::Reverse<usize>, &String)> =
        terms.filter_map(|(term, &n)| Some((distance(term)?, std::cmp::Reverse(n), term))).collect();
    found.sort_unstable();
    found.into_iter().take(MOST).map(|(distance, _, word)| Candidate { word: word.clone(), distance }).collect()
}

/// Ways to split `word` in two after a known word, the longest first piece first.
pub(super) fn splits(reader: &Reader<'_>, word: &str) -> Vec<(String, String)> {
    let Some(first) = word.chars().next() else { return Vec::new() };
    let known = reader.terms(&first.to_string()).terms;
    let mut heads: Vec<&str> = known.iter().map(String::as_str).filter(|head| word.starts_with(head)).collect();
    heads.sort_by_key(|head| std::cmp::Reverse(head.len()));
    let two = |text: &str| text.chars().count() >= 2;
    let cuts = heads.into_iter().map(|head| (head, &word[head.len()..])).filter(|(head, tail)| two(head) && two(tail));
    cuts.take(3).map(|(head, tail)| (head.to_owned(), tail.to_owned())).collect()
}

/// Words of names that contain `word`, those in most documents first.
pub(super) fn around(reader: &Reader<'_>, word: &str) -> Vec<String> {
    if word.chars().count() < 3 {
        return Vec::new();
    }
    let parts: Vec<TermsPart> = reader.core.terms.iter().map(|letter| reader.terms(letter)).collect();
    let terms = parts.iter().flat_map(|part| part.terms.iter().zip(&part.n));
    let mut found: Vec<(std::cmp::Reverse<usize>, &String)> =
        terms.filter(|(term, _)| term.contains(word)).map(|(term, &n)| (std::cmp::Reverse(n), term)).collect();
    found.sort_unstable();
    found.into_iter().take(8).map(|(_, term)| term.clone()).collect()
}

//! Words that are nearly the word: what a slip of the finger was meant to be. Knows a vocabulary; knows no document.

use super::part::TermsPart;
use super::reader::Reader;

/// Candidates that are tried for one word.
const MOST: usize = 4;
/// From this length on the beginning of a longer word is near enough.
const FROM_PREFIX: usize = 5;

/// A word that may have been meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) word: String,
    pub(super) distance: usize,
}

/// How many slips a word may hold, by its letters.
fn tolerance(n_letters: usize) -> usize {
    match n_letters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// What `word` may have been meant to be: the nearest first, then those of most documents. `is_last` words may be unfinished.
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
    let found = nearest(&vocabulary, |term| Some(distance(&letters, term)).filter(is_near));
    if !found.is_empty() || !is_last || letters.len() < FROM_PREFIX {
        return found;
    }
    nearest(&vocabulary, |term| {
        let lengths = letters.len() - tolerance..=(letters.len() + tolerance).min(term.len());
        lengths.map(|length| distance(&letters, &term[..length.min(term.len())])).min().filter(is_near)
    })
}

fn nearest(vocabulary: &[TermsPart], distance: impl Fn(&[char]) -> Option<usize>) -> Vec<Candidate> {
    let terms = vocabulary.iter().flat_map(|part| part.terms.iter().zip(&part.n));
    let mut found: Vec<(usize, std::cmp::Reverse<usize>, &String)> = terms
        .filter_map(|(term, &n)| {
            let letters: Vec<char> = term.chars().collect();
            Some((distance(&letters)?, std::cmp::Reverse(n), term))
        })
        .collect();
    found.sort_unstable();
    found.into_iter().take(MOST).map(|(distance, _, word)| Candidate { word: word.clone(), distance }).collect()
}

/// The optimal string alignment distance: letters put in, left out, put in another's place, or swapped with a neighbour, no letter twice
/// (Oommen and Loke, "Pattern recognition of strings with substitutions, insertions, deletions and generalized transpositions", 1997).
fn distance(one: &[char], other: &[char]) -> usize {
    let (mut before, mut last): (Vec<usize>, Vec<usize>) = (Vec::new(), (0..=other.len()).collect());
    for (i, a) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let mut best = (last[j] + usize::from(a != b)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == other[j - 1] && one[i - 1] == *b {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[other.len()]
}

/// Ways to cut `word` in two after a known word, the longest first piece first.
pub(super) fn splits(reader: &Reader<'_>, word: &str) -> Vec<(String, String)> {
    let Some(first) = word.chars().next() else { return Vec::new() };
    let known = reader.terms(&first.to_string()).terms;
    let mut heads: Vec<&str> = known.iter().map(String::as_str).filter(|head| word.starts_with(head)).collect();
    heads.sort_by_key(|head| std::cmp::Reverse(head.len()));
    let two = |text: &str| text.chars().count() >= 2;
    let cuts = heads.into_iter().map(|head| (head, &word[head.len()..])).filter(|(head, tail)| two(head) && two(tail));
    cuts.take(3).map(|(head, tail)| (head.to_owned(), tail.to_owned())).collect()
}

/// Words of names that have `word` inside, those of most documents first.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_one_letter_more_less_other_or_swapped() {
        let between = |one: &str, other: &str| distance(&one.chars().collect::<Vec<_>>(), &other.chars().collect::<Vec<_>>());
        for (one, other, expected) in [
            ("slack", "slack", 0),
            ("slak", "slack", 1),
            ("slackk", "slack", 1),
            ("slick", "slack", 1),
            ("salck", "slack", 1),
            ("saelsforce", "salesforce", 1),
            ("ca", "abc", 3),
            ("", "abc", 3),
        ] {
            assert_eq!(between(one, other), expected, "{one} {other}");
            assert_eq!(between(other, one), expected, "{other} {one}");
        }
    }
}

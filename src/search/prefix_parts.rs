//! Splits terms into parts of a bounded size, so that a prefix of any length is answered by one part: a burst trie (Heinz, Zobel and
//! Williams, "Burst tries", 2002). A prefix whose terms fill more than a part is a *head* with its own list; below it the terms are
//! split by the next letter. Knows terms and their sizes; knows no field.

use std::ops::Range;

/// How terms are split.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Cut {
    /// The terms of each part.
    pub(super) parts: Vec<Range<usize>>,
    /// Prefixes with too many terms for a part, in order, each with its terms.
    pub(super) heads: Vec<(String, Range<usize>)>,
}

/// Splits sorted `terms` by their sizes in bytes. A part is larger than `limit` only if a single term is.
pub(super) fn cut(terms: &[&str], sizes: &[usize], limit: usize) -> Cut {
    let mut cutter = Cutter { terms, limit, before: Vec::with_capacity(sizes.len() + 1), pieces: Vec::new(), heads: Vec::new() };
    cutter.before.push(0);
    for size in sizes {
        cutter.before.push(cutter.before.last().copied().unwrap_or_default() + size);
    }
    if !terms.is_empty() {
        cutter.divide(0..terms.len(), 0);
    }
    // Adjacent pieces that fit together share a part.
    let mut parts: Vec<Range<usize>> = Vec::new();
    for piece in &cutter.pieces {
        match parts.last_mut() {
            Some(last) if cutter.size(&(last.start..piece.end)) <= limit => last.end = piece.end,
            _ => parts.push(piece.clone()),
        }
    }
    Cut { parts, heads: cutter.heads }
}

struct Cutter<'terms> {
    terms: &'terms [&'terms str],
    limit: usize,
    /// The size of all terms before each.
    before: Vec<usize>,
    pieces: Vec<Range<usize>>,
    heads: Vec<(String, Range<usize>)>,
}

impl Cutter<'_> {
    fn size(&self, range: &Range<usize>) -> usize {
        self.before[range.end] - self.before[range.start]
    }

    /// Divides terms that share their first `depth` bytes, which end a letter.
    fn divide(&mut self, range: Range<usize>, depth: usize) {
        if self.size(&range) <= self.limit || range.len() == 1 {
            self.pieces.push(range);
            return;
        }
        if depth > 0 {
            self.heads.push((self.terms[range.start][..depth].to_owned(), range.clone()));
        }
        let mut start = range.start;
        while start < range.end {
            let next = self.terms[start][depth..].chars().next();
            let end = (start..range.end).find(|&at| self.terms[at][depth..].chars().next() != next).unwrap_or(range.end);
            match next {
                Some(letter) => self.divide(start..end, depth + letter.len_utf8()),
                None => self.pieces.push(start..end),
            }
            start = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The parts and heads of `terms`, each of which takes ten bytes.
    fn of(terms: &[&str], limit: usize) -> (Vec<String>, Vec<String>) {
        let cut = cut(terms, &vec![10; terms.len()], limit);
        let parts = cut.parts.into_iter().map(|part| terms[part].join(" ")).collect();
        (parts, cut.heads.into_iter().map(|(head, range)| format!("{head}: {}", terms[range].join(" "))).collect())
    }

    #[test]
    fn few_terms_are_one_part_without_heads() {
        assert_eq!(of(&["a", "ab", "b"], 30), (vec!["a ab b".to_owned()], vec![]));
        assert_eq!(of(&[], 30), (vec![], vec![]));
    }

    #[test]
    fn a_prefix_is_answered_by_one_part_or_is_a_head() {
        let terms = ["a", "ab", "abc", "abd", "ac", "b", "ba", "ca", "ça"];
        for limit in [10, 20, 30, 40, 50] {
            let (parts, heads) = of(&terms, limit);
            for beginning in ["a", "ab", "abc", "b", "c", "ç"] {
                let holders = parts.iter().filter(|part| part.split(' ').any(|term| term.starts_with(beginning))).count();
                let is_head = heads.iter().any(|head| head.starts_with(&format!("{beginning}: ")));
                assert!(holders == 1 || is_head, "{beginning} at {limit}: {parts:?} {heads:?}");
            }
        }
    }

    #[test]
    fn no_part_is_larger_than_it_must_be() {
        let (parts, heads) = of(&["aa", "ab", "ac", "b"], 20);
        assert_eq!((parts, heads), (vec!["aa ab".to_owned(), "ac b".to_owned()], vec!["a: aa ab ac".to_owned()]));
    }
}

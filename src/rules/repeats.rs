//! Entries of a list that are in it a second time. Knows no rule.

use std::collections::HashMap;
use std::hash::Hash;

use crate::source::Span;

/// Returns each of `entries` whose key an earlier one has, with the span of the first such entry. `at` returns the key and the span of an entry.
pub(in crate::rules) fn repeats<T, K: Eq + Hash>(
    entries: impl IntoIterator<Item = T>,
    at: impl Fn(&T) -> (K, Span),
) -> impl Iterator<Item = (T, Span)> {
    let mut seen = HashMap::new();
    entries.into_iter().filter_map(move |entry| {
        let (key, span) = at(&entry);
        let first = *seen.entry(key).or_insert(span);
        (first != span).then_some((entry, first))
    })
}

//! Words with what is known of each, gathered from many documents on all cores. A word is kept once for many documents, because a catalogue says each of its
//! words many times. Knows no field and no part.

use std::collections::HashMap;

use rayon::prelude::*;

/// Documents whose words one core gathers before they are put together with the others.
const BATCH: usize = 1024;

/// What is known of each word.
pub(super) type ByWord<T> = HashMap<Box<str>, Vec<T>>;

/// What `find` adds for each of the documents 0 to `n`. What is known of a word is in the order of documents.
pub(super) fn by_word<T: Send>(n: usize, find: impl Fn(usize, &mut ByWord<T>) + Sync) -> ByWord<T> {
    let of_batch = |batch: usize| {
        let mut found = ByWord::new();
        (batch * BATCH..n.min((batch + 1) * BATCH)).for_each(|id| find(id, &mut found));
        found
    };
    let batches: Vec<ByWord<T>> = (0..n.div_ceil(BATCH)).into_par_iter().map(of_batch).collect();
    let mut all = ByWord::new();
    for (word, mut found) in batches.into_iter().flatten() {
        match all.get_mut(&word) {
            Some(known) => known.append(&mut found),
            None => drop(all.insert(word, found)),
        }
    }
    all
}

/// Adds `known` to what is known of `word`. Most words are known already, and are not copied.
pub(super) fn add<T>(found: &mut ByWord<T>, word: &str, known: T) {
    match found.get_mut(word) {
        Some(list) => list.push(known),
        None => drop(found.insert(word.into(), vec![known])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_of_a_word_is_in_the_order_of_documents() {
        let n = 3 * BATCH + 1;
        let all = by_word(n, |id, found| {
            add(found, "all", id);
            add(found, if id % 2 == 0 { "even" } else { "odd" }, id);
        });
        assert_eq!(all["all"], (0..n).collect::<Vec<_>>());
        assert_eq!(all["odd"], (0..n).filter(|id| id % 2 == 1).collect::<Vec<_>>());
        assert_eq!((all.len(), by_word::<usize>(0, |_, _| {}).len()), (3, 0));
    }
}

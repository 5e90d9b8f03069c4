//! Searches for many words at once: one pass over a text, however long the list. Knows no word.

use aho_corasick::AhoCorasick;

/// A list of words to look for.
#[derive(Debug)]
pub(in crate::rules) struct Words {
    list: Vec<&'static str>,
    automaton: AhoCorasick,
}

impl Words {
    /// Searches for the words of `lists`; `A` to `Z` and `a` to `z` are the same if `any_case` is set.
    pub(in crate::rules) fn new(lists: &[&[&'static str]], any_case: bool) -> Self {
        let list = lists.concat();
        match AhoCorasick::builder().ascii_case_insensitive(any_case).build(&list) {
            Ok(automaton) => Self { list, automaton },
            Err(error) => unreachable!("lists in this program are short: {error}"),
        }
    }

    /// Every place in `text` of one of the words, with the word as it is in the list; also inside of other words.
    pub(in crate::rules) fn places<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, &'static str)> + 'a {
        self.automaton.find_overlapping_iter(text).map(|found| (found.start(), self.list[found.pattern().as_usize()]))
    }

    /// Whether `text` contains one of the words.
    pub(in crate::rules) fn stand_in(&self, text: &str) -> bool {
        self.automaton.is_match(text)
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn words_are_found_within_each_other_and_in_any_case() {
        let words = Words::new(&[&["install", "installation"], &["設定"]], true);
        let found: Vec<_> = words.places("Re-INSTALLation, 設定").collect();
        assert_eq!(found, [(3, "install"), (3, "installation"), (17, "設定")]);
        assert!(!Words::new(&[&["TODO"]], false).stand_in("a todo list"));
    }
}

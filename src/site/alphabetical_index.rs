//! Names in the order of an index, cut into pages. Knows no page and no markup.

use super::fold;

/// Entries on one page of a list from A to Z. Each takes about five elements, and a page should have no more than 1,400.
pub const PER_INDEX: usize = 200;

/// Items by letter and then by name.
#[derive(Debug)]
pub struct AlphabeticalIndex<T> {
    items: Vec<(Letter, T)>,
    /// Every letter that there is, with the page where it begins: each page of the list links to all of them.
    letters: Vec<(Letter, usize)>,
}

/// A letter, in the order of an index: whatever begins with none comes last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Letter {
    /// `a` to `z`; a letter with a mark counts as the one without.
    Latin(char),
    /// A digit, a sign, a letter of another script.
    Other,
}

impl Letter {
    fn new(folded: &str) -> Self {
        folded.chars().next().filter(char::is_ascii_lowercase).map_or(Self::Other, Self::Latin)
    }
}

impl<T> Default for AlphabeticalIndex<T> {
    fn default() -> Self {
        Self { items: Vec::new(), letters: Vec::new() }
    }
}

impl<T> AlphabeticalIndex<T> {
    /// Sorts `items` by what `name` says of them. Items of the same name keep the order in which they come.
    #[must_use]
    pub fn new(items: impl IntoIterator<Item = T>, name: impl Fn(&T) -> &str) -> Self {
        let folded = items.into_iter().map(|item| (fold(name(&item)), item));
        let mut keyed: Vec<(Letter, String, T)> = folded.map(|(name, item)| (Letter::new(&name), name, item)).collect();
        keyed.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        let items: Vec<(Letter, T)> = keyed.into_iter().map(|(letter, _, item)| (letter, item)).collect();
        let mut place = 0;
        let letters = items.chunk_by(|a, b| a.0 == b.0).map(|items| {
            let page = place / PER_INDEX + 1;
            place += items.len();
            (items[0].0, page)
        });
        Self { letters: letters.collect(), items }
    }

    /// How many items there are on all pages.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Every item in order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.items.iter().map(|(_, item)| item)
    }

    /// The items of page `number`, from 1, each with its letter.
    #[must_use]
    pub fn part(&self, number: usize) -> &[(Letter, T)] {
        let first = ((number - 1) * PER_INDEX).min(self.items.len());
        &self.items[first..(first + PER_INDEX).min(self.items.len())]
    }

    /// Every letter that there is, with the page where it begins.
    pub fn letters(&self) -> impl Iterator<Item = (Letter, usize)> {
        self.letters.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_is_split_into_pages_that_contain_every_item_once() {
        let names: Vec<String> = (0..PER_INDEX * 2 + 1).map(|n| format!("{}{n:04}", ["zeta", "Ärger", "7up", "日本"][n % 4])).collect();
        let list = AlphabeticalIndex::new(&names, |name| name);
        let mut shown: Vec<&String> = (1..=3).flat_map(|number| list.part(number)).map(|(_, name)| *name).collect();
        assert_eq!((shown.len(), list.len(), list.part(3).len()), (names.len(), names.len(), 1));
        assert!(shown[0].starts_with("Ärger") && !shown[names.len() - 1].starts_with("zeta"));
        assert_eq!(list.letters().collect::<Vec<_>>(), [(Letter::Latin('a'), 1), (Letter::Latin('z'), 1), (Letter::Other, 2)]);
        shown.sort();
        shown.dedup();
        assert_eq!(shown.len(), names.len());
    }
}

//! The parts of an index, read as the browser reads them: by name, those in `core` first.

use serde::de::DeserializeOwned;

use super::index::Index;
use super::part::{Cell, Core, FencesPart, HeadsPart, Lists, TermsPart, TextsPart, ValuesPart, WordsPart};

/// An index that can be asked.
#[derive(Debug)]
pub(super) struct Reader<'index> {
    index: &'index Index,
    pub(super) core: Core,
}

/// The occurrences of a word.
#[derive(Debug)]
pub(super) struct Found {
    /// The terms that begin with it, with their lists; whether the term is the very word.
    pub(super) lists: Vec<(Lists, bool)>,
    /// Whether the lists of beginnings have places for names only.
    pub(super) is_head: bool,
}

impl<'index> Reader<'index> {
    pub(super) fn new(index: &'index Index) -> Self {
        let core = index.part(super::names::CORE).and_then(|bytes| serde_json::from_slice(bytes).ok()).unwrap_or_default();
        Self { index, core }
    }

    /// A part that was just written: what it is, is known.
    fn part<T: DeserializeOwned + Default>(&self, name: &str) -> T {
        let bundled = self.core.parts.get(name).and_then(|part| T::deserialize(part).ok());
        bundled.or_else(|| serde_json::from_slice(self.index.part(name)?).ok()).unwrap_or_default()
    }

    /// The occurrences of `word` and of words that begin with it.
    pub(super) fn find(&self, word: &str) -> Found {
        if let Ok(place) = self.core.words.heads.binary_search_by(|head| head.as_str().cmp(word)) {
            let head: HeadsPart = self.part(&format!("heads/{place}"));
            return Found { lists: vec![(head.whole, true), (head.all, false)], is_head: true };
        }
        // A word that is no term is before the first that begins with it, which may open the next part.
        let holds = |fence: &String| fence.as_str() <= word || fence.starts_with(word);
        let Some(place) = self.core.words.fences.iter().rposition(holds) else { return Found { lists: Vec::new(), is_head: false } };
        let part: WordsPart = self.part(&format!("words/{place}"));
        let begins = part.terms.iter().zip(part.lists).filter(|(term, _)| term.starts_with(word));
        let lists = begins.map(|(term, list)| (list, term == word)).collect();
        Found { lists, is_head: false }
    }

    /// The vocabulary that begins with `letter`.
    pub(super) fn terms(&self, letter: &str) -> TermsPart {
        self.core.terms.iter().position(|known| known == letter).map(|place| self.part(&format!("terms/{place}"))).unwrap_or_default()
    }

    /// The listings with `word` in their README.
    pub(super) fn text(&self, word: &str) -> Vec<u32> {
        if let Some(ids) = self.index.unwritten(word) {
            return ids.to_vec();
        }
        let fences: FencesPart = if self.core.has_texts { self.part("texts/fences") } else { FencesPart::default() };
        let Some(place) = fences.terms.partition_point(|fence| fence.as_str() <= word).checked_sub(1) else { return Vec::new() };
        let part: TextsPart = self.part(&fences.names[place]);
        let Ok(at) = part.terms.binary_search_by(|term| term.as_str().cmp(word)) else { return Vec::new() };
        let mut id = 0;
        part.lists[at]
            .iter()
            .map(|distance| {
                id += distance;
                id
            })
            .collect()
    }

    /// The values of a group.
    pub(super) fn values(&self, group: &str) -> ValuesPart {
        self.part(&format!("facets/{group}"))
    }

    /// The column of a group, one cell a listing.
    pub(super) fn column(&self, group: &str) -> Vec<Cell> {
        (0..self.core.n.div_ceil(self.core.span.max(1)))
            .flat_map(|place| self.part::<Vec<Cell>>(&format!("facets/{group}-{place}")))
            .collect()
    }

    /// A column of days.
    pub(super) fn days(&self, order: &str) -> Vec<i32> {
        self.part(&format!("orders/{order}"))
    }

    /// The class of each listing, in the order of names.
    pub(super) fn a_z(&self) -> Vec<usize> {
        self.part("orders/a-z")
    }
}

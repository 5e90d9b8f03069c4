//! The matches of one word in every document: the fields, the positions and the score. Knows no other word.

use super::part::Lists;
use super::postings::Field;
use super::reader::Reader;
use super::words::is_unspaced;

/// The match of a word in a document.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Hit {
    /// The best score; 0 without a match.
    pub(super) score: u32,
    /// Whether it matches in a field above summary and operations.
    pub(super) is_shallow: bool,
    pub(super) name: Places,
    pub(super) former: Places,
    pub(super) app: Places,
    /// Positions in the summary, one bit each.
    pub(super) summary: u32,
}

/// Positions of a word in names, one bit each.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Places {
    /// Matches as a prefix.
    pub(super) begins: u16,
    /// Matches as a whole word.
    pub(super) whole: u16,
    /// Matches as a whole word, by the length of the name.
    pub(super) whole_in: [u16; 16],
    /// The length of a name in which it is a prefix.
    pub(super) length: u16,
}

/// The scores of a field: for a whole word, and for a prefix.
fn worth(field: Field) -> [u32; 2] {
    match field {
        Field::Name => [60, 40],
        Field::App => [50, 35],
        Field::Former => [40, 25],
        Field::Keyword => [30, 20],
        Field::Publisher => [16, 12],
        Field::Tag => [12, 10],
        Field::Operation => [8, 6],
        Field::Summary => [4, 3],
    }
}

/// The matches of a word in all documents.
#[derive(Debug)]
pub(super) struct Hits {
    pub(super) by_id: Vec<Hit>,
    pub(super) any: bool,
}

/// The matches of `word`.
pub(super) fn hits(reader: &Reader<'_>, word: &str) -> Hits {
    let found = reader.find(word);
    let mut letters = word.chars();
    let is_letter = letters.next().is_some_and(|letter| !is_unspaced(letter)) && letters.next().is_none();
    let mut hits = Hits::none(reader);
    for (lists, is_whole) in &found.lists {
        hits.add(lists, *is_whole, found.is_head && !is_whole, is_letter, None);
    }
    hits
}

/// The matches of words that contain the searched word, with a low score, and only in names.
pub(super) fn inside(reader: &Reader<'_>, words: &[String]) -> Hits {
    let mut hits = Hits::none(reader);
    for word in words {
        for (lists, is_whole) in &reader.find(word).lists {
            if *is_whole {
                let names: Lists =
                    lists.iter().filter(|(letter, _)| matches!(letter, 'n' | 'a')).map(|(&letter, list)| (letter, list.clone())).collect();
                hits.add(&names, false, false, false, Some(INSIDE));
            }
        }
    }
    for hit in &mut hits.by_id {
        (hit.name, hit.app) = (Places::default(), Places::default());
    }
    hits
}

/// The score of a match inside another word.
const INSIDE: u32 = 15;

impl Hits {
    fn none(reader: &Reader<'_>) -> Self {
        Self { by_id: vec![Hit::default(); reader.core.n + reader.core.apps], any: false }
    }

    fn add(&mut self, lists: &Lists, is_whole: bool, is_head: bool, is_letter: bool, fixed: Option<u32>) {
        for field in Field::ALL {
            let Some(list) = lists.get(&field.letter()) else { continue };
            let has_places = if is_head { field.is_name() } else { field.has_places() };
            if is_letter && !is_whole && !field.is_name() {
                continue;
            }
            let mut id = 0;
            for entry in list.chunks(if has_places { 2 } else { 1 }) {
                id += entry[0];
                let Some(hit) = usize::try_from(id).ok().and_then(|id| self.by_id.get_mut(id)) else { continue };
                self.any = true;
                let place = entry.get(1).copied().unwrap_or_default();
                // A part of a word is no whole word.
                let is_whole = is_whole && !(field.is_name() && place % 16 == 0);
                hit.score = hit.score.max(fixed.unwrap_or(worth(field)[usize::from(!is_whole)]));
                hit.is_shallow |= field.is_vocabulary();
                match field {
                    Field::Name => hit.name.add(place, is_whole),
                    Field::Former => hit.former.add(place, is_whole),
                    Field::App => hit.app.add(place, is_whole),
                    Field::Summary if is_whole => hit.summary |= 1 << (place % 32),
                    _ => {}
                }
            }
        }
    }
}

impl Places {
    fn add(&mut self, place: u32, is_whole: bool) {
        let (place, length) = (1 << (place / 16 % 16), place % 16);
        // A part of a word has no position of its own.
        if length == 0 {
            return;
        }
        self.begins |= place;
        self.length = self.length.max(u16::try_from(length).unwrap_or(u16::MAX));
        if is_whole {
            self.whole |= place;
            self.whole_in[usize::try_from(length).unwrap_or_default()] |= place;
        }
    }
}

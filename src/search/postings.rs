//! The places of words: every word of every document with its field and place. Knows what the fields of a listing are; knows no part.

use rayon::prelude::*;

use super::by_word::{ByWord, add, by_word};
use super::documents::Documents;
use super::part::Lists;
use super::words::{each_word, parts, spellings, words};
use crate::catalogue::{App, Listing};

/// The fields of a document, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Field {
    /// The name of a listing or an app.
    Name,
    /// Former names: former slugs of a listing, aliases of an app.
    Former,
    /// The name and the aliases of a listing's app.
    App,
    /// Keywords.
    Keyword,
    /// The publisher's name.
    Publisher,
    /// Labels and aliases of the tags.
    Tag,
    /// Names of triggers and actions.
    Operation,
    /// The summary.
    Summary,
}

impl Field {
    /// All fields.
    pub(super) const ALL: [Self; 8] =
        [Self::Name, Self::Former, Self::App, Self::Keyword, Self::Publisher, Self::Tag, Self::Operation, Self::Summary];

    /// Its letter in a part.
    pub(super) fn letter(self) -> char {
        match self {
            Self::Name => 'n',
            Self::Former => 'f',
            Self::App => 'a',
            Self::Keyword => 'k',
            Self::Publisher => 'p',
            Self::Tag => 't',
            Self::Operation => 'o',
            Self::Summary => 's',
        }
    }

    /// Whether the field is a name, in which the place of a word counts.
    pub(super) fn is_name(self) -> bool {
        matches!(self, Self::Name | Self::Former | Self::App)
    }

    /// Whether the words of the field may be what a misspelt word was meant to be.
    pub(super) fn is_vocabulary(self) -> bool {
        !matches!(self, Self::Operation | Self::Summary)
    }

    /// Whether a number beside each document says where in the field the word is.
    pub(super) fn has_places(self) -> bool {
        self.is_name() || self == Self::Summary
    }
}

/// The last place, and the greatest length of a name, that a posting can tell.
const LAST_PLACE: usize = 15;
/// The last place in a summary that a posting can tell.
const LAST_SUMMARY_PLACE: usize = 31;

/// A word in a field of a document. What [`Posting::place`] contains: for names `place * 16 + length`, the length being 0 for a part of a
/// word; for summaries the place; otherwise 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Posting {
    pub(super) field: Field,
    pub(super) id: u32,
    pub(super) place: u32,
}

/// A word with everything that is known of it, in the order of fields, documents and places.
#[derive(Debug)]
pub(super) struct Term {
    pub(super) word: Box<str>,
    pub(super) postings: Vec<Posting>,
}

/// Every word of `documents`, in the order of words. `is_german` says whether the site is in German: then `Mueller` is written for `Müller`.
pub(super) fn terms(documents: &Documents, is_german: bool) -> Vec<Term> {
    let n_listings = documents.listings.len();
    let mut by_word = by_word(n_listings + documents.apps.len(), |id, words| {
        let mut found = Found { id: number(id), is_german, words };
        match documents.listings.get(id) {
            Some(listing) => of_listing(&mut found, listing),
            None => of_app(&mut found, &documents.apps[id - n_listings]),
        }
    });
    let joined: Vec<(String, Posting)> = joined(documents).filter(|(word, _)| by_word.contains_key(&**word)).collect();
    for (word, posting) in joined {
        add(&mut by_word, &word, posting);
    }
    let mut terms: Vec<Term> = by_word.into_iter().map(|(word, postings)| Term { word, postings }).collect();
    terms.par_sort_unstable_by(|one, other| one.word.cmp(&other.word));
    terms.par_iter_mut().for_each(|term| {
        term.postings.sort_unstable();
        term.postings.dedup_by(|one, last| one == last || (one.field == last.field && one.id == last.id && !one.field.is_name()));
    });
    terms
}

/// A document's number as it is in lists. There are never as many documents as numbers.
pub(super) fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// Neighbours in names as one word, each as a part of the name. Those that are a word somewhere else are found by it: `WaterFire` and `Water Fire` by
/// `waterfire`. What is a word nowhere is taken apart when someone asks for it.
fn joined(documents: &Documents) -> impl ParallelIterator<Item = (String, Posting)> {
    let of_listings = documents.listings.par_iter().enumerate().flat_map_iter(|(id, listing)| {
        let app = listing.app.iter().flat_map(move |app| pairs(Field::App, id, &app.name));
        pairs(Field::Name, id, &listing.name).into_iter().chain(app)
    });
    let n = documents.listings.len();
    of_listings.chain(documents.apps.par_iter().enumerate().flat_map_iter(move |(place, app)| pairs(Field::Name, n + place, &app.name)))
}

fn pairs(field: Field, id: usize, name: &str) -> Vec<(String, Posting)> {
    let words = words(name);
    let pair =
        |(place, pair): (usize, &[String])| (pair.concat(), Posting { field, id: number(id), place: number(place.min(LAST_PLACE) * 16) });
    words.windows(2).enumerate().map(pair).collect()
}

fn of_listing(found: &mut Found<'_>, listing: &Listing) {
    found.name(Field::Name, &listing.name);
    for slug in &listing.former_slugs {
        found.name(Field::Former, slug);
    }
    for name in listing.app.iter().flat_map(|app| [&app.name].into_iter().chain(&app.aliases)) {
        found.name(Field::App, name);
    }
    for keyword in listing.file.keywords.items() {
        found.text(Field::Keyword, &keyword.value);
    }
    if let Some(publisher) = &listing.publisher {
        found.text(Field::Publisher, &publisher.name);
    }
    for text in listing.tags.iter().flat_map(|tag| [&tag.label].into_iter().chain(&tag.aliases)) {
        found.text(Field::Tag, text);
    }
    if let Some(operations) = listing.file.operations.get() {
        for operation in operations.triggers.items().iter().chain(operations.actions.items()) {
            found.text(Field::Operation, operation.name.get().map_or("", |name| name));
        }
    }
    found.text(Field::Summary, listing.file.summary.get().map_or("", |summary| summary));
}

fn of_app(found: &mut Found<'_>, app: &App) {
    found.name(Field::Name, &app.name);
    for alias in &app.aliases {
        found.name(Field::Former, alias);
    }
}

/// The words of one document, which are added to those of others.
struct Found<'words> {
    id: u32,
    is_german: bool,
    words: &'words mut ByWord<Posting>,
}

impl Found<'_> {
    fn add(&mut self, word: &str, field: Field, place: usize) {
        add(self.words, word, Posting { field, id: self.id, place: number(place) });
    }

    fn name(&mut self, field: Field, name: &str) {
        let words = words(name);
        let length = words.len().min(LAST_PLACE);
        for (place, word) in words.iter().enumerate() {
            self.add(word, field, place.min(LAST_PLACE) * 16 + length);
        }
        for (place, word) in spellings(name, self.is_german) {
            self.add(&word, field, place.min(LAST_PLACE) * 16 + length);
        }
        for (place, part) in parts(name) {
            self.add(&part, field, place.min(LAST_PLACE) * 16);
        }
    }

    fn text(&mut self, field: Field, text: &str) {
        let mut place = 0;
        each_word(text, |word| {
            self.add(word, field, if field == Field::Summary { place.min(LAST_SUMMARY_PLACE) } else { 0 });
            place += 1;
        });
        for (place, word) in spellings(text, self.is_german) {
            self.add(&word, field, if field == Field::Summary { place.min(LAST_SUMMARY_PLACE) } else { 0 });
        }
    }
}

/// `postings`, in order, as lists: each document as its distance from the one before, with the place after it in fields that have places.
pub(super) fn lists(postings: impl IntoIterator<Item = Posting>, has_places: impl Fn(Field) -> bool) -> Lists {
    let mut lists = Lists::new();
    let mut last = None;
    for Posting { field, id, place } in postings {
        let list = lists.entry(field.letter()).or_default();
        let before = last.filter(|&(letter, _)| letter == field).map_or(0, |(_, id)| id);
        list.push(id - before);
        if has_places(field) {
            list.push(place);
        }
        last = Some((field, id));
    }
    lists
}

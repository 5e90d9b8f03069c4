//! Makes the parts of an index from a site, and names them; the same site gives the same bytes.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;
use std::sync::OnceLock;

use jiff::civil::{Date, date};
use rayon::prelude::*;
use serde::Serialize;
use serde_json::Value;

use super::documents::Documents;
use super::facets::{Group, groups};
use super::part::{BLOCK, Cell, Core, FencesPart, HeadsPart, Lists, SPAN, TermsPart, TextsPart, VERSION, Words, WordsPart, json};
use super::postings::{Field, Posting, Term, lists, terms};
use super::words::is_unspaced;
use super::{names, prefix_parts, rows, texts};
use crate::catalogue::Listing;
use crate::site::{PER_PAGE, Site};

/// Bytes of a part `words`: below 3 KB with Brotli. Smaller ones would be more files and save little.
const WORDS_BYTES: usize = 8 << 10;
/// Bytes of a part `texts`, one for each word that is in no other field.
const TEXTS_BYTES: usize = 8 << 10;
/// Bytes of other parts that are bundled into `core`: below about 15 KB with Brotli, one file is faster than several.
const BUNDLE_BYTES: usize = 48 << 10;

/// The kinds of parts in the order in which they are bundled into `core`: each as a whole, while there is room.
const BUNDLED: [&[&str]; 5] = [&["words", "heads"], &["terms"], &["facets", "orders"], &["rows"], &["texts"]];

/// A search index: its parts by name, such as `core` or `words/3`.
#[derive(Debug)]
pub struct Index {
    /// The documents behind the numbers.
    pub documents: Documents,
    parts: BTreeMap<String, Vec<u8>>,
    /// Whether it has the parts that browsers read and [`Index::find`] does not: the words of READMEs, and rows.
    is_whole: bool,
    /// The words of READMEs where there are no parts of them.
    texts: OnceLock<Vec<TextTerm>>,
}

/// A word of READMEs, and which listings have it.
type TextTerm = (Box<str>, Vec<u32>);

impl Index {
    /// Makes the index of `site`.
    #[must_use]
    pub fn new(site: &Site) -> Self {
        Self::make(site, true)
    }

    /// Makes as much of the index of `site` as [`Index::find`] reads. Few queries are about the words of READMEs: they are read for the first of them.
    #[must_use]
    pub fn for_queries(site: &Site) -> Self {
        Self::make(site, false)
    }

    fn make(site: &Site, is_whole: bool) -> Self {
        let documents = Documents::new(site);
        let mut core = Core {
            version: VERSION,
            n: documents.listings.len(),
            apps: documents.apps.len(),
            classes: documents.classes.clone(),
            block: BLOCK,
            span: SPAN,
            ..Core::default()
        };
        let mut parts = Parts::default();
        let is_german = site.catalogue.settings.language.split('-').next() == Some("de");
        let texts = || if is_whole { texts::terms(&documents.listings) } else { Vec::new() };
        let ((), texts) = rayon::join(|| parts.words(&terms(&documents, is_german), &mut core), texts);
        parts.texts(&texts, &mut core);
        parts.facets(&groups(site, &documents), &mut core);
        parts.orders(&documents, &mut core, site);
        if is_whole {
            parts.0.extend(rows::parts(site, &documents).into_iter().enumerate().map(|(place, rows)| (format!("rows/{place}"), rows)));
            parts.bundle(&mut core);
            core.codes = names::codes(&mut parts.0);
        }
        parts.put(names::CORE.to_owned(), &core);
        Self { documents, parts: parts.0, is_whole, texts: OnceLock::new() }
    }

    /// Every part with its path below the root of the site. Pages name that of `core`, which stays the same; `core` leads to the others, whose names change with
    /// their bytes.
    pub fn files(&self) -> impl Iterator<Item = (String, &[u8])> {
        self.parts.iter().map(|(name, bytes)| (names::path(name, bytes), &**bytes))
    }

    /// The part at a path below the root of the site.
    #[must_use]
    pub fn file(&self, path: &str) -> Option<&[u8]> {
        let name = names::from_path(path)?;
        self.part(name).filter(|bytes| names::path(name, bytes) == path)
    }

    /// The listings with `word` in their texts, if there are no parts that say so.
    pub(super) fn unwritten(&self, word: &str) -> Option<&[u32]> {
        if self.is_whole {
            return None;
        }
        let texts = self.texts.get_or_init(|| texts::terms(&self.documents.listings));
        let place = texts.binary_search_by(|(known, _)| (**known).cmp(word));
        Some(place.map(|place| texts[place].1.as_slice()).unwrap_or_default())
    }

    /// A part by its name.
    #[must_use]
    pub fn part(&self, name: &str) -> Option<&[u8]> {
        self.parts.get(name).map(|bytes| &**bytes)
    }
}

#[derive(Default)]
struct Parts(BTreeMap<String, Vec<u8>>);

impl Parts {
    fn put(&mut self, name: String, part: &impl Serialize) {
        self.0.insert(name, json(part));
    }

    fn words(&mut self, terms: &[Term], core: &mut Core) {
        let lists: Vec<Lists> = terms.par_iter().map(|term| lists(term.postings.iter().copied(), Field::has_places)).collect();
        let sizes: Vec<usize> = terms.iter().zip(&lists).map(|(term, lists)| term.word.len() + 4 + printed(lists)).collect();
        let words: Vec<&str> = terms.iter().map(|term| &*term.word).collect();
        let cut = prefix_parts::cut(&words, &sizes, WORDS_BYTES);
        let own = |range: &Range<usize>| words[range.clone()].iter().map(|&word| word.to_owned()).collect();
        let part = |range: &Range<usize>| json(&WordsPart { terms: own(range), lists: lists[range.clone()].to_vec() });
        let parts: Vec<Vec<u8>> = cut.parts.par_iter().map(part).collect();
        self.0.extend(parts.into_iter().enumerate().map(|(place, part)| (format!("words/{place}"), part)));
        let heads: Vec<Vec<u8>> = cut.heads.par_iter().map(|(head, range)| json(&head_part(head, &terms[range.clone()]))).collect();
        self.0.extend(heads.into_iter().enumerate().map(|(place, part)| (format!("heads/{place}"), part)));
        let fences = cut.parts.iter().map(|range| words[range.start].to_owned()).collect();
        core.words = Words { fences, heads: cut.heads.into_iter().map(|(head, _)| head).collect() };
        self.vocabulary(terms, core);
    }

    /// The vocabulary for typos, by first letter.
    fn vocabulary(&mut self, terms: &[Term], core: &mut Core) {
        let documents = |term: &Term| {
            let vocabulary = term.postings.iter().filter(|posting| posting.field.is_vocabulary());
            vocabulary.map(|posting| posting.id).collect::<HashSet<u32>>().len()
        };
        let n_documents: Vec<usize> = terms.par_iter().map(documents).collect();
        let mut by_letter: BTreeMap<char, TermsPart> = BTreeMap::new();
        for (term, n) in terms.iter().zip(n_documents).filter(|&(_, n)| n > 0) {
            if let Some(letter) = term.word.chars().next() {
                let part = by_letter.entry(letter).or_default();
                part.terms.push(term.word.to_string());
                part.n.push(n);
            }
        }
        for (place, (letter, part)) in by_letter.iter().enumerate() {
            core.terms.push(letter.to_string());
            self.put(format!("terms/{place}"), part);
        }
    }

    fn texts(&mut self, terms: &[TextTerm], core: &mut Core) {
        let words: Vec<&str> = terms.iter().map(|(word, _)| &**word).collect();
        let lists: Vec<Vec<u32>> = terms.par_iter().map(|(_, ids)| distances(ids)).collect();
        let sizes: Vec<usize> = words.iter().zip(&lists).map(|(word, list)| word.len() + 4 + 2 * list.len()).collect();
        // Only whole words are searched here, so a part may end anywhere: where a word says so, so that a new word changes its own part and no other.
        let mut ranges: Vec<Range<usize>> = Vec::new();
        let (mut filled, mut is_end) = (0, true);
        for (at, size) in sizes.iter().enumerate() {
            match ranges.last_mut() {
                Some(last) if !is_end && filled + size <= TEXTS_BYTES => last.end = at + 1,
                _ => {
                    ranges.push(at..at + 1);
                    filled = 0;
                }
            }
            filled += size;
            is_end = filled >= TEXTS_BYTES / 3 && names::is_end(words[at]);
        }
        if ranges.is_empty() {
            return;
        }
        core.has_texts = true;
        let parts: Vec<(String, Vec<u8>)> = ranges
            .par_iter()
            .map(|range| {
                let terms = words[range.clone()].iter().map(|&word| word.to_owned()).collect();
                let part = json(&TextsPart { terms, lists: lists[range.clone()].to_vec() });
                (names::of_texts(&part), part)
            })
            .collect();
        let fences = FencesPart {
            terms: ranges.iter().map(|range| words[range.start].to_owned()).collect(),
            names: parts.iter().map(|(name, _)| name.clone()).collect(),
        };
        self.put("texts/fences".to_owned(), &fences);
        self.0.extend(parts);
    }

    fn facets(&mut self, groups: &[Group], core: &mut Core) {
        for group in groups {
            core.facets.insert(group.name.to_owned(), group.values.values.len());
            if !group.tells() {
                core.silent.push(group.name.to_owned());
            }
            self.put(format!("facets/{}", group.name), &group.values);
            for (place, cells) in group.column.chunks(SPAN).enumerate() {
                let cells: &[Cell] = cells;
                self.put(format!("facets/{}-{place}", group.name), &cells);
            }
        }
    }

    fn orders(&mut self, documents: &Documents, core: &mut Core, site: &Site) {
        let days = |day: &dyn Fn(&Listing) -> Option<Date>| -> Vec<i32> {
            documents.listings.iter().map(|listing| day(listing).map_or(0, days_since_2000)).collect()
        };
        let updated = days(&|listing| listing.updated());
        self.put("orders/updated".to_owned(), &updated);
        self.put("orders/new".to_owned(), &days(&|listing| listing.added()));
        let place: BTreeMap<&str, usize> = documents.listings.iter().enumerate().map(|(id, listing)| (&*listing.slug, id)).collect();
        let class_of = |id: usize| documents.classes.partition_point(|class| class.first <= id).saturating_sub(1);
        let classes: Vec<usize> = site.indexes.a_z.iter().filter_map(|listing| place.get(&*listing.slug)).map(|&id| class_of(id)).collect();
        self.put("orders/a-z".to_owned(), &classes);
        let mut newest: Vec<usize> = (0..updated.len()).collect();
        newest.sort_by_key(|&id| (documents.listings[id].state().is_some(), std::cmp::Reverse(updated[id]), id));
        newest.truncate(PER_PAGE);
        core.newest = newest;
    }

    /// Moves what is small into `core`.
    fn bundle(&mut self, core: &mut Core) {
        let mut room = BUNDLE_BYTES;
        for kinds in BUNDLED {
            let is_meant = |name: &str| kinds.contains(&name.split('/').next().unwrap_or(name));
            let size: usize = self.0.iter().filter(|(name, _)| is_meant(name)).map(|(name, bytes)| name.len() + 4 + bytes.len()).sum();
            if size > room {
                continue;
            }
            room -= size;
            let meant: Vec<String> = self.0.keys().filter(|name| is_meant(name)).cloned().collect();
            for name in meant {
                let value = self.0.remove(&name).and_then(|bytes| serde_json::from_slice::<Value>(&bytes).ok());
                core.parts.insert(name, value.unwrap_or_default());
            }
        }
    }
}

/// A beginning as a part: the word that is no longer than it, and everything that begins so. A single letter begins names only.
fn head_part(head: &str, terms: &[Term]) -> HeadsPart {
    let is_letter = head.chars().count() == 1 && !head.chars().all(is_unspaced);
    let whole = terms
        .first()
        .filter(|term| *term.word == *head)
        .map(|term| lists(term.postings.iter().copied(), Field::has_places))
        .unwrap_or_default();
    let mut all: Vec<Posting> =
        terms.iter().flat_map(|term| &term.postings).filter(|posting| posting.field.is_name() || !is_letter).copied().collect();
    for posting in &mut all {
        if !posting.field.is_name() {
            posting.place = 0;
        }
    }
    all.sort_unstable();
    all.dedup();
    // In the other fields a document occurs once, in the best, and not at all if a name has it.
    let mut known: HashSet<u32> = HashSet::new();
    let kept = all.into_iter().filter(|posting| {
        let is_new = known.insert(posting.id);
        is_new || posting.field.is_name()
    });
    let all = lists(kept, Field::is_name);
    HeadsPart { whole, all }
}

/// Numbers in order as distances, the first from 0.
fn distances(ids: &[u32]) -> Vec<u32> {
    let before = [0].into_iter().chain(ids.iter().copied());
    ids.iter().zip(before).map(|(id, before)| id - before).collect()
}

/// How many bytes `lists` take as JSON.
fn printed(lists: &Lists) -> usize {
    let numbers = |list: &Vec<u32>| list.iter().map(|number| number.checked_ilog10().unwrap_or_default() as usize + 2).sum::<usize>();
    lists.values().map(|list| numbers(list) + r#""n":[],"#.len() - 1).sum::<usize>() + "{}".len() - usize::from(!lists.is_empty())
}

/// 0 stands for no day.
fn days_since_2000(day: Date) -> i32 {
    day.since(date(2000, 1, 1)).map_or(0, |span| span.get_days().max(1))
}

//! A query → what is found, in order. Knows how the pieces go together: words, filters, and what to do when little is found.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::facets::GROUPS;
use super::hits::{self, Hits};
use super::index::Index;
use super::near::{self, Candidate};
use super::part::Class;
use super::query::Asked;
use super::rank::{Fit, Matched};
use super::reader::Reader;
use super::words::words;

/// Fewer are little: then more is tried.
const FEW: usize = 3;
/// What stands beside a tier when the words only fit joined, split or inside of others; and when they stand in the README.
const JOINED: u32 = 5;
const README: u32 = 6;

/// An order of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// The best first; without words the newest.
    #[default]
    Relevance,
    /// The last updated first.
    Updated,
    /// The last added first.
    New,
    /// By name.
    AZ,
}

/// What is looked for.
#[derive(Debug, Clone, Default)]
pub struct Query<'query> {
    /// What somebody typed.
    pub text: &'query str,
    /// Group → chosen values.
    pub filters: BTreeMap<String, Vec<String>>,
    /// The order.
    pub sort: Sort,
    /// Whether words stay as they were typed.
    pub is_literal: bool,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Numbers of listings, best first.
    pub ids: Vec<usize>,
    /// The query that was answered instead of the one that finds nothing.
    pub corrected: Option<String>,
    /// A query that may have been meant.
    pub suggestion: Option<String>,
    /// The number of the app that is called just so.
    pub app: Option<usize>,
    /// Group → value → how many listings a click on it would show, for the values that have any.
    pub counts: BTreeMap<String, BTreeMap<String, usize>>,
}

impl Index {
    /// Answers `query`.
    #[must_use]
    pub fn find(&self, query: &Query<'_>) -> Found {
        Finder { reader: Reader::new(self), hits: HashMap::new() }.find(query)
    }
}

struct Finder<'index> {
    reader: Reader<'index>,
    /// Each word's hits, once.
    hits: HashMap<String, Rc<Hits>>,
}

/// What words find, without filters.
struct Answer {
    fits: Vec<Fit>,
    asked: Asked,
    corrected: Option<String>,
    suggestion: Option<String>,
}

impl Finder<'_> {
    fn find(&mut self, query: &Query<'_>) -> Found {
        let asked = Asked::read(query.text);
        let mut filters = query.filters.clone();
        for (group, value) in &asked.filters {
            filters.entry((*group).to_owned()).or_default().push(value.clone());
        }
        let has_words = !asked.all.is_empty();
        let mut answer = self.answer(asked, query.is_literal);
        let (kept, counts) = self.choose(&answer.fits, &filters);
        answer.fits = kept;
        self.sort(&mut answer.fits, if has_words { query.sort } else { without_words(query.sort) });
        let app = has_words.then(|| self.app(&answer.asked)).flatten();
        Found {
            ids: answer.fits.iter().map(|fit| fit.id).collect(),
            corrected: answer.corrected,
            suggestion: answer.suggestion,
            app,
            counts,
        }
    }

    /// What a listing is to each word.
    fn matched<'query>(&mut self, asked: &'query Asked) -> Matched<'query> {
        let hits = asked.all.iter().map(|word| {
            if let Some(known) = self.hits.get(word) {
                return known.clone();
            }
            let new = Rc::new(hits::hits(&self.reader, word));
            self.hits.insert(word.clone(), new.clone());
            new
        });
        Matched { hits: hits.collect(), asked }
    }

    fn fits(&mut self, asked: &Asked) -> Vec<Fit> {
        let n = self.reader.core.n;
        self.matched(asked).fits(0..n)
    }

    fn answer(&mut self, asked: Asked, is_literal: bool) -> Answer {
        let n = self.reader.core.n;
        if asked.all.is_empty() {
            // A text without a word, such as `???`, is no wish for everything.
            let ids = if asked.is_text { 0..0 } else { 0..n };
            return Answer { fits: ids.map(|id| Fit { id, tier: 3, score: 0 }).collect(), asked, corrected: None, suggestion: None };
        }
        let mut fits = self.fits(&asked);
        // Whoever quotes words means these.
        if fits.len() >= FEW || fits.iter().any(|fit| fit.tier <= 2) || !asked.phrases.is_empty() {
            return Answer { fits, asked, corrected: None, suggestion: None };
        }
        let more = self.joined(&asked);
        add(&mut fits, more);
        if fits.len() < FEW {
            let more = self.in_texts(&asked);
            add(&mut fits, more);
        }
        let (mut corrected, mut suggestion) = (None, None);
        if fits.is_empty() {
            if let Some(better) = self.corrected(&asked).filter(|_| !is_literal) {
                fits = self.fits(&better);
                corrected = Some(better.all.join(" "));
                return Answer { fits, asked: better, corrected, suggestion };
            }
            fits = self.inside(&asked);
        } else if fits.len() < FEW && !is_literal && !self.unknown(&asked).is_empty() {
            suggestion = self.corrected(&asked).map(|better| better.all.join(" "));
        }
        Answer { fits, asked, corrected: corrected.take(), suggestion }
    }

    /// Two words as one, or one word as two.
    fn joined(&mut self, asked: &Asked) -> Vec<Fit> {
        let mut found = Vec::new();
        for at in 1..asked.all.len() {
            let mut words = asked.all.clone();
            let second = words.remove(at);
            words[at - 1].push_str(&second);
            add(&mut found, self.fits(&Asked::of(words)).into_iter().map(|fit| Fit { tier: JOINED, ..fit }).collect());
        }
        let unknown = self.unknown(asked);
        for at in (0..asked.all.len()).filter(|&at| unknown.contains(&asked.all[at])) {
            for (head, tail) in near::splits(&self.reader, &asked.all[at]) {
                let mut words = asked.all.clone();
                words.splice(at..=at, [head, tail]);
                let asked = Asked::of(words);
                let n = self.reader.core.n;
                let matched = self.matched(&asked);
                let fits = matched.fits(0..n).into_iter().filter(|fit| matched.are_neighbours(at, fit.id));
                add(&mut found, fits.map(|fit| Fit { tier: JOINED, ..fit }).collect());
            }
        }
        found
    }

    /// Words that nothing begins with, each once.
    fn unknown(&mut self, asked: &Asked) -> Vec<String> {
        let hits = self.matched(asked).hits;
        let unknown = asked.required.iter().filter(|&&word| !hits[word].any).map(|&word| &asked.all[word]);
        once(unknown)
    }

    /// Words that stand in a field or in the README.
    fn in_texts(&mut self, asked: &Asked) -> Vec<Fit> {
        let n = self.reader.core.n;
        let texts: Vec<Vec<bool>> = asked
            .required
            .iter()
            .map(|&word| {
                let mut has = vec![false; n];
                for id in self.reader.text(&asked.all[word]) {
                    if let Some(has) = usize::try_from(id).ok().and_then(|id| has.get_mut(id)) {
                        *has = true;
                    }
                }
                has
            })
            .collect();
        let matched = self.matched(asked);
        (0..n).filter_map(|id| Some(Fit { id, tier: README, score: matched.with_others(id, &texts)? })).collect()
    }

    /// Words inside of others.
    fn inside(&mut self, asked: &Asked) -> Vec<Fit> {
        let matched = self.matched(asked);
        let mut hits = matched.hits;
        for &word in &asked.required {
            if !hits[word].any {
                let around = near::around(&self.reader, &asked.all[word]);
                hits[word] = Rc::new(hits::inside(&self.reader, &around));
            }
        }
        let fits = Matched { asked, hits }.fits(0..self.reader.core.n);
        fits.into_iter().map(|fit| Fit { tier: JOINED, ..fit }).collect()
    }

    /// What was probably meant: each word that is unknown, or else one of those that are, in the place of which something is found.
    fn corrected(&mut self, asked: &Asked) -> Option<Asked> {
        let unknown = self.unknown(asked);
        // More unknown words than this are no slips, and their combinations would grow without end.
        if unknown.len() > 3 {
            return None;
        }
        let near = |word: &String| near::candidates(&self.reader, word, asked.all.last() == Some(word));
        let with = |(distance, words): &(usize, Vec<String>), wrong: &String, Candidate { word, distance: more }: &Candidate| {
            let words = words.iter().map(|known| if known == wrong { word } else { known }).cloned().collect();
            (distance + more, words)
        };
        let given = vec![(0, asked.all.clone())];
        let tries: Vec<(usize, Vec<String>)> = if unknown.is_empty() {
            let words = once(asked.required.iter().map(|&word| &asked.all[word]));
            words.iter().flat_map(|word| near(word).iter().map(|candidate| with(&given[0], word, candidate)).collect::<Vec<_>>()).collect()
        } else {
            unknown.iter().fold(given, |tries, word| {
                let candidates = near(word);
                tries.iter().flat_map(|one| candidates.iter().map(|candidate| with(one, word, candidate)).collect::<Vec<_>>()).collect()
            })
        };
        let found = tries.into_iter().filter_map(|(distance, words)| {
            let asked = Asked::of(words);
            let first = self.fits(&asked).iter().map(|fit| (self.rank(fit), std::cmp::Reverse(self.worth(fit)))).min()?;
            Some(((distance, first), asked))
        });
        // The first of equals.
        found.reduce(|best, next| if next.0 < best.0 { next } else { best }).map(|(_, asked)| asked)
    }

    /// The app that is called just so.
    fn app(&mut self, asked: &Asked) -> Option<usize> {
        let core = &self.reader.core;
        let apps = core.n..core.n + core.apps;
        let fits = self.matched(asked).fits(apps);
        fits.into_iter().filter(|fit| fit.tier == 0).max_by_key(|fit| (fit.score, std::cmp::Reverse(fit.id))).map(|fit| fit.id)
    }

    fn class(&self, id: usize) -> &Class {
        let classes = &self.reader.core.classes;
        &classes[classes.partition_point(|class| class.first <= id).saturating_sub(1)]
    }

    /// The rank of a listing in doubled tiers: what is no longer recommended stands behind the last good answer of its kind.
    fn rank(&self, fit: &Fit) -> u32 {
        match (self.class(fit.id).status_word(), fit.tier) {
            ("active", tier) => 2 * tier,
            (_, 0..=2) => 5,
            _ => 18,
        }
    }

    /// The score of a listing with what its class adds.
    fn worth(&self, fit: &Fit) -> u32 {
        let class = self.class(fit.id);
        fit.score + 8 * u32::from(class.official) + 2 * u32::from(class.fresh)
    }

    fn sort(&self, fits: &mut [Fit], sort: Sort) {
        match sort {
            Sort::Relevance => fits.sort_by_key(|fit| (self.rank(fit), std::cmp::Reverse(self.worth(fit)), fit.id)),
            Sort::Updated | Sort::New => {
                let days = self.reader.days(if sort == Sort::New { "new" } else { "updated" });
                let day = |id: usize| std::cmp::Reverse(days.get(id).copied().unwrap_or_default());
                fits.sort_by_key(|fit| (self.class(fit.id).status_word() != "active", day(fit.id), fit.id));
            }
            Sort::AZ => {
                // Inside a class listings are in the order of names already; the column says how the classes interleave.
                let mut next: Vec<usize> = self.reader.core.classes.iter().map(|class| class.first).collect();
                let mut places = vec![0; self.reader.core.n];
                for (place, class) in self.reader.a_z().into_iter().enumerate() {
                    places[next[class]] = place;
                    next[class] += 1;
                }
                fits.sort_by_key(|fit| places[fit.id]);
            }
        }
    }

    /// What passes the filters, and how many each value would show with its own group's choice lifted.
    fn choose(&self, fits: &[Fit], filters: &BTreeMap<String, Vec<String>>) -> (Vec<Fit>, BTreeMap<String, BTreeMap<String, usize>>) {
        let known = |group: &&str| self.reader.core.facets.contains_key(*group) || filters.contains_key(*group);
        let mut groups: Vec<Chooser> = GROUPS.into_iter().filter(known).map(|group| self.chooser(group, filters.get(group))).collect();
        let mut kept = Vec::new();
        for fit in fits {
            let misses: Vec<&str> = groups.iter().filter(|group| !group.takes(fit.id)).map(|group| group.name).collect();
            if misses.is_empty() {
                kept.push(*fit);
            }
            for group in &mut groups {
                if misses.is_empty() || misses == [group.name] {
                    group.count(fit.id);
                }
            }
        }
        let named = |group: Chooser| {
            let counts = group.values.into_iter().zip(group.counts).filter(|&(_, n)| n > 0);
            (group.name.to_owned(), counts.collect())
        };
        (kept, groups.into_iter().map(named).collect())
    }

    fn chooser(&self, group: &'static str, wanted: Option<&Vec<String>>) -> Chooser {
        let values = self.reader.values(group).values;
        let cells = match group {
            "official" | "status" => self.by_class(group, &values),
            _ => self.reader.column(group).iter().map(|cell| cell.places().to_vec()).collect(),
        };
        let wanted = wanted.map(|wanted| self.places(group, wanted));
        Chooser { name: group, cells, counts: vec![0; values.len()], values, wanted }
    }

    fn by_class(&self, group: &str, values: &[String]) -> Vec<Vec<usize>> {
        let place = |class: &Class| {
            let word = if group == "status" { class.status_word() } else { class.maker() };
            values.iter().position(|value| value == word).into_iter().collect()
        };
        (0..self.reader.core.n).map(|id| place(self.class(id))).collect()
    }

    /// The places of values in a group: by slug, or by a label of the same words.
    fn places(&self, group: &str, wanted: &[String]) -> Vec<usize> {
        let part = self.reader.values(group);
        let place = |text: &String| {
            part.values.iter().position(|value| value == text).or_else(|| part.labels.iter().position(|label| words(label) == words(text)))
        };
        wanted.iter().filter_map(place).collect()
    }
}

/// A group by which results are chosen.
struct Chooser {
    name: &'static str,
    values: Vec<String>,
    /// The values of each listing, by their places.
    cells: Vec<Vec<usize>>,
    /// The chosen values, if any are.
    wanted: Option<Vec<usize>>,
    /// How many results each value has.
    counts: Vec<usize>,
}

impl Chooser {
    fn takes(&self, id: usize) -> bool {
        let has = self.cells.get(id).map_or(&[][..], Vec::as_slice);
        self.wanted.as_ref().is_none_or(|wanted| has.iter().any(|place| wanted.contains(place)))
    }

    fn count(&mut self, id: usize) {
        for &place in self.cells.get(id).map_or(&[][..], Vec::as_slice) {
            self.counts[place] += 1;
        }
    }
}

/// Without words there is nothing to be relevant to.
fn without_words(sort: Sort) -> Sort {
    if sort == Sort::Relevance { Sort::Updated } else { sort }
}

/// Words in their order, each once.
fn once<'word>(words: impl Iterator<Item = &'word String>) -> Vec<String> {
    let mut once: Vec<String> = Vec::new();
    for word in words {
        if !once.contains(word) {
            once.push(word.clone());
        }
    }
    once
}

/// Appends what is not there yet.
fn add(fits: &mut Vec<Fit>, more: Vec<Fit>) {
    let known: std::collections::HashSet<usize> = fits.iter().map(|fit| fit.id).collect();
    fits.extend(more.into_iter().filter(|fit| !known.contains(&fit.id)));
}

//! Answers a query with sorted results. Combines words, filters (`filter`), and fallbacks for few results (`fallback`).

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::hits::{self, Hits};
use super::index::Index;
use super::part::Class;
use super::query::ParsedQuery;
use super::rank::{Matched, ScoredDocument, add};
use super::reader::Reader;

/// With fewer results, fallbacks are tried.
const FEW: usize = 3;

/// The order of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// The best match first; without words the newest.
    #[default]
    Relevance,
    /// The last updated first.
    Updated,
    /// The last added first.
    New,
    /// By name.
    AZ,
}

/// A query with its filters.
#[derive(Debug, Clone, Default)]
pub struct Query<'query> {
    /// The text as typed.
    pub text: &'query str,
    /// Facet → selected values.
    pub filters: BTreeMap<String, Vec<String>>,
    /// The order.
    pub sort: Sort,
    /// Whether typos are not corrected.
    pub is_literal: bool,
}

/// The results of a query.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Listing numbers, best first.
    pub ids: Vec<usize>,
    /// The query that was used instead, if the original one finds nothing.
    pub corrected: Option<String>,
    /// A query that may be the intended one.
    pub suggestion: Option<String>,
    /// The number of the app with exactly this name.
    pub app: Option<usize>,
    /// Facet → value → the number of listings that it would show, for values with any.
    pub counts: BTreeMap<String, BTreeMap<String, usize>>,
}

impl Index {
    /// Answers `query`.
    #[must_use]
    pub fn find(&self, query: &Query<'_>) -> Found {
        Finder { reader: Reader::new(self), hits: HashMap::new() }.find(query)
    }
}

/// One query being answered.
pub(super) struct Finder<'index> {
    pub(super) reader: Reader<'index>,
    /// The hits of each word, cached.
    hits: HashMap<String, Rc<Hits>>,
}

/// The results of the words, without filters.
struct Answer {
    fits: Vec<ScoredDocument>,
    asked: ParsedQuery,
    corrected: Option<String>,
    suggestion: Option<String>,
}

impl Answer {
    fn plain(fits: Vec<ScoredDocument>, asked: ParsedQuery) -> Self {
        Self { fits, asked, corrected: None, suggestion: None }
    }
}

impl Finder<'_> {
    fn find(&mut self, query: &Query<'_>) -> Found {
        let asked = ParsedQuery::read(query.text);
        let mut filters = query.filters.clone();
        for (group, value) in &asked.filters {
            filters.entry((*group).to_owned()).or_default().push(value.clone());
        }
        let has_words = !asked.all.is_empty();
        let mut answer = self.answer(asked, query.is_literal);
        let (kept, counts) = self.filter(&answer.fits, &filters);
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

    /// The hits of each word of the query.
    pub(super) fn matched<'query>(&mut self, asked: &'query ParsedQuery) -> Matched<'query> {
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

    /// The listings that match.
    pub(super) fn fits(&mut self, asked: &ParsedQuery) -> Vec<ScoredDocument> {
        let n = self.reader.core.n;
        self.matched(asked).fits(0..n)
    }

    /// The results of the words, with fallbacks if there are few.
    fn answer(&mut self, asked: ParsedQuery, is_literal: bool) -> Answer {
        let n = self.reader.core.n;
        if asked.all.is_empty() {
            // A text without a word, such as `???`, does not match everything.
            let ids = if asked.is_text { 0..0 } else { 0..n };
            return Answer::plain(ids.map(|id| ScoredDocument { id, tier: 3, score: 0 }).collect(), asked);
        }
        let mut fits = self.fits(&asked);
        // Quoted words are never replaced.
        if fits.len() >= FEW || fits.iter().any(|fit| fit.tier <= 2) || !asked.phrases.is_empty() {
            return Answer::plain(fits, asked);
        }
        add(&mut fits, self.joined(&asked));
        if fits.is_empty() {
            fits = self.in_texts(&asked);
        }
        let is_odd = fits.len() < FEW && (fits.is_empty() || !self.unknown(&asked).is_empty());
        let better = if is_odd && !is_literal { self.corrected(&asked) } else { None };
        let text = better.as_ref().map(|better| better.all.join(" "));
        match better {
            Some(better) if fits.is_empty() => Answer { corrected: text, ..Answer::plain(self.fits(&better), better) },
            None if fits.is_empty() => Answer::plain(self.inside(&asked), asked),
            _ => Answer { suggestion: text, ..Answer::plain(fits, asked) },
        }
    }

    /// The app with exactly this name.
    fn app(&mut self, asked: &ParsedQuery) -> Option<usize> {
        let core = &self.reader.core;
        let apps = core.n..core.n + core.apps;
        let fits = self.matched(asked).fits(apps);
        fits.into_iter().filter(|fit| fit.tier == 0).max_by_key(|fit| (fit.score, std::cmp::Reverse(fit.id))).map(|fit| fit.id)
    }

    /// The class of a listing.
    pub(super) fn class(&self, id: usize) -> &Class {
        let classes = &self.reader.core.classes;
        &classes[classes.partition_point(|class| class.first <= id).saturating_sub(1)]
    }

    /// The rank of a listing in half tiers: listings that are no longer recommended come after the last good match of their kind.
    pub(super) fn rank(&self, fit: &ScoredDocument) -> u32 {
        match (self.class(fit.id).status_word(), fit.tier) {
            ("active", tier) => 2 * tier,
            (_, 0..=2) => 5,
            _ => 18,
        }
    }

    /// The score of a listing plus the bonus of its class.
    pub(super) fn worth(&self, fit: &ScoredDocument) -> u32 {
        let class = self.class(fit.id);
        fit.score + 8 * u32::from(class.official) + 2 * u32::from(class.fresh)
    }

    fn sort(&self, fits: &mut [ScoredDocument], sort: Sort) {
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
}

/// Without words there is nothing to be relevant to.
fn without_words(sort: Sort) -> Sort {
    if sort == Sort::Relevance { Sort::Updated } else { sort }
}

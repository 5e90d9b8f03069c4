//! The shapes of the parts, as JSON has them: what the builder writes and both engines read.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The version of these shapes; a page and an index of different versions do not go together.
pub(super) const VERSION: u32 = 4;
/// Documents in a part of rows: what is shown of two listings is seldom together, so a part is small.
pub(super) const BLOCK: usize = 4;
/// Listings in a part of a column.
pub(super) const SPAN: usize = 8192;

/// `core`: what every query needs.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Core {
    pub(super) version: u32,
    /// How many listings there are.
    pub(super) n: usize,
    /// How many apps follow them.
    pub(super) apps: usize,
    pub(super) classes: Vec<Class>,
    pub(super) block: usize,
    pub(super) words: Words,
    /// The first letters of the vocabulary, one for each part `terms`.
    pub(super) terms: Vec<String>,
    /// Whether there are parts `texts`.
    pub(super) has_texts: bool,
    pub(super) facets: Facets,
    /// Groups in which no choice leaves anything out: no one is offered them, and a query may name them all the same.
    pub(super) silent: Vec<String>,
    pub(super) span: usize,
    /// The listings with the newest versions, newest first.
    pub(super) newest: Vec<usize>,
    /// Parts that are too small to be fetched alone, by name.
    pub(super) parts: BTreeMap<String, Value>,
    /// The codes in the names of the other parts: see [`names`](super::names).
    pub(super) codes: BTreeMap<String, String>,
}

/// How many values each group has.
pub(super) type Facets = BTreeMap<String, usize>;

/// Listings of one kind, which are together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(usize, String, u8, u8)", into = "(usize, String, u8, u8)")]
pub(super) struct Class {
    /// The first of them.
    pub(super) first: usize,
    /// `active`, `deprecated` or `suspended`.
    pub(super) status: String,
    /// 1 if made by the app's own vendor.
    pub(super) official: u8,
    /// 1 if updated within a year before the newest update of the catalogue.
    pub(super) fresh: u8,
}

impl Class {
    /// The place of the class among all: less is better.
    pub(super) fn worth(&self) -> (&str, u8, u8) {
        (&self.status, 1 - self.official, 1 - self.fresh)
    }
}

impl Ord for Class {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.worth().cmp(&other.worth()).then(self.first.cmp(&other.first))
    }
}

impl PartialOrd for Class {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl From<(usize, String, u8, u8)> for Class {
    fn from((first, status, official, fresh): (usize, String, u8, u8)) -> Self {
        Self { first, status, official, fresh }
    }
}

impl From<Class> for (usize, String, u8, u8) {
    fn from(class: Class) -> Self {
        (class.first, class.status, class.official, class.fresh)
    }
}

/// The first words of the parts, and the prefixes with a part of their own.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Words {
    pub(super) fences: Vec<String>,
    pub(super) heads: Vec<String>,
}

/// `words/…`: terms in order, and where each is.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct WordsPart {
    pub(super) terms: Vec<String>,
    pub(super) lists: Vec<Lists>,
}

/// `heads/…`: a word itself, and everything that begins so.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct HeadsPart {
    pub(super) whole: Lists,
    pub(super) all: Lists,
}

/// The occurrences of a word, by field: see [`Field`](super::postings::Field).
pub(super) type Lists = BTreeMap<char, Vec<u32>>;

/// `terms/…`: words of names, apps, publishers, tags and keywords in order, and how many documents have each.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct TermsPart {
    pub(super) terms: Vec<String>,
    pub(super) n: Vec<usize>,
}

/// `texts/fences`: the first word of each other part `texts`, and its name.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct FencesPart {
    pub(super) terms: Vec<String>,
    pub(super) names: Vec<String>,
}

/// `codes/…`: the codes of many parts of one kind, one after the other.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct CodesPart {
    pub(super) codes: String,
}

/// `texts/…`: words of READMEs in order, and which listings have each, as distances.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct TextsPart {
    pub(super) terms: Vec<String>,
    pub(super) lists: Vec<Vec<u32>>,
}

/// `facets/<group>`: the values of a group.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct ValuesPart {
    pub(super) values: Vec<String>,
    pub(super) labels: Vec<String>,
}

/// A cell of a column: which values a listing has. One is written as a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Cell {
    One(usize),
    Some(Vec<usize>),
}

impl From<Vec<usize>> for Cell {
    fn from(places: Vec<usize>) -> Self {
        if let [place] = places[..] { Self::One(place) } else { Self::Some(places) }
    }
}

impl Cell {
    /// The values.
    pub(super) fn places(&self) -> &[usize] {
        match self {
            Self::One(place) => std::slice::from_ref(place),
            Self::Some(places) => places,
        }
    }
}

/// A part as it is written.
pub(super) fn json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_else(|error| unreachable!("numbers and texts are always JSON: {error}"))
}

//! The names a catalogue knows, by which a schema can be narrowed. Holds them; does not know where they come from.

use std::collections::{BTreeMap, BTreeSet};

use crate::format::NameKind;

/// The names and ids that a catalogue defines: apps, tags and so on. An empty vocabulary narrows nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Vocabulary(BTreeMap<NameKind, Vec<Term>>);

/// A name and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The name as files write it.
    pub name: String,
    /// The text that an editor shows beside it; may be empty.
    pub description: String,
}

impl Vocabulary {
    /// The vocabulary with `terms` for `names`; of two terms with one name the first counts.
    #[must_use]
    pub fn with(mut self, names: NameKind, terms: impl IntoIterator<Item = Term>) -> Self {
        let mut seen = BTreeSet::new();
        self.0.insert(names, terms.into_iter().filter(|term| seen.insert(term.name.clone())).collect());
        self
    }

    /// The terms for `names`; none where any name will do.
    #[must_use]
    pub fn terms(&self, names: NameKind) -> &[Term] {
        self.0.get(&names).map_or(&[], Vec::as_slice)
    }
}

impl Term {
    /// A name and what it stands for.
    pub fn new(name: impl Into<String>, description: impl Into<String>) -> Self {
        Self { name: name.into(), description: description.into() }
    }
}

//! What a build does without because of what the rules have found. Knows places, no rule.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use crate::format::Value;
use crate::source::{ContentPath, Span};

/// Values, files and pages that visitors do not see.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Losses {
    pages: BTreeSet<ContentPath>,
    files: BTreeSet<ContentPath>,
    values: BTreeMap<ContentPath, Vec<Span>>,
}

impl Losses {
    /// No page is made of the file at `path`, or of the listing that it belongs to.
    pub fn add_page(&mut self, path: &ContentPath) {
        self.pages.insert(path.clone());
    }

    /// The file at `path` is not shown.
    pub fn add_file(&mut self, path: &ContentPath) {
        self.files.insert(path.clone());
    }

    /// The value at `span` of the file at `path` is not shown.
    pub fn add_value(&mut self, path: &ContentPath, span: Span) {
        self.values.entry(path.clone()).or_default().push(span);
    }

    /// Whether no page is made of the file or folder `path`.
    #[must_use]
    pub fn hides_page(&self, path: &str) -> bool {
        let from = (Bound::Included(path), Bound::Unbounded);
        self.pages.range::<str, _>(from).take_while(|lost| lost.as_str().starts_with(path)).any(|lost| lost.is_below(path))
    }

    /// Whether the file at `path` is not shown.
    #[must_use]
    pub fn hides_file(&self, path: &ContentPath) -> bool {
        self.files.contains(path)
    }

    /// Returns the rest of `record`, which was read from the file at `path`, after the losses.
    #[must_use]
    pub fn kept<'record, T: Value + Clone>(&self, path: &ContentPath, record: &'record T) -> Cow<'record, T> {
        match self.values.get(path) {
            None => Cow::Borrowed(record),
            Some(lost) => {
                let mut kept = record.clone();
                kept.prune(lost);
                Cow::Owned(kept)
            }
        }
    }
}

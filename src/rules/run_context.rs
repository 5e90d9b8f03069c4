//! The day and the subject of a run. Nothing else outside the content influences a report.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::sync::Arc;

use jiff::civil::Date;

use crate::source::ContentPath;

/// The known order in which files came into a catalogue. A date in a file is not: whoever submits it writes what they like.
pub trait History: Debug + Send + Sync {
    /// When each of `paths` came, in their order: a greater number later, equal numbers together, `None` where it is not known.
    fn additions(&self, paths: &[&ContentPath]) -> Vec<Option<usize>>;
}

/// The circumstances of a run.
#[derive(Debug, Clone)]
pub struct RunContext {
    /// The day of the run: for dates in the future, and for rules that begin on a day.
    pub today: Date,
    /// The files and folders that are being submitted now: grace periods for older listings do not apply to them.
    pub submitted: BTreeSet<Box<str>>,
    /// The languages with message files beside the content, by tag.
    pub languages: BTreeSet<Box<str>>,
    /// The names of the themes beside the content; `None` if no one has looked.
    pub themes: Option<BTreeSet<Box<str>>>,
    /// The history of the files, where there is one. It is asked only about files that claim the same.
    pub history: Option<Arc<dyn History>>,
}

impl RunContext {
    /// A run on the day `today` over a catalogue without submissions.
    #[must_use]
    pub fn new(today: Date) -> Self {
        Self { today, submitted: BTreeSet::new(), languages: BTreeSet::new(), themes: None, history: None }
    }

    /// The same for a catalogue in which the files and folders `paths`, such as `listings/acme`, are new.
    #[must_use]
    pub fn with_submitted<'path>(mut self, paths: impl IntoIterator<Item = &'path str>) -> Self {
        self.submitted.extend(paths.into_iter().map(Box::from));
        self
    }

    /// The same with message files for the languages `tags`.
    #[must_use]
    pub fn with_languages<'tag>(mut self, tags: impl IntoIterator<Item = &'tag str>) -> Self {
        self.languages.extend(tags.into_iter().map(Box::from));
        self
    }

    /// The same beside the themes `names`, and no others.
    #[must_use]
    pub fn with_themes<'name>(mut self, names: impl IntoIterator<Item = &'name str>) -> Self {
        self.themes = Some(names.into_iter().map(Box::from).collect());
        self
    }

    /// The same for files that have a history.
    #[must_use]
    pub fn with_history(mut self, history: Arc<dyn History>) -> Self {
        self.history = Some(history);
        self
    }

    /// Whether a message file beside the content is for `language`, or for one that it is a variety of.
    #[must_use]
    pub fn has_messages_for(&self, language: &str) -> bool {
        let is_for = |tag: &str| {
            let begins = language.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
            begins && matches!(language.as_bytes().get(tag.len()), None | Some(b'-'))
        };
        self.languages.iter().any(|tag| is_for(tag))
    }

    /// Whether the file at `path` is being submitted.
    #[must_use]
    pub fn is_submitted(&self, path: &ContentPath) -> bool {
        !self.submitted.is_empty() && path.parts().any(|part| self.submitted.contains(part))
    }
}

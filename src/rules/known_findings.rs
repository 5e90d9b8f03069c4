//! The findings about single files, with the files as they were read: one that was read again is another. Knows no rule.

use std::collections::HashMap;
use std::sync::Arc;

use super::Rule;
use crate::diagnostic::{Code, Diagnostic, Level};
use crate::format::Document;
use crate::source::ContentPath;

/// What the rules about single files found in files that may be looked at once more.
#[derive(Debug, Default)]
pub struct KnownFindings {
    /// The rules and their levels.
    rules: Vec<(Code, Level)>,
    found: HashMap<ContentPath, (Arc<Document>, Arc<[Diagnostic]>)>,
}

impl KnownFindings {
    /// Forgets everything if it was not found by `rules` at these levels.
    pub(super) fn keep_those_of(&mut self, rules: &[(&'static Rule, Level)]) {
        let rules: Vec<(Code, Level)> = rules.iter().map(|(rule, level)| (rule.code, *level)).collect();
        if self.rules != rules {
            *self = Self { rules, found: HashMap::new() };
        }
    }

    /// The findings in `document`, if it was looked at.
    pub(super) fn of(&self, document: &Arc<Document>) -> Option<Arc<[Diagnostic]>> {
        let (known, found) = self.found.get(&document.path)?;
        Arc::ptr_eq(known, document).then(|| found.clone())
    }

    /// Keeps `found` and nothing else.
    pub(super) fn keep<'raw>(&mut self, found: impl IntoIterator<Item = (&'raw Arc<Document>, Arc<[Diagnostic]>)>) {
        self.found = found.into_iter().map(|(document, found)| (document.path.clone(), (document.clone(), found))).collect();
    }
}

//! A file that is to be written: its place below the content folder, and its text.

use std::ops::Range;

use super::Topic;
use super::sheet::Sheet;
use crate::format::FileRole;
use crate::format::schema::modeline;
use crate::source::ContentPath;

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// The path below the content folder.
    pub path: ContentPath,
    /// The content.
    pub text: String,
    /// The byte ranges that each answer wrote.
    pub(super) parts: Vec<(Topic, Range<usize>)>,
}

impl NewFile {
    /// The YAML file with this `role` and a valid `slug`; its first line tells editors where its schema is.
    pub(super) fn with_modeline(role: FileRole, slug: &str, sheet: Sheet) -> Self {
        let file = Self::new(role, slug, sheet);
        let head = modeline(role, &file.path);
        let parts = file.parts.into_iter().map(|(topic, part)| (topic, part.start + head.len()..part.end + head.len())).collect();
        Self { text: head + &file.text, parts, ..file }
    }

    /// The file with this `role` and a valid `slug`.
    pub(super) fn new(role: FileRole, slug: &str, sheet: Sheet) -> Self {
        let Some(path) = role.path(slug) else { unreachable!("not a sound slug: {slug}") };
        Self { path, text: sheet.text, parts: sheet.parts }
    }

    /// The same file as `text`, in which only the first line is another: where an editor finds the schema.
    #[must_use]
    pub fn led(&self, text: String) -> Self {
        let moved = |at: usize| (at + text.len()).saturating_sub(self.text.len());
        let parts = self.parts.iter().map(|(topic, part)| (*topic, moved(part.start)..moved(part.end))).collect();
        Self { path: self.path.clone(), parts, text }
    }
}

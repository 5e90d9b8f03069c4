//! Which parts of a text its readers see as they were written. Knows code and comments; contains no wording.

use crate::format::Document;
use crate::source::floor_char_boundary;

/// The parts of a text that are prose.
pub(super) struct Visible<'raw> {
    document: &'raw Document,
    /// Where each comment begins and ends.
    comments: Vec<(usize, usize)>,
}

/// Looks for the comments of `document`; its code is known.
pub(super) fn visible(document: &Document) -> Visible<'_> {
    let text = document.text.as_deref().unwrap_or_default();
    let mut comments = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find("<!--").map(|found| at + found) {
        let end = text[start..].find("-->").map_or(text.len(), |found| start + found + 3);
        comments.push((start, end));
        at = end;
    }
    Visible { document, comments }
}

impl Visible<'_> {
    /// Whether the byte at `at` is in neither code nor a comment.
    pub(super) fn holds(&self, at: usize) -> bool {
        let n_before = self.comments.partition_point(|&(start, _)| start <= at);
        let in_comment = n_before.checked_sub(1).is_some_and(|last| at < self.comments[last].1);
        !in_comment && !self.document.is_code(at)
    }
}

/// The rest of the line that `rest` begins in, up to a limit: a file may be a single line.
pub(super) fn line_start(rest: &str) -> &str {
    const MAX_BYTES: usize = 400;
    let near = &rest[..floor_char_boundary(rest, MAX_BYTES)];
    near.lines().next().unwrap_or_default()
}

//! The new files of a submission, with their texts. The day is an argument: the same answers give the same bytes.

use jiff::civil::Date;

use super::{Submission, companions, listing, readme, slug_of};
use crate::catalogue::Draft;
use crate::format::FileKind;
use crate::format::schema::modeline;
use crate::source::ContentPath;

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// Where, below the content folder.
    pub path: ContentPath,
    /// What stands in it.
    pub text: String,
}

impl NewFile {
    /// A YAML file of `kind` at `path`; its first line tells editors where its schema is.
    pub(super) fn of(kind: FileKind, path: &str, text: &str) -> Self {
        let file = Self::new(path, String::new());
        Self { text: modeline(kind, &file.path) + text, ..file }
    }

    /// A file at `path`, which is made of fixed names and sound slugs.
    pub(super) fn new(path: &str, text: String) -> Self {
        let Some(path) = ContentPath::new(path) else { unreachable!("made of sound slugs: {path}") };
        Self { path, text }
    }
}

/// The files of `submission`, the listing first. None when there is no sound slug to put them under.
#[must_use]
pub fn files(submission: &Submission, draft: &Draft, today: Date) -> Vec<NewFile> {
    let answers = &submission.answers;
    let Some(slug) = slug_of(answers).filter(|slug| super::slug::is_sound(slug)) else { return Vec::new() };
    let listing = NewFile::of(FileKind::Listing, &format!("listings/{slug}/listing.yaml"), &listing::text(submission, draft, today));
    let readme = NewFile::new(&format!("listings/{slug}/README.md"), readme::text(submission));
    [Some(listing), Some(readme), companions::app(answers, draft), companions::publisher(answers, draft)].into_iter().flatten().collect()
}

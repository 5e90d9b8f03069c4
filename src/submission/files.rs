//! The new files of a submission, with their texts. The day is an argument: the same answers give the same bytes.

use jiff::civil::Date;

use super::new_file::NewFile;
use super::{Submission, companions, listing, readme, slug_of};
use crate::catalogue::RawCatalogue;
use crate::format::FileRole;

/// The files of `submission`, the listing first. None when there is no valid slug to put them under.
#[must_use]
pub fn files(submission: &Submission, raw: &RawCatalogue, today: Date) -> Vec<NewFile> {
    let answers = &submission.answers;
    let Some(slug) = slug_of(answers).filter(|slug| super::slug::is_valid(slug)) else { return Vec::new() };
    let listing = NewFile::with_modeline(FileRole::Listing, &slug, listing::text(submission, raw, today));
    let readme = NewFile::new(FileRole::Readme, &slug, readme::text(submission));
    [Some(listing), Some(readme), companions::app(answers, raw), companions::publisher(answers, raw)].into_iter().flatten().collect()
}

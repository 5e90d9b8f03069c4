//! When the files of a catalogue were last changed, as far as that is known. Knows no history.

use std::collections::BTreeMap;
use std::ops::Bound;

use jiff::civil::Date;

use crate::format::FileRole;
use crate::source::ContentPath;

/// The days on which files were last changed; empty where nothing is known. Deleted files are among them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LastChanges(BTreeMap<ContentPath, Date>);

impl FromIterator<(ContentPath, Date)> for LastChanges {
    fn from_iter<I: IntoIterator<Item = (ContentPath, Date)>>(days: I) -> Self {
        Self(days.into_iter().collect())
    }
}

impl LastChanges {
    /// The last change of the page that is made of the file at `path`: of a `listing.yaml`, that of any file in its folder.
    #[must_use]
    pub fn of_page(&self, path: &ContentPath) -> Option<Date> {
        match path.role() {
            FileRole::Listing => {
                let from = (Bound::Included(path.folder()), Bound::Unbounded);
                let below = self.0.range::<str, _>(from).take_while(|(file, _)| file.as_str().starts_with(path.folder()));
                below.filter(|(file, _)| file.is_below(path.folder())).map(|(_, day)| *day).max()
            }
            _ => self.0.get(path).copied(),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_listing_changed_when_any_of_its_files_did() {
        let path = |path: &str| ContentPath::new(path).expect("a valid path");
        let changes: LastChanges = [
            (path("listings/a/listing.yaml"), date(2026, 1, 1)),
            (path("listings/a/docs/b.md"), date(2026, 2, 1)),
            (path("listings/a-b/README.md"), date(2026, 3, 1)),
            (path("pages/about.md"), date(2026, 4, 1)),
        ]
        .into_iter()
        .collect();
        for (page, day) in [
            ("listings/a/listing.yaml", Some(date(2026, 2, 1))),
            ("listings/a/docs/b.md", Some(date(2026, 2, 1))),
            ("listings/a/docs/c.md", None),
            ("pages/about.md", Some(date(2026, 4, 1))),
        ] {
            assert_eq!(changes.of_page(&path(page)), day, "{page}");
        }
    }
}

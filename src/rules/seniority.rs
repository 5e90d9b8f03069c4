//! Which of two files was there first, as far as files tell: whoever comes later has to give way.
//!
//! What is being submitted comes after what is there. Apart from that, what maintainers have approved comes first, then what has the older version;
//! a date alone can be made up, which is why a check of a submission names it.

use std::collections::HashMap;

use jiff::civil::Date;

use super::Occasion;
use crate::catalogue::Draft;
use crate::format::Place;
use crate::source::ContentPath;

/// Approved or not, and the date of the oldest version: the smaller, the earlier.
type Standing = (bool, Date);

/// The order in which the files of a catalogue came.
#[derive(Debug)]
pub struct Seniority<'draft> {
    occasion: &'draft Occasion,
    listings: HashMap<&'draft str, Standing>,
    apps: HashMap<&'draft str, Standing>,
    publishers: HashMap<&'draft str, Standing>,
}

/// Where a file stands in that order: submitted now, its standing, its slug.
pub type Rank<'path> = (bool, Standing, &'path str);

impl<'draft> Seniority<'draft> {
    /// The order of `draft` on `occasion`. An app or a publisher is as old as its oldest listing.
    pub(super) fn new(draft: &'draft Draft, occasion: &'draft Occasion) -> Self {
        let mut seniority = Self { occasion, listings: HashMap::new(), apps: HashMap::new(), publishers: HashMap::new() };
        for listing in draft.listings() {
            let oldest = listing.file.versions.items().iter().filter_map(|version| version.date.get()).min();
            let standing = (listing.beside("review.yaml").is_none(), oldest.copied().unwrap_or(Date::MAX));
            seniority.listings.insert(listing.slug, standing);
            // A listing that is being submitted makes nobody older.
            if occasion.is_submitted(&listing.document.path) {
                continue;
            }
            let app = listing.file.app.get().and_then(|name| draft.app(name)).and_then(|(path, _)| slug_of(path));
            let publisher = listing.file.publisher.get().map(|slug| &**slug);
            for (standings, slug) in [(&mut seniority.apps, app), (&mut seniority.publishers, publisher)] {
                if let Some(slug) = slug {
                    standings.entry(slug).and_modify(|oldest| *oldest = standing.min(*oldest)).or_insert(standing);
                }
            }
        }
        seniority
    }

    /// Where the file at `path` stands.
    #[must_use]
    pub fn rank<'path>(&self, path: &'path ContentPath) -> Rank<'path> {
        let standings = match Place::of(path) {
            Place::App(_) => &self.apps,
            Place::Publisher(_) => &self.publishers,
            _ => &self.listings,
        };
        let slug = slug_of(path).unwrap_or(path.as_str());
        let standing = standings.get(slug).copied().unwrap_or((true, Date::MAX));
        (self.occasion.is_submitted(path), standing, slug)
    }
}

/// The slug that the path of an app, a publisher or a listing sets.
fn slug_of(path: &ContentPath) -> Option<&str> {
    match Place::of(path) {
        Place::App(slug) | Place::Publisher(slug) | Place::Listing(slug) => Some(slug),
        _ => None,
    }
}

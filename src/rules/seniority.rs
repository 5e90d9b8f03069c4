//! Which of two files was there first, and whether that is known: the later one has to give way; if the order is unknown, neither does.
//!
//! Submitted files come after existing ones, and files that maintainers have approved before others. Then the git history decides, if there is one.
//! Nothing else counts: the submitter chose the date in a file.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::RunContext;
use crate::catalogue::RawCatalogue;
use crate::diagnostic::{Cost, FindingBuilder, Level};
use crate::format::FileRole;
use crate::source::ContentPath;

/// The order in which the files of a catalogue were added, as far as it is known.
#[derive(Debug, Clone)]
pub struct Seniority<'raw> {
    context: &'raw RunContext,
    approved: HashSet<(Kind, &'raw str)>,
    /// When files came, for those about which the history was asked and knows.
    additions: HashMap<&'raw ContentPath, usize>,
}

/// The kind of entry that a slug names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Listing,
    App,
    Publisher,
}

/// The place of a file in that order: submitted now, not approved, when it was added (unknown comes last), its slug. Two that differ only in their slugs are
/// in no known order.
pub type Rank<'path> = (bool, bool, (bool, Option<usize>), &'path str);

impl<'raw> Seniority<'raw> {
    /// The order of `raw` in `context`. An app or a publisher is approved when one of its listings is.
    pub(super) fn new(raw: &'raw RawCatalogue, context: &'raw RunContext) -> Self {
        let mut approved = HashSet::new();
        for listing in raw.listings() {
            // A record that comes with a submission approves nothing.
            let is_approved = listing.part(FileRole::Review).is_some_and(|record| !context.is_submitted(&record.path));
            if !is_approved || context.is_submitted(&listing.document.path) {
                continue;
            }
            approved.insert((Kind::Listing, listing.slug));
            let app = listing.file.app.get().and_then(|name| raw.app(name)).and_then(|(path, _)| slug_of(path));
            approved.extend(app.map(|(_, slug)| (Kind::App, slug)));
            approved.extend(listing.file.publisher.get().map(|slug| (Kind::Publisher, &**slug)));
        }
        Self { context, approved, additions: HashMap::new() }
    }

    /// The place of the file at `path`.
    #[must_use]
    pub fn rank<'path>(&self, path: &'path ContentPath) -> Rank<'path> {
        let named = slug_of(path);
        let is_approved = named.is_some_and(|named| self.approved.contains(&named));
        let addition = self.additions.get(path).copied();
        (self.context.is_submitted(path), !is_approved, (addition.is_none(), addition), named.map_or(path.as_str(), |(_, slug)| slug))
    }

    /// The same order, with what the history says of the files `contested`, of which two claim the same. The history is not asked about others, because it
    /// can be long.
    #[must_use]
    pub fn asking(&self, contested: impl IntoIterator<Item = &'raw ContentPath>) -> Self {
        let mut order = self.clone();
        let contested: Vec<&ContentPath> = contested.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
        if let Some(history) = self.context.history.as_ref().filter(|_| !contested.is_empty()) {
            let known = contested.iter().copied().zip(history.additions(&contested));
            order.additions.extend(known.filter_map(|(path, addition)| Some((path, addition?))));
        }
        order
    }

    /// Whether it is known that the file at `first` was there before the one at `later`.
    #[must_use]
    pub fn knows(&self, first: &ContentPath, later: &ContentPath) -> bool {
        let ((first_submitted, first_new, (_, first_came), _), (later_submitted, later_new, (_, later_came), _)) =
            (self.rank(first), self.rank(later));
        let came_first = first_came.zip(later_came).is_some_and(|(first, later)| first < later);
        (first_submitted, first_new) < (later_submitted, later_new)
            || ((first_submitted, first_new) == (later_submitted, later_new) && came_first)
    }

    /// Makes `finding`, which is about the file at `later`, cost no page, unless the file at `first` is known to be older.
    pub(super) fn weigh<'sink>(&self, first: &ContentPath, later: &ContentPath, finding: FindingBuilder<'sink>) -> FindingBuilder<'sink> {
        if self.knows(first, later) {
            return finding;
        }
        finding.at_most(Level::Warn).costs(Cost::Nothing).help("the older of the two is unknown, so both stay until a person decides")
    }
}

/// The slug that the path of an app, a publisher or a listing sets.
fn slug_of(path: &ContentPath) -> Option<(Kind, &str)> {
    match path.place() {
        (FileRole::App, slug) => Some((Kind::App, slug)),
        (FileRole::Publisher, slug) => Some((Kind::Publisher, slug)),
        (FileRole::Listing, slug) => Some((Kind::Listing, slug)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Memory;

    const LISTING: &str = "name: Rates\napp: Slack\npublisher: acme\nversions: [{version: 1.0.0, date: 1999-01-01}]\n";

    fn path(slug: &str) -> ContentPath {
        ContentPath::new(&format!("listings/{slug}/listing.yaml")).expect("a valid path")
    }

    #[test]
    fn a_date_in_a_file_does_not_decide_seniority() {
        let folder =
            Memory::new().with("listings/a/listing.yaml", LISTING.replace("1999", "2026")).with("listings/b/listing.yaml", LISTING);
        let raw = RawCatalogue::read(&folder, &|_, _| {}).expect("a folder in memory");
        let (a, b) = (path("a"), path("b"));
        let today = jiff::civil::date(2026, 2, 1);
        let context = RunContext::new(today);
        let seniority = Seniority::new(&raw, &context);
        assert!(!seniority.knows(&a, &b) && !seniority.knows(&b, &a), "nothing tells");
        let context = RunContext::new(today).with_submitted(["listings/a"]);
        let seniority = Seniority::new(&raw, &context);
        assert!(seniority.knows(&b, &a) && !seniority.knows(&a, &b), "what is there comes first");
    }

    #[test]
    fn what_maintainers_approved_comes_first_unless_the_record_is_submitted_too() {
        let folder = Memory::new()
            .with("listings/a/listing.yaml", LISTING)
            .with("listings/b/listing.yaml", LISTING)
            .with("listings/b/review.yaml", "approved_by: Linnet\n");
        let raw = RawCatalogue::read(&folder, &|_, _| {}).expect("a folder in memory");
        let (a, b) = (path("a"), path("b"));
        let context = RunContext::new(jiff::civil::date(2026, 2, 1));
        assert!(Seniority::new(&raw, &context).knows(&b, &a));
        let context = context.with_submitted(["listings/b"]);
        assert!(Seniority::new(&raw, &context).knows(&a, &b));
    }
}

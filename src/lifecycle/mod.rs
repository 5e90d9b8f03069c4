//! What can happen to a published listing, as edits of its catalogue: it is suspended, deprecated, unpublished, removed, restored, renamed or transferred.
//! Depends on the format and on a raw catalogue; knows no disk, no clock, and not what the rules say of the result.

mod by_hand;
mod days;
mod forbidden;
mod references;
mod rename;
mod state;
mod transfer;

use std::collections::BTreeMap;

use jiff::civil::Date;

pub use transfer::{Transfer, contacts};

use crate::catalogue::{ChangedFiles, FileChange, RawCatalogue, RawListing, compare};
use crate::format::{Document, FileRole, Reason, State, listing_folder};
use crate::parse::problem::ProblemKind;
use crate::source::ContentPath;

/// Something that happens to a published listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// It is no longer simply active.
    Ended(Ending),
    /// It is active again.
    Restored,
    /// It gets another slug.
    Renamed(Rename),
    /// It gets another publisher.
    Transferred(Transfer),
}

/// A state that a listing gets, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// The state.
    pub state: State,
    /// Its first day.
    pub since: Date,
    /// Why.
    pub reason: Reason,
    /// The slug of the listing to use instead.
    pub replaced_by: Option<String>,
    /// A sentence for visitors.
    pub note: Option<String>,
}

/// Another slug for a listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rename {
    /// The slug.
    pub to: String,
    /// Whether other files keep naming the former one, which leads to the listing.
    pub keeps_references: bool,
}

/// The edits that an event makes.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The files with another text, by the path that they have afterwards.
    pub texts: BTreeMap<ContentPath, String>,
    /// The slug before and after, if the folder of the listing is moved.
    pub moved: Option<(String, String)>,
}

/// The edits that make `event` happen to the listing `slug` of `raw` on the day `today`.
///
/// # Errors
/// A sentence when the state of the listing forbids it, it cannot have happened on its day, something that is named does not exist or is in use, or a file is
/// written in a way that cannot be edited automatically; then with what to write by hand.
pub fn plan(raw: &RawCatalogue, slug: &str, event: &Event, today: Date) -> Result<Plan, String> {
    let listing = raw.listing(slug).filter(|listing| is_valid_yaml(listing.document)).ok_or_else(|| unread(slug))?;
    if let Some(why) = forbidden::forbidden(&listing, event).or_else(|| days::impossible_day(&listing, event, today)) {
        return Err(why);
    }
    let plan = match event {
        Event::Ended(ending) => one(&listing, state::with_state(&listing, ending)),
        Event::Restored => one(&listing, state::without_state(&listing)),
        Event::Transferred(transfer) => one(&listing, transfer::transferred(&listing, transfer)),
        Event::Renamed(rename) => rename::renamed(&listing, rename),
    };
    plan.ok_or_else(|| by_hand::by_hand(&listing, event))
}

fn is_valid_yaml(document: &Document) -> bool {
    document.tree().is_some()
        && !document.problems.iter().any(|problem| matches!(problem.kind, ProblemKind::Mistake(_) | ProblemKind::Syntax(_)))
}

fn unread(slug: &str) -> String {
    format!("the `listing.yaml` of `{slug}` cannot be read: run `pressmark check {slug}`, and fix it first")
}

fn one(listing: &RawListing<'_>, text: Option<String>) -> Option<Plan> {
    Some(Plan { texts: [(listing.document.path.clone(), text?)].into(), moved: None })
}

/// `text`, if it is `document` with other values of the keys `allowed` and of no others.
fn checked(document: &Document, text: String, allowed: &[&str]) -> Option<String> {
    let after = Document::read(document.path.clone(), Ok(text.clone().into_bytes()));
    let is_allowed = |pattern: &str| allowed.contains(&pattern.split(['.', '[']).next().unwrap_or_default());
    let is_expected = compare(Some(document), Some(&after)).iter().all(|change| is_allowed(&change.pattern));
    (is_expected && after.problems.len() <= document.problems.len()).then_some(text)
}

impl Plan {
    /// The catalogue after the edits, and the files that they change.
    #[must_use]
    pub fn applied(&self, raw: &RawCatalogue) -> (RawCatalogue, ChangedFiles) {
        let mut files = ChangedFiles::default();
        let mut documents: Vec<Document> = Vec::new();
        for document in raw.documents() {
            let Some(path) = self.path_after(&document.path) else {
                documents.push(document.clone());
                continue;
            };
            files.content.insert(document.path.clone(), FileChange::Gone);
            files.content.insert(path.clone(), FileChange::Added);
            if !self.texts.contains_key(&path) {
                // Equal bytes have equal keys: a file's former path is one.
                let key = Some(document.path.as_str().into());
                files.bytes.insert(document.path.clone(), [key.clone(), None]);
                files.bytes.insert(path.clone(), [None, key]);
            }
            documents.push(document.moved(path));
        }
        for (path, text) in &self.texts {
            files.content.entry(path.clone()).or_insert(FileChange::Altered);
            documents.push(Document::read(path.clone(), Ok(text.clone().into_bytes())));
        }
        (RawCatalogue::from_documents(documents), files)
    }

    /// The path that the file at `path` had before.
    #[must_use]
    pub fn path_before(&self, path: &ContentPath) -> ContentPath {
        let moved = self.moved.as_ref().filter(|(_, to)| path.listing_slug() == Some(to));
        moved.and_then(|(from, _)| ContentPath::in_listing(from, path.name_in_listing()?)).unwrap_or_else(|| path.clone())
    }

    /// The path that the file at `path` has afterwards, if it is moved.
    fn path_after(&self, path: &ContentPath) -> Option<ContentPath> {
        let (from, to) = self.moved.as_ref()?;
        if path.listing_slug() != Some(from) {
            return None;
        }
        ContentPath::in_listing(to, path.name_in_listing()?)
    }
}

/// The listings that must be installed with `slug` in order to run, and so cannot be used without it: their slugs, in order.
#[must_use]
pub fn needing<'raw>(raw: &'raw RawCatalogue, slug: &str) -> Vec<&'raw str> {
    let needs = |other: &RawListing<'raw>| other.file.depends_on.items().iter().any(|needed| raw.followed(needed) == Some(slug));
    raw.listings().filter(|other| !other.is_gone() && other.slug != slug && needs(other)).map(|other| other.slug).collect()
}

/// The collections with `slug` among their members: their slugs, in order.
#[must_use]
pub fn collections<'raw>(raw: &'raw RawCatalogue, slug: &str) -> Vec<&'raw str> {
    let has = |collection: &crate::format::CollectionFile| {
        collection.listings.items().iter().filter_map(|member| member.slug.get()).any(|member| raw.followed(member) == Some(slug))
    };
    raw.all().filter(|(_, collection)| has(collection)).map(|(document, _)| document.place().1).collect()
}

/// Whether the folder of a listing, or a listing that left it, has `slug`: the slug of the listing that has it now.
fn holder<'raw>(raw: &'raw RawCatalogue, slug: &'raw str) -> Option<&'raw str> {
    let is_folder = raw.below(&format!("{}/", listing_folder(slug))).next().is_some();
    if is_folder { Some(slug) } else { raw.followed(slug) }
}

/// The nearest slug of a file with this `role`, as the end of a sentence.
fn did_you_mean(raw: &RawCatalogue, role: FileRole, slug: &str) -> String {
    crate::diagnostic::nearest(slug, raw.slugs(role)).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default()
}

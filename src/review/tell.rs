//! A change and its findings as other programs read them. Knows no format but the shape of the outcome.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::class::class_of;
use super::difference::{MAX_WHOLE, pair};
use super::routine::Weighed;
use super::{Edit, FileOutcome, FileState, FindingOutcome, ListingOutcome};
use crate::catalogue::{Change, FieldChange, FileChange, ListingChange, RawCatalogue, compare};
use crate::diagnostic::{Report, Reported};
use crate::format::{Document, FileRole};
use crate::source::{ContentPath, LineIndex, Span};
use crate::text::printable;

/// Returns the outcome for each listing of `change`, all of which are `weighed`, with the findings of `report` there.
pub(super) fn listings(change: &Change<'_>, weighed: &[Weighed], report: &Report) -> Vec<ListingOutcome> {
    let mut found: BTreeMap<&str, Vec<FindingOutcome>> = BTreeMap::new();
    let mut lines = Lines::new(change);
    for (slug, reported) in report.reported().filter_map(|reported| Some((reported.diagnostic.path.listing_slug()?, reported))) {
        found.entry(slug).or_default().push(finding(reported, &mut lines));
    }
    let outcome = |(listing, weighed): (&ListingChange<'_>, &Weighed)| {
        let documents = [listing.was, listing.is].map(|side| side.map(|side| side.document));
        let fields = listing.fields.iter().map(|field| edit(field, documents, MAX_WHOLE));
        let path = FileRole::Listing.path(listing.slug);
        let what = path.as_ref().and_then(|path| change.files.content.get(path).copied()).filter(|_| listing.fields.is_empty());
        let says_the_same = what.map(|what| match what {
            FileChange::Altered if path.as_ref().is_some_and(|path| change.is_in_line_ends_only(path)) => in_line_ends("listing.yaml"),
            FileChange::Altered => rewritten("listing.yaml"),
            what => of_file("listing.yaml", what),
        });
        let files = listing.files.iter().flat_map(|(name, what)| of_file_of_listing(change, listing, name, *what));
        ListingOutcome {
            slug: listing.slug.to_owned(),
            class: class_of(listing, weighed),
            changes: fields.chain(says_the_same).chain(files).collect(),
            findings: found.remove(listing.slug).unwrap_or_default(),
        }
    };
    change.listings.iter().zip(weighed).map(outcome).collect()
}

/// Returns the outcome for every file of `change` that belongs to no listing.
pub(super) fn files(change: &Change<'_>) -> Vec<FileOutcome> {
    let mut unusual: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (path, what) in &change.files.unusual {
        unusual.entry(path).or_default().push(what.words().to_owned());
    }
    let mut take = |path: &str| unusual.remove(path).unwrap_or_default();
    let of_content = change.files.content.iter().filter(|(path, _)| path.listing_slug().is_none());
    let of_content = of_content.map(|(path, what)| {
        let documents = [change.base.document(path.as_str()), change.head.document(path.as_str())];
        let mut changes: Vec<Edit> = compare(documents[0], documents[1]).iter().map(|field| edit(field, documents, MAX_WHOLE)).collect();
        if changes.is_empty() && *what == FileChange::Altered && change.is_in_line_ends_only(path) {
            changes.push(in_line_ends(path.file_name()));
        } else if changes.is_empty()
            && *what == FileChange::Altered
            && path.has_ending("yaml")
            && documents.iter().flatten().all(|document| document.tree().is_some())
        {
            changes.push(rewritten(path.file_name()));
        }
        FileOutcome { path: printable(path.as_str()), what: state(*what), unusual: take(path.as_str()), changes }
    });
    let mut files: Vec<FileOutcome> = of_content.collect();
    for path in &change.files.outside {
        files.push(FileOutcome { path: printable(path), what: FileState::Outside, unusual: take(path), changes: Vec::new() });
    }
    files
}

/// Returns the edits of a file of a listing; of its review record, field by field.
fn of_file_of_listing(change: &Change<'_>, listing: &ListingChange<'_>, name: &str, what: FileChange) -> Vec<Edit> {
    let document = |raw: &'_ RawCatalogue, slug: &str| raw.in_listing(slug, name).cloned();
    let former = listing.renamed_from().unwrap_or(listing.slug);
    let documents = [document(change.base, former), document(change.head, listing.slug)];
    let documents = documents.each_ref().map(Option::as_ref);
    let fields = if name == "review.yaml" { compare(documents[0], documents[1]) } else { Vec::new() };
    if fields.is_empty() {
        let path = ContentPath::in_listing(listing.slug, name);
        let is_in_line_ends = what == FileChange::Altered && path.is_some_and(|path| change.is_in_line_ends_only(&path));
        return vec![if is_in_line_ends { in_line_ends(name) } else { of_file(name, what) }];
    }
    let reported = |field: &FieldChange| {
        let reported = edit(field, documents, MAX_WHOLE);
        Edit { field: format!("{name}: {}", reported.field), ..reported }
    };
    fields.iter().map(reported).collect()
}

/// A YAML file that is written in another way and says the same.
fn rewritten(name: &str) -> Edit {
    Edit { field: printable(name), before: Some("unchanged".to_owned()), after: Some("reformatted, same values".to_owned()) }
}

/// A file of which only the line ends are others.
fn in_line_ends(name: &str) -> Edit {
    Edit { field: printable(name), before: Some("unchanged".to_owned()), after: Some("only line endings changed".to_owned()) }
}

/// Returns the state of a file of the content folder.
pub(super) fn state(what: FileChange) -> FileState {
    match what {
        FileChange::Added => FileState::Added,
        FileChange::Altered => FileState::Altered,
        FileChange::Mode => FileState::Mode,
        FileChange::Gone => FileState::Gone,
    }
}

impl FileState {
    /// The edit of the file, in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Altered => "changed",
            Self::Mode => "permissions changed",
            Self::Gone => "gone",
            Self::Outside => "outside the content folder",
        }
    }
}

/// Returns the findings of `report` outside of the listings that `change` touches.
pub(super) fn of_no_listing(change: &Change<'_>, report: &Report) -> Vec<FindingOutcome> {
    let slugs: BTreeSet<&str> = change.listings.iter().map(|listing| listing.slug).collect();
    let is_of_none = |reported: &Reported<'_>| reported.diagnostic.path.listing_slug().is_none_or(|slug| !slugs.contains(slug));
    let mut lines = Lines::new(change);
    report.reported().filter(is_of_none).map(|reported| finding(reported, &mut lines)).collect()
}

/// A change of a field of a file, of which `documents` are the old and the new state, in about `max_chars` characters a value; what tells the two apart is
/// never cut. What a file says of keys and tokens is not repeated.
pub(super) fn edit(field: &FieldChange, documents: [Option<&Document>; 2], max_chars: usize) -> Edit {
    let secret = |document: Option<&Document>, span: Span| {
        document.is_some_and(|document| document.secrets.iter().any(|secret| secret.span.start < span.end && span.start < secret.span.end))
    };
    let value = |given: &Option<(String, Span)>, document| {
        given.as_ref().map(|(text, span)| if secret(document, *span) { "…".to_owned() } else { text.clone() })
    };
    let (before, after) = (value(&field.before, documents[0]), value(&field.after, documents[1]));
    let [before, after] = pair(before.as_deref(), after.as_deref(), max_chars);
    Edit { field: printable(&field.path), before, after }
}

fn of_file(name: &str, what: FileChange) -> Edit {
    let (before, after) = match what {
        FileChange::Added => (None, Some("added")),
        FileChange::Altered => (Some("unchanged"), Some("changed")),
        FileChange::Mode => (Some("unchanged"), Some("permissions changed")),
        FileChange::Gone => (Some("unchanged"), None),
    };
    Edit { field: printable(name), before: before.map(str::to_owned), after: after.map(str::to_owned) }
}

fn finding<'run>(reported: Reported<'run>, lines: &mut Lines<'run>) -> FindingOutcome {
    let (found, rest) = (reported.diagnostic, reported.rest());
    let help: Vec<String> = if rest.is_some() { Vec::new() } else { found.help.iter().map(|help| printable(&help.to_string())).collect() };
    FindingOutcome {
        rule: found.code.name.to_owned(),
        level: found.level,
        path: printable(found.path.as_str()),
        line: found.span.and_then(|span| lines.line(&found.path, span)),
        message: rest.unwrap_or_else(|| printable(&found.message)),
        help: (!help.is_empty()).then(|| help.join("; ")),
    }
}

/// The lines of the files after the change, each file cut into lines once.
struct Lines<'run> {
    raw: &'run RawCatalogue,
    known: HashMap<&'run ContentPath, Option<LineIndex<'run>>>,
}

impl<'run> Lines<'run> {
    fn new(change: &Change<'run>) -> Self {
        Self { raw: change.head, known: HashMap::new() }
    }

    /// The line that `span` begins in, from 1.
    fn line(&mut self, path: &'run ContentPath, span: Span) -> Option<u32> {
        let index = self.known.entry(path).or_insert_with(|| self.raw.text(path).map(LineIndex::new));
        u32::try_from(index.as_ref()?.line(span.start as usize)).ok()
    }
}

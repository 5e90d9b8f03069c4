//! A change and its findings as other programs read them. Knows no format but the shape of the outcome.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::class::class_of;
use super::{Edit, ListingOutcome, Remark};
use crate::catalogue::{Change, Draft, FieldChange, FileChange, ListingChange};
use crate::diagnostic::{Diagnostic, Report, clipped, printable};
use crate::format::{Document, Place};
use crate::source::{ContentPath, LineIndex, Span};

/// The most characters of a value that are told.
const MAX_CHARS: usize = 500;

/// What `change` does to each listing, and what it introduces there of all that `report` says.
pub(super) fn listings(change: &Change<'_>, report: &Report) -> Vec<ListingOutcome> {
    let mut found: BTreeMap<&str, Vec<Remark>> = BTreeMap::new();
    let mut lines = Lines::new(change);
    for (slug, diagnostic) in report.iter().filter_map(|found| Some((Place::listing_slug(&found.path)?, found))) {
        found.entry(slug).or_default().push(remark(diagnostic, &mut lines));
    }
    let outcome = |listing: &ListingChange<'_>| {
        let documents = [listing.was, listing.is].map(|side| side.map(|side| side.document));
        let fields = listing.fields.iter().map(|field| edit(field, documents, MAX_CHARS));
        let files = listing.files.iter().map(|(name, what)| of_file(name, *what));
        ListingOutcome {
            slug: listing.slug.to_owned(),
            class: class_of(listing),
            changes: fields.chain(files).collect(),
            findings: found.remove(listing.slug).unwrap_or_default(),
        }
    };
    change.listings.iter().map(outcome).collect()
}

/// What `report` says of anything but the listings that `change` touches.
pub(super) fn of_no_listing(change: &Change<'_>, report: &Report) -> Vec<Remark> {
    let slugs: BTreeSet<&str> = change.listings.iter().map(|listing| listing.slug).collect();
    let is_of_none = |found: &&Diagnostic| Place::listing_slug(&found.path).is_none_or(|slug| !slugs.contains(slug));
    let mut lines = Lines::new(change);
    report.iter().filter(is_of_none).map(|found| remark(found, &mut lines)).collect()
}

/// A change of a field of a file, of which `documents` are the old and the new state, in at most `max_chars` characters a value. What a file says of keys
/// and tokens is not repeated.
pub(super) fn edit(field: &FieldChange, documents: [Option<&Document>; 2], max_chars: usize) -> Edit {
    let secret = |document: Option<&Document>, span: Span| {
        document.is_some_and(|document| document.secrets.iter().any(|secret| secret.span.start < span.end && span.start < secret.span.end))
    };
    let value = |given: &Option<(String, Span)>, document| {
        given.as_ref().map(|(text, span)| if secret(document, *span) { "…".to_owned() } else { clipped(text, max_chars) })
    };
    Edit { field: printable(&field.path), before: value(&field.before, documents[0]), after: value(&field.after, documents[1]) }
}

fn of_file(name: &str, what: FileChange) -> Edit {
    let (before, after) = match what {
        FileChange::Added => (None, Some("added")),
        FileChange::Altered => (Some("as it was"), Some("altered")),
        FileChange::Gone => (Some("as it was"), None),
    };
    Edit { field: printable(name), before: before.map(str::to_owned), after: after.map(str::to_owned) }
}

fn remark<'run>(found: &'run Diagnostic, lines: &mut Lines<'run>) -> Remark {
    Remark {
        rule: found.code.name.to_owned(),
        level: found.level.word().to_owned(),
        path: printable(found.path.as_str()),
        line: found.span.and_then(|span| lines.line(&found.path, span)),
        message: printable(&found.message),
        help: (!found.help.is_empty()).then(|| found.help.iter().map(|help| printable(help)).collect::<Vec<_>>().join("; ")),
    }
}

/// The lines of the files after the change, each file cut into lines once.
struct Lines<'run> {
    draft: &'run Draft,
    known: HashMap<&'run ContentPath, Option<LineIndex<'run>>>,
}

impl<'run> Lines<'run> {
    fn new(change: &Change<'run>) -> Self {
        Self { draft: change.head, known: HashMap::new() }
    }

    /// The line that `span` begins in, from 1.
    fn line(&mut self, path: &'run ContentPath, span: Span) -> Option<u32> {
        let index = self.known.entry(path).or_insert_with(|| self.draft.text(path).map(LineIndex::new));
        u32::try_from(index.as_ref()?.line(span.start as usize)).ok()
    }
}

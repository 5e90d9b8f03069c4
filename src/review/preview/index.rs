//! What the first page of a preview says: the verdict in the words of the comment, and per listing what was and what would be. Knows no HTML, but what
//! its template prints.

use serde::Serialize;

use super::diff::{Budget, Part, Rows, lines, words};
use super::part::page_of;
use super::state::SiteState;
use crate::catalogue::{Change, FieldChange, FileChange, ListingChange, RawCatalogue, compare};
use crate::diagnostic::Level;
use crate::format::{Document, FileRole};
use crate::review::{Class, Edit, FindingOutcome, ListingOutcome, NextActor, Review, comment, tell};
use crate::site::Site;
use crate::source::ContentPath;
use crate::text::printable;

/// Listings, and files with pages of their own, that are shown, at most.
pub(super) const MOST_ENTRIES: usize = 20;
/// Fields of one of them that are shown, at most.
const MOST_FIELDS: usize = 60;
/// Findings and files that are named in one place, at most.
const MOST_NAMED: usize = 60;
/// Characters of a value, at most.
const MAX_CHARS: usize = 4_000;

/// Everything that the first page says.
#[derive(Debug, Serialize)]
pub(super) struct Index {
    title: String,
    next: Vec<Piece>,
    reasons: Vec<Vec<Piece>>,
    reviewers: Vec<String>,
    /// Files or bounds because of which nothing was judged.
    obstacles: Vec<String>,
    entries: Vec<Entry>,
    n_more_entries: usize,
    findings: Vec<Finding>,
    files: Vec<File>,
    n_older: usize,
    base: String,
    head: String,
    program: &'static str,
    policy: String,
}

/// A part of a sentence.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Piece {
    text: String,
    /// `strong`, `code` or nothing.
    look: &'static str,
}

/// A listing, or another file with a page of its own.
#[derive(Debug, Serialize)]
struct Entry {
    id: String,
    name: String,
    what: String,
    /// Whether there was nothing of it before.
    is_new: bool,
    notes: Vec<String>,
    fields: Vec<Field>,
    n_more_fields: usize,
    files: Vec<File>,
    texts: Vec<Text>,
    pictures: Vec<Picture>,
    findings: Vec<Finding>,
    before: Option<String>,
    after: Option<String>,
}

#[derive(Debug, Serialize)]
struct Field {
    name: String,
    before: Vec<Part>,
    after: Vec<Part>,
}

#[derive(Debug, Serialize)]
struct File {
    name: String,
    what: &'static str,
}

#[derive(Debug, Serialize)]
struct Text {
    name: String,
    #[serde(flatten)]
    rows: Rows,
}

#[derive(Debug, Serialize)]
struct Picture {
    name: String,
    before: Option<Source>,
    after: Option<Source>,
}

#[derive(Debug, Serialize)]
struct Source {
    url: String,
    width: u32,
    height: u32,
}

#[derive(Debug, Serialize)]
struct Finding {
    level: Level,
    place: String,
    message: Vec<Piece>,
    help: Option<Vec<Piece>>,
    rule: String,
}

/// The first page of the preview of `review`, whose pages are those of the states `before` and `after`.
pub(super) fn index(review: &Review<'_>, [before, after]: [&SiteState; 2]) -> Index {
    let (change, outcome) = (&review.change, &review.outcome);
    let obstacle = comment::obstacle(outcome);
    let mut budget = Budget::new();
    // The outcome tells of the listings in the order of the change.
    let shown = change.listings.iter().zip(&outcome.listings).take(MOST_ENTRIES);
    let mut entries: Vec<Entry> =
        shown.map(|(listing, outcome)| of_listing(listing, change, outcome, [before, after], &mut budget)).collect();
    let others = with_pages(change);
    entries.extend(others.iter().take(MOST_ENTRIES - entries.len()).map(|path| of_file(path, review, [before, after], &mut budget)));
    let is_entry = |path: &str| {
        let slug = ContentPath::new(path).and_then(|path| path.listing_slug().map(str::to_owned));
        entries.iter().any(|entry| entry.name == path || slug.as_ref() == Some(&entry.name))
    };
    let files = change
        .files
        .content
        .iter()
        .filter(|(path, _)| path.listing_slug().is_none() && !is_entry(path.as_str()))
        .map(|(path, what)| (path.as_str(), tell::state(*what).words()));
    let files = files.chain(change.files.outside.iter().map(|path| (path.as_str(), "outside the catalogue")));
    let title = match obstacle {
        None => comment::title(outcome.verdict, review.report.counts().errors),
        Some((title, ..)) => title.to_owned(),
    };
    // Its first word is a sign, which not every machine has a drawing of.
    let title = title.split_once(' ').map_or("", |(_, words)| words).to_owned();
    Index {
        title,
        next: obstacle.map_or_else(|| emphasised(&comment::next(outcome)), |(_, words, _)| plain(words)),
        reasons: outcome
            .reasons
            .iter()
            .filter(|_| outcome.next_actor == NextActor::Reviewer)
            .take(MOST_NAMED)
            .map(|reason| quoting(reason))
            .collect(),
        reviewers: outcome.reviewers.iter().map(|name| printable(name)).collect(),
        obstacles: obstacle.map(|(.., named)| named).unwrap_or_default().iter().take(MOST_NAMED).cloned().collect(),
        findings: outcome.findings.iter().filter(|found| !is_entry(&found.path)).take(MOST_NAMED).map(finding).collect(),
        files: files.take(MOST_NAMED).map(|(name, what)| File { name: printable(name), what }).collect(),
        n_more_entries: (change.listings.len() + others.len()).saturating_sub(entries.len()),
        n_older: review.n_older,
        entries,
        base: short(&outcome.base),
        head: short(&outcome.head),
        program: env!("CARGO_PKG_VERSION"),
        policy: format!("{}; frame-src 'self' file:", super::localise::POLICY),
    }
}

/// The files that the change touches and that have pages of their own without being a listing's: apps and publishers first.
pub(super) fn with_pages<'change>(change: &'change Change<'_>) -> Vec<&'change ContentPath> {
    let mut files: Vec<&ContentPath> = change.files.content.keys().filter(|path| page_of(path).is_some()).collect();
    files.sort_by_key(|path| !matches!(path.role(), FileRole::App | FileRole::Publisher));
    files
}

fn of_listing(
    listing: &ListingChange<'_>,
    change: &Change<'_>,
    outcome: &ListingOutcome,
    [before, after]: [&SiteState; 2],
    budget: &mut Budget,
) -> Entry {
    let findings = &outcome.findings;
    let (slug, old_slug) = (listing.slug, listing.renamed_from().unwrap_or(listing.slug));
    let documents = [listing.was, listing.is].map(|side| side.map(|side| side.document));
    // What cannot be read field by field can be read line by line, and so can what is no field, such as a comment.
    let is_unread = (listing.existed && listing.was.is_none()) || (listing.exists && listing.is.is_none());
    let changes = if is_unread { &[][..] } else { &listing.fields };
    let (fields, n_more_fields) = fields(changes, documents, budget);
    let pages = [before.page(&Site::listing(old_slug)), after.page(&Site::listing(slug))];
    let mut notes: Vec<String> = listing.renamed_from().map(|old| format!("Its URL was listings/{old}/.")).into_iter().collect();
    for (page, exists, raw, slug, state) in
        [(&pages[0], listing.existed, change.base, old_slug, "before"), (&pages[1], listing.exists, change.head, slug, "after")]
    {
        notes.extend((page.is_none() && exists).then(|| missing(raw, slug, state)));
    }
    if pages[1].is_some() && findings.iter().any(|found| found.level == Level::Error) {
        notes
            .push("It will be published once its errors are fixed; until then, this preview is the only place to see its page.".to_owned());
    }
    if !listing.exists {
        notes.push("This change removes it.".to_owned());
    }
    let text_of = |raw: &RawCatalogue, slug: &str, name: &str| raw.in_listing(slug, name).map(readable).unwrap_or_default();
    let mut texts = Vec::new();
    let own = changes.is_empty().then_some("listing.yaml");
    for name in own.into_iter().chain(listing.files.iter().map(|(name, _)| *name)) {
        let rows = lines(&text_of(change.base, old_slug, name), &text_of(change.head, slug, name), budget);
        if !rows.rows.is_empty() && texts.len() < MOST_NAMED {
            texts.push(Text { name: printable(name), rows });
        }
    }
    let source =
        |state: &SiteState, slug: &str, name: &str| state.picture(slug, name).map(|(url, width, height)| Source { url, width, height });
    let pictures = listing.files.iter().map(|(name, _)| Picture {
        name: printable(name),
        before: source(before, old_slug, name),
        after: source(after, slug, name),
    });
    let pictures: Vec<Picture> = pictures.filter(|picture| picture.before.is_some() || picture.after.is_some()).take(MOST_NAMED).collect();
    let is_shown = |name: &str| texts.iter().any(|text| text.name == name) || pictures.iter().any(|picture| picture.name == name);
    let files = listing
        .files
        .iter()
        .map(|(name, what)| File { name: printable(name), what: tell::state(*what).words() })
        .filter(|file| !is_shown(&file.name));
    let files = files.take(MOST_NAMED).collect();
    let [before, after] = pages;
    Entry {
        id: format!("listing-{}", anchor(slug)),
        name: printable(slug),
        what: outcome.class.phrase().to_owned(),
        is_new: !listing.existed,
        notes,
        fields,
        n_more_fields,
        files,
        texts,
        pictures,
        findings: findings.iter().take(MOST_NAMED).map(finding).collect(),
        before,
        after,
    }
}

/// The entry of a file with a page of its own.
fn of_file(path: &ContentPath, review: &Review<'_>, [before, after]: [&SiteState; 2], budget: &mut Budget) -> Entry {
    let (change, outcome) = (&review.change, &review.outcome);
    let documents = [change.base.document(path.as_str()), change.head.document(path.as_str())];
    let changes = compare(documents[0], documents[1]);
    let (fields, n_more_fields) = fields(&changes, documents, budget);
    let page = page_of(path);
    let text = |document: Option<&Document>| document.map(readable).unwrap_or_default();
    let rows = if changes.is_empty() { lines(&text(documents[0]), &text(documents[1]), budget) } else { Rows::default() };
    let what = match (path.role(), change.files.content.get(path)) {
        (FileRole::App, Some(FileChange::Added)) => Class::NewApp.phrase(),
        (FileRole::Publisher, Some(FileChange::Added)) => Class::NewPublisher.phrase(),
        (FileRole::App, _) => "an app",
        (FileRole::Publisher, _) => "a publisher",
        (FileRole::Collection, _) => "a collection",
        (FileRole::Agreement, _) => "a developer agreement",
        _ => "a page",
    };
    let findings = outcome.findings.iter().filter(|found| found.path == path.as_str());
    Entry {
        id: anchor(path.as_str()),
        name: printable(path.as_str()),
        what: what.to_owned(),
        is_new: documents[0].is_none(),
        notes: Vec::new(),
        fields,
        n_more_fields,
        files: Vec::new(),
        texts: if rows.rows.is_empty() { Vec::new() } else { vec![Text { name: printable(path.file_name()), rows }] },
        pictures: Vec::new(),
        findings: findings.take(MOST_NAMED).map(finding).collect(),
        before: page.as_ref().and_then(|page| before.page(page)),
        after: page.as_ref().and_then(|page| after.page(page)),
    }
}

/// Why a listing that is there has no page.
fn missing(raw: &RawCatalogue, slug: &str, state: &str) -> String {
    let why = if super::part::holds_secret(raw, slug) {
        "one of its files contains what looks like a secret, which is not repeated here"
    } else if raw.listing(slug).is_none() {
        "its listing.yaml cannot be read"
    } else {
        "it has no name, or its app is not in the catalogue"
    };
    format!("This page does not exist {state} the change: {why}.")
}

fn fields(changes: &[FieldChange], documents: [Option<&Document>; 2], budget: &mut Budget) -> (Vec<Field>, usize) {
    let field = |change: &FieldChange| {
        let Edit { field, before, after } = tell::edit(change, documents, MAX_CHARS);
        let (before, after) = words(&visible(&before.unwrap_or_default()), &visible(&after.unwrap_or_default()), budget);
        Field { name: field, before, after }
    };
    (changes.iter().take(MOST_FIELDS).map(field).collect(), changes.len().saturating_sub(MOST_FIELDS))
}

/// The text of a file with everything that hides itself spelt out and without what looks like a key.
fn readable(document: &Document) -> String {
    let Some(text) = document.text.as_deref() else { return String::new() };
    let mut shown = String::with_capacity(text.len());
    let mut at = 0;
    for secret in &document.secrets {
        let range = secret.span.range();
        if range.start >= at {
            shown.push_str(text.get(at..range.start).unwrap_or_default());
            shown.push('…');
            at = range.end;
        }
    }
    shown.push_str(text.get(at..).unwrap_or_default());
    visible(&shown)
}

/// `text` with everything that hides itself spelt out, line by line.
fn visible(text: &str) -> String {
    let line = |line: &str| printable(line).replace("\\u{9}", "\t");
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

fn finding(found: &FindingOutcome) -> Finding {
    let line = found.line.map(|line| format!(":{line}")).unwrap_or_default();
    Finding {
        level: found.level,
        place: format!("{}{line}", found.path),
        message: quoting(&found.message),
        help: found.help.as_deref().map(quoting),
        rule: found.rule.clone(),
    }
}

/// A sentence of a rule, in which backquotes contain what a file says.
fn quoting(text: &str) -> Vec<Piece> {
    pieces(&printable(text), "`", "code")
}

/// A sentence of ours, in which `**` contains what is to be seen first.
fn emphasised(text: &str) -> Vec<Piece> {
    pieces(text, "**", "strong")
}

fn plain(text: &str) -> Vec<Piece> {
    vec![Piece { text: text.to_owned(), look: "" }]
}

fn pieces(text: &str, mark: &str, look: &'static str) -> Vec<Piece> {
    if !text.matches(mark).count().is_multiple_of(2) {
        return plain(text);
    }
    let piece = |(n, text): (usize, &str)| Piece { text: text.to_owned(), look: if n % 2 == 1 { look } else { "" } };
    text.split(mark).enumerate().map(piece).filter(|piece| !piece.text.is_empty()).collect()
}

/// A name that an id may have.
fn anchor(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect()
}

fn short(commit: &str) -> String {
    commit.get(..10).unwrap_or(commit).to_owned()
}

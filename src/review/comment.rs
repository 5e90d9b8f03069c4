//! The one comment below a submission: what changes, what is wrong and how to fix it, what a person still looks at, and whose turn it is.
//!
//! Every word of a submission goes through [`super::escape`]; the rest is ours. A comment is updated in place, so it is the same for the same review.

use std::fmt::Write as _;

use super::dependents::{Affecting, affecting};
use super::difference::pair;
use super::judge::Review;
use super::source_switch::consequences;
use super::{Class, Edit, FileOutcome, ListingOutcome, NextActor, Outcome, Verdict, cell, inline, message};
use crate::catalogue::{ListingChange, RawListing};
use crate::diagnostic::{Report, Sources, counted, markdown};
use crate::format::{InstallMode, SourceKind};
use crate::self_review::{self, Answer};
use crate::text::clipped;

/// The first line, by which the comment is found again.
pub const MARK: &str = "<!-- pressmark-review -->";

/// The comment on a change that cannot be merged, with what to do.
const MOVED_ON: &str = "✏️ Your turn: the catalogue has moved on";
const MOVED_ON_TEXT: &str =
    "These files have also changed in the catalogue. Update this branch from its target branch, and the review runs again.";

/// The comment on a change that is too large, with what to do.
const TOO_MUCH: &str = "✏️ Your turn: this change is too large to review";
const TOO_MUCH_TEXT: &str = "The change exceeds these limits, so nothing in it was reviewed. Split it into smaller changes.";

/// Rows of a table and listings that are shown, at most: larger changes are truncated.
const MOST_ROWS: usize = 60;
/// Characters of a value that are shown, at most.
const MOST_CHARS: usize = 160;
/// Bytes of the table of changes, at most.
const MAX_CHANGES: usize = 16_000;
/// Bytes of the findings, at most.
const MAX_FINDINGS: usize = 32_000;
/// Bytes of a comment, at most: a forge takes 65,536 characters, and the recipes count bytes. What does not fit any more is left out as a whole.
const MAX_BYTES: usize = 62_000;

/// The comment about `review`. The report and its sources are those of the review; `preview` is where the touched pages can be seen.
#[must_use]
pub fn comment<'run>(review: &Review<'_>, (report, sources): (&'run Report, &Sources<'run>), preview: Option<&str>) -> String {
    let outcome = &review.outcome;
    if let Some((title, words, named)) = obstacle(outcome) {
        return unread(outcome, title, words, named);
    }
    let mut text = format!("{MARK}\n{}\n", verdict_mark(outcome.verdict));
    head(&mut text, outcome, review);
    changes(&mut text, outcome);
    switches(&mut text, review);
    dependents(&mut text, review);
    if !report.is_empty() {
        text += "\n#### Findings\n";
        text += &markdown::within(report, sources, MAX_FINDINGS);
    }
    if review.n_older > 0 {
        let older = counted(review.n_older, "finding");
        let _ = writeln!(text, "\n{older} in the same files already existed and {} not part of this change.", is(review.n_older));
    }
    let cards = review.change.listings.iter().take(5).map(card_table);
    for part in cards.chain(review.change.listings.iter().take(3).map(|listing| checklist(listing, review, outcome))) {
        if text.len() + part.len() <= MAX_BYTES {
            text += &part;
        }
    }
    if let Some(preview) = preview.and_then(|address| url::Url::parse(address).ok()).filter(|url| matches!(url.scheme(), "https" | "http"))
    {
        let _ = writeln!(text, "\n**[Preview](<{preview}>)** of the changed pages, before and after.");
    }
    let _ = writeln!(text, "\n<sub>{}..{} · Pressmark {}</sub>", short(&outcome.base), short(&outcome.head), env!("CARGO_PKG_VERSION"));
    text
}

/// The second line, by which the verdict of an earlier comment is known. Contains no contributed text.
pub(super) fn verdict_mark(verdict: Verdict) -> String {
    format!("<!-- pressmark-verdict: {} -->", verdict.word())
}

/// Why nothing of the change was judged: a title, what to do, and the files or bounds it is about.
pub(super) fn obstacle(outcome: &Outcome) -> Option<(&'static str, &'static str, &[String])> {
    if !outcome.conflicts.is_empty() {
        return Some((MOVED_ON, MOVED_ON_TEXT, &outcome.conflicts));
    }
    (!outcome.excess.is_empty()).then_some((TOO_MUCH, TOO_MUCH_TEXT, &*outcome.excess))
}

/// The comment about a change of which nothing was judged.
fn unread(outcome: &Outcome, title: &str, words: &str, named: &[String]) -> String {
    let mut text = format!("{MARK}\n{}\n### {title}\n\n{words}\n\n", verdict_mark(outcome.verdict));
    for name in named.iter().take(MOST_ROWS) {
        let _ = writeln!(text, "- {}", inline(name));
    }
    let _ = writeln!(text, "\n<sub>{}..{} · Pressmark {}</sub>", short(&outcome.base), short(&outcome.head), env!("CARGO_PKG_VERSION"));
    text
}

/// The title of the comment. Contains no contributed text.
pub(super) fn title(verdict: Verdict, n_errors: usize) -> String {
    match verdict {
        Verdict::Approve => "✅ Ready to merge".to_owned(),
        Verdict::Review => "👀 Next: a reviewer".to_owned(),
        Verdict::Changes => format!("✏️ Your turn: {} to fix", counted(n_errors, "error")),
        Verdict::Reject => "⛔ Editing this change is not enough to merge it".to_owned(),
    }
}

/// The next actor and the due date. Contains no contributed text; the part between `**` is the most important.
pub(super) fn next(outcome: &Outcome) -> String {
    let target = &outcome.target;
    let days = counted(target.business_days as usize, "business day");
    match outcome.next_actor {
        NextActor::Nobody => "A routine change by an owner, without problems: no review needed.".to_owned(),
        NextActor::Reviewer => {
            format!("**Next: a reviewer**, by **{}** ({}: {days}). Nothing for you to do until then.", target.by, target.class.phrase())
        }
        NextActor::Submitter if outcome.verdict == Verdict::Reject => {
            "**Next: you.** Catalogue policy requires someone else's approval; each error below says whose.".to_owned()
        }
        NextActor::Submitter => {
            "**Next: you.** Fix the errors below and push; the review reruns automatically. This list is complete.".to_owned()
        }
    }
}

fn head(text: &mut String, outcome: &Outcome, review: &Review<'_>) {
    let title = title(outcome.verdict, review.report.counts().errors);
    let _ = writeln!(text, "### {title}\n\n{}", next(outcome));
    if !outcome.reasons.is_empty() && outcome.next_actor == NextActor::Reviewer {
        text.push_str("\nA reviewer needs to decide because:\n\n");
        for reason in outcome.reasons.iter().take(MOST_ROWS) {
            let _ = writeln!(text, "- {}", super::message(reason));
        }
    }
    if !outcome.reviewers.is_empty() {
        // Reviewers are named by the settings of the base, and are to be called.
        let named: Vec<String> = outcome.reviewers.iter().map(|name| mention(name)).collect();
        let _ = writeln!(text, "\nAsked: {}", named.join(", "));
    }
}

/// An account or a team, called by name. What is no account or team is shown and mentions no one.
pub(super) fn mention(name: &str) -> String {
    let bare = name.strip_prefix('@').unwrap_or(name);
    let is_valid = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'/' | b'.'));
    if is_valid { format!("@{bare}") } else { inline(name) }
}

fn changes(text: &mut String, outcome: &Outcome) {
    let rows: Vec<String> = outcome.listings.iter().flat_map(of_listing).chain(outcome.files.iter().flat_map(of_file)).collect();
    if rows.is_empty() {
        return;
    }
    text.push_str("\n#### What changes\n\n| | What | Before | After |\n| --- | --- | --- | --- |\n");
    let (start, mut n_told) = (text.len(), 0);
    for row in rows.iter().take(MOST_ROWS) {
        if text.len() - start + row.len() > MAX_CHANGES {
            break;
        }
        text.push_str(row);
        n_told += 1;
    }
    if rows.len() > n_told {
        let _ = writeln!(text, "\nand {} more", rows.len() - n_told);
    }
}

/// The note on a change between open and closed source. Contains no contributed text but the slug.
fn switches(text: &mut String, review: &Review<'_>) {
    for (slug, kind, [submitter, visitors]) in consequences(&review.change).into_iter().take(3) {
        let word = if kind == SourceKind::Closed { "closed" } else { "open" };
        let _ = writeln!(text, "\n#### {} becomes {word} source: what this means", inline(slug));
        for (who, sentences) in [("For the publisher", submitter), ("For visitors", visitors)] {
            let _ = writeln!(text, "\n{who}:\n");
            for sentence in sentences {
                let _ = writeln!(text, "- {sentence}");
            }
        }
    }
}

/// Which other listings should know of the change. Ours alone, but for slugs and versions.
fn dependents(text: &mut String, review: &Review<'_>) {
    for Affecting { slug, what, dependents } in affecting(&review.change) {
        let (n, s) = (counted(dependents.len(), "listing"), if dependents.len() == 1 { "s" } else { "" });
        let _ = writeln!(text, "\n#### {n} need{s} {}, which {}\n", inline(slug), message(&what));
        for (dependent, relation) in dependents.iter().take(MOST_ROWS) {
            let _ = writeln!(text, "- {} {}", inline(dependent), relation.words());
        }
        if dependents.len() > MOST_ROWS {
            let _ = writeln!(text, "- and {} more", dependents.len() - MOST_ROWS);
        }
    }
}

fn of_listing(listing: &ListingOutcome) -> Vec<String> {
    let slug = cell(&listing.slug);
    let class = listing.class.phrase();
    let mut rows = vec![format!("| **{slug}** | *{class}* | | |\n")];
    // Of a listing that is new everything is new: its card shows what it is.
    if listing.class != Class::NewListing {
        rows.extend(listing.changes.iter().map(row));
    }
    rows
}

fn of_file(file: &FileOutcome) -> Vec<String> {
    let words: Vec<&str> = std::iter::once(file.what.words()).chain(file.unusual.iter().map(String::as_str)).collect();
    let mut rows = vec![format!("| **{}** | *{}* | | |\n", cell(&file.path), words.join("; "))];
    rows.extend(file.changes.iter().map(row));
    rows
}

/// A value before and after. Two that differ look different, or it is said why they do not.
fn row(edit: &Edit) -> String {
    let [before, after] =
        pair(edit.before.as_deref(), edit.after.as_deref(), MOST_CHARS).map(|side| side.as_deref().map(cell).unwrap_or_default());
    let note = if before == after { " (only white space differs)" } else { "" };
    format!("| | {} | {before} | {after}{note} |\n", shown(&edit.field))
}

/// A value in a cell of a table.
fn shown(value: &str) -> String {
    cell(&clipped(value, MOST_CHARS))
}

/// The card that visitors see in lists, before and after; nothing when it stays as it is.
fn card_table(listing: &ListingChange<'_>) -> String {
    let (before, after) = (listing.was.map(card).unwrap_or_default(), listing.is.map(card).unwrap_or_default());
    if before == after || after.is_empty() {
        return String::new();
    }
    let mut text = format!("\n#### Card of {}\n\n| | Before | After |\n| --- | --- | --- |\n", inline(listing.slug));
    for (n, (label, new)) in after.iter().enumerate() {
        let old = before.get(n).map(|(_, old)| shown(old)).unwrap_or_default();
        let mark = if before.is_empty() || before.get(n).is_some_and(|(_, old)| old == new) { "" } else { "**" };
        let _ = writeln!(text, "| {label} | {old} | {mark}{}{mark} |", shown(new));
    }
    text
}

/// The keys that a card shows.
fn card(listing: RawListing<'_>) -> Vec<(&'static str, String)> {
    let file = listing.file;
    let text = |field: Option<&Box<str>>| field.map(ToString::to_string).unwrap_or_default();
    let publisher = file.publisher.get().map(|slug| {
        let name = listing.raw.publisher(slug).and_then(|publisher| publisher.name.get());
        name.map_or_else(|| slug.to_string(), |name| format!("{name} ({slug})"))
    });
    let source = file.source.get().map(|kind| match kind {
        SourceKind::Closed => "closed source",
        SourceKind::Open => "open source",
    });
    let access = file.install.get().and_then(|install| install.mode.get()).map(|mode| match mode {
        InstallMode::Request => "access on request",
        InstallMode::Direct => "direct install",
    });
    let tags: Vec<&str> = file.tags.items().iter().map(|tag| &*tag.value).collect();
    vec![
        ("Name", text(file.name.get())),
        ("App", text(file.app.get())),
        ("Publisher", publisher.unwrap_or_default()),
        ("Summary", text(file.summary.get())),
        ("Tags", tags.join(", ")),
        ("Availability", source.into_iter().chain(access).collect::<Vec<_>>().join(", ")),
    ]
}

/// The checklist for reviewers: the boxes that the program can answer are ticked.
fn checklist(listing: &ListingChange<'_>, review: &Review<'_>, outcome: &Outcome) -> String {
    let Some(listing) = listing.is else { return String::new() };
    let answered = self_review::review(&listing, &review.whole);
    let is_asked = |title: &str| outcome.areas.iter().any(|asked| asked.eq_ignore_ascii_case(title));
    let areas: Vec<_> = answered.areas.iter().filter(|area| is_asked(area.title)).collect();
    if areas.is_empty() {
        return String::new();
    }
    let titles: Vec<&str> = areas.iter().map(|area| area.title).collect();
    let mut text = format!("\n<details><summary>Checklist for reviewers: {}</summary>\n", titles.join(", "));
    for area in areas {
        let _ = write!(text, "\n**{}**\n\n", area.title);
        for (question, answer) in &area.answers {
            let (mark, words) = match answer {
                Answer::Yes(Some(words), _) => ("x", format!(": {}", shown(words))),
                Answer::Yes(None, _) => ("x", String::new()),
                Answer::No(_) => (" ", ": **no**, see the findings".to_owned()),
                Answer::NotProvided(..) => (" ", ": not provided".to_owned()),
                Answer::Person => (" ", String::new()),
            };
            let _ = writeln!(text, "- [{mark}] {question}{words}");
        }
    }
    text.push_str("\n</details>\n");
    text
}

fn short(commit: &str) -> &str {
    commit.get(..10).unwrap_or(commit)
}

fn is(n: usize) -> &'static str {
    if n == 1 { "is" } else { "are" }
}

//! A review in a few lines, for a terminal. What a submission says is made printable; nothing of it can move the cursor.

use std::fmt::Write as _;

use super::difference::pair;
use super::{Edit, NextActor, Outcome};
use crate::diagnostic::counted;
use crate::text::{printable, single_line};

/// Changes of one file that are shown, and files.
const MOST: usize = 20;
/// Characters of a value that are shown.
const MAX_CHARS: usize = 60;

/// `outcome` in a few lines.
#[must_use]
pub fn summary(outcome: &Outcome) -> String {
    let mut text = String::new();
    for listing in &outcome.listings {
        // Writing to a text cannot fail.
        let _ = writeln!(text, "{}: {}", printable(&listing.slug), listing.class.phrase());
        changes(&mut text, &listing.changes);
    }
    for file in outcome.files.iter().take(MOST) {
        let words: Vec<&str> = std::iter::once(file.what.words()).chain(file.unusual.iter().map(String::as_str)).collect();
        let _ = writeln!(text, "{}: {}", file.path, words.join("; "));
        changes(&mut text, &file.changes);
    }
    if outcome.files.len() > MOST {
        let _ = writeln!(text, "and {} more", counted(outcome.files.len() - MOST, "file"));
    }
    let target = &outcome.target;
    let verdict = outcome.verdict.word();
    let next = match outcome.next_actor {
        NextActor::Nobody => "no review needed".to_owned(),
        NextActor::Reviewer => {
            format!("a reviewer, by {} ({}: {})", target.by, target.class.phrase(), counted(target.business_days as usize, "business day"))
        }
        NextActor::Submitter => "the submitter".to_owned(),
    };
    let _ = writeln!(text, "\nverdict  {verdict}\nnext     {next}\nlabels   {}", outcome.labels.join(", "));
    if !outcome.conflicts.is_empty() {
        let _ = writeln!(text, "changed on both sides, update the branch: {}", outcome.conflicts.join(", "));
    }
    for bound in &outcome.excess {
        let _ = writeln!(text, "too large to review: {bound}");
    }
    for (label, words) in [("because", &outcome.reasons), ("areas", &outcome.areas), ("asked", &outcome.reviewers)] {
        if !words.is_empty() && outcome.next_actor == NextActor::Reviewer {
            let words: Vec<String> = words.iter().map(|word| printable(word)).collect();
            let _ = writeln!(text, "{label:<8} {}", words.join("; "));
        }
    }
    for hint in &outcome.hints {
        let _ = writeln!(text, "hint     {}", printable(hint));
    }
    text
}

/// Fields with the values before and after.
fn changes(text: &mut String, edits: &[Edit]) {
    for edit in edits.iter().take(MOST) {
        let sides = pair(edit.before.as_deref(), edit.after.as_deref(), MAX_CHARS);
        let lines = sides.each_ref().map(|side| side.as_deref().map(on_one_line));
        // Two values that differ in spaces alone are shown with them.
        let told = if lines[0] == lines[1] { sides.map(|side| side.map(|text| format!("{text:?}"))) } else { lines };
        let [before, after] = told.map(|side| side.unwrap_or_else(|| "nothing".to_owned()));
        let _ = writeln!(text, "  {}: {before} → {after}", edit.field);
    }
    if edits.len() > MOST {
        let _ = writeln!(text, "  and {} more", edits.len() - MOST);
    }
}

fn on_one_line(text: &str) -> String {
    printable(&single_line(text))
}

//! A review in a few lines, for a terminal. What a submission says is made printable; nothing of it can move the cursor.

use std::fmt::Write as _;

use super::{NextActor, Outcome, Verdict};
use crate::diagnostic::{clipped, counted, printable};

/// Changes of one listing that are told.
const MOST: usize = 20;
/// Characters of a value that are told.
const MAX_CHARS: usize = 60;

/// `outcome` in a few lines.
#[must_use]
pub fn summary(outcome: &Outcome) -> String {
    let mut text = String::new();
    for listing in &outcome.listings {
        // Writing to a text cannot fail.
        let _ = writeln!(text, "{}: {}", printable(&listing.slug), listing.class.phrase());
        for edit in listing.changes.iter().take(MOST) {
            let side = |value: &Option<String>| value.as_deref().map_or_else(|| "nothing".to_owned(), short);
            let _ = writeln!(text, "  {}: {} → {}", edit.field, side(&edit.before), side(&edit.after));
        }
        if listing.changes.len() > MOST {
            let _ = writeln!(text, "  and {} more", listing.changes.len() - MOST);
        }
    }
    let target = &outcome.target;
    let verdict = match outcome.verdict {
        Verdict::Approve => "approve",
        Verdict::Review => "review",
        Verdict::Changes => "changes",
        Verdict::Reject => "reject",
    };
    let next = match outcome.next_actor {
        NextActor::Nobody => "nobody needs to look".to_owned(),
        NextActor::Reviewer => {
            format!("a reviewer, by {} ({}: {})", target.by, target.class.phrase(), counted(target.business_days as usize, "business day"))
        }
        NextActor::Submitter => "the submitter".to_owned(),
    };
    let _ = writeln!(text, "\nverdict  {verdict}\nnext     {next}\nlabels   {}", outcome.labels.join(", "));
    if !outcome.conflicts.is_empty() {
        let _ = writeln!(text, "altered on both sides, bring the branch up to date: {}", outcome.conflicts.join(", "));
    }
    for (label, words) in [("because", &outcome.reasons), ("areas", &outcome.areas), ("asked", &outcome.reviewers)] {
        if !words.is_empty() && outcome.next_actor == NextActor::Reviewer {
            let words: Vec<String> = words.iter().map(|word| printable(word)).collect();
            let _ = writeln!(text, "{label:<8} {}", words.join("; "));
        }
    }
    text
}

/// A value on one line.
fn short(text: &str) -> String {
    clipped(&printable(&text.split_whitespace().collect::<Vec<_>>().join(" ")), MAX_CHARS)
}

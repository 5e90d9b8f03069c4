//! Hints that a new listing was generated, or made from a template: what a maintainer would notice at first sight, each with what was seen. Never a verdict:
//! careful people write with the same tools, and nothing here says whether a listing works.

use crate::catalogue::{Change, ListingChange, RawListing};
use crate::rules::words;

/// Words that only a text with its instructions or its answer left in contains. English, in lower case.
const LEFT_IN: [&str; 9] = [
    "as an ai language model",
    "as a large language model",
    "as of my last update",
    "certainly! here",
    "sure! here",
    "i hope this helps",
    "here is a readme",
    "here's a readme",
    "let me know if you",
];

/// Words that say nothing about a listing. One of them is nothing unusual.
const HOLLOW: [&str; 16] = [
    "seamless",
    "cutting-edge",
    "game-chang",
    "revolutioniz",
    "unlock the",
    "supercharge",
    "leverage the power",
    "in today's",
    "fast-paced",
    "ever-evolving",
    "robust and scalable",
    "effortless",
    "elevate your",
    "empower",
    "state-of-the-art",
    "streamline your",
];

/// The fewest hollow words that are a hint.
const MANY_HOLLOW: usize = 3;
/// The fewest headings with an emoji that are a hint.
const MANY_EMOJI: usize = 3;

/// The hints about the new listings of `change`, a sentence each.
#[must_use]
pub fn triage(change: &Change<'_>) -> Vec<String> {
    let new = |listing: &&ListingChange<'_>| !listing.existed;
    change.listings.iter().filter(new).filter_map(|listing| listing.is).flat_map(|listing| of_listing(&listing)).collect()
}

fn of_listing(listing: &RawListing<'_>) -> Vec<String> {
    let readme = listing.readme();
    let text = readme.and_then(|(document, _)| document.text.as_deref()).unwrap_or_default().to_lowercase();
    let summary = listing.file.summary.get().map(|summary| summary.to_lowercase()).unwrap_or_default();
    let among = |phrases: &[&'static str]| {
        phrases.iter().filter(|phrase| text.contains(**phrase) || summary.contains(**phrase)).copied().collect::<Vec<_>>()
    };
    let quoted = |phrases: Vec<&str>| phrases.iter().map(|phrase| format!("`{phrase}`")).collect::<Vec<_>>().join(", ");
    let slug = listing.slug;
    let mut hints = Vec::new();
    let left_in = among(&LEFT_IN);
    if !left_in.is_empty() {
        hints.push(format!("`{slug}`: its texts contain what a program says to the person who asks it ({})", quoted(left_in)));
    }
    let hollow = among(&HOLLOW);
    if hollow.len() >= MANY_HOLLOW {
        hints.push(format!("`{slug}`: its texts praise more than they explain ({})", quoted(hollow)));
    }
    let Some((_, outline)) = readme else { return hints };
    let n_emoji = outline.headings.iter().filter(|heading| heading.text.chars().next().is_some_and(is_emoji)).count();
    if n_emoji >= MANY_EMOJI && n_emoji * 2 > outline.headings.len() {
        hints.push(format!("`{slug}`: {n_emoji} of {} headings of its description begin with an emoji", outline.headings.len()));
    }
    // An app is named in the listing, and its operations are what it does: a description of it mentions one of them.
    if let Some(app) = listing.file.app.get() {
        let operations = listing.file.operations.get().map(|operations| [operations.triggers.items(), operations.actions.items()]);
        let operations = operations.into_iter().flatten().flatten().filter_map(|operation| operation.name.get());
        let is_mentioned = |name: &str| text.contains(&name.to_lowercase()) || words(name).next().is_some_and(|word| text.contains(&word));
        if !is_mentioned(app) && !operations.map(|name| &**name).any(|name| text.contains(&name.to_lowercase())) {
            hints.push(format!("`{slug}`: its description mentions neither `{app}` nor any of its operations"));
        }
    }
    hints
}

/// Whether `c` is an emoji, by its block in Unicode.
fn is_emoji(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f300}'..='\u{1faff}')
}

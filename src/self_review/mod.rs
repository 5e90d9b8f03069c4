//! The review that submitters make themselves: the six areas of requirements, answered by the machine where it can.
//!
//! Areas and what is asked in them follow the pre-submission review of the Patchworks marketplace. Knows which rules answer which question; prints
//! nothing.

mod areas;
mod completeness;
mod facts;
mod given;
mod markdown;

#[cfg(test)]
mod tests;

pub use completeness::{Completeness, Missing, completeness};
pub use markdown::markdown;

use std::collections::BTreeSet;

use areas::{AREAS, Asks, Item};

use crate::catalogue::RawListing;
use crate::diagnostic::{Diagnostic, Level, Report};

/// A listing held against everything that is asked of it.
#[derive(Debug)]
pub struct SelfReview<'raw> {
    /// Its slug.
    pub slug: &'raw str,
    /// Its name, or its slug while it has none.
    pub name: &'raw str,
    /// The areas, in the order in which reviewers take them.
    pub areas: Vec<AreaReview<'raw>>,
    /// Findings that belong to no question.
    pub rest: Vec<&'raw Diagnostic>,
    /// Facts that the site will show, by the labels of its page.
    pub known: Vec<(&'static str, String)>,
    /// Keys that the listing leaves out.
    pub absent: Vec<&'static str>,
}

/// An area and the answers in it.
#[derive(Debug)]
pub struct AreaReview<'raw> {
    /// Its title.
    pub title: &'static str,
    /// The questions and their answers.
    pub answers: Vec<(&'static str, Answer<'raw>)>,
}

/// The answer to a question.
#[derive(Debug)]
pub enum Answer<'raw> {
    /// Yes, as far as a program can tell; with the value it saw, and with findings of a lower level.
    Yes(Option<String>, Vec<&'raw Diagnostic>),
    /// No: these are the reasons.
    No(Vec<&'raw Diagnostic>),
    /// The listing does not say. With what to do, and with what is found: what it would be asked for.
    NotProvided(&'static str, Vec<&'raw Diagnostic>),
    /// A person has to say.
    Person,
}

/// Reviews `listing`, about which `report` has everything to say.
#[must_use]
pub fn review<'raw>(listing: &RawListing<'raw>, report: &'raw Report) -> SelfReview<'raw> {
    let is_own = |diagnostic: &&Diagnostic| diagnostic.path.listing_slug() == Some(listing.slug);
    review_of(listing, &report.iter().filter(is_own).collect::<Vec<_>>())
}

/// Reviews `listing`, about which `found` is everything there is to say.
fn review_of<'raw>(listing: &RawListing<'raw>, found: &[&'raw Diagnostic]) -> SelfReview<'raw> {
    let named: BTreeSet<&str> = AREAS.iter().flat_map(|area| area.items).flat_map(|item| item.rules).copied().collect();
    let mut seen = BTreeSet::new();
    let areas = AREAS.iter().map(|area| {
        let arising = area.items.iter().filter(|item| (item.arises)(listing) || is_given(item, listing));
        let answers = arising.map(|item| {
            let of_item: Vec<(usize, &Diagnostic)> = found
                .iter()
                .enumerate()
                .filter(|(_, diagnostic)| item.is_answered_by(diagnostic.code, &named))
                .map(|(n, found)| (n, *found))
                .collect();
            seen.extend(of_item.iter().map(|&(n, _)| n));
            (item.question, answer(item, listing, of_item.into_iter().map(|(_, found)| found).collect()))
        });
        AreaReview { title: area.title, answers: answers.collect() }
    });
    let areas = areas.collect();
    let rest = found.iter().enumerate().filter(|(n, _)| !seen.contains(n)).map(|(_, found)| *found).collect();
    let name = listing.file.name.get().map_or(listing.slug, |name| name);
    let (known, absent) = facts::facts(listing);
    SelfReview { slug: listing.slug, name, areas, rest, known, absent }
}

impl SelfReview<'_> {
    /// How many questions the machine answers with yes, with no, leaves as not provided, and hands to a person.
    #[must_use]
    pub fn counts(&self) -> [usize; 4] {
        let mut counts = [0; 4];
        for (_, answer) in self.areas.iter().flat_map(|area| &area.answers) {
            counts[match answer {
                Answer::Yes(..) => 0,
                Answer::No(_) => 1,
                Answer::NotProvided(..) => 2,
                Answer::Person => 3,
            }] += 1;
        }
        counts
    }
}

/// Whether the listing gives a value for the answer.
fn is_given(item: &Item, listing: &RawListing<'_>) -> bool {
    matches!(item.asks, Asks::Value(given) if given(listing).is_some())
}

fn answer<'raw>(item: &Item, listing: &RawListing<'raw>, found: Vec<&'raw Diagnostic>) -> Answer<'raw> {
    let is_wrong = found.iter().any(|diagnostic| diagnostic.level >= Level::Warn);
    match item.asks {
        Asks::Person => Answer::Person,
        _ if is_wrong => Answer::No(found),
        Asks::Mention if listing.readme().is_none() || !found.is_empty() => Answer::NotProvided(item.advice, found),
        Asks::Valid | Asks::Mention => Answer::Yes(None, found),
        Asks::Value(given) => match given(listing) {
            Some(given) => Answer::Yes(Some(given), found),
            None => Answer::NotProvided(item.advice, found),
        },
    }
}

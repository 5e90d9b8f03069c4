//! How complete a listing is: the questions of the checklist that a program can answer, and what to do about each that is open. It is for authors and
//! maintainers: nothing of it is published, and it decides nothing.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Answer, SelfReview, review_of};
use crate::catalogue::RawCatalogue;
use crate::diagnostic::{Diagnostic, Report};
use crate::format::FileRole;
use crate::rules::{Check, named};

/// The completeness of one listing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Completeness {
    /// Its slug.
    pub listing: String,
    /// How many of the questions have a good answer.
    pub done: usize,
    /// How many questions there are.
    pub of: usize,
    /// The questions without a good answer, in the order of the checklist.
    pub missing: Vec<Missing>,
}

/// A question without a good answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// The title of its area.
    pub area: &'static str,
    /// The question, as the statement that would be true.
    pub question: &'static str,
    /// What to do, a sentence each; at least one.
    pub help: Vec<String>,
}

impl Completeness {
    fn new(review: &SelfReview<'_>) -> Self {
        let questions =
            || review.areas.iter().flat_map(|area| area.answers.iter().map(|(question, answer)| (area.title, *question, answer)));
        let missing = questions().filter_map(|(area, question, answer)| Some(Missing { area, question, help: help(answer)? }));
        let [done, to_fix, absent, _] = review.counts();
        Self { listing: review.slug.to_owned(), done, of: done + to_fix + absent, missing: missing.collect() }
    }
}

/// What to do about `answer`; `None` if it is good or up to a person.
fn help(answer: &Answer<'_>) -> Option<Vec<String>> {
    match answer {
        Answer::Yes(..) | Answer::Person => None,
        Answer::NotProvided(advice, found) if found.is_empty() => Some(vec![(*advice).to_owned()]),
        Answer::NotProvided(_, found) | Answer::No(found) => Some(found.iter().map(|found| remedy(found)).collect()),
    }
}

/// The finding and its help, in one sentence.
fn remedy(found: &Diagnostic) -> String {
    let help = found.help.iter().map(ToString::to_string).chain(found.fix.as_ref().map(|fix| fix.title.clone())).next();
    help.map_or_else(|| found.message.clone(), |help| format!("{}: {help}", found.message))
}

/// The completeness of every listing that is still in the catalogue, sorted by slug. `report` has everything to say about `raw`.
#[must_use]
pub fn completeness(raw: &RawCatalogue, report: &Report) -> Vec<Completeness> {
    let mut of_each: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
    for found in report.iter() {
        if let Some(slug) = found.path.listing_slug() {
            of_each.entry(slug).or_default().push(found);
        }
    }
    let of_all: Vec<&Diagnostic> = report.iter().filter(|found| is_about_all(found)).collect();
    let listings = raw.listings().filter(|listing| !listing.is_gone());
    listings
        .map(|listing| {
            let found: Vec<&Diagnostic> = of_each.get(listing.slug).into_iter().flatten().chain(&of_all).copied().collect();
            Completeness::new(&review_of(&listing, &found))
        })
        .collect()
}

/// Whether it is a finding that every listing has, which is reported once.
fn is_about_all(found: &Diagnostic) -> bool {
    found.path.role() == FileRole::Settings && named(found.code.name).is_some_and(|rule| matches!(rule.check, Check::Listing(_)))
}

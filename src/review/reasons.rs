//! Why a person has to decide although nothing is wrong. A change without a reason is routine in every part: only such a change is approved.

use std::collections::BTreeSet;

use super::Class;
use super::class::{adds_app, class_of, class_of_file};
use super::routine::Weighed;
use crate::catalogue::{Change, ListingChange};
use crate::diagnostic::Report;
use crate::format::FileRole;

/// Names in one reason, at most.
const MOST_NAMED: usize = 8;

/// The reasons, a sentence each: none means that every path and every field of `change`, whose listings have been `weighed`, is routine.
pub(super) fn reasons(change: &Change<'_>, weighed: &[Weighed], report: &Report) -> Vec<String> {
    let mut reasons = Vec::new();
    for (listing, weighed) in change.listings.iter().zip(weighed) {
        of_listing(change, listing, weighed, &mut reasons);
    }
    of_other_files(change, &mut reasons);
    for (what, path) in change.files.unusual.iter().map(|(path, what)| (*what, path)) {
        reasons.push(format!("`{path}` {}", what.words()));
    }
    if change.files.content.is_empty() && change.files.outside.is_empty() {
        reasons.push("the change is empty".to_owned());
    }
    if report.counts().warnings > 0 {
        reasons.push("there are warnings".to_owned());
    }
    reasons
}

fn of_listing(change: &Change<'_>, listing: &ListingChange<'_>, weighed: &Weighed, reasons: &mut Vec<String>) {
    let (slug, class) = (listing.slug, class_of(listing, weighed));
    let is_plain = matches!(class, Class::VersionUpdate | Class::RoutineEdit);
    if is_plain && weighed.is_routine() {
        // An owner may make this change without a reviewer, so an owner must be its author.
        if change.people.author.is_none() {
            reasons.push(format!("the author of the change to `{slug}` is unknown"));
        } else if !change.is_by_maintainer() && !listing.publisher().is_some_and(|publisher| change.has_consent_of(publisher)) {
            let whose = listing.publisher().unwrap_or("no one");
            reasons.push(format!("`{slug}` belongs to `{whose}`, and no account of theirs submits or approves this change"));
        }
        return;
    }
    // Of a listing that is new or gone everything is looked at.
    let decided: &[String] = if class == Class::NewListing || !listing.exists { &[] } else { &weighed.decided };
    let (allowances, fields): (Vec<&str>, Vec<&str>) = decided.iter().map(|field| &**field).partition(|field| field.starts_with("allow"));
    if !allowances.is_empty() {
        reasons.push(format!("`{slug}` asks for exceptions from rules"));
    }
    match (is_plain, fields.is_empty()) {
        (_, false) => reasons.push(format!("`{slug}`: {} ({})", class.phrase(), named(fields.into_iter()))),
        (false, true) if !listing.exists => reasons.push(match change.heir(listing) {
            Some(heir) => format!("`{slug}` is merged into `{}`", heir.slug),
            None => format!("`{slug}` is deleted"),
        }),
        (false, true) => reasons.push(format!("`{slug}`: {}", class.phrase())),
        (true, true) => {}
    }
    if let Some(from) = listing.former_publisher().filter(|_| class == Class::Adoption) {
        reasons.push(format!("`{from}`, who no longer maintains `{slug}`, is not asked: make sure that they cannot be reached"));
    }
    if !weighed.new_links.is_empty() {
        let links = named(weighed.new_links.iter().map(String::as_str));
        reasons.push(format!("`{slug}`: its description links to new URLs ({links})"));
    }
    for field in &weighed.too_long {
        reasons.push(format!("`{slug}`: `{field}` is too long to show in full"));
    }
}

/// Apps, publishers and intents by their kind of change, everything else by its path.
fn of_other_files(change: &Change<'_>, reasons: &mut Vec<String>) {
    let adds_app = adds_app(change);
    let mut told: BTreeSet<(Class, &str)> = BTreeSet::new();
    for path in change.files.content.keys().filter(|path| !change.moves_along(path)) {
        let is_own = path.listing_slug().is_some() && path.role() != FileRole::Review;
        if !is_own {
            told.insert((class_of_file(change, path, adds_app).unwrap_or(Class::OutsideListings), path.as_str()));
        }
    }
    told.extend(change.files.outside.iter().map(|path| (Class::OutsideListings, path.as_str())));
    let classes: BTreeSet<Class> = told.iter().map(|(class, _)| *class).collect();
    for class in classes {
        let paths = told.iter().filter(|(of, _)| *of == class).map(|(_, path)| *path);
        let phrase = match class {
            Class::IdentityEdit => "a publisher's name, URLs or accounts",
            Class::RoutineEdit => "a publisher's description",
            class => class.phrase(),
        };
        reasons.push(format!("{phrase} ({})", named(paths)));
    }
    let is_maintainers = told.iter().any(|(class, _)| *class == Class::OutsideListings);
    if is_maintainers && !change.listings.is_empty() {
        reasons.push(Class::Mixed.phrase().to_owned());
    }
}

/// The first few of `names`, and how many more there are.
fn named<'text>(names: impl Iterator<Item = &'text str>) -> String {
    let names: Vec<&str> = names.collect();
    let mut text = names.iter().take(MOST_NAMED).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    if names.len() > MOST_NAMED {
        text += &format!(" and {} more", names.len() - MOST_NAMED);
    }
    text
}

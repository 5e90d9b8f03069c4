//! Why something cannot happen to a listing: its state, what is named, and who needs it. Depends on a raw catalogue; words for people.

use super::{Ending, Event, Rename, Transfer, did_you_mean, holder, needing};
use crate::catalogue::RawListing;
use crate::format::{FileRole, State};
use crate::submission::slug_problem;
use crate::text::printable;

/// Why `event` cannot happen to `listing`, with what to do.
pub(super) fn forbidden(listing: &RawListing<'_>, event: &Event) -> Option<String> {
    let slug = listing.slug;
    let state = listing.state();
    if state.is_none() && !listing.file.lifecycle.is_missing() {
        return Some(format!("the `lifecycle` of `{slug}` cannot be read: run `pressmark check {slug}`, and fix it first"));
    }
    if state == Some(State::Removed) {
        return Some(format!("`{slug}` was removed: its page stays, and its slug is never used again"));
    }
    match event {
        Event::Ended(ending) => of_state(slug, state, ending.state).or_else(|| of_ending(listing, ending)),
        Event::Restored => state.is_none().then(|| format!("`{slug}` is active: there is nothing to restore")),
        Event::Renamed(rename) => of_rename(listing, rename),
        Event::Transferred(transfer) => of_transfer(listing, transfer),
    }
}

/// Why a listing in `state` cannot become `next`.
fn of_state(slug: &str, state: Option<State>, next: State) -> Option<String> {
    let restore = format!("run `pressmark lifecycle restore {slug}` first");
    match (state?, next) {
        (state, next) if state == next => Some(format!("`{slug}` is {} already: edit its `lifecycle` to change the reason", state.word())),
        (State::Unpublished, State::Suspended | State::Deprecated) => {
            Some(format!("`{slug}` is unpublished, so no one can install it: {restore}"))
        }
        (State::Suspended, State::Deprecated) => {
            Some(format!("`{slug}` is suspended, and a deprecated listing can be installed: {restore}"))
        }
        _ => None,
    }
}

fn of_ending(listing: &RawListing<'_>, ending: &Ending) -> Option<String> {
    let (raw, slug) = (listing.raw, listing.slug);
    if let Some(other) = ending.replaced_by.as_deref() {
        match raw.followed(other) {
            None => {
                return Some(format!("no listing `{}` to use instead{}", printable(other), did_you_mean(raw, FileRole::Listing, other)));
            }
            Some(now) if now == slug => return Some(format!("`{slug}` cannot replace itself")),
            Some(now) if raw.listing(now).is_some_and(|now| now.is_gone()) => {
                return Some(format!("`{now}` has left the catalogue, so it cannot replace `{slug}`"));
            }
            Some(_) => {}
        }
    }
    let needing = if matches!(ending.state, State::Unpublished | State::Removed) { needing(raw, slug) } else { Vec::new() };
    let (first, _) = needing.split_first()?;
    let names: Vec<String> = needing.iter().map(|other| format!("`{other}`")).collect();
    let name = if names.len() == 1 { "names" } else { "name" };
    Some(format!(
        "{} {name} `{slug}` in `depends_on`, and could not run without it: edit {} first, or deprecate `{slug}` until they have moved",
        names.join(", "),
        if names.len() == 1 { format!("`listings/{first}/listing.yaml`") } else { "them".to_owned() }
    ))
}

fn of_rename(listing: &RawListing<'_>, rename: &Rename) -> Option<String> {
    let to = rename.to.as_str();
    if to == listing.slug {
        return Some(format!("`{to}` is its slug already"));
    }
    if let Some(problem) = slug_problem(to) {
        return Some(problem);
    }
    let holder = holder(listing.raw, to)?;
    Some(match holder {
        holder if holder == to => format!("the slug `{to}` is taken: choose another one"),
        holder if holder == listing.slug => format!("`{to}` was its slug before, and a former slug stays a redirect: choose another one"),
        holder => format!("the slug `{to}` was one of `{holder}` before, and leads there: choose another one"),
    })
}

fn of_transfer(listing: &RawListing<'_>, transfer: &Transfer) -> Option<String> {
    let (raw, to) = (listing.raw, transfer.to.as_str());
    if listing.file.publisher.get().is_some_and(|publisher| **publisher == *to) {
        return Some(format!("`{}` belongs to `{}` already", listing.slug, printable(to)));
    }
    let is_known = raw.slugs(FileRole::Publisher).any(|slug| slug == to);
    (!is_known).then(|| {
        let hint = did_you_mean(raw, FileRole::Publisher, to);
        format!("no publisher `{}`{hint}: add `publishers/{0}.yaml` first", printable(to))
    })
}

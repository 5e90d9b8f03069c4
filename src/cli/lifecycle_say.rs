//! What follows from an event of a listing, in sentences: for visitors, feeds, installed copies, those who need it, and those who should be told.

use crate::catalogue::{Account, Change, People, RawListing};
use crate::diagnostic::Level;
use crate::format::{Reason, State, Visibility};
use crate::lifecycle::{Event, Transfer, collections, contacts, needing};
use crate::review::Review;
use crate::rules::{self, Levels};
use crate::text::printable;

/// What follows from `event` of the listing that was `slug`, one line each.
pub(super) fn consequences(event: &Event, change: &Change<'_>, slug: &str) -> Vec<String> {
    let mut lines = vec![of_visitors(event, change, slug), of_copies(event)];
    lines.extend(of_feeds(event, change, slug));
    if let Event::Ended(ending) = event {
        lines.extend(of_dependents(change, slug, ending.state));
    }
    lines.extend(of_people(event, change, slug));
    lines
}

fn of_visitors(event: &Event, change: &Change<'_>, slug: &str) -> String {
    let is_gone = change.base.listing(slug).is_some_and(|listing| listing.is_gone());
    let said = match event {
        Event::Ended(ending) => match ending.state {
            State::Deprecated => "a banner with the reason; installing is still possible, and lists show it last".to_owned(),
            State::Suspended => "a banner with the reason, and no install button".to_owned(),
            State::Unpublished => "a page with the reason and the day; no list, collection or search shows it".to_owned(),
            State::Removed => {
                "a page with the reason and the day; no list, collection or search shows it, and the slug is never used again".to_owned()
            }
        },
        Event::Restored => "a normal listing".to_owned(),
        Event::Renamed(rename) => format!("the page at `listings/{}/`; `listings/{slug}/` leads there", rename.to),
        Event::Transferred(_) if is_gone => "the same as before: no list shows it".to_owned(),
        Event::Transferred(transfer) => format!("the listing on the page of `{}`", printable(&transfer.to)),
    };
    format!("visitors see {said}")
}

fn of_copies(event: &Event) -> String {
    let said = match event {
        Event::Ended(ending) => match ending.state {
            State::Deprecated => "that it is deprecated, and exits with 0",
            State::Suspended => "that it must not be used for now, and exits with 1",
            State::Unpublished => "that its publisher withdrew it, and exits with 1",
            State::Removed => "that it was removed, and exits with 1",
        },
        Event::Restored => "nothing about its state any more",
        Event::Renamed(_) => "the new slug, and exits with 1",
        Event::Transferred(_) => "nothing: the versions are the same",
    };
    format!("for installed copies, `pressmark updates` reports {said}")
}

fn of_feeds(event: &Event, change: &Change<'_>, slug: &str) -> Option<String> {
    let listing = change.base.listing(slug)?;
    if listing.file.visibility() == Visibility::Unlisted {
        return Some("no feed reports it: the listing is unlisted".to_owned());
    }
    Some(match event {
        Event::Ended(ending) if ending.reason == Reason::Security => "feeds report it, `security.xml` among them".to_owned(),
        Event::Ended(_) => "feeds report it, those of its app, its publisher and its tags among them".to_owned(),
        Event::Restored => "feeds stop reporting its state; to reach its followers, publish a new version".to_owned(),
        Event::Renamed(_) | Event::Transferred(_) => "no feed reports it; to reach its followers, publish a new version".to_owned(),
    })
}

/// Those that need it or present it; nothing is said of a listing that can still be used.
fn of_dependents(change: &Change<'_>, slug: &str, state: State) -> Vec<String> {
    let mut lines = Vec::new();
    let named = |slugs: &[&str]| slugs.iter().map(|slug| format!("`{}`", printable(slug))).collect::<Vec<_>>().join(", ");
    let needing = if state == State::Deprecated { Vec::new() } else { needing(change.base, slug) };
    if !needing.is_empty() {
        lines.push(format!("these listings need it (`depends_on`), and cannot be used without it: {}", named(&needing)));
    }
    let collections = if matches!(state, State::Unpublished | State::Removed) { collections(change.base, slug) } else { Vec::new() };
    if !collections.is_empty() {
        lines.push(format!("these collections contain it: {}; remove it from them in a separate change", named(&collections)));
    }
    lines
}

/// Who should be told: nothing is sent automatically.
fn of_people(event: &Event, change: &Change<'_>, slug: &str) -> Vec<String> {
    let Some(listing) = change.base.listing(slug) else { return Vec::new() };
    let is_security = matches!(event, Event::Ended(ending) if ending.reason == Reason::Security);
    let publisher = listing.file.publisher.get().and_then(|slug| change.base.publisher(slug));
    let security = publisher.and_then(|publisher| publisher.security_contact.get()).filter(|_| is_security).map(ToString::to_string);
    let support = listing.file.support.get().and_then(|support| {
        let url = support.url.get().or(support.docs.get()).map(|url| url.text.to_string());
        support.email.get().map(ToString::to_string).or(url)
    });
    let contact = security.or(support).map(|contact| format!(", at {}", printable(&contact))).unwrap_or_default();
    let whom = listing.file.publisher.get().map_or_else(|| "its publisher".to_owned(), |slug| format!("`{}`", printable(slug)));
    let mut lines = vec![format!("no message is sent: tell {whom}{contact}")];
    if let Event::Transferred(transfer) = event {
        let to = printable(&transfer.to);
        lines = vec![format!("no message is sent: tell {whom}{contact}, and `{to}`")];
        lines.extend(change.head.listing(slug).and_then(|listing| of_contacts(transfer, &listing, &whom)));
        if let Some(current) = change.base.settings().agreement.get().and_then(|agreement| agreement.current.get()) {
            lines.push(match &transfer.accepted_by {
                Some(who) => {
                    format!("the listing records that `{}` accepted agreement `{current}`: ask `{to}` to confirm it", printable(who))
                }
                None => format!("the acceptance of agreement `{current}` stays as it is"),
            });
        }
    }
    lines
}

/// The contacts that `listing` still has after a transfer that set another one.
fn of_contacts(transfer: &Transfer, listing: &RawListing<'_>, from: &str) -> Option<String> {
    let key = transfer.support_key()?;
    let kept = contacts(listing).into_iter().filter(|(other, _)| *other != key).map(|(_, contact)| format!("`{}`", printable(&contact)));
    let kept = kept.collect::<Vec<_>>().join(" and ");
    (!kept.is_empty()).then(|| format!("`support` still names {kept}: change it if it belongs to {from}"))
}

/// Who can propose the change, by the rules of a review, and until when a reviewer should answer.
pub(super) fn proposers(event: &Event, review: &Review<'_>, slug: &str, has_maintainer: bool) -> String {
    let change = &review.change;
    let owner = change.base.listing(slug).and_then(|listing| listing.file.publisher.get()).map(|owner| &**owner);
    let receiver = if let Event::Transferred(transfer) = event { Some(transfer.to.as_str()) } else { None };
    let levels = Levels::from_settings(change.base.settings());
    let refusal = |author: Option<Account>| {
        let people = People { author, ..People::default() };
        let report = rules::run_change(&Change::new(change.base, change.head, change.files, people), &levels);
        report.iter().find(|found| found.level == Level::Error).cloned()
    };
    let account = |publisher: &str| {
        let entry = change.accounts(publisher).first()?;
        Account::from_fields(&entry.forge, &entry.id, &entry.login)
    };
    let publishers: Vec<(&str, Account)> =
        owner.into_iter().chain(receiver).filter_map(|publisher| Some((publisher, account(publisher)?))).collect();
    let alone = publishers.iter().find(|(_, account)| refusal(Some(account.clone())).is_none());
    let who = match (alone, publishers.first()) {
        (Some((publisher, _)), _) => format!("An account of `{}` or a maintainer can propose it.", printable(publisher)),
        (None, first) => match (refusal(first.map(|(_, account)| account.clone())), owner.zip(receiver)) {
            (None, _) => "Anyone can propose it, and a reviewer decides.".to_owned(),
            (Some(found), Some((from, to))) if found.code.name == "transfer-without-consent" => format!(
                "A maintainer can propose it. So can an account of `{from}` or `{to}`, if an account of the other one approves the pull request.",
                from = printable(from),
                to = printable(to)
            ),
            (Some(found), _) if found.code.name == "suspension-lifted" => {
                format!("Only a maintainer can propose it, because `{slug}` is suspended.")
            }
            (Some(found), _) => {
                format!("Only a maintainer can propose it. From anyone else, a review refuses it: {}.", printable(&found.message))
            }
        },
    };
    let hint = if has_maintainer { "" } else { " `review.maintainers` in `catalogue.yaml` names no one yet." };
    let by = match review.outcome.reviewers.join(", ") {
        names if names.is_empty() => "A reviewer".to_owned(),
        names => printable(&names),
    };
    format!("{who}{hint} {by} should answer by {}.", review.outcome.target.by)
}

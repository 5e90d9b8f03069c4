//! Whether the day of an event is possible: not in the future, and not before what has happened to the listing already. Words for people; knows no clock.

use jiff::civil::Date;

use super::Event;
use crate::catalogue::RawListing;
use crate::text::printable;

/// Why `event` cannot have happened to `listing` on its day, with both days. A day that begins earlier elsewhere is not in the future.
pub(super) fn impossible_day(listing: &RawListing<'_>, event: &Event, today: Date) -> Option<String> {
    let slug = listing.slug;
    let (day, what, help, known) = match event {
        Event::Ended(ending) => {
            (ending.since, ending.state.word(), "pages show the state at once, so run the command on that day", of_listing(listing))
        }
        Event::Transferred(transfer) if transfer.accepted_by.is_some() => {
            (transfer.on, "accepted for its new publisher", "give the day on which the agreement was accepted", of_agreement(listing))
        }
        _ => return None,
    };
    if day > today.tomorrow().unwrap_or(today) {
        return Some(format!("the date {day} is in the future, because today is {today}: {help}"));
    }
    // A day in the future is a mistake in the file, which does not stop a suspension.
    let (last, of) = known.into_iter().filter(|(known, _)| *known <= today).max_by_key(|(known, _)| *known)?;
    (day < last).then(|| {
        format!("the date {day} is before {last}, the day of {of}: `{slug}` cannot have been {what} before that; give a later date, or leave out --date")
    })
}

/// What has happened to `listing`, and when.
fn of_listing(listing: &RawListing<'_>) -> Vec<(Date, String)> {
    let versions = listing.file.versions.items().iter().filter_map(|entry| {
        let version = entry.version.get()?;
        Some((*entry.date.get()?, format!("version `{}`", printable(version.as_str()))))
    });
    versions.chain(of_state(listing)).chain(of_agreement(listing)).collect()
}

fn of_state(listing: &RawListing<'_>) -> Option<(Date, String)> {
    let lifecycle = listing.file.lifecycle.get()?;
    Some((*lifecycle.since.get()?, format!("its state `{}`", lifecycle.state.get()?.word())))
}

fn of_agreement(listing: &RawListing<'_>) -> Vec<(Date, String)> {
    let agreement = listing.file.agreement.get();
    let accepted = agreement.and_then(|agreement| Some((*agreement.accepted_on.get()?, "the last acceptance of its agreement".to_owned())));
    accepted.into_iter().collect()
}

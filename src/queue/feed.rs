//! The queue as an Atom feed: an entry for each submission, whose id stays, so that one of them can be followed.

use jiff::Timestamp;

use super::ordering::{Entry, Queue};
use crate::site::Site;
use crate::xml::atom;

/// The feed of `queue` on `site`.
#[must_use]
pub fn feed(queue: &Queue, site: &Site) -> Vec<u8> {
    let page = site.address.absolute(&Site::queue());
    let settings = &site.catalogue.settings;
    let heading = site.language.text("queue");
    let newest = queue.entries.iter().map(|entry| entry.submission.updated).max();
    let feed = atom::Feed {
        language: &settings.language,
        title: &site.language.say("title", &[("heading", heading.as_str().into()), ("site", (&*settings.title).into())]),
        url: &site.address.absolute(&Site::beside_queue("feed.xml")),
        page: &page,
        updated: stamp(newest.unwrap_or(Timestamp::UNIX_EPOCH)),
        author: &settings.title,
        entries: queue.entries.iter().map(|entry| atom_entry(entry, &page, site)).collect(),
    };
    feed.xml().into_bytes()
}

fn atom_entry<'entry>(entry: &'entry Entry, page: &str, site: &Site) -> atom::Entry<'entry> {
    let submission = &entry.submission;
    let at_page = format!("{page}#submission-{}", submission.number);
    atom::Entry {
        title: format!("#{} {}", submission.number, submission.title).into(),
        id: at_page.clone(),
        page: at_page,
        related: submission.url.as_deref(),
        updated: stamp(submission.updated),
        author: submission.author.as_deref(),
        summary: Some(summary(entry, site).into()),
        language: None,
    }
}

/// QueueState, place and age, in the words of the page.
fn summary(entry: &Entry, site: &Site) -> String {
    let age = usize::try_from(entry.age).unwrap_or(usize::MAX);
    let age = match entry.target {
        Some(target) => site.language.say("queue-days-of", &[("n", age.into()), ("target", (target as usize).into())]),
        None => site.language.say("queue-days", &[("n", age.into())]),
    };
    let position = entry.position.map(|position| format!("{}: {position}", site.language.text("queue-position")));
    let state = site.language.text(crate::render::state_key(entry.state));
    [Some(state), position, Some(age)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn stamp(moment: Timestamp) -> String {
    moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

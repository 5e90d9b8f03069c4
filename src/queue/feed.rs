//! The queue as an Atom feed ([RFC 4287](https://www.rfc-editor.org/rfc/rfc4287)): an entry for each submission, whose id stays, so that one of them can be followed.

use jiff::Timestamp;

use super::ordering::{Entry, Queue};
use crate::render::Xml;
use crate::site::Site;

/// The feed of `queue` on `site`.
#[must_use]
pub fn feed(queue: &Queue, site: &Site) -> Vec<u8> {
    let page = site.address.absolute(&Site::queue());
    let own = site.address.absolute(&Site::beside_queue("feed.xml"));
    let settings = &site.catalogue.settings;
    let mut xml = Xml::new();
    xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", &settings.language)]);
    xml.text(
        "title",
        &[],
        &site.language.say("title", &[("heading", site.language.text("queue").as_str().into()), ("site", (&*settings.title).into())]),
    );
    xml.text("id", &[], &own);
    xml.empty("link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", &own)]);
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &page)]);
    let newest = queue.entries.iter().map(|entry| entry.submission.updated).max();
    xml.text("updated", &[], &stamp(newest.unwrap_or(Timestamp::UNIX_EPOCH)));
    xml.open("author", &[]);
    xml.text("name", &[], &settings.title);
    xml.close("author");
    for entry in &queue.entries {
        write(entry, &page, site, &mut xml);
    }
    xml.close("feed");
    xml.finish()
}

fn write(entry: &Entry, page: &str, site: &Site, xml: &mut Xml) {
    let submission = &entry.submission;
    let at_page = format!("{page}#submission-{}", submission.number);
    xml.open("entry", &[]);
    xml.text("title", &[], &format!("#{} {}", submission.number, submission.title));
    xml.text("id", &[], &at_page);
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &at_page)]);
    if let Some(url) = &submission.url {
        xml.empty("link", &[("rel", "related"), ("href", url)]);
    }
    xml.text("updated", &[], &stamp(submission.updated));
    if let Some(author) = &submission.author {
        xml.open("author", &[]);
        xml.text("name", &[], author);
        xml.close("author");
    }
    xml.text("summary", &[], &summary(entry, site));
    xml.close("entry");
}

/// State, place and age, in the words of the page.
fn summary(entry: &Entry, site: &Site) -> String {
    let age = usize::try_from(entry.age).unwrap_or(usize::MAX);
    let age = match entry.target {
        Some(target) => site.language.say("queue-days-of", &[("n", age.into()), ("target", (target as usize).into())]),
        None => site.language.say("queue-days", &[("n", age.into())]),
    };
    let position = entry.position.map(|position| format!("{}: {position}", site.language.text("queue-position")));
    let state = site.language.text(crate::render::state_key(entry.state.word()));
    [Some(state), position, Some(age)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn stamp(moment: Timestamp) -> String {
    moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

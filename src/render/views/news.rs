//! What is new by month, and what is announced. Knows no markup.

use serde_json::{Value, json};

use crate::render::context::{card, day};
use crate::render::frame::Frame;
use crate::render::templates::Values;
use crate::render::title::title;
use crate::site::{FeedOf, NewsKind, Page, Site};

pub(super) fn news(site: &Site, page: &Page, place: usize) -> (&'static str, Values) {
    let month_label = |(year, month): (i16, i8)| site.language.month(year, month);
    let (month, entries) = &site.shelf.months[place];
    let view = |entry: &crate::site::News| {
        let (kind, label, text) = match entry.kind {
            NewsKind::New => ("new", "new", None),
            NewsKind::Release(place) => {
                let release = &entry.listing.versions[place];
                let version = ("version", release.version.to_string().into());
                let text = match first_line(release.notes.as_deref()) {
                    Some(notes) => site.language.say("news-version", &[version, ("notes", notes.into())]),
                    None => site.language.say("version-number", &[version]),
                };
                ("release", "news-release", Some(text))
            }
            NewsKind::Deprecated => ("deprecated", "deprecated", None),
            NewsKind::Suspended => ("removed", "suspended", None),
        };
        json!({"kind": kind, "label": site.language.text(label), "date": day(site, entry.date), "card": card(site, &entry.listing), "text": text})
    };
    // A month of a large catalogue has thousands of entries: the page shows the newest, the feeds and the listings have all.
    let shown = entries.iter().take(100).map(view);
    let months = site.shelf.months.iter().enumerate().map(|(other, (month, entries))| {
        json!({"label": month_label(*month), "url": site.address.url(&site.news(other)), "current": other == place, "n": entries.len()})
    });
    let news = json!({
        "month_label": month_label(*month),
        "entries": shown.collect::<Vec<_>>(),
        "months": months.take(36).collect::<Vec<_>>(),
        "older": (place + 1 < site.shelf.months.len()).then(|| site.address.url(&site.news(place + 1))),
        "newer": (place > 0).then(|| site.address.url(&site.news(place - 1))),
        "announced_url": (!site.catalogue.intents.is_empty()).then(|| site.address.url(&Site::announced())),
        "feed_url": site.address.url(&Site::feed(&FeedOf::Site)),
    });
    let mut frame = Frame::new(page, "new", site.language.text("new-and-updated")).nav("new");
    if place > 0 {
        let heading = site.language.say("new-in", &[("month", month_label(*month).into())]);
        frame = frame.title(title(site, &heading)).below(site.language.text("new"), site.news(0));
    }
    ("new.html", frame.values(site).with("news", &news))
}

/// The first line of some notes without Markdown's list and emphasis marks.
pub(super) fn first_line(notes: Option<&str>) -> Option<String> {
    let line = notes?.lines().map(|line| line.trim_start_matches(['*', '-', '#', ' '])).find(|line| !line.is_empty())?;
    Some(line.replace(['*', '`', '_'], ""))
}

pub(super) fn announced(site: &Site, page: &Page) -> (&'static str, Values) {
    let view = |intent: &crate::catalogue::Intent| {
        json!({
            "connector": intent.connector,
            "developer": intent.developer,
            "company_profile": intent.company_profile,
            "expected": intent.expected.map(|date| day(site, date)),
        })
    };
    let announced: Vec<Value> = site.catalogue.intents.iter().map(view).collect();
    let frame =
        Frame::new(page, "announced", site.language.text("announced-connectors")).nav("new").below(site.language.text("new"), site.news(0));
    ("announced.html", frame.values(site).with("announced", &announced))
}

//! What is new by month. Knows no markup.

use super::card::Card;
use super::day::Day;
use super::frame::Frame;
use super::page::PageType;
use crate::render::templates::Values;
use crate::render::title::title;
use crate::render::view::{view, words};
use crate::site::{self, FeedOf, NewsKind, Page, Site};

view! {
    /// A month of news.
    News<'site>("a month of news") {
        /// The month, in the language of the site.
        month_label: String,
        /// The events, newest first: at most a hundred.
        entries: Vec<NewsEntry<'site>>,
        /// The months to choose from, the newest first.
        months: Vec<MonthLink>,
        /// The URL of the month before this one.
        older: Option<String>,
        /// The URL of the month after this one.
        newer: Option<String>,
        /// The URL of the page of announced listings, if there are any.
        announced_url: Option<String>,
        /// The URL of the Atom feed of all changes.
        feed_url: String,
    }
}

view! {
    /// Something that happened to a listing.
    NewsEntry<'site>("a piece of news") {
        /// The event.
        kind: NewsWord,
        /// The same in the language of the site.
        label: String,
        /// The day.
        date: Day,
        /// The listing.
        card: Card<'site>,
        /// The number of a version and the first line of its notes.
        text: Option<String>,
    }
}

words! {
    /// The kind of an event.
    NewsWord {
        /// It is new.
        New = "new",
        /// It has a new version.
        Release = "release",
        /// It is no longer recommended.
        Deprecated = "deprecated",
        /// It must not be installed at present.
        Removed = "removed",
    }
}

view! {
    /// A month with news.
    MonthLink("a link to a month") {
        /// The month, in the language of the site.
        label: String,
        /// The URL of its page.
        url: String,
        /// Whether it is the month of this page.
        current: bool,
        /// How much news it has.
        n: usize,
    }
}

impl<'site> NewsEntry<'site> {
    fn new(site: &Site, entry: &'site site::News) -> Option<Self> {
        let (kind, label, text) = match entry.kind {
            NewsKind::New => (NewsWord::New, "new", None),
            // The rest is told in feeds only: a listing that is gone has no card.
            NewsKind::Withdrawn(_) | NewsKind::Unpublished | NewsKind::Removed => return None,
            NewsKind::Release(place) => {
                let release = &entry.listing.versions[place];
                let version = ("version", release.version.to_string().into());
                let text = match first_line(release.notes.as_deref()) {
                    Some(notes) => site.language.say("news-version", &[version, ("notes", notes.into())]),
                    None => site.language.say("version-number", &[version]),
                };
                (NewsWord::Release, "news-release", Some(text))
            }
            NewsKind::Deprecated => (NewsWord::Deprecated, "deprecated", None),
            NewsKind::Suspended => (NewsWord::Removed, "suspended", None),
        };
        Some(Self { kind, label: site.language.text(label), date: Day::new(site, entry.date), card: Card::new(site, &entry.listing), text })
    }
}

pub(super) fn news(site: &Site, page: &Page, place: usize) -> Values {
    let month_label = |(year, month): (i16, i8)| site.language.month(year, month);
    let index = &site.indexes.news;
    let (month, _) = &index.months[place];
    let months = index.months.iter().enumerate().map(|(other, (month, entries))| MonthLink {
        label: month_label(*month),
        url: site.address.url(&site.news(other)),
        current: other == place,
        n: entries.len(),
    });
    let news = News {
        month_label: month_label(*month),
        // A month of a large catalogue has thousands of entries: the page shows the newest, the feeds and the listings have all.
        entries: index.of_month(place).take(100).filter_map(|entry| NewsEntry::new(site, entry)).collect(),
        months: months.take(36).collect(),
        older: (place + 1 < index.months.len()).then(|| site.address.url(&site.news(place + 1))),
        newer: (place > 0).then(|| site.address.url(&site.news(place - 1))),
        announced_url: (!site.catalogue.intents.is_empty()).then(|| site.address.url(&Site::announced())),
        feed_url: site.address.url(&Site::feed(&FeedOf::Site)),
    };
    let mut frame = Frame::new(page, PageType::New, site.language.text("new-and-updated")).nav("new");
    if place > 0 {
        let heading = site.language.say("new-in", &[("month", month_label(*month).into())]);
        frame = frame.title(title(site, &heading)).below(site.language.text("new"), site.news(0));
    }
    frame.around(site, &news)
}

/// The first line of some notes without Markdown's list and emphasis marks.
fn first_line(notes: Option<&str>) -> Option<String> {
    let line = notes?.lines().map(|line| line.trim_start_matches(['*', '-', '#', ' '])).find(|line| !line.is_empty())?;
    Some(line.replace(['*', '`', '_'], ""))
}

//! Atom feeds ([RFC 4287](https://www.rfc-editor.org/rfc/rfc4287)) and the small XML writer that feeds, sitemap and OpenSearch share.

use std::sync::Arc;

use jiff::civil::Date;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::catalogue::{Listing, Release};
use crate::render::frame::title;
use crate::site::{FeedOf, NewsKind, Order, Site};

/// Entries of the site's feed, and of a tag's, an app's or a publisher's.
const N_ENTRIES: usize = 50;
/// Entries of a listing's feed.
const N_RELEASES: usize = 10;

/// The feed of `of`.
pub(in crate::render) fn feed(site: &Site, of: &FeedOf) -> Vec<u8> {
    let settings = &site.catalogue.settings;
    let say = |key, name, value: &str| title(site, &site.language.say(key, &[(name, value.into())]));
    let (title, page) = match of {
        FeedOf::Site => (settings.title.to_string(), crate::site::SitePath::file("")),
        FeedOf::Tag(tag) => (say("category-title", "category", &tag.label), Site::tag(&tag.id, Order::Updated, 1)),
        FeedOf::App(app) => (say("app-title", "app", &app.name), Site::app(&app.slug)),
        FeedOf::Publisher(publisher) => (say("publisher-title", "publisher", &publisher.name), Site::publisher(&publisher.slug)),
        FeedOf::Listing(listing) => (say("feed-of-releases-title", "name", &listing.name), Site::listing(&listing.slug)),
    };
    let entries = entries(site, of);
    let own = site.address.absolute(&Site::feed(of));
    let mut xml = Xml::new();
    xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", &settings.language)]);
    xml.text("title", &[], &title);
    xml.text("id", &[], &own);
    xml.empty("link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", &own)]);
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &site.address.absolute(&page))]);
    xml.text("updated", &[], &stamp(entries.first().map(|entry| entry.date)));
    for entry in entries {
        entry.write(site, &mut xml);
    }
    xml.close("feed");
    xml.finish()
}

/// Something to tell in a feed.
struct Entry<'site> {
    listing: &'site Listing,
    date: Date,
    title: String,
    text: Option<&'site str>,
    /// What makes its id unique among the entries of its listing.
    part: String,
}

fn release<'site>(listing: &'site Listing, release: &'site Release) -> Option<Entry<'site>> {
    let title = format!("{} {}", listing.name, release.version);
    let text = release.notes.as_deref();
    Some(Entry { listing, date: release.date?, title, text, part: format!("v{}", release.version).replace('+', "-") })
}

fn entries<'site>(site: &'site Site, of: &'site FeedOf) -> Vec<Entry<'site>> {
    let newest_of = |listings: Option<&'site Vec<Arc<Listing>>>| {
        let of_listing = |listing: &'site Arc<Listing>| listing.versions.iter().find_map(|version| release(listing, version));
        let mut entries: Vec<_> = listings.into_iter().flatten().filter_map(of_listing).collect();
        entries.sort_by(|a, b| (b.date, &a.listing.slug).cmp(&(a.date, &b.listing.slug)));
        entries.truncate(N_ENTRIES);
        entries
    };
    match of {
        FeedOf::Listing(listing) => listing.versions.iter().filter_map(|version| release(listing, version)).take(N_RELEASES).collect(),
        FeedOf::Tag(tag) => newest_of(site.shelf.by_tag.get(&tag.id)),
        FeedOf::App(app) => newest_of(site.shelf.by_app.get(&app.slug)),
        FeedOf::Publisher(publisher) => newest_of(site.shelf.by_publisher.get(&publisher.slug)),
        FeedOf::Site => site
            .shelf
            .months
            .iter()
            .flat_map(|(_, news)| news)
            .take(N_ENTRIES)
            .map(|news| {
                let listing = &*news.listing;
                let say = |key| site.language.say(key, &[("name", (&*listing.name).into())]);
                let lifecycle_note = listing.lifecycle.as_ref().and_then(|lifecycle| lifecycle.note.as_deref());
                let (title, text, part) = match news.kind {
                    NewsKind::New => (say("feed-new"), listing.file.summary.get().map(|text| &**text), "new".to_owned()),
                    NewsKind::Release(place) => {
                        let version = &listing.versions[place];
                        let part = format!("v{}", version.version).replace('+', "-");
                        (format!("{} {}", listing.name, version.version), version.notes.as_deref(), part)
                    }
                    NewsKind::Deprecated => (say("feed-deprecated"), lifecycle_note, "deprecated".to_owned()),
                    NewsKind::Suspended => (say("feed-suspended"), lifecycle_note, "suspended".to_owned()),
                };
                Entry { listing, date: news.date, title, text, part }
            })
            .collect(),
    }
}

impl Entry<'_> {
    fn write(&self, site: &Site, xml: &mut Xml) {
        let url = site.address.absolute(&Site::listing(&self.listing.slug));
        xml.open("entry", &[]);
        xml.text("title", &[], &self.title);
        xml.text("id", &[], &format!("{url}#{}", self.part));
        xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &url)]);
        xml.text("updated", &[], &stamp(Some(self.date)));
        xml.open("author", &[]);
        let author = self.listing.publisher.as_ref().map_or(&site.catalogue.settings.title, |publisher| &publisher.name);
        xml.text("name", &[], author);
        xml.close("author");
        if let Some(text) = self.text.filter(|text| !text.trim().is_empty()) {
            xml.text("summary", &[], text.trim());
        }
        xml.close("entry");
    }
}

/// A day as RFC 3339 wants it; feeds without a single entry carry the beginning of time.
fn stamp(date: Option<Date>) -> String {
    date.map_or_else(|| "1970-01-01T00:00:00Z".to_owned(), |date| format!("{date}T00:00:00Z"))
}

/// Writes XML in memory, which cannot fail.
pub(in crate::render) struct Xml(Writer<Vec<u8>>);

impl Xml {
    pub(in crate::render) fn new() -> Self {
        let mut xml = Self(Writer::new_with_indent(Vec::new(), b' ', 1));
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml
    }

    fn event(&mut self, event: Event<'_>) {
        if let Err(error) = self.0.write_event(event) {
            unreachable!("writing to memory failed: {error}");
        }
    }

    pub(in crate::render) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Start(BytesStart::new(name).with_attributes(attributes.iter().copied())));
    }

    pub(in crate::render) fn close(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    pub(in crate::render) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Empty(BytesStart::new(name).with_attributes(attributes.iter().copied())));
    }

    /// An element that holds `text`; characters that XML 1.0 does not know are left out.
    pub(in crate::render) fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        let legal: String =
            text.chars().filter(|&c| matches!(c, '\t' | '\n' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)).collect();
        self.open(name, attributes);
        self.event(Event::Text(BytesText::new(&legal)));
        self.close(name);
    }

    pub(in crate::render) fn finish(self) -> Vec<u8> {
        let mut bytes = self.0.into_inner();
        bytes.push(b'\n');
        bytes
    }
}

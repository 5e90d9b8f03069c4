//! Atom feeds ([RFC 4287](https://www.rfc-editor.org/rfc/rfc4287)).

use super::entries::{Entry, entries, stamp};
use super::xml::Xml;
use crate::render::title::title;
use crate::site::{FeedOf, Order, Site, SitePath};

/// The feed of `of`.
pub(in crate::render) fn feed(site: &Site, of: &FeedOf) -> Vec<u8> {
    let settings = &site.catalogue.settings;
    let say = |key, name, value: &str| title(site, &site.language.say(key, &[(name, value.into())]));
    let (title, page) = match of {
        FeedOf::Site => (settings.title.to_string(), SitePath::file("")),
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
    // An entry without an author has that of the feed; a feed without entries has to have one.
    author(&mut xml, &settings.title);
    for entry in entries {
        entry.write(site, &mut xml);
    }
    xml.close("feed");
    xml.finish()
}

impl Entry<'_> {
    fn write(&self, site: &Site, xml: &mut Xml) {
        xml.open("entry", &[]);
        xml.text("title", &[], &self.title);
        xml.text("id", &[], &self.id(site));
        xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &self.url(site))]);
        xml.text("updated", &[], &stamp(Some(self.date)));
        author(xml, self.author(site));
        if let Some(text) = self.text() {
            // Titles are sentences of the catalogue; these are the publisher's words.
            let own = site.language_of(self.listing).map(|lang| ("xml:lang", lang));
            xml.text("summary", own.as_slice(), text);
        }
        xml.close("entry");
    }
}

fn author(xml: &mut Xml, name: &str) {
    xml.open("author", &[]);
    xml.text("name", &[], name);
    xml.close("author");
}

//! Feeds of the catalogue: of everything, of a category, an app, a publisher or a listing. Knows no syntax.

use super::entries::{Entry, entries, stamp};
use crate::render::title::title;
use crate::site::{FeedOf, Order, Site, SitePath};
use crate::xml::atom;

/// The feed of `of`, as Atom.
pub(in crate::render) fn feed(site: &Site, of: &FeedOf) -> Vec<u8> {
    let settings = &site.catalogue.settings;
    let say = |key, name, value: &str| title(site, &site.language.say(key, &[(name, value.into())]));
    let (title, page) = match of {
        FeedOf::Site => (settings.title.to_string(), SitePath::file("")),
        FeedOf::Security => (say("feed-of-security-title", "site", &settings.title), SitePath::file("")),
        FeedOf::Tag(tag) => (say("category-title", "category", &tag.label), Site::tag(&tag.id, Order::Updated, 1)),
        FeedOf::App(app) => (say("app-title", "app", &app.name), Site::app(&app.slug)),
        FeedOf::Publisher(publisher) => (say("publisher-title", "publisher", &publisher.name), Site::publisher(&publisher.slug)),
        FeedOf::Listing(listing) => (say("feed-of-releases-title", "name", &listing.name), Site::listing(&listing.slug)),
    };
    let entries = entries(site, of);
    let feed = atom::Feed {
        language: &settings.language,
        title: &title,
        url: &site.address.absolute(&Site::feed(of)),
        page: &site.address.absolute(&page),
        updated: stamp(entries.first().map(|entry| entry.date)),
        author: &settings.title,
        entries: entries.iter().map(|entry| entry.atom(site)).collect(),
    };
    feed.xml().into_bytes()
}

impl<'site> Entry<'site> {
    fn atom<'entry>(&'entry self, site: &'site Site) -> atom::Entry<'entry> {
        atom::Entry {
            title: (&*self.title).into(),
            id: self.id(site),
            page: self.url(site),
            related: None,
            updated: stamp(Some(self.date)),
            author: Some(self.author(site)),
            summary: self.text().map(Into::into),
            // Titles are sentences of the catalogue; these are the publisher's words.
            language: site.language_of(self.listing),
        }
    }
}

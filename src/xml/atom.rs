//! Atom feeds ([RFC 4287](https://www.rfc-editor.org/rfc/rfc4287)). Knows what a feed has to have; what it tells of, its caller knows.

use std::borrow::Cow;

use super::Xml;

/// A feed.
#[derive(Debug)]
pub(crate) struct Feed<'a> {
    /// The language of its titles.
    pub(crate) language: &'a str,
    /// Its title.
    pub(crate) title: &'a str,
    /// Its own full URL, which is its id as well.
    pub(crate) url: &'a str,
    /// The full URL of the page that it belongs to.
    pub(crate) page: &'a str,
    /// The moment of its newest entry, as RFC 3339 writes it.
    pub(crate) updated: String,
    /// The author of entries without their own.
    pub(crate) author: &'a str,
    /// The entries, newest first.
    pub(crate) entries: Vec<Entry<'a>>,
}

/// An entry of a feed.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    /// Its title.
    pub(crate) title: Cow<'a, str>,
    /// Its id, which never changes.
    pub(crate) id: String,
    /// The full URL of the page that it is about.
    pub(crate) page: String,
    /// The URL of a page elsewhere about the same.
    pub(crate) related: Option<&'a str>,
    /// Its moment, as RFC 3339 writes it.
    pub(crate) updated: String,
    /// The author of the subject; `None` for the feed's author.
    pub(crate) author: Option<&'a str>,
    /// The text below the title.
    pub(crate) summary: Option<Cow<'a, str>>,
    /// The language of that, where it is not that of the feed.
    pub(crate) language: Option<&'a str>,
}

impl Feed<'_> {
    /// The feed as XML.
    pub(crate) fn xml(&self) -> String {
        let mut xml = Xml::document(1);
        xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", self.language)]);
        xml.text("title", &[], self.title);
        xml.text("id", &[], self.url);
        xml.empty("link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", self.url)]);
        page(&mut xml, self.page);
        xml.text("updated", &[], &self.updated);
        // An entry without an author has that of the feed; a feed without entries has to have one.
        author(&mut xml, self.author);
        self.entries.iter().for_each(|entry| entry.write(&mut xml));
        xml.close("feed");
        xml.finish()
    }
}

impl Entry<'_> {
    fn write(&self, xml: &mut Xml) {
        xml.open("entry", &[]);
        xml.text("title", &[], &self.title);
        xml.text("id", &[], &self.id);
        page(xml, &self.page);
        if let Some(related) = self.related {
            xml.empty("link", &[("rel", "related"), ("href", related)]);
        }
        xml.text("updated", &[], &self.updated);
        if let Some(name) = self.author {
            author(xml, name);
        }
        if let Some(summary) = &self.summary {
            let language = self.language.map(|language| ("xml:lang", language));
            xml.text("summary", language.as_slice(), summary);
        }
        xml.close("entry");
    }
}

fn page(xml: &mut Xml, url: &str) {
    xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", url)]);
}

fn author(xml: &mut Xml, name: &str) {
    xml.open("author", &[]);
    xml.text("name", &[], name);
    xml.close("author");
}

//! Writes XML: feeds, sitemaps, reports, OpenSearch and badges are made with it. Knows no element.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// Writes XML in memory, which cannot fail. Characters that XML 1.0 does not know are left out.
pub(crate) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// A document whose elements are indented by `n_spaces` each.
    pub(crate) fn document(n_spaces: usize) -> Self {
        let mut xml = Self(Writer::new_with_indent(Vec::new(), b' ', n_spaces));
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml
    }

    /// A part of a document in HTML: no declaration, no indentation.
    pub(crate) fn fragment() -> Self {
        Self(Writer::new(Vec::new()))
    }

    fn event(&mut self, event: Event<'_>) {
        if let Err(error) = self.0.write_event(event) {
            unreachable!("writing to memory failed: {error}");
        }
    }

    fn tag<'name>(name: &'name str, attributes: &[(&str, &str)]) -> BytesStart<'name> {
        let attributes: Vec<(&str, String)> = attributes.iter().map(|&(name, value)| (name, legal(value))).collect();
        BytesStart::new(name).with_attributes(attributes.iter().map(|(name, value)| (*name, value.as_str())))
    }

    pub(crate) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Start(Self::tag(name, attributes)));
    }

    pub(crate) fn close(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    pub(crate) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Empty(Self::tag(name, attributes)));
    }

    /// An element that contains `text`.
    pub(crate) fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        self.event(Event::Text(BytesText::new(&legal(text))));
        self.close(name);
    }

    /// Returns the document, with a final line end.
    pub(crate) fn finish(self) -> String {
        match String::from_utf8(self.0.into_inner()) {
            Ok(text) => text + "\n",
            Err(error) => unreachable!("texts are UTF-8: {error}"),
        }
    }
}

/// `text` without the characters that XML 1.0 does not know.
fn legal(text: &str) -> String {
    text.chars().filter(|&c| matches!(c, '\t' | '\n' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)).collect()
}

#[cfg(test)]
mod tests {
    use super::Xml;

    #[test]
    fn no_character_breaks_a_document() {
        let hostile = "a\u{0}\u{8}\u{fffe}<b>&\"']]>\u{1f600}";
        let mut xml = Xml::document(1);
        xml.open("all", &[("name", hostile)]);
        xml.text("one", &[], hostile);
        xml.close("all");
        let text = xml.finish();
        assert_eq!(
            text,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<all name=\"a&lt;b&gt;&amp;&quot;&apos;]]&gt;\u{1f600}\">\n <one>a&lt;b&gt;&amp;&quot;&apos;]]&gt;\u{1f600}</one>\n</all>\n"
        );
    }
}

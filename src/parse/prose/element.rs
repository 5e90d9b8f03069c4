//! The elements of HTML: what becomes of each. Knows names; knows no Markdown and prints nothing.

/// The treatment of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Element {
    /// `<br>`
    Break,
    /// `<hr>`
    Rule,
    /// `<img>`
    Image,
    /// `<a>`
    Link,
    /// Marks words in a line.
    Inline(Inline),
    /// Puts together what may be aligned.
    Division,
    /// A part that readers open.
    Details,
    /// The noun for such a part.
    Summary,
    /// A quotation.
    Quote,
    /// A list; whether it is numbered.
    List(bool),
    /// An item of a list.
    Item,
    /// A table.
    Table,
    /// A row.
    Row,
    /// A cell; whether it heads others.
    Cell(bool),
    /// Text whose blanks count.
    Preformatted,
    /// `<h1>` … `<h6>`
    Heading(u8),
    /// Begins a line and shows nothing more.
    Block,
    /// Shows nothing that would be missed.
    Plain,
    /// Does something that a page of text has no use for; its text stays.
    Dropped,
}

/// How words in a line are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Inline {
    /// Bold type.
    Strong,
    /// Italics.
    Emphasis,
    /// Crossed out.
    Strikethrough,
    /// By an element that Markdown has no sign for, see `MARKUP` of the printer.
    Marked(&'static str),
}

/// Every element that is known, by name.
#[rustfmt::skip]
const ELEMENTS: &[(&str, Element)] = &[
    ("a", Element::Link), ("abbr", Element::Plain), ("acronym", Element::Plain), ("address", Element::Block), ("area", Element::Dropped),
    ("article", Element::Block), ("aside", Element::Block), ("audio", Element::Dropped), ("b", Element::Inline(Inline::Strong)),
    ("base", Element::Dropped), ("bdi", Element::Plain), ("bdo", Element::Plain), ("big", Element::Plain), ("blink", Element::Plain),
    ("blockquote", Element::Quote), ("body", Element::Block), ("br", Element::Break), ("button", Element::Dropped),
    ("canvas", Element::Dropped), ("caption", Element::Plain), ("center", Element::Division), ("cite", Element::Inline(Inline::Emphasis)),
    ("code", Element::Inline(Inline::Marked("code"))), ("col", Element::Plain), ("colgroup", Element::Plain), ("data", Element::Plain),
    ("datalist", Element::Dropped), ("dd", Element::Block), ("del", Element::Inline(Inline::Strikethrough)), ("details", Element::Details),
    ("dfn", Element::Inline(Inline::Emphasis)), ("dialog", Element::Dropped), ("div", Element::Division), ("dl", Element::Block),
    ("dt", Element::Block), ("em", Element::Inline(Inline::Emphasis)), ("embed", Element::Dropped), ("fieldset", Element::Dropped),
    ("figcaption", Element::Block), ("figure", Element::Block), ("font", Element::Plain), ("footer", Element::Block),
    ("form", Element::Dropped), ("g-emoji", Element::Plain), ("h1", Element::Heading(1)), ("h2", Element::Heading(2)),
    ("h3", Element::Heading(3)), ("h4", Element::Heading(4)), ("h5", Element::Heading(5)), ("h6", Element::Heading(6)),
    ("head", Element::Dropped), ("header", Element::Block), ("hgroup", Element::Block), ("hr", Element::Rule), ("html", Element::Block),
    ("i", Element::Inline(Inline::Emphasis)), ("img", Element::Image), ("input", Element::Dropped),
    ("ins", Element::Inline(Inline::Marked("u"))), ("kbd", Element::Inline(Inline::Marked("kbd"))), ("label", Element::Plain),
    ("legend", Element::Block), ("li", Element::Item), ("link", Element::Dropped), ("main", Element::Block), ("map", Element::Dropped),
    ("mark", Element::Inline(Inline::Marked("mark"))), ("marquee", Element::Dropped), ("menu", Element::List(false)),
    ("meta", Element::Dropped), ("meter", Element::Dropped), ("nav", Element::Block), ("nobr", Element::Plain),
    ("noembed", Element::Dropped), ("noframes", Element::Dropped), ("noscript", Element::Dropped), ("ol", Element::List(true)),
    ("optgroup", Element::Dropped), ("option", Element::Dropped), ("output", Element::Dropped), ("p", Element::Division),
    ("param", Element::Dropped), ("picture", Element::Plain), ("pre", Element::Preformatted), ("progress", Element::Dropped),
    ("q", Element::Inline(Inline::Marked("q"))), ("rp", Element::Plain), ("rt", Element::Plain), ("ruby", Element::Plain),
    ("s", Element::Inline(Inline::Strikethrough)), ("samp", Element::Inline(Inline::Marked("code"))), ("search", Element::Block),
    ("section", Element::Block), ("select", Element::Dropped), ("small", Element::Inline(Inline::Marked("small"))),
    ("source", Element::Plain), ("span", Element::Plain), ("strike", Element::Inline(Inline::Strikethrough)),
    ("strong", Element::Inline(Inline::Strong)), ("sub", Element::Inline(Inline::Marked("sub"))), ("summary", Element::Summary),
    ("sup", Element::Inline(Inline::Marked("sup"))), ("table", Element::Table), ("tbody", Element::Plain), ("td", Element::Cell(false)),
    ("template", Element::Dropped), ("textarea", Element::Dropped), ("tfoot", Element::Plain), ("th", Element::Cell(true)),
    ("thead", Element::Plain), ("time", Element::Plain), ("title", Element::Dropped), ("tr", Element::Row), ("track", Element::Dropped),
    ("tt", Element::Inline(Inline::Marked("code"))), ("u", Element::Inline(Inline::Marked("u"))), ("ul", Element::List(false)),
    ("var", Element::Inline(Inline::Emphasis)), ("video", Element::Dropped), ("wbr", Element::Plain), ("xml", Element::Dropped),
];

/// Longer than any name that is known.
const MAX_BYTES: usize = 16;

/// Returns the treatment of the element `name`, in any case, and its name in lower case; `None` for one that HTML does not have.
pub(super) fn element(name: &str) -> Option<(&'static str, Element)> {
    let name = Some(name).filter(|name| name.len() <= MAX_BYTES)?.to_ascii_lowercase();
    let at = ELEMENTS.binary_search_by(|(known, _)| (*known).cmp(name.as_str())).ok()?;
    ELEMENTS.get(at).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_can_be_searched() {
        assert!(ELEMENTS.is_sorted_by(|a, b| a.0 < b.0));
        assert!(ELEMENTS.iter().all(|(name, _)| name.len() <= MAX_BYTES));
        assert_eq!(element("KBD"), Some(("kbd", Element::Inline(Inline::Marked("kbd")))));
        assert_eq!(element("your-name"), None);
    }
}

//! What a text contains, without its markup: headings, links, length. Knows where each is; knows no file and no URL.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use super::ID_PREFIX;
use super::emoji::with_emoji;
use super::events::{Event, Events, Tag, TagEnd, events};
use super::loss::{Loss, LossKind};
use super::slug::{Ids, loose, slug};
use super::url::decode;
use crate::source::Span;

/// The parts of a text that rules and pages need.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    /// The headings in order. One without any text is none.
    pub headings: Vec<Heading>,
    /// The links and images in order.
    pub links: Vec<Reference>,
    /// The first tag of raw HTML, if there is one. It is never printed as it is written.
    pub has_raw_html: Option<Span>,
    /// Text that is not shown to readers, in order.
    pub losses: Vec<Loss>,
    /// Other names of places, and the headings by their place in the list that are there.
    pub anchors: Vec<(String, usize)>,
    /// Spans of code, in blocks and within lines, in order.
    pub code: Vec<Span>,
    /// How many words the prose has, without blocks of code.
    pub n_words: usize,
    /// The first paragraph as plain text.
    pub lead: Option<String>,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Its level as written, 1 to 6.
    pub level: u8,
    /// Its plain text.
    pub text: String,
    /// Its id without the prefix that the page puts in front, see [`Heading::anchor`].
    pub id: String,
    /// Its place.
    pub span: Span,
    /// Whether nothing is between it and the next heading, or the end.
    pub is_bare: bool,
}

impl Heading {
    /// The id that the heading has on a page.
    #[must_use]
    pub fn anchor(&self) -> String {
        format!("{ID_PREFIX}{}", self.id)
    }
}

/// A link or an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The target, as written.
    pub target: String,
    /// Link or image.
    pub kind: ReferenceKind,
    /// The text of the link, or the alternative text of the image.
    pub text: String,
    /// Whether an image is in it.
    pub has_image: bool,
    /// Its place. Of a link in HTML, that of its first tag.
    pub span: Span,
}

/// The two ways to refer to something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReferenceKind {
    /// `[text](target)`
    Link,
    /// `![text](target)`
    Image,
}

impl Outline {
    /// The headings of the parts that a text falls into: those of the highest level, or below a heading that is over everything, its title.
    pub fn sections(&self) -> impl Iterator<Item = &Heading> {
        let below = |least: u8| self.headings.iter().map(|heading| heading.level).filter(|level| *level > least).min();
        let top = below(0);
        let is_title = self.headings.iter().filter(|heading| Some(heading.level) == top).count() == 1
            && self.headings.first().is_some_and(|heading| Some(heading.level) == top);
        let level = if is_title { top.and_then(below).or(top) } else { top };
        self.headings.iter().filter(move |heading| Some(heading.level) == level)
    }

    /// The same outline of a text that begins `by` bytes into a file.
    #[must_use]
    pub fn shifted(mut self, by: usize) -> Self {
        for heading in &mut self.headings {
            heading.span = heading.span.shifted(by);
        }
        for link in &mut self.links {
            link.span = link.span.shifted(by);
        }
        for code in &mut self.code {
            *code = code.shifted(by);
        }
        for loss in &mut self.losses {
            loss.span = loss.span.shifted(by);
        }
        self.has_raw_html = self.has_raw_html.map(|span| span.shifted(by));
        self
    }
}

/// The places of a text that a link can lead to, to look them up.
#[derive(Debug)]
pub struct Anchors<'outline> {
    by_id: HashMap<&'outline str, &'outline Heading>,
    loosely: HashMap<String, &'outline Heading>,
}

impl<'outline> Anchors<'outline> {
    /// Those of a text.
    #[must_use]
    pub fn new(outline: &'outline Outline) -> Self {
        let (mut by_id, mut loosely) = (HashMap::new(), HashMap::new());
        for heading in &outline.headings {
            by_id.insert(heading.id.as_str(), heading);
            loosely.entry(loose(&heading.id)).or_insert(heading);
        }
        for (name, at) in &outline.anchors {
            if let Some(heading) = outline.headings.get(*at) {
                by_id.entry(name).or_insert(heading);
            }
        }
        Self { by_id, loosely }
    }

    /// The heading that `#fragment` means, as the author wrote it for a forge or nearly so.
    #[must_use]
    pub fn find(&self, fragment: &str) -> Option<&'outline Heading> {
        let fragment = decode(fragment);
        let known = |id: &str| self.by_id.get(id).copied();
        known(&fragment).or_else(|| known(&slug(&fragment))).or_else(|| self.loosely.get(&loose(&fragment)).copied())
    }

    /// The ids, in no order.
    pub fn ids(&self) -> impl Iterator<Item = &'outline str> {
        self.by_id.keys().copied()
    }
}

/// Reads what `text` contains.
#[must_use]
pub fn outline(text: &str) -> Outline {
    of_events(&events(text)).outline
}

/// An outline, and which event starts which heading.
#[derive(Debug, Default)]
pub(super) struct Mapped {
    pub(super) outline: Outline,
    pub(super) heading_at: BTreeMap<usize, usize>,
}

/// The outline of the events.
pub(super) fn of_events(events: &Events<'_>) -> Mapped {
    let mut reader = Reader { mapped: Mapped::default(), ids: Ids::default(), open_links: Vec::new(), ..Reader::default() };
    for (at, (event, span)) in events.list.iter().enumerate() {
        reader.take(at, event, span);
    }
    reader.mapped.outline.has_raw_html = events.raw_html.clone().map(Span::new);
    for link in &mut reader.mapped.outline.links {
        link.text = squeeze(&link.text);
    }
    let outline = &mut reader.mapped.outline;
    outline.losses.clone_from(&events.losses);
    outline.losses.extend(unused_footnotes(events));
    outline.losses.sort_by_key(|loss| loss.span);
    // A name stands for the heading that it is in, or that comes next.
    let ends = &reader.heading_ends;
    outline.anchors = events.anchors.iter().map(|(name, at)| (name.clone(), ends.partition_point(|end| end < at))).collect();
    reader.mapped
}

/// The footnotes that nothing refers to, which are shown nowhere. Of two with one label the second is never shown.
fn unused_footnotes(events: &Events<'_>) -> Vec<Loss> {
    let label_of = |label: &str| label.to_lowercase();
    let used: HashSet<String> = events
        .list
        .iter()
        .filter_map(|(event, _)| match event {
            Event::FootnoteReference(label) => Some(label_of(label)),
            _ => None,
        })
        .collect();
    let mut defined = HashSet::new();
    let unused = events.list.iter().filter_map(|(event, span)| match event {
        Event::Start(Tag::FootnoteDefinition(label)) => {
            let is_shown = used.contains(&label_of(label)) && defined.insert(label_of(label));
            (!is_shown).then(|| Loss { kind: LossKind::UnusedFootnote(squeeze(label).into()), span: Span::new(span.clone()) })
        }
        _ => None,
    });
    unused.collect()
}

#[derive(Default)]
struct Reader {
    mapped: Mapped,
    ids: Ids,
    open_links: Vec<usize>,
    /// The heading that is being read.
    heading: Option<OpenHeading>,
    /// The end of each heading, as a number of events.
    heading_ends: Vec<usize>,
    /// The paragraph that is being read, until one was found.
    paragraph: Option<String>,
    n_images: usize,
    n_footnotes: usize,
    n_code_blocks: usize,
    depth: usize,
}

/// A heading that is being read.
struct OpenHeading {
    /// Its first event.
    at: usize,
    span: Span,
    level: u8,
    text: String,
    /// The id that its author chose.
    id: Option<String>,
}

impl Reader {
    fn take(&mut self, at: usize, event: &Event<'_>, span: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(at, tag, span),
            Event::End(end) => self.end(at, *end, span),
            Event::Text(text) => self.text(text),
            Event::Code(text) => {
                self.mapped.outline.code.push(Span::new(span.clone()));
                self.text(text);
            }
            Event::SoftBreak | Event::HardBreak => self.text(" "),
            _ => {}
        }
    }

    fn start(&mut self, at: usize, tag: &Tag<'_>, span: &Range<usize>) {
        match tag {
            // A footnote that nothing refers to is not shown, so its headings are none.
            Tag::Heading { level, id, .. } if self.n_footnotes == 0 => {
                let id = id.as_ref().map(ToString::to_string);
                self.heading = Some(OpenHeading { at, span: Span::new(span.clone()), level: *level as u8, text: String::new(), id });
            }
            Tag::Paragraph if self.depth == 0 && self.mapped.outline.lead.is_none() => self.paragraph = Some(String::new()),
            Tag::Link { dest_url, .. } => self.reference(ReferenceKind::Link, dest_url, span),
            Tag::Image { dest_url, .. } => {
                self.n_images += 1;
                for &open in &self.open_links {
                    if let Some(link) = self.mapped.outline.links.get_mut(open) {
                        link.has_image = true;
                    }
                }
                self.reference(ReferenceKind::Image, dest_url, span);
            }
            Tag::FootnoteDefinition(_) => self.n_footnotes += 1,
            Tag::CodeBlock(_) => {
                self.n_code_blocks += 1;
                self.mapped.outline.code.push(Span::new(span.clone()));
            }
            _ => {}
        }
        // Any element that stands outside of a heading is content of the heading above it.
        if let (None, Some(above)) = (&self.heading, self.mapped.outline.headings.last_mut()) {
            above.is_bare = false;
        }
        self.depth += 1;
    }

    fn reference(&mut self, kind: ReferenceKind, target: &str, span: &Range<usize>) {
        let links = &mut self.mapped.outline.links;
        self.open_links.push(links.len());
        links.push(Reference { target: target.to_owned(), kind, text: String::new(), has_image: false, span: Span::new(span.clone()) });
    }

    fn end(&mut self, at_end: usize, end: TagEnd, place: &Range<usize>) {
        self.depth = self.depth.saturating_sub(1);
        match end {
            TagEnd::Heading(_) => {
                let Some(OpenHeading { at, span, level, text, id }) = self.heading.take() else { return };
                // In HTML, the events of its beginning and its end are those of two tags.
                let span = Span::new(span.start as usize..place.end.max(span.end as usize));
                let text = squeeze(&text);
                if !text.is_empty() {
                    // GitHub takes a short code by its name for the id, and shows the sign.
                    let id = self.ids.next(id.as_deref().unwrap_or(&text));
                    let text = with_emoji(&text).into_owned();
                    self.heading_ends.push(at_end);
                    self.mapped.heading_at.insert(at, self.mapped.outline.headings.len());
                    self.mapped.outline.headings.push(Heading { level, text, id, span, is_bare: true });
                }
            }
            TagEnd::Paragraph => {
                let text = self.paragraph.take().map(|text| squeeze(&text));
                if let Some(text) = text.filter(|text| !text.is_empty()) {
                    self.mapped.outline.lead = Some(text);
                }
            }
            TagEnd::Link => {
                self.open_links.pop();
            }
            TagEnd::Image => {
                self.open_links.pop();
                self.n_images = self.n_images.saturating_sub(1);
            }
            TagEnd::FootnoteDefinition => self.n_footnotes = self.n_footnotes.saturating_sub(1),
            TagEnd::CodeBlock => self.n_code_blocks = self.n_code_blocks.saturating_sub(1),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        for &open in &self.open_links {
            if let Some(link) = self.mapped.outline.links.get_mut(open) {
                link.text.push_str(text);
            }
        }
        if let Some(heading) = &mut self.heading {
            heading.text.push_str(text);
        }
        // A row of badges is no lead.
        if self.n_images > 0 {
            return;
        }
        if let Some(paragraph) = &mut self.paragraph {
            paragraph.push_str(text);
        }
        if self.n_code_blocks == 0 {
            self.mapped.outline.n_words += n_words(text);
        }
    }
}

/// Trims, and makes every run of white space one space.
pub(super) fn squeeze(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().filter(|char| !char.is_control()));
    }
    out
}

/// Words are what is between spaces and contains a letter or digit; where a script writes no spaces, each character counts.
fn n_words(text: &str) -> usize {
    let of_word = |word: &str| {
        let n_wide =
            word.chars().filter(|char| matches!(char, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')).count();
        if n_wide > 0 { n_wide } else { usize::from(word.chars().any(char::is_alphanumeric)) }
    };
    text.split_whitespace().map(of_word).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headings(text: &str) -> Vec<(u8, String, String)> {
        outline(text).headings.into_iter().map(|heading| (heading.level, heading.text, heading.id)).collect()
    }

    #[test]
    fn a_text_falls_into_the_parts_of_its_highest_level_below_its_title() {
        let sections = |text: &str| outline(text).sections().map(|heading| heading.text.clone()).collect::<Vec<_>>();
        assert_eq!(sections("# Title\n\n## A\n\n### a\n\n## B\n"), ["A", "B"]);
        assert_eq!(sections("## A\n\n### a\n\n## B\n"), ["A", "B"]);
        assert_eq!(sections("## Before\n\n# Part\n\n## C\n"), ["Part"]);
        assert_eq!(sections("# Only\n"), ["Only"]);
        assert!(sections("none").is_empty());
    }

    #[test]
    fn headings_have_levels_texts_and_ids() {
        let found = headings("# A `b` *c*\n\nSet up\n---\n\n### Set up\n\n#\n\n# ![](x.png)\n\n<h2 align=center>D &amp; e</h2>\n");
        let expected = [(1, "A b c", "a-b-c"), (2, "Set up", "set-up"), (3, "Set up", "set-up-1"), (2, "D & e", "d--e")];
        assert_eq!(found, expected.map(|(level, text, id)| (level, text.to_owned(), id.to_owned())));
    }

    #[test]
    fn a_heading_in_html_reaches_to_its_end() {
        let places = |text: &str| outline(text).headings.iter().map(|heading| text[heading.span.range()].to_owned()).collect::<Vec<_>>();
        assert_eq!(places("<h1 align=center>\n  <b>A</b> b\n</h1>\n\nText.\n"), ["<h1 align=center>\n  <b>A</b> b\n</h1>"]);
        assert_eq!(places("<div><h1>A</h1><p>b</p><h2>C<h2>D</h2></div>\n"), ["<h1>A</h1>", "<h2>C", "<h2>D</h2>"]);
        assert_eq!(places("<h2>A\n\nText.\n"), ["<h2>A"]);
        assert_eq!(places("# A <img src=a.png>\n\nB\n---\n"), ["# A <img src=a.png>\n", "B\n---\n"]);
    }

    #[test]
    fn a_link_is_quoted_from_the_source() {
        let text = "\u{feff}See [the\r\ndocs](docs/a.md) and\r\n[![Build](b.svg)](ci).\r\n\r\n[x]: y\r\n\r\n[x]\r\n\r\n<div>\r\n<img src=\"c.png\" alt=C>\r\n</div>\r\n";
        let outline = outline(text);
        let found: Vec<_> = outline.links.iter().map(|link| (link.target.as_str(), link.text.as_str(), &text[link.span.range()])).collect();
        let expected = [
            ("docs/a.md", "the docs", "[the\r\ndocs](docs/a.md)"),
            ("ci", "Build", "[![Build](b.svg)](ci)"),
            ("b.svg", "Build", "![Build](b.svg)"),
            ("y", "x", "[x]"),
            ("c.png", "C", "<img src=\"c.png\" alt=C>"),
        ];
        assert_eq!(found, expected);
        assert_eq!(outline.has_raw_html.map(|span| &text[span.range()]), Some("<div>"));
    }

    #[test]
    fn code_spans_are_recorded() {
        let text = "A `b` c.\n\n```sh\nd\n```\n\n- e\n\n      f\n";
        let found: Vec<_> = outline(text).code.into_iter().map(|span| &text[span.range()]).collect();
        assert_eq!(found, ["`b`", "```sh\nd\n```", "f\n"]);
    }

    #[test]
    fn a_heading_is_bare_when_the_next_one_follows_at_once() {
        let bare = |text: &str| outline(text).headings.into_iter().map(|heading| heading.is_bare).collect::<Vec<_>>();
        assert_eq!(bare("# A\n\n## B *b*\n\nText.\n\n## C\n\n- item\n\n## D\n"), [true, false, false, true]);
    }

    #[test]
    fn a_comment_is_no_raw_html() {
        assert_eq!(outline("<!-- toc -->\n\na <!-- b --> c\n").has_raw_html, None);
    }

    #[test]
    fn the_lead_is_the_first_paragraph_with_text() {
        let found = outline("# Title\n\n[![Build](b.svg)](ci)\n\n> quote\n\nSyncs *every*\ninvoice.\n\nMore.\n");
        assert_eq!(found.lead.as_deref(), Some("Syncs every invoice."));
        assert_eq!(found.n_words, 1 + 1 + 3 + 1);
        assert_eq!(outline("日本語。").n_words, 3);
    }

    #[test]
    fn hostile_text_takes_no_time() {
        for unit in [">", "- ", "*", "[", "![", "`", "<", "[a](", "# a\n", "|", "\n\t", "[^a]: ", "~", "&", "<a ", "* a\n ", "_a*", "a\n: "]
        {
            let _ = outline(&unit.repeat(50_000));
        }
    }
}

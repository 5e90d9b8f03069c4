//! Markdown → HTML that can be put into a page as it is. Knows markup; knows no file: where links lead, it asks.
//!
//! Every tag and attribute is written here and every text is escaped here, so nothing that a contributor wrote can become markup.
//! URLs come from the resolver alone, and are looked at once more before they are printed.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

use super::ID_PREFIX;
use super::emoji::with_emoji;
use super::events::{Alignment, BlockQuoteKind, CodeBlockKind, Event, Events, Tag, TagEnd, events};
use super::footnotes::Footnotes;
use super::outline::{Anchors, Mapped, Outline, of_events, squeeze};
use super::text::{language, push_text};
use super::url::{is_allowed, push_url};
use crate::language::{Arg, Language, english};

/// Resolves the links and images of a text.
pub trait Resolve {
    /// Resolves a link. Links to a heading of the same text (`#…`) are never asked for.
    fn link(&self, target: &str) -> Resolved;

    /// The rendering of an image.
    fn image(&self, target: &str) -> ResolvedImage;
}

/// The target of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Resolved {
    /// To a URL.
    To {
        /// The URL.
        url: String,
        /// The value of `rel`, such as `nofollow`.
        rel: Option<&'static str>,
    },
    /// Nowhere that a page should send its reader to: the text is printed without a link.
    Nowhere,
}

/// The rendering of an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ResolvedImage {
    /// The image.
    Show {
        /// Its URL.
        url: String,
        /// The URL of a WebP with fewer bytes.
        webp: Option<String>,
        /// The URL of what moves, when this is its first frame.
        animation: Option<String>,
        /// Its width in pixels, if known.
        width: Option<u32>,
        /// Its height in pixels, if known.
        height: Option<u32>,
    },
    /// A link to the image with its alternative text: a page loads nothing from others.
    LinkTo {
        /// The URL of the image.
        url: String,
    },
    /// Its alternative text.
    Nowhere,
}

/// How a text is printed.
#[derive(Debug, Clone, Copy)]
pub struct HtmlOptions<'run> {
    /// How far the highest heading is below `<h1>`.
    pub heading_shift: u8,
    /// The prefix of every id.
    pub id_prefix: &'run str,
    /// The language of what is not the author's: titles of alerts, names of tables, ways back from footnotes.
    pub language: &'run Language,
}

impl<'run> HtmlOptions<'run> {
    /// The usual options, with the program's own words in `language`.
    #[must_use]
    pub fn new(language: &'run Language) -> Self {
        Self { heading_shift: 1, id_prefix: ID_PREFIX, language }
    }
}

impl Default for HtmlOptions<'_> {
    fn default() -> Self {
        Self::new(english())
    }
}

/// Prints Markdown as HTML.
#[must_use]
pub fn html(text: &str, options: &HtmlOptions<'_>, links: &dyn Resolve) -> String {
    html_and_outline(text, options, links).0
}

/// Prints Markdown as HTML, and tells what it contains, in one reading.
#[must_use]
pub fn html_and_outline(text: &str, options: &HtmlOptions<'_>, links: &dyn Resolve) -> (String, Outline) {
    let events = events(text);
    let mapped = of_events(&events);
    let mut printer = Printer {
        levels: levels(&mapped, options),
        anchors: Anchors::new(&mapped.outline),
        footnotes: Footnotes::new(&events),
        out: String::with_capacity(text.len() + text.len() / 2),
        mapped: &mapped,
        events: &events,
        options,
        links,
        open: Vec::new(),
        n_shown: 0,
        n_named: 0,
        n_links: 0,
        n_tables: 0,
        n_code: 0,
        tables: Vec::new(),
    };
    printer.print(0..events.list.len());
    printer.print_footnotes();
    let out = printer.out;
    (out, mapped.outline)
}

/// The printed level of each heading: the highest comes first below the page's own, and none is skipped on the way down.
fn levels(mapped: &Mapped, options: &HtmlOptions<'_>) -> Vec<u8> {
    let mut above: Vec<u8> = Vec::new();
    let level = |heading: &super::Heading| {
        while above.last().is_some_and(|level| *level >= heading.level) {
            above.pop();
        }
        above.push(heading.level);
        u8::try_from(above.len()).unwrap_or(6).saturating_add(options.heading_shift).clamp(1, 6)
    };
    mapped.outline.headings.iter().map(level).collect()
}

/// The table that is being printed.
#[derive(Default)]
struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    has_body: bool,
}

/// An element whose end has not come yet.
struct Open {
    /// The start and end of its start tag, in bytes.
    start: Range<usize>,
    end_tag: &'static str,
    n_shown: usize,
    n_named: usize,
}

struct Printer<'run> {
    out: String,
    events: &'run Events<'run>,
    mapped: &'run Mapped,
    options: &'run HtmlOptions<'run>,
    links: &'run dyn Resolve,
    levels: Vec<u8>,
    anchors: Anchors<'run>,
    footnotes: Footnotes,
    open: Vec<Open>,
    /// How many things to see were printed, to know whether an element turned out empty.
    n_shown: usize,
    /// How many things with words were printed, to know whether a link can be named.
    n_named: usize,
    n_links: usize,
    n_tables: usize,
    /// How many elements are open whose text is for copying.
    n_code: usize,
    /// The tables that are open: HTML puts one into another.
    tables: Vec<Table>,
}

impl<'run> Printer<'run> {
    fn print(&mut self, range: Range<usize>) {
        let events = self.events;
        let mut at = range.start;
        while at < range.end {
            let Some((event, _)) = events.list.get(at) else { return };
            at = match event {
                Event::Start(Tag::FootnoteDefinition(_)) => self.skip(at + 1, |end| end == TagEnd::FootnoteDefinition),
                Event::Start(Tag::Image { dest_url, id, .. }) => {
                    let end = self.skip(at + 1, |end| end == TagEnd::Image);
                    let alt = self.plain(at + 1..end);
                    self.image(dest_url, &alt, id.parse().ok());
                    end
                }
                Event::Start(tag) => {
                    self.start(at, tag);
                    at + 1
                }
                event => {
                    self.take(event);
                    at + 1
                }
            };
        }
    }

    /// The event after the end of an element that began before `at`.
    fn skip(&self, at: usize, ends: impl Fn(TagEnd) -> bool) -> usize {
        let mut depth = 1_usize;
        for (offset, (event, _)) in self.events.list.iter().skip(at).enumerate() {
            match event {
                Event::Start(tag) if ends(tag.to_end()) => depth += 1,
                Event::End(end) if ends(*end) => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return at + offset + 1;
            }
        }
        self.events.list.len()
    }

    /// The words of a stretch of events.
    fn plain(&self, range: Range<usize>) -> String {
        let mut text = String::new();
        for (event, _) in self.events.list.get(range).unwrap_or_default() {
            match event {
                Event::Text(part) | Event::Code(part) => text.push_str(part),
                Event::SoftBreak | Event::HardBreak => text.push(' '),
                _ => {}
            }
        }
        squeeze(&text)
    }

    fn open(&mut self, start_tag: &str, end_tag: &'static str) {
        let at = self.out.len();
        self.out.push_str(start_tag);
        self.open_from(at, end_tag);
    }

    /// Opens an element whose start tag was written from `at` on.
    fn open_from(&mut self, at: usize, end_tag: &'static str) {
        self.open.push(Open { start: at..self.out.len(), end_tag, n_shown: self.n_shown, n_named: self.n_named });
    }

    /// Closes the innermost element. One that may not be empty and is disappears.
    fn close(&mut self, empty: Empty) {
        let Some(open) = self.open.pop() else { return };
        if empty == Empty::Dropped && open.n_shown == self.n_shown {
            self.out.truncate(open.start.start);
        } else if empty == Empty::Unnamed && open.n_named == self.n_named {
            self.out.replace_range(open.start, "");
        } else {
            self.out.push_str(open.end_tag);
        }
    }

    fn start(&mut self, at: usize, tag: &'run Tag<'run>) {
        match tag {
            Tag::Paragraph => self.open("<p>", "</p>\n"),
            Tag::Heading { .. } => self.heading(at),
            Tag::BlockQuote(None) => self.open("<blockquote>\n", "</blockquote>\n"),
            Tag::BlockQuote(Some(kind)) => {
                let (class, title) = alert(*kind);
                let title = self.said(title, &[]);
                let start = format!("<div class=\"alert alert-{class}\"><p class=\"alert-title\">{title}</p>\n");
                self.open(&start, "</div>\n");
            }
            Tag::CodeBlock(kind) => self.code_block(kind),
            Tag::List(None) => self.open("<ul>\n", "</ul>\n"),
            Tag::List(Some(1)) => self.open("<ol>\n", "</ol>\n"),
            Tag::List(Some(first)) => self.open(&format!("<ol start=\"{first}\">\n"), "</ol>\n"),
            Tag::Item => {
                let ahead = |by: usize| self.events.list.get(at + by).map(|(event, _)| event);
                let task = match ahead(1) {
                    Some(Event::TaskListMarker(_)) => true,
                    Some(Event::Start(Tag::Paragraph)) => matches!(ahead(2), Some(Event::TaskListMarker(_))),
                    _ => false,
                };
                self.open(if task { "<li class=\"task\">" } else { "<li>" }, "</li>\n");
            }
            Tag::DefinitionList => self.open("<dl>\n", "</dl>\n"),
            Tag::DefinitionListTitle => self.open("<dt>", "</dt>\n"),
            Tag::DefinitionListDefinition => self.open("<dd>", "</dd>\n"),
            Tag::Table(alignments) => self.table(alignments),
            Tag::TableHead => {
                if let Some(table) = self.tables.last_mut() {
                    table.in_head = true;
                    table.column = 0;
                }
                self.open("<thead><tr>", "</tr></thead>\n");
            }
            Tag::TableRow => {
                if let Some(table) = self.tables.last_mut() {
                    table.column = 0;
                    if !table.has_body {
                        table.has_body = true;
                        self.out.push_str("<tbody>\n");
                    }
                }
                self.open("<tr>", "</tr>\n");
            }
            Tag::TableCell => self.cell(),
            Tag::Emphasis => self.open("<em>", "</em>"),
            Tag::Strong => self.open("<strong>", "</strong>"),
            Tag::Strikethrough => self.open("<del>", "</del>"),
            Tag::Superscript => self.open("<sup>", "</sup>"),
            Tag::Subscript => self.open("<sub>", "</sub>"),
            Tag::Link { dest_url, .. } => self.link(dest_url),
            // The reader of events has left none of these over.
            Tag::Image { .. } | Tag::HtmlBlock | Tag::FootnoteDefinition(_) | Tag::MetadataBlock(_) => self.open("", ""),
        }
    }

    fn take(&mut self, event: &Event<'_>) {
        match event {
            Event::End(end) => self.end(*end),
            Event::Text(text) if self.n_code > 0 => self.text(text),
            Event::Text(text) => self.text(&with_emoji(text)),
            Event::Html(name) => self.markup(name),
            Event::Code(code) => {
                self.out.push_str("<code>");
                self.text(code);
                self.out.push_str("</code>");
            }
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => {
                self.n_shown += 1;
                self.out.push_str("<hr>\n");
            }
            Event::TaskListMarker(done) => {
                self.n_shown += 1;
                let (checked, key) = if *done { (" checked", "task-done") } else { ("", "task-open") };
                let label = self.said(key, &[]);
                let _ = write!(self.out, "<input type=\"checkbox\" disabled{checked} aria-label=\"{label}\"> ");
            }
            Event::FootnoteReference(label) => self.footnote_reference(label),
            // Nothing of these ever gets here.
            Event::Start(_) | Event::InlineHtml(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    /// The beginning or the end of an element that Markdown has no sign for. What is not in the table is not printed.
    fn markup(&mut self, name: &str) {
        if let Some(name) = name.strip_prefix('/') {
            self.n_code = self.n_code.saturating_sub(usize::from(name == "code"));
            return self.close(Empty::Dropped);
        }
        let found = MARKUP.iter().find(|(known, ..)| *known == name);
        let (start, end) = found.map_or(("", ""), |(_, start, end)| (*start, *end));
        self.n_code += usize::from(name == "code");
        self.open(start, end);
    }

    fn end(&mut self, end: TagEnd) {
        self.n_code = self.n_code.saturating_sub(usize::from(end == TagEnd::CodeBlock));
        match end {
            TagEnd::Item
            | TagEnd::List(_)
            | TagEnd::DefinitionListDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::TableRow => self.close(Empty::Kept),
            TagEnd::TableHead => {
                if let Some(table) = self.tables.last_mut() {
                    table.in_head = false;
                }
                self.close(Empty::Kept);
            }
            TagEnd::TableCell => self.end_of_cell(),
            TagEnd::Table => {
                if self.tables.pop().is_some_and(|table| table.has_body) {
                    self.out.push_str("</tbody>");
                }
                self.close(Empty::Kept);
            }
            TagEnd::Link => {
                self.n_links = self.n_links.saturating_sub(1);
                self.close(Empty::Unnamed);
            }
            _ => self.close(Empty::Dropped),
        }
    }

    fn text(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.n_shown += 1;
            self.n_named += 1;
        }
        push_text(text, &mut self.out);
    }

    fn heading(&mut self, at: usize) {
        let Some(index) = self.mapped.heading_at.get(&at) else {
            // A heading without words would be announced as nothing.
            return self.open("<p>", "</p>\n");
        };
        let id = self.mapped.outline.headings.get(*index).map_or("", |heading| heading.id.as_str());
        let level = self.levels.get(*index).copied().unwrap_or(6);
        let mut start = format!("<h{level} id=\"{}", self.options.id_prefix);
        push_text(id, &mut start);
        start.push_str("\">");
        let end = match level {
            1 => "</h1>\n",
            2 => "</h2>\n",
            3 => "</h3>\n",
            4 => "</h4>\n",
            5 => "</h5>\n",
            _ => "</h6>\n",
        };
        self.open(&start, end);
    }

    fn code_block(&mut self, kind: &CodeBlockKind<'_>) {
        self.n_code += 1;
        let language = match kind {
            CodeBlockKind::Fenced(info) => language(info),
            CodeBlockKind::Indented => String::new(),
        };
        if language.is_empty() {
            self.open("<pre tabindex=\"0\"><code>", "</code></pre>\n");
        } else {
            self.open(&format!("<pre tabindex=\"0\"><code class=\"language-{language}\">"), "</code></pre>\n");
        }
    }

    /// A wide table scrolls on its own, so it can be reached with the keyboard and has a name.
    fn table(&mut self, alignments: &[Alignment]) {
        self.n_tables += 1;
        self.n_shown += 1;
        self.tables.push(Table { alignments: alignments.to_vec(), ..Table::default() });
        let name = if self.n_tables > 1 { self.said("table-n", &[("n", self.n_tables)]) } else { self.said("table", &[]) };
        let start = format!("<section class=\"table\" tabindex=\"0\" aria-label=\"{name}\"><table>\n");
        self.open(&start, "</table></section>\n");
    }

    fn cell(&mut self) {
        let Some(table) = self.tables.last_mut() else { return self.open("", "") };
        let alignment = table.alignments.get(table.column).copied().unwrap_or(Alignment::None);
        table.column += 1;
        let in_head = table.in_head;
        let class = match alignment {
            Alignment::None => "",
            Alignment::Left => " class=\"left\"",
            Alignment::Center => " class=\"center\"",
            Alignment::Right => " class=\"right\"",
        };
        if in_head {
            self.open(&format!("<th scope=\"col\"{class}>"), "</th>");
        } else {
            self.open(&format!("<td{class}>"), "</td>");
        }
    }

    fn end_of_cell(&mut self) {
        let in_head = self.tables.last().is_some_and(|table| table.in_head);
        let empty_head = in_head && self.open.last().is_some_and(|open| open.n_named == self.n_named);
        match self.open.last() {
            // A header without words heads nothing.
            Some(open) if empty_head => {
                let start = open.start.clone();
                self.out.replace_range(start, "<td>");
                self.open.pop();
                self.out.push_str("</td>");
            }
            _ => self.close(Empty::Kept),
        }
    }

    fn link(&mut self, target: &str) {
        self.n_links += 1;
        let at = self.out.len();
        let resolved = match target.strip_prefix('#') {
            Some(fragment) => self.anchor(fragment).map(|url| (url, None)),
            None if !is_plausible(target) => None,
            None => match self.links.link(target) {
                Resolved::To { url, rel } if is_allowed(&url) => Some((url, rel)),
                _ => None,
            },
        };
        // A link inside a link cannot be, whatever the parser makes of it.
        let Some((url, rel)) = resolved.filter(|_| self.n_links == 1) else { return self.open("", "") };
        self.push_link(&url, rel);
        self.open_from(at, "</a>");
    }

    fn push_link(&mut self, url: &str, rel: Option<&str>) {
        self.out.push_str("<a href=\"");
        push_url(url, &mut self.out);
        if let Some(rel) = rel {
            self.out.push_str("\" rel=\"");
            push_text(rel, &mut self.out);
        }
        self.out.push_str("\">");
    }

    /// The address of the heading that `#fragment` means.
    fn anchor(&self, fragment: &str) -> Option<String> {
        self.anchors.find(fragment).map(|heading| format!("#{}{}", self.options.id_prefix, heading.id))
    }

    fn image(&mut self, target: &str, alt: &str, wanted: Option<u32>) {
        let resolved = if is_plausible(target) { self.links.image(target) } else { ResolvedImage::Nowhere };
        match resolved {
            ResolvedImage::Show { url, webp, animation, width, height } if is_allowed(&url) && !url.starts_with('#') => {
                self.n_shown += 1;
                self.n_named += usize::from(!alt.is_empty());
                let animation = animation.filter(|animation| is_allowed(animation) && self.n_links == 0);
                let webp = webp.filter(|webp| is_allowed(webp));
                if let Some(animation) = &animation {
                    self.push_link(animation, None);
                }
                if let Some(webp) = &webp {
                    self.out.push_str("<picture><source type=\"image/webp\" srcset=\"");
                    push_url(webp, &mut self.out);
                    self.out.push_str("\">");
                }
                self.out.push_str("<img src=\"");
                push_url(&url, &mut self.out);
                self.out.push('"');
                let (width, height) = narrowed(width, height, wanted);
                for (name, value) in [("width", width), ("height", height)] {
                    if let Some(value) = value {
                        let _ = write!(self.out, " {name}=\"{value}\"");
                    }
                }
                self.out.push_str(" alt=\"");
                push_text(alt, &mut self.out);
                self.out.push_str("\" loading=\"lazy\" decoding=\"async\">");
                self.out.push_str(if webp.is_some() { "</picture>" } else { "" });
                self.out.push_str(if animation.is_some() { "</a>" } else { "" });
            }
            ResolvedImage::LinkTo { url } if is_allowed(&url) && self.n_links == 0 => {
                self.push_link(&url, Some("nofollow"));
                self.text(if alt.is_empty() { "image" } else { alt });
                self.out.push_str("</a>");
            }
            _ => self.text(alt),
        }
    }

    fn footnote_reference(&mut self, label: &str) {
        let prefix = self.options.id_prefix;
        // Ids of headings are in lower case, those of footnotes in upper case: they can never clash.
        match self.footnotes.refer(label) {
            None => self.text(&format!("[^{label}]")),
            Some((number, which)) => {
                self.n_shown += 1;
                self.n_named += 1;
                let id = reference_id(prefix, number, which);
                let _ = match self.n_links {
                    0 => write!(self.out, "<sup class=\"footnote\" id=\"{id}\"><a href=\"#{prefix}FN-{number}\">{number}</a></sup>"),
                    _ => write!(self.out, "<sup class=\"footnote\" id=\"{id}\">{number}</sup>"),
                };
            }
        }
    }

    /// The message `key`, as the value of an attribute or as text.
    fn said(&self, key: &str, args: &[(&str, usize)]) -> String {
        let args: Vec<_> = args.iter().map(|(name, n)| (*name, Arg::from(*n))).collect();
        let mut said = String::new();
        push_text(&self.options.language.say(key, &args), &mut said);
        said
    }

    fn print_footnotes(&mut self) {
        let prefix = self.options.id_prefix;
        let mut bodies: BTreeMap<usize, String> = BTreeMap::new();
        let text = std::mem::take(&mut self.out);
        // Footnotes can refer to footnotes, so there may be more of them after each.
        let mut number = 1;
        while let Some(range) = self.footnotes.order.get(number - 1).and_then(|label| self.footnotes.definitions.get(label)).cloned() {
            self.print(range);
            bodies.insert(number, std::mem::take(&mut self.out));
            number += 1;
        }
        self.out = text;
        if bodies.is_empty() {
            return;
        }
        let name = self.said("footnotes", &[]);
        let _ = write!(self.out, "<section class=\"footnotes\" aria-label=\"{name}\">\n<ol>\n");
        for (number, body) in bodies {
            let n_references = self.footnotes.n_references.get(number - 1).copied().unwrap_or_default();
            let mut back = String::new();
            for which in 1..=n_references {
                let key = if which > 1 { "footnote-back-nth" } else { "footnote-back" };
                let label = self.said(key, &[("number", number), ("nth", which)]);
                let id = reference_id(prefix, number, which);
                let _ = write!(back, " <a href=\"#{id}\" aria-label=\"{label}\">↩</a>");
            }
            let _ = write!(self.out, "<li id=\"{prefix}FN-{number}\">");
            match body.strip_suffix("</p>\n") {
                Some(body) => {
                    let _ = writeln!(self.out, "{body}{back}</p></li>");
                }
                None => {
                    let _ = writeln!(self.out, "{body}<p>{}</p></li>", back.trim_start());
                }
            }
        }
        self.out.push_str("</ol>\n</section>\n");
    }
}

/// The tags that are printed for elements without Markdown syntax, by name.
const MARKUP: &[(&str, &str, &str)] = &[
    ("center", "<div class=\"center\">\n", "</div>\n"),
    ("code", "<code>", "</code>"),
    ("details", "<details>\n", "</details>\n"),
    ("details open", "<details open>\n", "</details>\n"),
    ("kbd", "<kbd>", "</kbd>"),
    ("mark", "<mark>", "</mark>"),
    ("q", "<q>", "</q>"),
    ("right", "<div class=\"right\">\n", "</div>\n"),
    ("small", "<small>", "</small>"),
    ("sub", "<sub>", "</sub>"),
    ("summary", "<summary>", "</summary>\n"),
    ("sup", "<sup>", "</sup>"),
    ("u", "<u>", "</u>"),
];

/// The size of an image that is to be no wider than `wanted`; it never grows.
fn narrowed(width: Option<u32>, height: Option<u32>, wanted: Option<u32>) -> (Option<u32>, Option<u32>) {
    let scaled = || {
        let (width, height, wanted) = (width?, height?, wanted.filter(|wanted| *wanted > 0)?);
        let scaled = u64::from(height) * u64::from(wanted) / u64::from(width).max(1);
        (wanted < width).then_some((Some(wanted), u32::try_from(scaled.max(1)).ok()))
    };
    scaled().unwrap_or((width, height))
}

/// The treatment of an element that turns out to show nothing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Empty {
    Kept,
    /// The element disappears.
    Dropped,
    /// The element's tags disappear when it has no words, what it shows stays.
    Unnamed,
}

fn reference_id(prefix: &str, number: usize, which: usize) -> String {
    if which == 1 { format!("{prefix}FNREF-{number}") } else { format!("{prefix}FNREF-{number}-{which}") }
}

fn alert(kind: BlockQuoteKind) -> (&'static str, &'static str) {
    match kind {
        BlockQuoteKind::Note => ("note", "alert-note"),
        BlockQuoteKind::Tip => ("tip", "alert-tip"),
        BlockQuoteKind::Important => ("important", "alert-important"),
        BlockQuoteKind::Warning => ("warning", "alert-warning"),
        BlockQuoteKind::Caution => ("caution", "alert-caution"),
    }
}

/// Whether a resolver is asked about a target at all: spaces are fine in the name of a file, hidden schemes are not.
fn is_plausible(target: &str) -> bool {
    is_allowed(&target.trim().replace(' ', "%20"))
}

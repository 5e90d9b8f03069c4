//! Markdown → events without anything raw in them. The only file that names the Markdown crate; knows no URL and prints nothing.
//!
//! What comes out is balanced and nests no deeper than [`MAX_DEPTH`] blocks. Raw HTML becomes the events of what it would have shown. For an element that
//! Markdown has no sign for, [`Event::Html`] contains a name that the printer knows, `kbd` at its beginning and `/kbd` at its end: never what someone wrote.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

pub(super) use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, Event, Tag, TagEnd};
use pulldown_cmark::{HeadingLevel, LinkType, OffsetIter, Options, Parser, TextMergeWithOffset};

use super::element::{Element, Inline, element};
use super::emoji;
use super::loss::{Loss, LossKind};
use super::raw::{self, Piece, decode, fold_space};
use super::slug::slug;
use super::table;
use crate::source::{Span, slice};

/// Deeper nesting of lists and quotes is left out: no reader follows it, and browsers choke on it.
const MAX_DEPTH: usize = 32;
/// Deeper nesting of emphasis and links loses its markup and keeps its text.
const MAX_INLINE_DEPTH: usize = 16;
/// More elements of HTML than this are not opened within each other.
const MAX_ELEMENTS: usize = 64;
/// No one reads about more of what gets lost in a text.
const MAX_LOSSES: usize = 500;
/// How far the end of an address is looked for, in bytes.
const MAX_TARGET: usize = 400;
/// The widest image that HTML can ask for, in pixels.
const MAX_WIDTH: u32 = 4096;

/// An event and the source it stands for.
pub(super) type Spanned<'text> = (Event<'text>, Range<usize>);

/// A text as events.
#[derive(Debug, Default)]
pub(super) struct Events<'text> {
    pub(super) list: Vec<Spanned<'text>>,
    /// The first tag of raw HTML; a comment is none.
    pub(super) raw_html: Option<Range<usize>>,
    /// Names that HTML gives to a place, and which event comes next there.
    pub(super) anchors: Vec<(String, usize)>,
    pub(super) losses: Vec<Loss>,
}

/// Reads Markdown.
pub(super) fn events(text: &str) -> Events<'_> {
    let bom = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let parser = TextMergeWithOffset::new(Parser::new_ext(slice(text, bom..), options()).into_offset_iter());
    let mut reader = Reader {
        text,
        source: parser,
        shift: bom,
        events: Events::default(),
        open: Vec::new(),
        n_blocks: 0,
        n_inlines: 0,
        n_elements: 0,
        n_code: 0,
        table: Table::default(),
        last_ends: HashMap::new(),
        words_in_brackets: HashSet::new(),
    };
    reader.run();
    reader.events
}

/// Heading attributes stay off: they would let a text set any attribute of a heading, `onclick` among them.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

/// An open element and its behaviour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// An element of Markdown that is kept, or one of which the content alone is.
    Markdown { is_kept: bool, is_inline: bool },
    /// An element of HTML that contains words.
    Leaf,
    /// One that marks words.
    Inline,
    /// One that contains blocks.
    Container,
    /// An item or a cell, which contains words or blocks.
    Cell,
    /// A list, a table or a row, which contains items or cells alone.
    Frame,
    /// Text whose blanks count.
    Preformatted,
}

/// An element whose end has not come yet.
#[derive(Debug)]
struct Open {
    kind: Kind,
    /// The name of an element of HTML.
    name: &'static str,
    end: Option<Event<'static>>,
    /// How many events there were when it had begun.
    n_events: usize,
}

/// The Markdown table that is being read.
#[derive(Debug, Default)]
struct Table {
    n_columns: usize,
    /// Whether a row with too many cells was told already.
    is_reported: bool,
}

struct Reader<'text> {
    text: &'text str,
    source: TextMergeWithOffset<'text, OffsetIter<'text>>,
    shift: usize,
    events: Events<'text>,
    open: Vec<Open>,
    /// How many blocks that can contain blocks are open.
    n_blocks: usize,
    /// How many elements that mark words are open.
    n_inlines: usize,
    /// How many elements of HTML are open.
    n_elements: usize,
    /// How many blocks of code are open.
    n_code: usize,
    table: Table,
    /// The position of the last end tag of each element that was looked up.
    last_ends: HashMap<String, Option<usize>>,
    /// The tags that HTML does not have and that are shown as they are.
    words_in_brackets: HashSet<String>,
}

impl<'text> Reader<'text> {
    fn run(&mut self) {
        while let Some((event, span)) = self.next() {
            self.take(event, span);
        }
        let end = self.text.len();
        self.close_to(0, &(end..end));
    }

    fn next(&mut self) -> Option<Spanned<'text>> {
        let (event, span) = self.source.next()?;
        Some((event, span.start + self.shift..span.end + self.shift))
    }

    fn push(&mut self, event: Event<'text>, span: Range<usize>) {
        self.events.list.push((event, span));
    }

    fn lose(&mut self, kind: LossKind, span: &Range<usize>) {
        if self.events.losses.len() < MAX_LOSSES {
            self.events.losses.push(Loss { kind, span: Span::new(span.clone()) });
        }
    }

    fn source_of(&self, span: &Range<usize>) -> &'text str {
        self.text.get(span.clone()).unwrap_or_default()
    }

    fn take(&mut self, event: Event<'text>, span: Range<usize>) {
        match event {
            Event::Start(Tag::HtmlBlock) => self.html_block(),
            Event::InlineHtml(html) | Event::Html(html) => self.inline_html(&html, &span),
            Event::Start(tag) => self.start(tag, span),
            Event::End(end) => self.end(end, span),
            // Switched off, and still text if they came.
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.settle(&span);
                self.look_at(&text, &span);
                self.push(Event::Text(text), span);
            }
            event => {
                self.settle(&span);
                self.push(event, span);
            }
        }
    }

    /// Text that is not read as its author meant it.
    fn look_at(&mut self, text: &str, span: &Range<usize>) {
        if self.n_code > 0 {
            return;
        }
        for code in emoji::unknown(text) {
            self.lose(LossKind::UnknownEmoji(code.into()), span);
        }
        let source = self.source_of(span);
        let (mut looked_at, mut bracket) = (0, None);
        for (at, _) in source.match_indices("](") {
            let before = source.get(looked_at..at).unwrap_or_default();
            bracket = before.rfind('[').map(|found| looked_at + found).or(bracket);
            looked_at = at;
            let is_escaped = before.bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1;
            if let Some(start) = bracket.filter(|_| !is_escaped) {
                let behind = crate::source::floor_char_boundary(source, at + MAX_TARGET);
                let end = source.get(at..behind).and_then(|rest| rest.find(')')).map_or(at + 2, |len| at + len + 1);
                self.lose(LossKind::BrokenLink, &(span.start + start..span.start + end));
                bracket = None;
            }
        }
    }

    fn start(&mut self, tag: Tag<'text>, span: Range<usize>) {
        if is_inline(&tag) {
            let is_kept = self.n_inlines < MAX_INLINE_DEPTH;
            self.n_inlines += 1;
            self.open_markdown(is_kept, true);
            if is_kept {
                self.push(Event::Start(with_scheme(tag)), span);
            }
            return;
        }
        self.settle(&span);
        let is_container = is_container(&tag);
        if is_container && self.n_blocks >= MAX_DEPTH && !matches!(tag, Tag::Item | Tag::DefinitionListDefinition) {
            self.lose(LossKind::TooDeep, &span);
            return self.skip();
        }
        self.n_blocks += usize::from(is_container);
        match &tag {
            Tag::CodeBlock(kind) => {
                self.n_code += 1;
                if matches!(kind, CodeBlockKind::Fenced(_)) && !is_closed(self.source_of(&span)) {
                    let first = self.source_of(&span).lines().next().unwrap_or_default().len();
                    self.lose(LossKind::UnclosedFence, &(span.start..span.start + first));
                }
            }
            Tag::Table(columns) => self.table = Table { n_columns: columns.len(), is_reported: false },
            Tag::TableRow => self.look_at_row(&span),
            _ => {}
        }
        self.open_markdown(true, false);
        self.push(Event::Start(tag), span);
    }

    fn open_markdown(&mut self, is_kept: bool, is_inline: bool) {
        let kind = Kind::Markdown { is_kept, is_inline };
        self.open.push(Open { kind, name: "", end: None, n_events: self.events.list.len() });
    }

    fn end(&mut self, end: TagEnd, span: Range<usize>) {
        let at = self.open.iter().rposition(|open| matches!(open.kind, Kind::Markdown { .. })).unwrap_or(0);
        // What HTML has opened within it, and not closed, ends here.
        let edge = span.end..span.end;
        self.close_to(at + 1, &edge);
        let Some(Open { kind: Kind::Markdown { is_kept, is_inline }, .. }) = self.open.pop() else { return };
        self.n_inlines -= usize::from(is_inline);
        self.n_blocks = self.n_blocks.saturating_sub(usize::from(is_container_end(end)));
        match end {
            TagEnd::CodeBlock => self.n_code = self.n_code.saturating_sub(1),
            TagEnd::Heading(_) => self.name_heading(),
            _ => {}
        }
        if is_kept {
            self.push(Event::End(end), span);
        }
    }

    /// `{#name}` at the end of a heading is its id and not part of its words.
    fn name_heading(&mut self) {
        let is_alone = matches!(self.events.list.iter().nth_back(1), Some((Event::Start(Tag::Heading { .. }), _)));
        let Some((Event::Text(text), _)) = self.events.list.last_mut() else { return };
        let Some((words, name)) = text.trim_end().strip_suffix('}').and_then(|text| text.rsplit_once("{#")) else { return };
        let is_name = !name.is_empty() && name.chars().all(|char| char.is_alphanumeric() || matches!(char, '-' | '_' | '.' | ':'));
        let id = slug(name);
        let words = words.trim_end().to_owned();
        if !is_name || id.is_empty() || (is_alone && words.is_empty()) {
            return;
        }
        *text = words.into();
        let heading = self.events.list.iter_mut().rev().find_map(|(event, _)| match event {
            Event::Start(Tag::Heading { id, .. }) => Some(id),
            _ => None,
        });
        if let Some(heading) = heading {
            *heading = Some(id.into());
        }
    }

    /// Cells that a row has and the table has no column for, and code that a cell ends in.
    fn look_at_row(&mut self, span: &Range<usize>) {
        let row = table::row(self.source_of(span));
        let n_columns = self.table.n_columns;
        let n_surplus = row.cells.len().saturating_sub(n_columns);
        let place = |part: &Range<usize>| span.start + part.start..span.start + part.end;
        match (&row.cut_code, row.cells.get(n_columns)) {
            (Some(code), _) => self.lose(LossKind::CutCode { n_surplus }, &place(code)),
            (None, Some(first)) if !self.table.is_reported => {
                self.table.is_reported = true;
                let last = row.cells.last().unwrap_or(first);
                let kind = LossKind::SurplusCells { n_cells: row.cells.len(), n_columns };
                self.lose(kind, &place(&(first.start..last.end)));
            }
            _ => {}
        }
    }

    /// Passes over the rest of an element whose start was just read.
    fn skip(&mut self) {
        let mut depth = 1_usize;
        while depth > 0 {
            match self.source.next() {
                Some((Event::Start(_), _)) => depth += 1,
                Some((Event::End(_), _)) => depth -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }
}

/// The open HTML elements.
impl<'text> Reader<'text> {
    /// The innermost element, if it is one of HTML.
    fn top(&self) -> Option<&Open> {
        self.open.last().filter(|open| !matches!(open.kind, Kind::Markdown { .. }))
    }

    fn top_is(&self, kind: Kind) -> bool {
        self.top().is_some_and(|open| open.kind == kind)
    }

    /// Whether nothing has come yet in the innermost element.
    fn is_fresh(&self) -> bool {
        self.top().is_some_and(|open| open.n_events == self.events.list.len())
    }

    /// The innermost of the elements that `is_meant`, as far as those reach that HTML has opened since Markdown opened something.
    fn find(&self, is_meant: impl Fn(&Open) -> bool, stops: impl Fn(&Open) -> bool) -> Option<usize> {
        for (at, open) in self.open.iter().enumerate().rev() {
            if matches!(open.kind, Kind::Markdown { .. }) {
                return None;
            }
            if is_meant(open) {
                return Some(at);
            }
            if stops(open) {
                return None;
            }
        }
        None
    }

    /// Whether the beginning of a block is only a blank here: within a link, or in what a part is called.
    fn is_in_line(&self) -> bool {
        self.find(|open| matches!(open.name, "a" | "summary"), |_| false).is_some()
    }

    fn open(&mut self, kind: Kind, name: &'static str, start: Option<Event<'text>>, end: Option<Event<'static>>, span: &Range<usize>) {
        if let Some(start) = start {
            self.push(start, span.clone());
        }
        self.n_elements += 1;
        self.n_blocks += usize::from(matches!(kind, Kind::Container | Kind::Frame) && end.is_some());
        self.n_inlines += usize::from(kind == Kind::Inline);
        self.n_code += usize::from(kind == Kind::Preformatted || name == "code");
        self.open.push(Open { kind, name, end, n_events: self.events.list.len() });
    }

    /// Closes elements of HTML until `len` elements are open.
    fn close_to(&mut self, len: usize, span: &Range<usize>) {
        while self.open.len() > len {
            let is_nameless = self.is_fresh() && self.top().is_some_and(|open| open.name == "summary");
            if is_nameless {
                self.push(Event::Text(DETAILS.into()), span.clone());
            }
            let Some(open) = self.open.pop() else { return };
            if matches!(open.kind, Kind::Markdown { .. }) {
                continue;
            }
            if matches!(open.kind, Kind::Leaf | Kind::Cell) {
                self.trim_end(open.n_events);
            }
            self.n_elements = self.n_elements.saturating_sub(1);
            self.n_blocks =
                self.n_blocks.saturating_sub(usize::from(matches!(open.kind, Kind::Container | Kind::Frame) && open.end.is_some()));
            self.n_inlines = self.n_inlines.saturating_sub(usize::from(open.kind == Kind::Inline));
            self.n_code = self.n_code.saturating_sub(usize::from(open.kind == Kind::Preformatted || open.name == "code"));
            if let Some(end) = open.end {
                self.push(end, span.clone());
            }
        }
    }

    /// Takes the blank away that ends the words since there were `n_events` events.
    fn trim_end(&mut self, n_events: usize) {
        let is_within = self.events.list.len() > n_events;
        let Some((Event::Text(text), _)) = self.events.list.last_mut().filter(|_| is_within) else { return };
        match text.trim_end_matches(' ') {
            "" => drop(self.events.list.pop()),
            trimmed if trimmed.len() < text.len() => *text = trimmed.to_owned().into(),
            _ => {}
        }
    }

    /// Closes what contains words alone.
    fn close_words(&mut self, span: &Range<usize>) {
        while self.top().is_some_and(|open| matches!(open.kind, Kind::Leaf | Kind::Inline | Kind::Preformatted)) {
            self.close_to(self.open.len() - 1, span);
        }
    }

    /// Closes what contains items or cells alone, because something else comes, also below elements that print nothing; gives a part that readers open its
    /// name if it has none.
    fn settle(&mut self, span: &Range<usize>) {
        let prints = |open: &Open| open.kind != Kind::Container || open.end.is_some();
        while let Some(at) = self.open.iter().rposition(prints).filter(|at| self.open.get(*at).is_some_and(|open| open.kind == Kind::Frame))
        {
            self.close_to(at, span);
        }
        if self.is_fresh() && self.top().is_some_and(|open| open.name == "details") {
            for event in [Event::Html("summary".into()), Event::Text(DETAILS.into()), Event::Html("/summary".into())] {
                self.push(event, span.clone());
            }
        }
    }

    /// Makes sure that words can be here.
    fn want_words(&mut self, span: &Range<usize>) {
        self.settle(span);
        if self.top().is_none_or(|open| open.kind == Kind::Container) {
            self.open(Kind::Leaf, "", Some(Event::Start(Tag::Paragraph)), Some(Event::End(TagEnd::Paragraph)), span);
        }
    }

    fn words(&mut self, text: &str, span: &Range<usize>) {
        if self.top_is(Kind::Preformatted) {
            return self.push(Event::Text(decode(text).into_owned().into()), span.clone());
        }
        let text = fold_space(&decode(text)).into_owned();
        let holds_words = self.top().is_some_and(|open| !matches!(open.kind, Kind::Container | Kind::Frame));
        if text.trim().is_empty() && (!holds_words || self.is_fresh()) {
            return;
        }
        self.want_words(span);
        let text = if self.is_fresh() { text.trim_start_matches(' ').to_owned() } else { text };
        self.push(Event::Text(text.into()), span.clone());
    }

    fn image(&mut self, src: String, alt: String, width: Option<u32>, span: &Range<usize>) {
        if src.is_empty() {
            return self.push(Event::Text(alt.into()), span.clone());
        }
        // The id is that of a reference, which this is not: it carries the width.
        let id = width.map(|width| width.to_string()).unwrap_or_default();
        let tag = Tag::Image { link_type: LinkType::Inline, dest_url: src.into(), title: "".into(), id: id.into() };
        self.push(Event::Start(tag), span.clone());
        self.push(Event::Text(alt.into()), span.clone());
        self.push(Event::End(TagEnd::Image), span.clone());
    }

    fn image_of(&mut self, tag: &raw::Tag<'_>, span: &Range<usize>) {
        let width = tag.value("width").and_then(|width| width.trim_end_matches("px").parse().ok());
        let width = width.filter(|width| (1..=MAX_WIDTH).contains(width));
        self.image(tag.value("src").unwrap_or_default(), tag.value("alt").unwrap_or_default(), width, span);
    }

    fn mark(&mut self, name: &'static str, inline: Inline, span: &Range<usize>) {
        let (start, end) = match inline {
            Inline::Strong => (Event::Start(Tag::Strong), Event::End(TagEnd::Strong)),
            Inline::Emphasis => (Event::Start(Tag::Emphasis), Event::End(TagEnd::Emphasis)),
            Inline::Strikethrough => (Event::Start(Tag::Strikethrough), Event::End(TagEnd::Strikethrough)),
            Inline::Marked(name) => (Event::Html(name.into()), Event::Html(format!("/{name}").into())),
        };
        self.open(Kind::Inline, name, Some(start), Some(end), span);
    }

    fn link(&mut self, name: &'static str, href: String, span: &Range<usize>) {
        let tag = Tag::Link { link_type: LinkType::Inline, dest_url: href.into(), title: "".into(), id: "".into() };
        self.open(Kind::Inline, name, Some(Event::Start(tag)), Some(Event::End(TagEnd::Link)), span);
    }

    fn close_inline(&mut self, name: &str, span: &Range<usize>) {
        if let Some(at) = self.find(|open| open.kind == Kind::Inline && open.name == name, |open| open.kind != Kind::Inline) {
            self.close_to(at, span);
        }
    }

    fn can_mark(&self) -> bool {
        self.n_inlines < MAX_INLINE_DEPTH && self.n_elements < MAX_ELEMENTS
    }

    /// A tag that HTML does not have. If it is no more than words in angle brackets, these are shown.
    fn unknown(&mut self, tag: &raw::Tag<'_>, html: &str, span: &Range<usize>) -> bool {
        let name: Box<str> = tag.name.chars().take(40).collect::<String>().into();
        let is_words = !html.contains('=');
        if is_words {
            self.words_in_brackets.insert(tag.name.to_ascii_lowercase());
        }
        self.lose(if is_words { LossKind::UnknownTag(name) } else { LossKind::Dropped(name) }, span);
        is_words
    }

    /// Whether the end of such a tag is shown: if its beginning was.
    fn is_shown(&self, name: &str) -> bool {
        self.words_in_brackets.contains(&name.to_ascii_lowercase())
    }

    /// The name that HTML gives to a place.
    fn anchor(&mut self, tag: &raw::Tag<'_>) {
        let name = tag.value("id").or_else(|| tag.value("name").filter(|_| tag.name.eq_ignore_ascii_case("a")));
        if let Some(name) = name.map(|name| slug(&name)).filter(|name| !name.is_empty()) {
            self.events.anchors.push((name, self.events.list.len()));
        }
    }

    /// A tag in running text.
    fn inline_html(&mut self, html: &str, span: &Range<usize>) {
        let Some(piece) = raw::first(html) else { return };
        self.events.raw_html.get_or_insert_with(|| span.clone());
        match piece {
            Piece::Hidden(name) if !raw::is_word(name) || self.ends_later(name, span.end) => {
                self.lose(LossKind::Hidden(name.to_ascii_lowercase().into()), span);
                self.hide(name);
            }
            Piece::Hidden(name) => self.lose(LossKind::Dropped(name.to_ascii_lowercase().into()), span),
            Piece::Open(tag) => self.inline_tag(&tag, html, span),
            Piece::Close(name) => match element(name) {
                Some((name, Element::Inline(_) | Element::Link)) => self.close_inline(name, span),
                None if self.is_shown(name) => self.push(Event::Text(html.to_owned().into()), span.clone()),
                None | Some((_, Element::Plain | Element::Dropped | Element::Image | Element::Break)) => {}
                Some(_) => self.push(Event::Text(" ".into()), span.clone()),
            },
            Piece::Text(_) | Piece::Unclosed => {}
        }
    }

    fn inline_tag(&mut self, tag: &raw::Tag<'_>, html: &str, span: &Range<usize>) {
        self.anchor(tag);
        match element(tag.name) {
            Some((_, Element::Break)) => self.push(Event::HardBreak, span.clone()),
            Some((_, Element::Image)) => self.image_of(tag, span),
            Some((_, Element::Plain)) => {}
            Some((name, Element::Inline(inline))) => {
                if self.can_mark() && !tag.self_closing {
                    self.mark(name, inline, span);
                }
            }
            Some((name, Element::Link)) => {
                if let Some(href) = tag.value("href").filter(|href| !href.is_empty() && self.can_mark()) {
                    self.link(name, href, span);
                }
            }
            Some((_, Element::Division | Element::Block)) => self.push(Event::Text(" ".into()), span.clone()),
            Some((name, _)) => {
                self.lose(LossKind::Dropped(name.into()), span);
                self.push(Event::Text(" ".into()), span.clone());
            }
            None => {
                if self.unknown(tag, html, span) {
                    self.push(Event::Text(html.to_owned().into()), span.clone());
                }
            }
        }
    }

    /// Whether `</name` is somewhere after `at`.
    fn ends_later(&mut self, name: &str, at: usize) -> bool {
        let text = self.text;
        let last = *self.last_ends.entry(name.to_ascii_lowercase()).or_insert_with_key(|name| {
            let is_end = |at: &usize| text.get(at + 2..at + 2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name));
            text.rmatch_indices("</").map(|(at, _)| at).find(is_end)
        });
        last.is_some_and(|last| last >= at)
    }

    /// An element that hides its content hides it up to its end tag, or to the end of the element that it is in.
    fn hide(&mut self, name: &str) {
        let mut depth = 0_usize;
        while let Some((event, span)) = self.next() {
            match event {
                Event::InlineHtml(html) | Event::Html(html) if depth == 0 && raw::closes(&html, name) => return,
                Event::Start(_) => depth += 1,
                Event::End(_) if depth > 0 => depth -= 1,
                event @ Event::End(_) => return self.take(event, span),
                _ => {}
            }
        }
    }

    /// A block of raw HTML.
    fn html_block(&mut self) {
        // The lines are put together first, since a tag can go over several; `places` leads back to the source.
        let mut html = String::new();
        let mut places: Vec<(usize, usize)> = Vec::new();
        while let Some((event, span)) = self.next() {
            match event {
                Event::Html(line) | Event::InlineHtml(line) | Event::Text(line) => {
                    places.push((html.len(), span.start));
                    html.push_str(&line);
                }
                Event::End(TagEnd::HtmlBlock) => break,
                _ => {}
            }
        }
        let text = self.text;
        let place = |at: usize| {
            let line = places.partition_point(|(start, _)| *start <= at).saturating_sub(1);
            let source = places.get(line).map_or(0, |(start, source)| source + (at - start));
            crate::source::floor_char_boundary(text, source)
        };
        raw::pieces(&html, |part, piece| {
            let start = place(part.start);
            // After the last character of the piece, which may be lines below.
            let end = place(part.end.saturating_sub(1)).saturating_add(1).max(start).min(text.len());
            let span = start..if text.is_char_boundary(end) { end } else { start };
            if !matches!(piece, Piece::Text(_) | Piece::Unclosed) {
                self.events.raw_html.get_or_insert_with(|| span.clone());
            }
            self.piece(piece, html.get(part).unwrap_or_default(), &span);
        });
        let end = place(html.len().saturating_sub(1));
        let is_over = |open: &Open| matches!(open.kind, Kind::Leaf | Kind::Inline | Kind::Preformatted) || open.name == "p";
        while self.top().is_some_and(is_over) {
            self.close_to(self.open.len() - 1, &(end..end));
        }
    }

    fn piece(&mut self, piece: Piece<'_>, html: &str, span: &Range<usize>) {
        match piece {
            Piece::Text(text) => self.words(text, span),
            Piece::Hidden(name) => self.lose(LossKind::Hidden(name.to_ascii_lowercase().into()), span),
            Piece::Unclosed => self.lose(LossKind::Unclosed, span),
            Piece::Close(name) => self.closing(name, html, span),
            Piece::Open(tag) => {
                self.anchor(&tag);
                self.opening(&tag, html, span);
            }
        }
    }

    /// The end of an element in a block of HTML.
    fn closing(&mut self, name: &str, html: &str, span: &Range<usize>) {
        let is_cell = |open: &Open| open.kind == Kind::Cell;
        match element(name) {
            None if self.is_shown(name) => {
                self.want_words(span);
                self.push(Event::Text(html.to_owned().into()), span.clone());
            }
            Some((name, Element::Inline(_) | Element::Link)) => self.close_inline(name, span),
            None | Some((_, Element::Break | Element::Rule | Element::Image | Element::Plain | Element::Dropped)) => {}
            Some((name, Element::Table | Element::Row | Element::Cell(_) | Element::List(_) | Element::Item)) => {
                if let Some(at) = self.find(|open| open.name == name, |_| false) {
                    self.close_to(at, span);
                }
            }
            Some((name, Element::Summary | Element::Details | Element::Quote | Element::Preformatted | Element::Division)) => {
                match self.find(|open| open.name == name, is_cell) {
                    Some(at) if !self.is_in_line() || name == "summary" || name == "details" => self.close_to(at, span),
                    _ => self.line(span),
                }
            }
            Some((_, Element::Block | Element::Heading(_))) => self.line(span),
        }
    }

    /// Ends the words before; within a link, a blank does.
    fn line(&mut self, span: &Range<usize>) {
        if self.is_in_line() { self.words(" ", span) } else { self.close_words(span) }
    }

    /// The beginning of an element in a block of HTML.
    fn opening(&mut self, tag: &raw::Tag<'_>, html: &str, span: &Range<usize>) {
        if self.top_is(Kind::Preformatted) {
            if element(tag.name).is_some_and(|(_, element)| element == Element::Break) {
                self.push(Event::Text("\n".into()), span.clone());
            }
            return;
        }
        let Some((name, element)) = element(tag.name) else {
            if self.unknown(tag, html, span) {
                self.want_words(span);
                self.push(Event::Text(html.to_owned().into()), span.clone());
            }
            return;
        };
        let has_room = self.n_elements < MAX_ELEMENTS && self.n_blocks < MAX_DEPTH;
        // What has no end tag ends where the next element begins.
        let before = span.start..span.start;
        match element {
            Element::Break if self.top().is_some_and(|open| !matches!(open.kind, Kind::Container | Kind::Frame)) => {
                self.push(Event::HardBreak, span.clone());
            }
            Element::Break | Element::Plain => {}
            Element::Image => {
                self.want_words(span);
                self.image_of(tag, span);
            }
            Element::Inline(inline) => {
                if self.can_mark() && !tag.self_closing {
                    self.want_words(span);
                    self.mark(name, inline, span);
                }
            }
            Element::Link => {
                if let Some(href) = tag.value("href").filter(|href| !href.is_empty() && self.can_mark()) {
                    self.want_words(span);
                    self.link(name, href, span);
                }
            }
            Element::Dropped => self.lose(LossKind::Dropped(name.into()), span),
            Element::Item | Element::Row | Element::Cell(_) => self.part(tag, name, element, span),
            _ if self.is_in_line() => self.words(" ", span),
            Element::Block => self.close_words(&before),
            _ if !has_room => {
                self.lose(LossKind::TooDeep, span);
                self.close_words(&before);
            }
            element => {
                self.close_words(&before);
                self.block(tag, name, element, span);
            }
        }
    }

    /// The beginning of a block that contains something.
    fn block(&mut self, tag: &raw::Tag<'_>, name: &'static str, element: Element, span: &Range<usize>) {
        let is_details = self.top().is_some_and(|open| open.name == "details") && self.is_fresh();
        if element == Element::Summary {
            if is_details {
                self.open(Kind::Leaf, name, Some(Event::Html(name.into())), Some(Event::Html("/summary".into())), span);
            }
            return;
        }
        if let Element::List(_) = element
            && self.top().is_some_and(|open| matches!(open.name, "ul" | "ol" | "menu"))
        {
            self.open(Kind::Cell, "li", Some(Event::Start(Tag::Item)), Some(Event::End(TagEnd::Item)), span);
        }
        // What only puts things together does not count as something that comes.
        if element == Element::Division {
            if name == "p" && self.top().is_some_and(|open| open.name == "p") {
                self.close_to(self.open.len() - 1, span);
            }
            let align = if name == "center" { Some("center".to_owned()) } else { tag.value("align") };
            let aligned = align.and_then(|align| ["center", "right"].into_iter().find(|known| align.eq_ignore_ascii_case(known)));
            if aligned.is_some() {
                self.settle(span);
            }
            let end = aligned.map(|_| Event::Html("/div".into()));
            return self.open(Kind::Container, name, aligned.map(|class| Event::Html(class.into())), end, span);
        }
        self.settle(span);
        match element {
            Element::Rule => self.push(Event::Rule, span.clone()),
            Element::Heading(level) => {
                let level = HeadingLevel::try_from(usize::from(level)).unwrap_or(HeadingLevel::H6);
                let start = Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() };
                let end = start.to_end();
                self.open(Kind::Leaf, name, Some(Event::Start(start)), Some(Event::End(end)), span);
            }
            Element::Details => {
                let start = if tag.value("open").is_some() { "details open" } else { "details" };
                self.open(Kind::Container, name, Some(Event::Html(start.into())), Some(Event::Html("/details".into())), span);
            }
            Element::Quote => {
                let end = Event::End(TagEnd::BlockQuote(None));
                self.open(Kind::Container, name, Some(Event::Start(Tag::BlockQuote(None))), Some(end), span);
            }
            Element::List(is_numbered) => {
                let first = is_numbered.then(|| tag.value("start").and_then(|start| start.parse().ok()).unwrap_or(1));
                let end = Event::End(TagEnd::List(is_numbered));
                self.open(Kind::Frame, name, Some(Event::Start(Tag::List(first))), Some(end), span);
            }
            Element::Table => {
                self.open(Kind::Frame, name, Some(Event::Start(Tag::Table(Vec::new()))), Some(Event::End(TagEnd::Table)), span);
            }
            Element::Preformatted => {
                let start = Event::Start(Tag::CodeBlock(CodeBlockKind::Indented));
                self.open(Kind::Preformatted, name, Some(start), Some(Event::End(TagEnd::CodeBlock)), span);
            }
            _ => {}
        }
    }

    /// An item of a list, or a row or a cell of a table. Outside of these it is only a blank.
    fn part(&mut self, tag: &raw::Tag<'_>, name: &'static str, element: Element, span: &Range<usize>) {
        let is_list = |open: &Open| matches!(open.name, "ul" | "ol" | "menu");
        let is_table = |open: &Open| open.name == "table";
        let frame = match element {
            Element::Item => self.find(is_list, is_table),
            _ => self.find(is_table, is_list),
        };
        let Some(frame) = frame.filter(|_| self.n_elements < MAX_ELEMENTS) else { return self.line(span) };
        match element {
            Element::Item => {
                self.close_to(frame + 1, span);
                self.open(Kind::Cell, name, Some(Event::Start(Tag::Item)), Some(Event::End(TagEnd::Item)), span);
            }
            Element::Cell(is_head) => {
                // A row begins with its first cell, which tells what kind of row it is.
                let is_row = |open: &Open| open.name == "tr";
                match self.open.iter().enumerate().skip(frame + 1).find(|(_, open)| is_row(open)).map(|(at, _)| at) {
                    Some(row) => self.close_to(row + 1, span),
                    None => {
                        self.close_to(frame + 1, span);
                        self.open(Kind::Frame, "tr", None, None, span);
                    }
                }
                if tag.value("colspan").or_else(|| tag.value("rowspan")).is_some_and(|n| n != "1") {
                    self.lose(LossKind::Dropped("td colspan".into()), span);
                }
                self.begin_row(frame, is_head, span);
                self.open(Kind::Cell, name, Some(Event::Start(Tag::TableCell)), Some(Event::End(TagEnd::TableCell)), span);
            }
            _ => {
                self.close_to(frame + 1, span);
                self.open(Kind::Frame, name, None, None, span);
            }
        }
    }

    /// Begins the row that is open, unless it has begun.
    fn begin_row(&mut self, table: usize, is_head: bool, span: &Range<usize>) {
        let is_first = self.open.get(table).is_some_and(|table| table.n_events == self.events.list.len());
        let (start, end) = if is_first && is_head { (Tag::TableHead, TagEnd::TableHead) } else { (Tag::TableRow, TagEnd::TableRow) };
        if let Some(row) = self.open.last_mut().filter(|row| row.end.is_none()) {
            row.end = Some(Event::End(end));
            // It counts like other frames from here on.
            self.n_blocks += 1;
            self.push(Event::Start(start), span.clone());
        }
    }
}

/// The name of a collapsible part without one.
const DETAILS: &str = "Details";

/// Whether a fenced block of code has its second fence: the last line consists of the sign that it began with, at least as often.
fn is_closed(block: &str) -> bool {
    let fence = block.trim_start();
    let Some(sign) = fence.chars().next() else { return true };
    let n_signs = fence.chars().take_while(|char| *char == sign).count();
    let Some((_, last)) = block.trim_end().rsplit_once('\n') else { return false };
    let last = last.trim_start_matches(['>', ' ', '\t']).trim_end();
    last.chars().all(|char| char == sign) && last.chars().count() >= n_signs
}

/// `<a@b.example>` is written without the scheme that it means.
fn with_scheme(tag: Tag<'_>) -> Tag<'_> {
    match tag {
        Tag::Link { link_type: LinkType::Email, dest_url, title, id } => {
            Tag::Link { link_type: LinkType::Email, dest_url: format!("mailto:{dest_url}").into(), title, id }
        }
        // The id of a reference is not the width of an image.
        Tag::Image { link_type, dest_url, title, .. } => Tag::Image { link_type, dest_url, title, id: "".into() },
        tag => tag,
    }
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag.to_end(),
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript | TagEnd::Link | TagEnd::Image
    )
}

fn is_container(tag: &Tag<'_>) -> bool {
    is_container_end(tag.to_end())
}

fn is_container_end(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListDefinition
            | TagEnd::Table
    )
}

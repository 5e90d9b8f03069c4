//! Markdown → events without anything raw in them. The only file that names the Markdown crate; knows no URL and prints nothing.
//!
//! What comes out is balanced, nests no deeper than [`MAX_DEPTH`] blocks, and holds raw HTML only as the text, images and headings
//! that it would have shown.

use std::ops::Range;

pub(super) use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, Event, Tag, TagEnd};
use pulldown_cmark::{HeadingLevel, LinkType, OffsetIter, Options, Parser};

use super::raw::{self, Piece};
use crate::source::slice;

/// Deeper nesting of lists and quotes is left out: no reader follows it, and browsers choke on it.
const MAX_DEPTH: usize = 32;
/// Deeper nesting of emphasis and links loses its markup and keeps its text.
const MAX_INLINE_DEPTH: usize = 16;

/// An event and the source it stands for.
pub(super) type Spanned<'text> = (Event<'text>, Range<usize>);

/// A text as events.
#[derive(Debug, Default)]
pub(super) struct Events<'text> {
    pub(super) list: Vec<Spanned<'text>>,
    /// The first tag of raw HTML; a comment is none.
    pub(super) raw_html: Option<Range<usize>>,
}

/// Reads Markdown.
pub(super) fn events(text: &str) -> Events<'_> {
    let bom = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let parser = Parser::new_ext(slice(text, bom..), options()).into_offset_iter();
    let mut reader = Reader { source: parser, shift: bom, events: Events::default(), n_blocks: 0, kept: Vec::new() };
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

struct Reader<'text> {
    source: OffsetIter<'text>,
    shift: usize,
    events: Events<'text>,
    /// How many blocks that can hold blocks are open.
    n_blocks: usize,
    /// Of each open inline element, whether its tags are kept.
    kept: Vec<bool>,
}

impl<'text> Reader<'text> {
    fn run(&mut self) {
        while let Some((event, span)) = self.next() {
            self.take(event, span);
        }
    }

    fn next(&mut self) -> Option<Spanned<'text>> {
        let (event, span) = self.source.next()?;
        Some((event, span.start + self.shift..span.end + self.shift))
    }

    fn push(&mut self, event: Event<'text>, span: Range<usize>) {
        self.events.list.push((event, span));
    }

    fn take(&mut self, event: Event<'text>, span: Range<usize>) {
        match event {
            Event::Start(Tag::HtmlBlock) => self.html_block(),
            Event::InlineHtml(html) | Event::Html(html) => self.inline_html(&html, span),
            Event::Start(tag) if is_inline(&tag) => {
                let keep = self.kept.len() < MAX_INLINE_DEPTH;
                self.kept.push(keep);
                if keep {
                    self.push(Event::Start(with_scheme(tag)), span);
                }
            }
            Event::End(end) if is_inline_end(end) => {
                if self.kept.pop().unwrap_or(false) {
                    self.push(Event::End(end), span);
                }
            }
            Event::Start(tag) if is_container(&tag) => {
                if self.n_blocks >= MAX_DEPTH && !matches!(tag, Tag::Item | Tag::DefinitionListDefinition) {
                    self.skip();
                } else {
                    self.n_blocks += 1;
                    self.push(Event::Start(tag), span);
                }
            }
            Event::End(end) => {
                if is_container_end(end) {
                    self.n_blocks = self.n_blocks.saturating_sub(1);
                }
                self.push(Event::End(end), span);
            }
            // Switched off, and still text if they came.
            Event::InlineMath(text) | Event::DisplayMath(text) => self.push(Event::Text(text), span),
            event => self.push(event, span),
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

    /// A tag in running text. What hides its content hides it up to its end tag, or to the end of the element that it stands in.
    fn inline_html(&mut self, html: &str, span: Range<usize>) {
        let mut found = None;
        raw::pieces(html, |_, piece| {
            found.get_or_insert(piece);
        });
        let Some(piece) = found else { return };
        self.events.raw_html.get_or_insert_with(|| span.clone());
        match piece {
            Piece::Break => self.push(Event::HardBreak, span),
            Piece::Image { src, alt } => self.image(src, alt, &span),
            Piece::Hidden(name) => self.hide(name),
            Piece::Text(_) | Piece::Block | Piece::Heading(_) => self.push(Event::Text(" ".into()), span),
            Piece::Nothing => {}
        }
    }

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

    fn image(&mut self, src: String, alt: String, span: &Range<usize>) {
        if src.is_empty() {
            return self.push(Event::Text(alt.into()), span.clone());
        }
        let tag = Tag::Image { link_type: LinkType::Inline, dest_url: src.into(), title: "".into(), id: "".into() };
        self.push(Event::Start(tag), span.clone());
        self.push(Event::Text(alt.into()), span.clone());
        self.push(Event::End(TagEnd::Image), span.clone());
    }

    /// A block of raw HTML becomes the paragraphs and headings that it would have shown.
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
        let place = |at: usize| {
            let line = places.partition_point(|(start, _)| *start <= at).saturating_sub(1);
            places.get(line).map_or(0, |(start, source)| source + (at - start))
        };
        let mut block = None;
        raw::pieces(&html, |at, piece| {
            // A piece ends where the next one begins; its first character is all that is known here.
            let start = place(at);
            let span = start..start + 1;
            if !matches!(piece, Piece::Text(_)) {
                self.events.raw_html.get_or_insert_with(|| span.clone());
            }
            match piece {
                Piece::Text(text) => {
                    let text = if block.is_none() { text.trim_start_matches(' ').to_owned() } else { text };
                    if !text.is_empty() {
                        self.open(&mut block, None, &span);
                        self.push(Event::Text(text.into()), span);
                    }
                }
                Piece::Break if block.is_some() => self.push(Event::HardBreak, span),
                Piece::Image { src, alt } => {
                    self.open(&mut block, None, &span);
                    self.image(src, alt, &span);
                }
                Piece::Heading(level) => {
                    self.close(&mut block, &span);
                    self.open(&mut block, HeadingLevel::try_from(usize::from(level)).ok(), &span);
                }
                Piece::Block => self.close(&mut block, &span),
                Piece::Break | Piece::Hidden(_) | Piece::Nothing => {}
            }
        });
        let end = place(html.len().saturating_sub(1));
        self.close(&mut block, &(end..end));
    }

    fn open(&mut self, block: &mut Option<TagEnd>, level: Option<HeadingLevel>, span: &Range<usize>) {
        if block.is_some() {
            return;
        }
        let tag = match level {
            Some(level) => Tag::Heading { level, id: None, classes: Vec::new(), attrs: Vec::new() },
            None => Tag::Paragraph,
        };
        *block = Some(tag.to_end());
        self.push(Event::Start(tag), span.clone());
    }

    fn close(&mut self, block: &mut Option<TagEnd>, span: &Range<usize>) {
        if let Some(end) = block.take() {
            self.push(Event::End(end), span.clone());
        }
    }
}

/// `<a@b.example>` is written without the scheme that it means.
fn with_scheme(tag: Tag<'_>) -> Tag<'_> {
    match tag {
        Tag::Link { link_type: LinkType::Email, dest_url, title, id } => {
            Tag::Link { link_type: LinkType::Email, dest_url: format!("mailto:{dest_url}").into(), title, id }
        }
        tag => tag,
    }
}

fn is_inline(tag: &Tag<'_>) -> bool {
    is_inline_end(tag.to_end())
}

fn is_inline_end(end: TagEnd) -> bool {
    matches!(
        end,
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

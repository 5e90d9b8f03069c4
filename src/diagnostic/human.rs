//! Remarks for people: the source line, a caret, what is wrong, what to do. The only file that names `annotate-snippets`.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level as Title, Origin, Patch, Renderer, Snippet};

use super::{Certainty, Diagnostic, Fix, Level, printable};
use crate::source::{ContentPath, Span};

/// Lines longer than this are not quoted whole: a minified file must not flood the report.
const MAX_QUOTED: usize = 400;

/// How a report for people is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Whether to colour it.
    pub colour: bool,
    /// Columns of the terminal.
    pub width: usize,
}

/// Draws one remark. `text_of` gives the text of a file, `prefix` is what the content folder is called.
#[must_use]
pub fn render<'text>(diagnostic: &Diagnostic, text_of: &dyn Fn(&ContentPath) -> Option<&'text str>, prefix: &str, style: Style) -> String {
    let level = match diagnostic.level {
        Level::Error => Title::ERROR,
        Level::Warn => Title::WARNING,
        Level::Info | Level::Off => Title::INFO,
    };
    let name = format!("{} {}", diagnostic.code.id, diagnostic.code.name);
    let title = level.primary_title(printable(&diagnostic.message)).id(name);
    let mut groups = vec![quote(diagnostic, text_of, prefix).add_to(title)];
    for help in &diagnostic.help {
        groups.push(Group::with_title(Title::HELP.secondary_title(printable(help))));
    }
    if let (Some(fix), Some(text)) = (&diagnostic.fix, text_of(&diagnostic.path)) {
        groups.extend(patch(fix, text));
    }
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
    renderer.term_width(style.width).decor_style(DecorStyle::Ascii).render(&groups)
}

/// The quoted places of a remark: its own file and every related one.
struct Quote<'text> {
    path: String,
    window: Option<Window<'text>>,
    annotations: Vec<(AnnotationKind, Range<usize>, String)>,
    others: Vec<Quote<'text>>,
}

/// The part of a file that is quoted, and where it begins.
#[derive(Clone, Copy)]
struct Window<'text> {
    text: &'text str,
    first_byte: usize,
    first_line: usize,
}

fn quote<'text>(diagnostic: &Diagnostic, text_of: &dyn Fn(&ContentPath) -> Option<&'text str>, prefix: &str) -> Quote<'text> {
    let label = diagnostic.label.as_deref().unwrap_or_default();
    let mut quote = Quote::new(&diagnostic.path, diagnostic.span, AnnotationKind::Primary, label, text_of, prefix);
    for related in &diagnostic.related {
        let other = Quote::new(&related.path, related.span, AnnotationKind::Context, &related.label, text_of, prefix);
        quote.join(other, related.path == diagnostic.path);
    }
    quote
}

impl<'text> Quote<'text> {
    fn new(
        path: &ContentPath,
        span: Option<Span>,
        kind: AnnotationKind,
        label: &str,
        text_of: &dyn Fn(&ContentPath) -> Option<&'text str>,
        prefix: &str,
    ) -> Self {
        let text = text_of(path).filter(|text| !text.is_empty());
        let window = span.zip(text).map(|(span, text)| Window::around(text, span));
        let annotations = match (span, &window) {
            (Some(span), Some(window)) => vec![(kind, window.inside(span), printable(label))],
            _ => Vec::new(),
        };
        Self { path: printable(&format!("{prefix}{path}")), window, annotations, others: Vec::new() }
    }

    /// Adds another place: to this quotation when both are near to each other, else as one of its own.
    fn join(&mut self, mut other: Self, same_file: bool) {
        let (Some(mine), Some(theirs)) = (self.window, other.window) else {
            self.others.push(other);
            return;
        };
        // Doubled keys of one line share a quotation; any other place gets one of its own.
        if same_file && (mine.first_byte, mine.text.len()) == (theirs.first_byte, theirs.text.len()) {
            self.annotations.append(&mut other.annotations);
        } else {
            self.others.push(other);
        }
    }

    fn add_to<'out>(self, title: annotate_snippets::Title<'out>) -> Group<'out>
    where
        'text: 'out,
    {
        let mut rest = Vec::new();
        let mut group = match self.snippet(&mut rest) {
            Ok(snippet) => title.element(snippet),
            Err(origin) => title.element(origin),
        };
        for other in rest {
            group = match other.snippet(&mut Vec::new()) {
                Ok(snippet) => group.element(snippet),
                Err(origin) => group.element(origin),
            };
        }
        group
    }

    fn snippet<'out>(self, rest: &mut Vec<Self>) -> Result<Snippet<'out, Annotation<'out>>, Origin<'out>>
    where
        'text: 'out,
    {
        *rest = self.others;
        let Some(window) = self.window else {
            return Err(Origin::path(self.path).line(1).char_column(1));
        };
        let mut snippet = Snippet::source(window.text).line_start(window.first_line).path(self.path);
        for (kind, range, label) in self.annotations {
            let annotation = kind.span(range);
            snippet = snippet.annotation(if label.is_empty() { annotation } else { annotation.label(label) });
        }
        Ok(snippet)
    }
}

impl<'text> Window<'text> {
    /// The lines that `span` touches, at most three of them and none of more than a screenful.
    fn around(text: &'text str, span: Span) -> Self {
        let at = crate::source::floor_char_boundary(text, span.start as usize);
        let line_start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let first_byte = if at - line_start > MAX_QUOTED { at } else { line_start };
        let wanted_end = (span.end as usize).clamp(at, text.len());
        let ends = text[first_byte..].match_indices('\n').map(|(offset, _)| first_byte + offset);
        let end = ends.enumerate().find(|&(n, newline)| newline >= wanted_end || n == 2).map_or(text.len(), |(_, newline)| newline);
        let end = crate::source::floor_char_boundary(text, end.min(first_byte + 4 * MAX_QUOTED));
        let first_line = text[..first_byte].matches('\n').count() + 1;
        Self { text: &text[first_byte..end.max(first_byte)], first_byte, first_line }
    }

    /// `span` as a range of the quoted text, at least one character long where there is one.
    fn inside(&self, span: Span) -> Range<usize> {
        let clamp = |at: usize| crate::source::floor_char_boundary(self.text, at.saturating_sub(self.first_byte));
        let start = clamp(span.start as usize);
        let end = clamp(span.end as usize).max(start);
        start..end
    }
}

/// The fix as a diff of the lines it touches; nothing when they are too far apart to be quoted.
fn patch<'text>(fix: &Fix, text: &'text str) -> Option<Group<'text>> {
    let (first, last) = (fix.edits.first()?, fix.edits.last()?);
    let window = Window::around(text, Span { start: first.span.start, end: last.span.end });
    let mut snippet = Snippet::source(window.text).line_start(window.first_line);
    for edit in &fix.edits {
        let range = window.inside(edit.span);
        if range.len() != edit.span.range().len() {
            return None;
        }
        snippet = snippet.patch(Patch::new(range, edit.text.split('\n').map(printable).collect::<Vec<_>>().join("\n")));
    }
    let title = match fix.certainty {
        Certainty::Certain => "`check --fix` does this",
        Certainty::Likely => "this may be what you meant",
    };
    Some(Group::with_title(Title::HELP.secondary_title(title)).element(snippet))
}

//! Findings for people: the source line, a caret, what is wrong, what to do.
//!
//! Words are wrapped at the width of the terminal and source lines are cut around the caret. A finding is complete at any width: what is cut off is in
//! the file, at the place that the finding names.

use std::ops::Range;

use super::columns::{width, wrap};
use super::hunks::{Hunk, hunks};
use super::rendered::{self, RenderedDiagnostic, RenderedFix, prepare};
use super::window::{Focus, cut, kept, window};
use super::{Level, Report, Sources, concise};
use crate::text::printable;

/// More findings than this are not drawn at length: the rest follows one line each.
const MAX_DRAWN: usize = 200;

/// Lines of a place that are quoted, at most.
const MAX_LINES: usize = 3;

/// Lines of a fix that are drawn, at most.
const MAX_FIX_LINES: usize = 12;

/// How a report for people is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Whether to colour it.
    pub colour: bool,
    /// Columns of the terminal.
    pub width: usize,
}

/// The report, each finding at length and with an empty line after it. Of a very long one the errors are drawn first, then as many others as
/// there is patience for; the rest is one line each.
#[must_use]
pub fn render<'run>(report: &'run Report, sources: &Sources<'run>, style: Style) -> String {
    let shown = prepare(report, sources);
    let n_errors = shown.iter().filter(|shown| shown.level == Level::Error).count().min(MAX_DRAWN);
    let (mut errors_left, mut others_left) = (n_errors, MAX_DRAWN - n_errors);
    let mut text = String::new();
    for shown in shown {
        let left = if shown.level == Level::Error { &mut errors_left } else { &mut others_left };
        if *left > 0 {
            *left -= 1;
            text += &Drawing::new(&shown, style).text;
        } else {
            text += &concise::line(&shown);
        }
        text.push('\n');
    }
    text
}

/// A kind of ink, as the parameters of an ANSI sequence.
#[derive(Debug, Clone, Copy)]
enum Ink {
    Error,
    Warning,
    Note,
    Frame,
    Strong,
    Added,
    Removed,
}

impl Ink {
    fn for_level(level: Level) -> Self {
        match level {
            Level::Error => Self::Error,
            Level::Warn => Self::Warning,
            Level::Info | Level::Off => Self::Note,
        }
    }

    fn parameters(self) -> &'static str {
        match self {
            Self::Error => "1;31",
            Self::Warning => "1;33",
            Self::Note => "1;36",
            Self::Frame => "1;34",
            Self::Strong => "1",
            Self::Added => "32",
            Self::Removed => "31",
        }
    }
}

/// One finding, line by line.
struct Drawing {
    text: String,
    style: Style,
    /// Columns of the longest number of a line: the frame is after it.
    n_digits: usize,
}

/// Places of one file that are near enough to be quoted together.
struct Quote<'run> {
    path: &'run str,
    text: Option<&'run str>,
    range: Option<rendered::Range>,
    marks: Vec<Mark<'run>>,
}

struct Mark<'run> {
    bytes: Range<usize>,
    sign: &'static str,
    ink: Ink,
    label: &'run str,
}

impl Drawing {
    fn new(shown: &RenderedDiagnostic<'_>, style: Style) -> Self {
        let hunks = shown.fix.as_ref().map(hunks).unwrap_or_default();
        let n_digits = last_line(shown, &hunks).to_string().len();
        let mut drawing = Self { text: String::new(), style, n_digits };
        drawing.title(shown);
        let mut notes = Vec::new();
        for quote in quotes(shown) {
            drawing.quote(quote, &mut notes);
        }
        for note in notes {
            drawing.note("note", note);
        }
        if let Some(phrase) = shown.cost.phrase() {
            drawing.note("note", phrase);
        }
        for help in &shown.help {
            drawing.note("help", help);
        }
        if let Some(fix) = &shown.fix {
            drawing.fix(fix, &hunks);
        }
        if let Some(url) = shown.url() {
            drawing.note("see", &printable(url));
        }
        drawing
    }

    fn title(&mut self, shown: &RenderedDiagnostic<'_>) {
        let word = if shown.level > Level::Info { shown.level.noun() } else { "info" };
        let head = format!("{word}[{} {}]", shown.code.id, shown.code.name);
        let indent = head.len() + 2;
        let lines = wrap(&shown.message, self.style.width.saturating_sub(indent));
        let lines: Vec<String> = lines.iter().map(|line| self.paint(Ink::Strong, line)).collect();
        let head = self.paint(Ink::for_level(shown.level), &head);
        self.line(&format!("{head}: {}", lines.join(&format!("\n{}", " ".repeat(indent)))));
    }

    /// Draws a place. A label that leaves no room for what it labels becomes one of `notes`.
    fn quote<'run>(&mut self, quote: Quote<'run>, notes: &mut Vec<&'run str>) {
        let Quote { path, text, range, mut marks } = quote;
        let place = range.map(|range| format!(":{}:{}", range.start.line, range.start.column)).unwrap_or_default();
        let arrow = self.paint(Ink::Frame, &format!("{}-->", " ".repeat(self.n_digits)));
        self.line(&format!("{arrow} {}{place}", printable(path)));
        let (Some(text), Some(range)) = (text.filter(|text| !text.is_empty()), range) else {
            notes.extend(marks.iter().map(|mark| mark.label).filter(|label| !label.is_empty()));
            return;
        };
        for mark in &mut marks {
            if width(mark.label) > self.columns() * 2 / 3 {
                notes.push(std::mem::take(&mut mark.label));
            }
        }
        let focus = |mark: &Mark<'_>| Focus { bytes: mark.bytes.clone(), n_behind: width(mark.label) + 1 };
        let focuses: Vec<Focus> = marks.iter().map(focus).collect();
        let (lines, has_more) = window(text, range, &focuses, MAX_LINES, self.columns());
        self.framed("", "|", "");
        for (n, line) in lines.iter().enumerate() {
            self.framed(&line.number.to_string(), "|", &line.drawn());
            for mark in &marks {
                let Some(columns) = line.columns(&mark.bytes) else { continue };
                let continues = lines.get(n + 1).is_some_and(|next| next.columns(&mark.bytes).is_some());
                let label = if continues || mark.label.is_empty() { String::new() } else { format!(" {}", mark.label) };
                let signs = self.paint(mark.ink, &format!("{}{label}", mark.sign.repeat(columns.len())));
                self.framed("", "|", &format!("{}{signs}", " ".repeat(columns.start)));
            }
        }
        if has_more {
            self.framed("", "|", "…");
        }
        self.framed("", "|", "");
    }

    /// Draws a fix as the lines it takes away and puts there.
    fn fix(&mut self, fix: &RenderedFix<'_>, hunks: &[Hunk]) {
        self.note("fix", if fix.is_certain() { "`check --fix` does this" } else { "this may be what you meant" });
        let mut n_left = MAX_FIX_LINES;
        for hunk in hunks {
            for (sign, ink, lines, others) in [("-", Ink::Removed, &hunk.before, &hunk.after), ("+", Ink::Added, &hunk.after, &hunk.before)]
            {
                for (n, line) in lines.iter().enumerate().take(n_left) {
                    let changed = changed(line, others.get(n).map_or("", String::as_str));
                    let drawn = cut(line, &kept(line, changed, 0, self.columns()));
                    let drawn = self.paint(ink, &drawn);
                    self.framed(&(hunk.first_line + n).to_string(), sign, &drawn);
                }
                n_left = n_left.saturating_sub(lines.len());
            }
        }
        if n_left == 0 && hunks.iter().map(|hunk| hunk.before.len() + hunk.after.len()).sum::<usize>() > MAX_FIX_LINES {
            self.framed("", "|", "…");
        }
    }

    /// Draws words after the quotation.
    fn note(&mut self, kind: &str, words: &str) {
        let indent = kind.len() + 2;
        let lines = wrap(words, self.columns().saturating_sub(indent));
        let kind = self.paint(Ink::Strong, kind);
        let gutter = " ".repeat(self.n_digits + 3 + indent);
        self.framed("", "=", &format!("{kind}: {}", lines.join(&format!("\n{gutter}"))));
    }

    /// A line with its number and the frame in front.
    fn framed(&mut self, number: &str, frame: &str, text: &str) {
        let gutter = self.paint(Ink::Frame, &format!("{number:>0$} {frame}", self.n_digits));
        let space = if text.is_empty() { "" } else { " " };
        self.line(&format!("{gutter}{space}{text}"));
    }

    fn line(&mut self, text: &str) {
        self.text += text;
        self.text.push('\n');
    }

    /// Columns that are left after the frame.
    fn columns(&self) -> usize {
        self.style.width.saturating_sub(self.n_digits + 3)
    }

    fn paint(&self, ink: Ink, text: &str) -> String {
        if self.style.colour { format!("\u{1b}[{}m{text}\u{1b}[0m", ink.parameters()) } else { text.to_owned() }
    }
}

/// The highest number of a line that may be drawn.
fn last_line(shown: &RenderedDiagnostic<'_>, hunks: &[Hunk]) -> usize {
    let places = shown.range.into_iter().chain(shown.related.iter().filter_map(|related| related.range));
    let quoted = places.map(|range| range.end.line.min(range.start.line + MAX_LINES - 1));
    let fixed = hunks.iter().map(|hunk| hunk.first_line + hunk.before.len().max(hunk.after.len()).min(MAX_FIX_LINES) - 1);
    quoted.chain(fixed).max().unwrap_or(1)
}

/// The finding's own place, and every related one.
fn quotes<'run>(shown: &'run RenderedDiagnostic<'run>) -> Vec<Quote<'run>> {
    let bytes = |range: rendered::Range| range.start.offset..range.end.offset;
    let mark = |range, sign, ink, label| Mark { bytes: bytes(range), sign, ink, label };
    let label = shown.label.as_deref().unwrap_or_default();
    let marks = shown.range.map(|range| mark(range, "^", Ink::for_level(shown.level), label)).into_iter().collect();
    let mut quotes = vec![Quote { path: &shown.path, text: shown.text, range: shown.range, marks }];
    let lines = |range: Option<rendered::Range>| range.map(|range| (range.start.line, range.end.line));
    for related in &shown.related {
        let marks = related.range.map(|range| mark(range, "-", Ink::Frame, &*related.label));
        // Doubled keys of one line share a quotation; any other place gets one of its own.
        if related.path == shown.path && marks.is_some() && lines(related.range) == lines(shown.range) {
            quotes[0].marks.extend(marks);
        } else {
            quotes.push(Quote { path: &related.path, text: related.text, range: related.range, marks: marks.into_iter().collect() });
        }
    }
    quotes
}

/// The part of `line` that is not at the beginning or the end of `other` as well.
fn changed(line: &str, other: &str) -> Range<usize> {
    let same = |a: &mut dyn Iterator<Item = char>, b: &mut dyn Iterator<Item = char>| -> usize {
        a.zip(b).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum()
    };
    let start = same(&mut line.chars(), &mut other.chars());
    let end = same(&mut line[start..].chars().rev(), &mut other[start..].chars().rev());
    start..line.len() - end
}

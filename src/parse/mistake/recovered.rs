//! A text whose broken parts are overwritten with spaces, byte for byte, so that everything else can be read at its place.

use super::lines::{Head, Line, Lines};
use super::{Found, Recovery, spaces};
use crate::source::{Span, slice};

/// The text that the parser reads, and which parts of it differ from what was written.
#[derive(Debug)]
pub(in crate::parse) struct RecoveredText {
    text: String,
    parts: Vec<Part>,
}

/// A part that was overwritten with spaces.
#[derive(Debug, Clone, Copy)]
struct Part {
    /// From where the value would begin, at the earliest, to the end of the part.
    span: Span,
    /// First and last line, from 0.
    lines: (usize, usize),
}

impl RecoveredText {
    pub(in crate::parse) fn new(text: &str) -> Self {
        Self { text: text.to_owned(), parts: Vec::new() }
    }

    pub(in crate::parse) fn text(&self) -> &str {
        &self.text
    }

    /// The part that contains the place `at`: a value found there was not read.
    pub(in crate::parse) fn part_at(&self, at: u32) -> Option<Span> {
        self.parts.iter().rev().map(|part| part.span).find(|span| span.start <= at && at <= span.end)
    }

    /// Whether the parser stopped in a part that is already erased.
    pub(in crate::parse) fn stumbles_at(&self, at: usize) -> bool {
        let number = Lines::new(&self.text).of(at);
        self.parts.iter().any(|part| (part.lines.0..=part.lines.1).contains(&number))
    }

    /// Erases what `found` asks for. Returns whether anything is left to read.
    pub(in crate::parse) fn recover(&mut self, found: &Found) -> bool {
        let number = Lines::new(&self.text).of(found.span.start as usize);
        match &found.recovery {
            Recovery::GiveUp => false,
            Recovery::Overwrite(places) => {
                self.overwrite(places);
                // If the parser stops here again, the whole entry is erased.
                let numbers = Lines::new(&self.text);
                let first = places.first().map_or(number, |(at, _)| numbers.of(*at));
                let last = places.last().map_or(number, |(at, _)| numbers.of(*at));
                let empty = Span::new(self.text.len() + 1..self.text.len() + 1);
                self.parts.push(Part { span: empty, lines: (first.min(number), last.max(number)) });
                true
            }
            Recovery::EntryAs { line, column, head } => self.write_entry(*line, *column, head) || self.erase_parent(*line),
            Recovery::Entry => self.erase_entry(number, usize::MAX, 0) || self.erase_parent(number),
            Recovery::Through { line, last } => self.erase_entry(*line, usize::MAX, *last) || self.erase_parent(number),
        }
    }

    /// Erases the parent of the line of `at`. Returns whether anything is left to read.
    pub(in crate::parse) fn widen(&mut self, at: usize) -> bool {
        let number = Lines::new(&self.text).of(at);
        let first =
            self.parts.iter().rev().find(|part| (part.lines.0..=part.lines.1).contains(&number)).map_or(number, |part| part.lines.0);
        self.erase_parent(first)
    }

    /// Erases the entry that line `number` belongs to: the nearest one above that is less deep and has a head.
    fn erase_parent(&mut self, number: usize) -> bool {
        let lines = Lines::new(&self.text);
        let line = lines.line(number);
        let mut is_item = !line.head().dashes.is_empty();
        let mut indent = line.margin().len();
        let mut parent = None;
        for (other, upper) in (0..number).rev().map(|other| (other, lines.line(other))).filter(|(_, upper)| upper.counts()) {
            // A list may be at the column of its key.
            let is_above = upper.indent() < indent || is_item && upper.indent() == indent && upper.head().dashes.is_empty();
            if !is_above {
                continue;
            }
            let limit = if is_item { indent + 1 } else { indent };
            if innermost(&upper.head(), limit).is_some() {
                parent = Some((other, limit));
                break;
            }
            (indent, is_item) = (upper.margin().len(), !upper.head().dashes.is_empty());
        }
        parent.is_some_and(|(parent, limit)| self.erase_entry(parent, limit, 0))
    }

    /// Erases the value of the innermost key or item of line `number` that begins before column `limit`, at least up to line `last`.
    fn erase_entry(&mut self, number: usize, limit: usize, last: usize) -> bool {
        let lines = Lines::new(&self.text);
        let line = lines.line(number);
        let head = line.head();
        let Some((column, value_at)) = innermost(&head, limit) else { return false };
        let is_key = head.key.is_some_and(|(_, at, _)| at == column);
        let last = last_line(&lines, number, column, is_key).max(last.min(lines.len() - 1));
        self.blank(number, last, value_at);
        true
    }

    /// Writes `head` at `column` of line `number`, and nothing readable after it.
    fn write_entry(&mut self, number: usize, column: usize, head: &str) -> bool {
        let lines = Lines::new(&self.text);
        let line = lines.line(number);
        let colon = if head.ends_with('-') { "" } else { ":" };
        let written = format!("{}{head}{colon}", " ".repeat(column));
        if written.len() > line.text.len() || number >= lines.len() {
            return false;
        }
        let last = last_line(&lines, number, line.head().column(), !head.ends_with('-'));
        let (start, value_at) = (line.start, written.len());
        self.write(start, &written);
        self.blank(number, last, value_at);
        true
    }

    /// Erases line `first` from column `value_at` on, and the lines below it up to `last`.
    fn blank(&mut self, first: usize, last: usize, value_at: usize) {
        let lines = Lines::new(&self.text);
        let (start, end) = (lines.line(first).start + value_at, lines.line(last).end());
        let start = crate::source::floor_char_boundary(&self.text, start.min(end));
        let mut blank = spaces(slice(&self.text, start..end));
        // A value keeps the key from looking empty; nothing reads `~`, and it follows a space.
        if blank.starts_with("  ") {
            blank.replace_range(1..2, "~");
        }
        self.text.replace_range(start..end, &blank);
        self.parts.push(Part { span: Span::new(start..end), lines: (first, last) });
    }

    fn overwrite(&mut self, places: &[(usize, String)]) {
        for (at, text) in places {
            self.write(*at, text);
        }
    }

    /// Writes `text` over the bytes from `at` on, with spaces for the rest of a character that it cuts.
    fn write(&mut self, at: usize, text: &str) {
        let end = at + text.len();
        if end > self.text.len() {
            return;
        }
        let from = crate::source::floor_char_boundary(&self.text, at);
        let to = (end..=self.text.len()).find(|&to| self.text.is_char_boundary(to)).unwrap_or(self.text.len());
        let written = format!("{}{text}{}", " ".repeat(at - from), " ".repeat(to - end));
        self.text.replace_range(from..to, &written);
    }
}

/// The column of the innermost key or dash before column `limit`, and where its value begins.
fn innermost(head: &Head<'_>, limit: usize) -> Option<(usize, usize)> {
    let key = head.key.filter(|(_, column, _)| *column < limit).map(|(_, column, colon)| (column, colon + 1));
    key.or_else(|| head.dashes.iter().rev().find(|dash| **dash < limit).map(|dash| (*dash, dash + 1)))
}

/// The last line of the entry whose key or dash is at `column` of line `number`.
fn last_line(lines: &Lines<'_>, number: usize, column: usize, is_key: bool) -> usize {
    let belongs = |line: Line<'_>| {
        let indent = line.indent();
        indent > column || line.body().is_empty() || (is_key && indent == column && !line.head().dashes.is_empty())
    };
    let end = (number + 1..lines.len()).find(|&other| !belongs(lines.line(other))).unwrap_or(lines.len());
    // Empty lines after it belong to nothing.
    (number..end).rev().find(|&other| other == number || !lines.line(other).body().is_empty()).unwrap_or(number)
}

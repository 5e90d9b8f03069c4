//! The lines of a text and their beginnings, parsed tolerantly. Knows no context: a line of block text is a line like any other.

use super::is_invisible;
use crate::source::slice;

/// The start and end of each line of a text.
#[derive(Debug)]
pub(super) struct Lines<'text> {
    pub(super) text: &'text str,
    /// Start and end of each line, without its line break.
    places: Vec<(usize, usize)>,
}

impl<'text> Lines<'text> {
    pub(super) fn new(text: &'text str) -> Self {
        work(text.len());
        let bytes = text.as_bytes();
        let mut places = Vec::new();
        let mut start = 0;
        for (at, &byte) in bytes.iter().enumerate() {
            let ends = byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
            if ends {
                let end = if byte == b'\n' && slice(text, start..at).ends_with('\r') { at - 1 } else { at };
                places.push((start, end));
                start = at + 1;
            }
        }
        places.push((start, bytes.len()));
        Self { text, places }
    }

    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    /// The number of the line that contains the byte at `offset`, from 0.
    pub(super) fn of(&self, offset: usize) -> usize {
        self.places.partition_point(|&(start, _)| start <= offset).saturating_sub(1)
    }

    /// The line `number`, from 0; after the last one, an empty line at the end of the text.
    pub(super) fn line(&self, number: usize) -> Line<'text> {
        let (start, end) = self.places.get(number).copied().unwrap_or((self.text.len(), self.text.len()));
        work(1 + end - start);
        Line { start, text: slice(self.text, start..end) }
    }

    /// Returns the start of the line below `number`: after the line break, however many bytes that has.
    pub(super) fn next_start(&self, number: usize) -> usize {
        self.places.get(number + 1).map_or(self.text.len(), |&(start, _)| start)
    }

    /// The last of the lines that continue the text on line `number`: all are deeper than its key or dash, and none is a key or an item.
    pub(super) fn text_end(&self, number: usize) -> usize {
        let column = self.line(number).head().column();
        let continues = |line: Line<'_>| {
            let head = line.head();
            line.counts() && line.indent() > column && head.key.is_none() && head.dashes.is_empty()
        };
        (number + 1..self.len()).take_while(|&other| continues(self.line(other))).last().unwrap_or(number)
    }

    /// The nearest line above `number` with something on it.
    pub(super) fn above(&self, number: usize) -> Option<usize> {
        (0..number).rev().find(|&other| self.line(other).counts())
    }

    /// The nearest line below `number` with something on it.
    pub(super) fn below(&self, number: usize) -> Option<usize> {
        (number + 1..self.len()).find(|&other| self.line(other).counts())
    }
}

/// One line without its line break.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'text> {
    pub(super) start: usize,
    pub(super) text: &'text str,
}

/// The beginning of a line: dashes, then a key with its colon.
#[derive(Debug)]
pub(super) struct Head<'text> {
    /// The columns of the dashes.
    pub(super) dashes: Vec<usize>,
    /// The key as written, its column, and the column of its colon.
    pub(super) key: Option<(&'text str, usize, usize)>,
    /// The column of what follows.
    pub(super) value_at: usize,
    /// The text after that, without surrounding spaces and without a comment.
    pub(super) value: &'text str,
}

impl<'text> Line<'text> {
    pub(super) fn end(self) -> usize {
        self.start + self.text.len()
    }

    /// How many spaces it begins with.
    pub(super) fn indent(self) -> usize {
        self.text.len() - self.text.trim_start_matches(' ').len()
    }

    /// The text on the line, without surrounding spaces.
    pub(super) fn body(self) -> &'text str {
        self.text.trim_matches([' ', '\t'])
    }

    /// The end of that text.
    pub(super) fn body_end(self) -> usize {
        self.start + self.text.trim_end_matches([' ', '\t']).len()
    }

    /// Whether there is anything but a comment on it.
    pub(super) fn counts(self) -> bool {
        !self.body().is_empty() && !self.body().starts_with('#')
    }

    /// The spaces, tabs and invisible characters that it begins with.
    pub(super) fn margin(self) -> &'text str {
        let body = self.text.trim_start_matches(|c| matches!(c, ' ' | '\t') || is_invisible(c));
        slice(self.text, ..self.text.len() - body.len())
    }

    pub(super) fn head(self) -> Head<'text> {
        let mut at = self.indent();
        let mut dashes = Vec::new();
        while let Some(rest) = slice(self.text, at..).strip_prefix('-') {
            if !(rest.is_empty() || rest.starts_with(' ')) {
                break;
            }
            dashes.push(at);
            at += 1 + rest.len() - rest.trim_start_matches(' ').len();
        }
        let key = key_of(slice(self.text, at..)).map(|len| (slice(self.text, at..at + len), at, at + len));
        let from = key.map_or(at, |(_, _, colon)| colon + 1);
        let rest = slice(self.text, from..);
        let value_at = from + rest.len() - rest.trim_start_matches([' ', '\t']).len();
        Head { dashes, key, value_at, value: without_comment(slice(self.text, value_at..)) }
    }
}

impl Head<'_> {
    /// The column of the key, or of the last dash, or of the text.
    pub(super) fn column(&self) -> usize {
        match (self.key, self.dashes.last()) {
            (Some((_, column, _)), _) => column,
            (None, Some(dash)) => *dash,
            (None, None) => self.value_at,
        }
    }

    /// The mark of a block text that the value begins with.
    pub(super) fn block_mark(&self) -> Option<char> {
        let mark = self.value.chars().next().filter(|c| matches!(c, '|' | '>'))?;
        let is_header = slice(self.value, 1..).chars().all(|c| matches!(c, '+' | '-' | '1'..='9'));
        is_header.then_some(mark)
    }
}

/// The length of the key that `text` begins with: up to the first colon that a space or the end of the line follows.
fn key_of(text: &str) -> Option<usize> {
    if let Some(quote) = text.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        let len = slice(text, 1..).find(quote)? + 2;
        return ends_key(slice(text, len..)).then_some(len);
    }
    if text.starts_with(['[', '{', '#', '&', '*', '!', '|', '>', '@', '`', '%', ',']) {
        return None;
    }
    let len = text.match_indices(':').map(|(at, _)| at).find(|&at| ends_key(slice(text, at..)))?;
    (len > 0 && !slice(text, ..len).contains(" #")).then_some(len)
}

/// Whether `text` begins with a colon that ends a key.
pub(super) fn ends_key(text: &str) -> bool {
    text.strip_prefix(':').is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\r', '\n']))
}

/// `text` without the comment at its end and the spaces before it.
fn without_comment(text: &str) -> &str {
    let is_quoted = text.starts_with(['"', '\'']);
    let end = if is_quoted { None } else { text.find(" #").or_else(|| text.starts_with('#').then_some(0)) };
    slice(text, ..end.unwrap_or(text.len())).trim_end_matches([' ', '\t'])
}

/// Whether `text` could be a key: letters, digits, hyphens and underscores, beginning with a letter.
pub(super) fn is_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
}

/// A text that is all `key:value`, with no space after its colon and no address: the length of its key.
pub(super) fn glued_key(text: &str) -> Option<usize> {
    let len = text.find(':').filter(|&len| is_word(slice(text, ..len)))?;
    let rest = slice(text, len + 1..);
    let is_glued = !rest.is_empty() && !rest.starts_with([' ', '\t', ':']) && !rest.starts_with("//");
    is_glued.then_some(len)
}

/// Counts the bytes that are read, so that a test can tell linear from quadratic work.
#[cfg(test)]
pub(super) fn work(n_bytes: usize) {
    WORK.with(|work| work.set(work.get() + n_bytes));
}

#[cfg(not(test))]
pub(super) fn work(_: usize) {}

#[cfg(test)]
thread_local! {
    /// The count on this thread.
    pub(in crate::parse) static WORK: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

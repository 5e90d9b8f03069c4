//! The quotes and brackets that are open at a place of a text. A scanner of its own that accepts any text.

use super::lines::{Lines, ends_key, is_word, work};
use crate::source::slice;

/// The quotes and brackets that are open at a place.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Context {
    /// The quote that was opened last and not closed, and its place.
    pub(super) quote: Option<(char, usize)>,
    /// Open brackets, the innermost last, and their places.
    pub(super) brackets: Vec<(char, usize)>,
    /// The start of the quoted text that ends here, with only spaces after it.
    pub(super) closed_here: Option<usize>,
}

impl Context {
    /// The quotes and brackets that are open at `at`. Scans from the top-level entry before the one that contains `at`: everything before it was valid to the parser.
    pub(super) fn at(lines: &Lines<'_>, at: usize) -> Self {
        let begins_entry = |number: usize| {
            let line = lines.line(number);
            line.indent() == 0 && line.counts() && line.head().key.is_some_and(|(key, ..)| is_word(key))
        };
        let mut entries = (0..lines.of(at)).rev().filter(|&number| begins_entry(number));
        let from = entries.next().map_or(0, |number| lines.line(number).start);
        Self::from(lines, from, at)
    }

    /// The same, of those that are opened from `from` on.
    pub(super) fn from(lines: &Lines<'_>, from: usize, at: usize) -> Self {
        let mut scanner = Scanner { text: lines.text, at: from, context: Self::default() };
        scanner.run(at);
        scanner.context
    }
}

struct Scanner<'text> {
    text: &'text str,
    at: usize,
    context: Context,
}

impl Scanner<'_> {
    fn run(&mut self, until: usize) {
        work(until - self.at);
        let mut value_may_start = true;
        while self.at < until {
            let Some(c) = slice(self.text, self.at..).chars().next() else { return };
            match c {
                ' ' | '\t' => self.at += 1,
                '\n' | '\r' => {
                    self.at += 1;
                    value_may_start = true;
                }
                '#' if self.at == 0 || slice(self.text, ..self.at).ends_with(|c: char| c.is_ascii_whitespace()) => self.skip_line(until),
                '"' | '\'' if value_may_start => {
                    if !self.skip_quoted(c, until) {
                        return;
                    }
                    value_may_start = false;
                }
                '[' | '{' if value_may_start => {
                    self.context.brackets.push((c, self.at));
                    self.at += 1;
                }
                ']' | '}' if !self.context.brackets.is_empty() => {
                    self.context.brackets.pop();
                    self.at += 1;
                    value_may_start = false;
                }
                ',' if !self.context.brackets.is_empty() => {
                    self.at += 1;
                    value_may_start = true;
                }
                ':' if !value_may_start => {
                    self.at += 1;
                    value_may_start = ends_key(slice(self.text, self.at - 1..)) || !self.context.brackets.is_empty();
                }
                '-' if value_may_start && slice(self.text, self.at + 1..).starts_with(' ') => self.at += 1,
                '|' | '>' if value_may_start && self.context.brackets.is_empty() => self.skip_block(until),
                _ => {
                    self.at += c.len_utf8();
                    value_may_start = false;
                }
            }
        }
    }

    fn skip_line(&mut self, until: usize) {
        self.at = slice(self.text, self.at..).find(['\n', '\r']).map_or(self.text.len(), |len| self.at + len).min(until);
    }

    /// Whether the quoted text ends before `until`.
    fn skip_quoted(&mut self, quote: char, until: usize) -> bool {
        let start = self.at;
        let end = quoted_end(self.text, start, quote);
        match end.filter(|&end| end <= until) {
            Some(end) => {
                self.at = end;
                let between = slice(self.text, end..until);
                self.context.closed_here = between.bytes().all(|byte| matches!(byte, b' ' | b'\t')).then_some(start);
                true
            }
            None => {
                self.context.quote = Some((quote, start));
                false
            }
        }
    }

    /// Skips a block text: every line that is deeper than the line of its mark.
    fn skip_block(&mut self, until: usize) {
        let line_start = slice(self.text, ..self.at).rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let depth = depth_of(slice(self.text, line_start..));
        self.skip_line(until);
        while self.at < until {
            let rest = slice(self.text, self.at..);
            let line = rest.trim_start_matches(['\n', '\r']);
            if depth_of(line) <= depth && !line.trim_start_matches(' ').starts_with(['\n', '\r']) {
                return;
            }
            self.at = (self.at + rest.len() - line.len()).min(until);
            self.skip_line(until);
        }
    }
}

fn depth_of(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// The end of the text that the quote at `start` opens: after its closing quote.
pub(super) fn quoted_end(text: &str, start: usize, quote: char) -> Option<usize> {
    let mut characters = slice(text, start + 1..).char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        work(1);
        if c == '\\' && quote == '"' {
            characters.next();
        } else if c == quote {
            if quote == '\'' && characters.peek().is_some_and(|&(_, next)| next == '\'') {
                characters.next();
            } else {
                return Some(start + 1 + at + 1);
            }
        }
    }
    None
}

//! The lines of a file that a finding quotes, cut to the width of a terminal. Knows lines and columns; knows nothing of what is drawn around them.

use std::ops::Range;

use super::columns::{visible, width};
use super::rendered;

/// Stands where something was cut off.
const CUT: &str = "…";

/// Columns that stay before a place that is itself wider than the terminal: enough for most keys.
const MIN_LEAD: usize = 12;

/// A place that has to be seen.
#[derive(Debug, Clone)]
pub(super) struct Focus {
    /// Its bytes in the file.
    pub(super) bytes: Range<usize>,
    /// Columns of what is written after it.
    pub(super) n_behind: usize,
}

/// A quoted line, with as much around the places in it as there is room for.
#[derive(Debug)]
pub(super) struct Line<'text> {
    /// Its number, from 1.
    pub(super) number: usize,
    /// All of it, without its end.
    text: &'text str,
    /// Its start in the file, in bytes.
    start: usize,
    /// The bytes of `text` that are quoted.
    kept: Range<usize>,
}

/// The lines of `text` that `range` touches, from its first on and at most `max_lines`, each in `columns` columns; and whether there were more.
pub(super) fn window<'text>(
    text: &'text str,
    range: rendered::Range,
    focuses: &[Focus],
    max_lines: usize,
    columns: usize,
) -> (Vec<Line<'text>>, bool) {
    let ends = |c: char| matches!(c, '\n' | '\r');
    let mut lines = Vec::new();
    let mut start = text[..range.start.offset].rfind(ends).map_or(0, |end| end + 1);
    loop {
        let end = text[start..].find(ends).map_or(text.len(), |end| start + end);
        lines.push(Line::new(range.start.line + lines.len(), &text[start..end], start, focuses, columns));
        start = end + if text[end..].starts_with("\r\n") { 2 } else { 1 };
        let is_last = start >= range.end.offset || start > text.len();
        if is_last || lines.len() == max_lines {
            return (lines, !is_last);
        }
    }
}

impl<'text> Line<'text> {
    fn new(number: usize, text: &'text str, start: usize, focuses: &[Focus], columns: usize) -> Self {
        let mut line = Self { number, text, start, kept: 0..text.len() };
        let here = focuses.iter().filter_map(|focus| Some((line.touched(&focus.bytes)?, focus.n_behind)));
        let all = here.reduce(|(a, n_behind_a), (b, n_behind_b)| (a.start.min(b.start)..a.end.max(b.end), n_behind_a.max(n_behind_b)));
        let (place, n_behind) = all.unwrap_or_default();
        line.kept = kept(text, place, n_behind, columns);
        line
    }

    /// The part of this line that is in `bytes` of the file; the spaces at its beginning are not, when `bytes` began on an earlier one.
    fn touched(&self, bytes: &Range<usize>) -> Option<Range<usize>> {
        let all = self.start..self.start + self.text.len();
        let begins_earlier = bytes.start < all.start;
        if bytes.start > all.end || (begins_earlier && bytes.end <= all.start) {
            return None;
        }
        let indent = self.text.len() - self.text.trim_start().len();
        let start = if begins_earlier { indent } else { bytes.start - self.start };
        Some(start..(bytes.end.min(all.end) - self.start).max(start))
    }

    /// The line as it is drawn.
    pub(super) fn drawn(&self) -> String {
        cut(self.text, &self.kept)
    }

    /// The columns, from 0, at which a mark stands for `bytes` of the file: at least one, or none on a line that these do not touch.
    pub(super) fn columns(&self, bytes: &Range<usize>) -> Option<Range<usize>> {
        let Range { start, end } = self.touched(bytes)?;
        let is_cut_left = self.kept.start > 0;
        let column = |at: usize| {
            let inner = at.clamp(self.kept.start, self.kept.end);
            // What is cut off is at the sign of the cut.
            let sign = usize::from(is_cut_left && at >= self.kept.start) + usize::from(at > self.kept.end);
            sign + width(&visible(&self.text[self.kept.start..inner]))
        };
        let (start, end) = (column(start), column(end));
        Some(start..end.max(start + 1))
    }
}

/// `line` without what is not in `kept`, as it is drawn.
pub(super) fn cut(line: &str, kept: &Range<usize>) -> String {
    let sign = |is_cut| if is_cut { CUT } else { "" };
    format!("{}{}{}", sign(kept.start > 0), visible(&line[kept.clone()]), sign(kept.end < line.len()))
}

/// The part of `line` to quote, so that `place` and `n_behind` columns after it fit into `columns`, with what is around it on both sides alike.
pub(super) fn kept(line: &str, place: Range<usize>, n_behind: usize, columns: usize) -> Range<usize> {
    let width_of = |part: Range<usize>| width(&visible(&line[part]));
    let (before, inside) = (width_of(0..place.start), width_of(place.clone()));
    let behind = width_of(place.end..line.len()).max(n_behind);
    if before + inside + behind <= columns {
        return 0..line.len();
    }
    // One column on each side for the sign of the cut.
    let columns = columns.saturating_sub(2);
    let room = columns.saturating_sub(inside + n_behind);
    let lead = (room / 2).max((room + n_behind).saturating_sub(behind)).max(MIN_LEAD.min(columns / 4));
    let start = line[..place.start].char_indices().rev().scan(0, |used, (at, c)| takes(used, c, lead).then_some(at)).last();
    let start = start.unwrap_or(place.start);
    let end = line[start..].char_indices().scan(0, |used, (at, c)| takes(used, c, columns).then_some(at + c.len_utf8())).last();
    start..start + end.unwrap_or(0)
}

/// Whether `c` still fits after `used` columns, which then contain it.
fn takes(used: &mut usize, c: char, columns: usize) -> bool {
    *used += width(&visible(c.encode_utf8(&mut [0; 4])));
    *used <= columns
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::LineIndex;

    /// The lines of the window, each with its marks below it.
    fn drawn(text: &str, bytes: Range<usize>, n_behind: usize, columns: usize) -> Vec<String> {
        let lines = LineIndex::new(text);
        let point = |offset| {
            let position = lines.position(offset);
            rendered::Point { line: position.line, column: position.column, offset }
        };
        let range = rendered::Range { start: point(bytes.start), end: point(bytes.end) };
        let (lines, _) = window(text, range, &[Focus { bytes: bytes.clone(), n_behind }], 3, columns);
        let marks = |line: &Line<'_>| line.columns(&bytes).map(|at| " ".repeat(at.start) + &"^".repeat(at.len()));
        lines.iter().flat_map(|line| std::iter::once(line.drawn()).chain(marks(line))).collect()
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides_of_the_place() {
        let line = format!("{}HERE{}", "a".repeat(50), "z".repeat(50));
        assert_eq!(drawn(&line, 50..54, 0, 20), ["…aaaaaaaHEREzzzzzzz…", "        ^^^^"]);
        assert_eq!(drawn(&line, 50..54, 10, 30), ["…aaaaaaaHEREzzzzzzzzzzzzzzzzz…", "        ^^^^"], "room for a label");
        assert_eq!(drawn(&line, 100..104, 0, 20), ["…zzzzzzzzzzzzzzzzzz", "               ^^^^"], "all the room is in front");
    }

    #[test]
    fn a_place_that_is_wider_than_the_terminal_begins_where_it_can_be_seen() {
        let line = format!("summary: {}", "words".repeat(30));
        assert_eq!(drawn(&line, 9..line.len(), 0, 40)[0], "summary: wordswordswordswordswordsword…");
        assert_eq!(drawn(&line, 9..line.len(), 0, 40)[1], format!("         {}", "^".repeat(30)));
    }

    #[test]
    fn a_carriage_return_is_the_end_of_a_line_and_never_shown() {
        assert_eq!(drawn("one\r\n  two\r\nthree", 0..10, 0, 80), ["one", "^^^", "  two", "  ^^^"]);
        assert_eq!(drawn("one\rtwo", 4..7, 0, 80), ["two", "^^^"]);
    }

    #[test]
    fn carets_are_under_wide_and_invisible_characters() {
        assert_eq!(drawn("日本\u{200b}x", 6..9, 0, 80), ["日本\\u{200b}x", "    ^^^^^^^^"]);
        assert_eq!(drawn("\t日x", 4..5, 0, 80), ["    日x", "      ^"]);
    }

    #[test]
    fn any_place_of_any_text_is_drawn_within_the_width() {
        let text = "日本語: é\t\u{1b}\r\n\n  - 語語語語語語語語語語語\r";
        for columns in 0..24 {
            for start in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
                for end in (start..=text.len()).filter(|&at| text.is_char_boundary(at)) {
                    let lines = drawn(text, start..end, 3, columns);
                    assert!(lines.iter().all(|line| width(line) <= columns.max(3)), "{columns} {lines:#?}");
                }
            }
        }
    }
}

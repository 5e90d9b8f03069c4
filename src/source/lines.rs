//! Byte offsets to lines and columns. Knows one text; knows nothing of what it says.

/// A place as people count: line and column from 1, columns in Unicode code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1. LF, CRLF and a lone CR each end one.
    pub line: usize,
    /// Column, from 1, in code points.
    pub column: usize,
}

/// How many bytes are between two places at which characters are counted beforehand: a file may be a single line.
const STEP: usize = 512;

/// Where the lines of a text begin.
#[derive(Debug, Clone)]
pub struct LineIndex<'text> {
    text: &'text str,
    starts: Vec<usize>,
    /// How many characters begin before every multiple of [`STEP`].
    n_before: Vec<usize>,
}

impl<'text> LineIndex<'text> {
    /// Finds the lines of `text`.
    #[must_use]
    pub fn new(text: &'text str) -> Self {
        let bytes = text.as_bytes();
        let ends_line = |at: usize| bytes[at] == b'\n' || (bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
        let starts = std::iter::once(0).chain((0..bytes.len()).filter(|&at| ends_line(at)).map(|at| at + 1)).collect();
        let counts = bytes.chunks(STEP).scan(0, |n_before, chunk| Some(std::mem::replace(n_before, *n_before + n_characters(chunk))));
        Self { text, starts, n_before: counts.collect() }
    }

    /// The line and column of the byte at `offset`; an offset after the end is the end.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let offset = floor_char_boundary(self.text, offset);
        let line = self.line(offset);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or_default();
        Position { line, column: self.n_before(offset) - self.n_before(start) + 1 }
    }

    /// How many characters begin before the byte at `offset`.
    fn n_before(&self, offset: usize) -> usize {
        let (step, bytes) = (offset / STEP, self.text.as_bytes());
        let (Some(n_before), Some(rest)) = (self.n_before.get(step), bytes.get(step * STEP..offset)) else {
            return self.n_before.last().copied().unwrap_or_default() + bytes.chunks(STEP).last().map_or(0, n_characters);
        };
        n_before + n_characters(rest)
    }

    /// The line of the byte at `offset`, from 1; an offset after the end is in the last line.
    #[must_use]
    pub fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset)
    }

    /// The byte offset of `column` (from 0, in code points) on `line` (from 1), clamped to the text.
    #[must_use]
    pub fn offset(&self, line: usize, column: usize) -> usize {
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len());
        self.text[start..].char_indices().nth(column).map_or(self.text.len(), |(at, _)| start + at)
    }
}

/// How many characters begin in a part of a text.
fn n_characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| !matches!(byte, 0x80..=0xbf)).count()
}

/// Returns the part `range` of `text`; empty where a character would be cut in two or the text is shorter.
pub(crate) fn slice(text: &str, range: impl std::slice::SliceIndex<str, Output = str>) -> &str {
    text.get(range).unwrap_or_default()
}

/// The largest character boundary of `text` that is not behind `offset`.
pub(crate) fn floor_char_boundary(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_readme_with_crlf_keeps_its_line_numbers() {
        let lines = LineIndex::new("one\r\ntwo\r\nthrée x");
        assert_eq!(lines.position(5), Position { line: 2, column: 1 });
        assert_eq!(lines.position(17), Position { line: 3, column: 7 });
        assert_eq!(lines.position(999), Position { line: 3, column: 8 });
    }

    #[test]
    fn columns_of_a_long_line_are_those_of_its_characters() {
        let text = format!("é\n{}", "aé".repeat(700));
        let lines = LineIndex::new(&text);
        for (nth, (at, _)) in text.char_indices().enumerate().skip(2) {
            assert_eq!(lines.position(at), Position { line: 2, column: nth - 1 });
        }
        assert_eq!(lines.position(text.len()), Position { line: 2, column: 1401 });
        let even = "a".repeat(STEP);
        assert_eq!(LineIndex::new(&even).position(STEP), Position { line: 1, column: STEP + 1 });
        assert_eq!(LineIndex::new("").position(0), Position { line: 1, column: 1 });
    }

    #[test]
    fn an_offset_inside_a_character_is_its_start() {
        assert_eq!(LineIndex::new("é").position(1), Position { line: 1, column: 1 });
    }
}

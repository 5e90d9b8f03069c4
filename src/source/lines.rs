//! Byte offsets to lines and columns. Knows one text; knows nothing of what it says.

/// A place as people count: line and column from 1, columns in Unicode code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1. LF, CRLF and a lone CR each end one.
    pub line: usize,
    /// Column, from 1, in code points.
    pub column: usize,
}

/// Where the lines of a text begin.
#[derive(Debug, Clone)]
pub struct LineIndex<'text> {
    text: &'text str,
    starts: Vec<usize>,
}

impl<'text> LineIndex<'text> {
    /// Finds the lines of `text`.
    #[must_use]
    pub fn new(text: &'text str) -> Self {
        let bytes = text.as_bytes();
        let ends_line = |at: usize| bytes[at] == b'\n' || (bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
        let starts = std::iter::once(0).chain((0..bytes.len()).filter(|&at| ends_line(at)).map(|at| at + 1)).collect();
        Self { text, starts }
    }

    /// The line and column of the byte at `offset`; an offset behind the end is the end.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let offset = floor_char_boundary(self.text, offset);
        let line = self.line(offset);
        let column = self.text[self.starts[line - 1]..offset].chars().count() + 1;
        Position { line, column }
    }

    /// The line of the byte at `offset`, from 1; an offset behind the end is in the last line.
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
    fn an_offset_inside_a_character_is_its_start() {
        assert_eq!(LineIndex::new("é").position(1), Position { line: 1, column: 1 });
    }
}

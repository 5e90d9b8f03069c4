//! A fix as the lines it takes away and puts there. Knows edits and lines; knows no syntax of a diff.

use super::rendered::RenderedFix;

/// Neighbouring lines that a fix changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hunk {
    /// The number of its first line in the file as it is, from 1.
    pub(super) first_line: usize,
    /// The lines as they are, without their ends.
    pub(super) before: Vec<String>,
    /// The lines as they will be.
    pub(super) after: Vec<String>,
}

/// Returns the hunks of `fix`, in the order of the file.
pub(super) fn hunks(fix: &RenderedFix<'_>) -> Vec<Hunk> {
    let line_end = |offset: usize| fix.text[offset..].find('\n').map_or(fix.text.len(), |end| offset + end);
    // Edits on the same or on neighbouring lines belong to one hunk.
    let groups = fix.edits.chunk_by(|(a, _), (b, _)| b.start.line <= a.end.line + 1);
    let hunk = |group: &[(super::rendered::Range, &str)]| {
        let first_line = group.first()?.0.start.line;
        let (first, last) = (group.first()?.0.start.offset, group.last()?.0.end.offset);
        let start = fix.text[..first].rfind('\n').map_or(0, |end| end + 1);
        let old = &fix.text[start..line_end(last)];
        let mut new = String::new();
        let mut done = start;
        for (range, text) in group {
            new += fix.text.get(done..range.start.offset)?;
            new += text;
            done = range.end.offset;
        }
        new += &fix.text[done..line_end(last)];
        Some(trimmed(first_line, lines(old), lines(&new)))
    };
    groups.filter_map(hunk).filter(|hunk| hunk.before != hunk.after).collect()
}

fn lines(text: &str) -> Vec<String> {
    text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line).to_owned()).collect()
}

/// Both sides without the lines they share at either end.
fn trimmed(first_line: usize, mut before: Vec<String>, mut after: Vec<String>) -> Hunk {
    while !before.is_empty() && before.last() == after.last() {
        before.pop();
        after.pop();
    }
    let n_same = before.iter().zip(&after).take_while(|(a, b)| a == b).count();
    before.drain(..n_same);
    after.drain(..n_same);
    Hunk { first_line: first_line + n_same, before, after }
}

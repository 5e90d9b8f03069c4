//! What is not the same in two texts. Knows no field, no file and no HTML; the only file that names the crate.

use std::fmt::Write as _;
use std::ops::Range;

use imara_diff::{Algorithm, Diff, InternedInput};

/// Lines around a change that are shown with it.
const CONTEXT: usize = 3;

/// A part that is not the same: what it was, and what it is instead. One of the two can be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hunk {
    pub(crate) old: Range<usize>,
    pub(crate) new: Range<usize>,
}

impl Hunk {
    /// The one part that is not the same, from the first difference to the last, found without comparing anything in between.
    pub(crate) fn spanning(old: &[&str], new: &[&str]) -> Self {
        let n_first = old.iter().zip(new).take_while(|(a, b)| a == b).count();
        let rest = old.iter().skip(n_first).rev().zip(new.iter().skip(n_first).rev());
        let n_last = rest.take_while(|(a, b)| a == b).count();
        Self { old: n_first..old.len() - n_last, new: n_first..new.len() - n_last }
    }
}

/// The lines of `old` and `new` that are not the same, in order. Between two hunks, the lines are the same.
pub(crate) fn lines(old: &[&str], new: &[&str]) -> Vec<Hunk> {
    let (input, mut diff) = compared(old, new);
    diff.postprocess_lines(&input);
    hunks(&diff)
}

/// The words of `old` and `new` that are not the same, in order. Between two hunks, the words are the same.
pub(crate) fn words(old: &[&str], new: &[&str]) -> Vec<Hunk> {
    let (input, mut diff) = compared(old, new);
    diff.postprocess_no_heuristic(&input);
    hunks(&diff)
}

fn compared<'text>(old: &[&'text str], new: &[&'text str]) -> (InternedInput<&'text str>, Diff) {
    let mut input = InternedInput::default();
    input.update_before(old.iter().copied());
    input.update_after(new.iter().copied());
    let diff = Diff::compute(Algorithm::Histogram, &input);
    (input, diff)
}

fn hunks(diff: &Diff) -> Vec<Hunk> {
    let wide = |range: Range<u32>| range.start as usize..range.end as usize;
    diff.hunks().map(|hunk| Hunk { old: wide(hunk.before), new: wide(hunk.after) }).collect()
}

/// Hunks that are shown together, because what lies between them is shown anyway, and the lines that are the same around each of them.
pub(crate) fn groups(hunks: &[Hunk], n_old: usize) -> impl Iterator<Item = Group<'_>> {
    let together = hunks.chunk_by(|one, next| next.old.start - one.old.end <= 2 * CONTEXT);
    together.filter_map(move |hunks| {
        let (first, last) = (hunks.first()?, hunks.last()?);
        Some(Group { hunks, n_before: first.old.start.min(CONTEXT), n_after: (n_old - last.old.end).min(CONTEXT) })
    })
}

/// Hunks that are shown together.
#[derive(Debug)]
pub(crate) struct Group<'diff> {
    hunks: &'diff [Hunk],
    /// How many lines before the first hunk are shown with it.
    n_before: usize,
    /// How many lines after the last hunk are shown with it.
    n_after: usize,
}

/// Lines of a group: those that are the same in both, by their places in the new text, or a hunk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Lines {
    Same(Range<usize>),
    Changed(Hunk),
}

impl Group<'_> {
    /// All lines of the group, in order.
    pub(crate) fn lines(&self) -> Vec<Lines> {
        let mut lines = Vec::new();
        let mut at = self.hunks.first().map_or(0, |first| first.new.start - self.n_before);
        for hunk in self.hunks {
            lines.push(Lines::Same(at..hunk.new.start));
            lines.push(Lines::Changed(hunk.clone()));
            at = hunk.new.end;
        }
        lines.push(Lines::Same(at..at + self.n_after));
        lines
    }

    /// The line that says where the group is, as in `@@ -3,7 +3,8 @@`.
    fn header(&self) -> String {
        let (Some(first), Some(last)) = (self.hunks.first(), self.hunks.last()) else { return String::new() };
        let range = |start: usize, end: usize| match end - start {
            1 => format!("{}", start + 1),
            0 => format!("{start},0"),
            n => format!("{},{n}", start + 1),
        };
        let old = range(first.old.start - self.n_before, last.old.end + self.n_after);
        let new = range(first.new.start - self.n_before, last.new.end + self.n_after);
        format!("@@ -{old} +{new} @@\n")
    }
}

/// The change from `old` to `new`, two versions of the file `name`, in the form that `patch` and git read. Empty if there is none.
#[must_use]
pub(crate) fn unified(name: &str, old: &str, new: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.split_inclusive('\n').collect(), new.split_inclusive('\n').collect());
    let mut text = String::new();
    let hunks = lines(&old, &new);
    if !hunks.is_empty() {
        let _ = writeln!(text, "--- {name}\n+++ {name}");
    }
    for group in groups(&hunks, old.len()) {
        text += &group.header();
        for lines in group.lines() {
            match lines {
                Lines::Same(range) => put(&mut text, ' ', new.get(range)),
                Lines::Changed(hunk) => {
                    put(&mut text, '-', old.get(hunk.old));
                    put(&mut text, '+', new.get(hunk.new));
                }
            }
        }
    }
    text
}

fn put(text: &mut String, sign: char, lines: Option<&[&str]>) {
    for line in lines.unwrap_or_default() {
        text.push(sign);
        text.push_str(line);
        if !line.ends_with('\n') {
            text.push_str("\n\\ No newline at end of file\n");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::unified;

    #[test]
    fn a_diff_says_where_it_is_and_what_is_not_the_same() {
        let old: String = (1..=30).map(|n| format!("{n}\n")).collect();
        let new = old.replace("\n5\n", "\nfive\n").replace("\n12\n", "\n").replace("\n25\n", "\n25\nmore\n");
        assert_eq!(
            unified("a.md", &old, &new),
            "--- a.md\n+++ a.md\n@@ -2,14 +2,13 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n 9\n 10\n 11\n-12\n 13\n 14\n 15\n@@ -23,6 +22,7 @@\n 23\n 24\n 25\n+more\n 26\n 27\n 28\n"
        );
        assert_eq!(unified("a.md", &old, &old), "");
    }

    #[test]
    fn a_missing_end_of_line_and_an_empty_file_are_told() {
        assert_eq!(unified("a", "x", "y\n"), "--- a\n+++ a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+y\n");
        assert_eq!(unified("a", "", "x\ny\n"), "--- a\n+++ a\n@@ -0,0 +1,2 @@\n+x\n+y\n");
    }
}

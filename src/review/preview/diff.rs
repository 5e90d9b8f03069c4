//! Two texts side by side: which words and which lines are not the same. Knows no field, no file and no HTML.
//!
//! A diff of hostile texts can take minutes, and one that stops at a deadline is another one on a slower machine. So what may be compared is bounded
//! by its size: see [`Budget`].

use serde::Serialize;

use crate::diff::{self, Hunk, Lines};

/// Lines that are shown of one file, at most.
const MOST_ROWS: usize = 400;
/// Steps that comparing all texts of one preview may take: about a second.
const MOST_STEPS: usize = 60_000_000;

/// How much more may be compared, in steps of a comparison: the product of the lengths of both texts, which is its worst case.
#[derive(Debug)]
pub(super) struct Budget(usize);

impl Budget {
    /// That of one preview.
    pub(super) fn new() -> Self {
        Self(MOST_STEPS)
    }

    /// Whether texts of `old` and `new` parts can be compared; if so, they count.
    fn allows(&mut self, old: usize, new: usize) -> bool {
        let left = old.checked_mul(new).and_then(|steps| self.0.checked_sub(steps));
        self.0 = left.unwrap_or(self.0);
        left.is_some()
    }
}

/// Whether a part of a text was kept, removed or added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Kind {
    /// It is in both.
    Same,
    /// It is in the old one alone.
    Del,
    /// It is in the new one alone.
    Ins,
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Part {
    pub(super) kind: Kind,
    pub(super) text: String,
}

/// A line of one of two files, or of both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Row {
    pub(super) kind: Kind,
    /// Its number, from 1: in the old file if it is gone, else in the new one.
    pub(super) number: usize,
    pub(super) parts: Vec<Part>,
    /// Whether lines before it that are the same in both are left out.
    pub(super) is_after_gap: bool,
}

/// The lines of two files.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(super) struct Rows {
    pub(super) rows: Vec<Row>,
    /// How many more there are that are not shown.
    pub(super) n_more: usize,
}

/// The parts of `old` and those of `new`, with what is in one of them alone marked word by word.
pub(super) fn words(old: &str, new: &str, budget: &mut Budget) -> (Vec<Part>, Vec<Part>) {
    let (old_words, new_words) = (split(old), split(new));
    let whole = |kind, text: &str| if text.is_empty() { Vec::new() } else { vec![Part { kind, text: text.to_owned() }] };
    if old == new || !budget.allows(old_words.len(), new_words.len()) {
        let kinds = if old == new { (Kind::Same, Kind::Same) } else { (Kind::Del, Kind::Ins) };
        return (whole(kinds.0, old), whole(kinds.1, new));
    }
    let (mut before, mut after) = (Vec::new(), Vec::new());
    let mut at = 0;
    for hunk in diff::words(&old_words, &new_words) {
        for word in old_words.get(at..hunk.old.start).unwrap_or_default() {
            put(&mut before, Kind::Same, word);
            put(&mut after, Kind::Same, word);
        }
        at = hunk.old.end;
        old_words.get(hunk.old).unwrap_or_default().iter().for_each(|word| put(&mut before, Kind::Del, word));
        new_words.get(hunk.new).unwrap_or_default().iter().for_each(|word| put(&mut after, Kind::Ins, word));
    }
    for word in old_words.get(at..).unwrap_or_default() {
        put(&mut before, Kind::Same, word);
        put(&mut after, Kind::Same, word);
    }
    (joined(before), joined(after))
}

/// The lines of two files that are not the same, with some around them.
pub(super) fn lines(old: &str, new: &str, budget: &mut Budget) -> Rows {
    let (old_lines, new_lines): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let hunks = if budget.allows(old_lines.len(), new_lines.len()) {
        diff::lines(&old_lines, &new_lines)
    } else {
        vec![Hunk::spanning(&old_lines, &new_lines)]
    };
    let mut rows: Vec<Row> = Vec::new();
    for (place, group) in diff::groups(&hunks, old_lines.len()).enumerate() {
        let first = rows.len();
        for lines in group.lines() {
            match lines {
                Lines::Same(range) => rows.extend(range.map(|n| row(Kind::Same, n, new_lines[n]))),
                Lines::Changed(hunk) if hunk.old.len() == hunk.new.len() => rows.extend(altered(&old_lines, &new_lines, hunk, budget)),
                Lines::Changed(hunk) => {
                    rows.extend(hunk.old.map(|n| row(Kind::Del, n, old_lines[n])));
                    rows.extend(hunk.new.map(|n| row(Kind::Ins, n, new_lines[n])));
                }
            }
        }
        if let Some(row) = rows.get_mut(first) {
            row.is_after_gap = place > 0 || row.number > 1;
        }
    }
    let n_more = rows.len().saturating_sub(MOST_ROWS);
    rows.truncate(MOST_ROWS);
    Rows { rows, n_more }
}

/// As many lines instead of as many others: mostly the same sentences with other words.
fn altered(old: &[&str], new: &[&str], hunk: Hunk, budget: &mut Budget) -> Vec<Row> {
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for (n, m) in hunk.old.zip(hunk.new) {
        let (old_parts, new_parts) = words(old[n], new[m], budget);
        before.push(Row { parts: old_parts, ..row(Kind::Del, n, "") });
        after.push(Row { parts: new_parts, ..row(Kind::Ins, m, "") });
    }
    before.into_iter().chain(after).collect()
}

fn row(kind: Kind, n: usize, text: &str) -> Row {
    let parts = if text.is_empty() { Vec::new() } else { vec![Part { kind, text: text.to_owned() }] };
    Row { kind, number: n + 1, parts, is_after_gap: false }
}

/// `text` in words, spaces and single signs. Scripts that put no spaces between words fall into their characters.
fn split(text: &str) -> Vec<&str> {
    // Up to here are the scripts that do: beyond begin those of East Asia.
    let of = |c: char| match c {
        c if c.is_whitespace() => 0,
        c if c.is_alphanumeric() && c < '\u{2e80}' => 1,
        _ => 2,
    };
    let mut parts = Vec::new();
    let mut start = 0;
    let mut last = None;
    for (at, c) in text.char_indices() {
        if last.is_some_and(|last| last != of(c) || last == 2) {
            parts.push(&text[start..at]);
            start = at;
        }
        last = Some(of(c));
    }
    if start < text.len() {
        parts.push(&text[start..]);
    }
    parts
}

fn put(parts: &mut Vec<Part>, kind: Kind, text: &str) {
    match parts.last_mut() {
        Some(last) if last.kind == kind => last.text.push_str(text),
        _ => parts.push(Part { kind, text: text.to_owned() }),
    }
}

/// The parts, with a space between two marked ones as a part of one mark: a sentence is read, not its words.
fn joined(parts: Vec<Part>) -> Vec<Part> {
    let mut whole: Vec<Part> = Vec::new();
    for part in parts {
        match whole.as_mut_slice() {
            [.., before, blank] if before.kind == part.kind && part.kind != Kind::Same && blank.text.trim().is_empty() => {
                before.text = format!("{}{}{}", before.text, blank.text, part.text);
                whole.pop();
            }
            _ => whole.push(part),
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The parts with `-` and `+` around what is in one text alone.
    fn drawn(parts: &[Part]) -> String {
        let draw = |part: &Part| match part.kind {
            Kind::Same => part.text.clone(),
            Kind::Del => format!("-{}-", part.text),
            Kind::Ins => format!("+{}+", part.text),
        };
        parts.iter().map(draw).collect()
    }

    fn marked(old: &str, new: &str) -> (String, String) {
        let (before, after) = words(old, new, &mut Budget::new());
        (drawn(&before), drawn(&after))
    }

    fn of(before: &str, after: &str) -> (String, String) {
        (before.to_owned(), after.to_owned())
    }

    #[test]
    fn changed_words_are_marked_with_the_space_between_them() {
        assert_eq!(marked("Posts every order.", "Posts each new order."), of("Posts -every- order.", "Posts +each new+ order."));
        assert_eq!(marked("", "new"), of("", "+new+"));
        assert_eq!(marked("same", "same"), of("same", "same"));
    }

    #[test]
    fn look_alike_hosts_and_scripts_without_spaces_are_marked_where_they_differ() {
        let (before, after) = marked("https://acme.example/a", "https://acrne.example/a");
        assert_eq!((&*before, &*after), ("https://-acme-.example/a", "https://+acrne+.example/a"));
        assert_eq!(marked("請求書の同期", "請求書を同期"), of("請求書-の-同期", "請求書+を+同期"));
    }

    #[test]
    fn lines_are_shown_with_some_around_them() {
        let old: String = (1..=20).map(|n| format!("line {n}\n")).collect();
        let new = old.replace("line 10\n", "line ten\n").replace("line 20\n", "");
        let found = lines(&old, &new, &mut Budget::new());
        let drawn: Vec<String> = found.rows.iter().map(|row| format!("{} {}", row.number, drawn(&row.parts))).collect();
        assert_eq!(drawn[3..5], ["10 line -10-", "10 line +ten+"]);
        assert!(found.rows[0].is_after_gap && drawn.last().is_some_and(|last| last == "20 -line 20-"), "{drawn:?}");
    }

    #[test]
    fn texts_too_long_to_compare_are_shown_as_far_as_there_is_room() {
        let (old, new): (String, String) =
            ((0..9_000).map(|n| format!("a{n}\n")).collect(), (0..9_000).map(|n| format!("b{n}\n")).collect());
        let found = lines(&old, &new, &mut Budget::new());
        assert_eq!((found.rows.len(), found.n_more), (MOST_ROWS, 18_000 - MOST_ROWS));
        let (before, after) = words(&"a b ".repeat(50_000), &"c d ".repeat(50_000), &mut Budget::new());
        assert_eq!((before.len(), after.len()), (1, 1));
    }
}

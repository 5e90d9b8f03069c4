//! A text of Markdown without the parts that someone objects to. Knows lines and blocks; knows no rule.

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::parse::prose;
use crate::text::printable;

/// One problem may hide another; a text that is not clean after this many rounds is left as it is then.
const MAX_ROUNDS: usize = 8;

/// A part that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cut {
    /// Its text.
    pub(super) text: String,
    /// The problem with it.
    pub(super) why: String,
}

/// `text` without the parts that `object` finds fault with, and those parts.
pub(super) fn prune(mut text: String, object: impl Fn(&str) -> Vec<Diagnostic>) -> (String, Vec<Cut>) {
    let mut cuts = Vec::new();
    for _ in 0..MAX_ROUNDS {
        let remarks = object(&text);
        let placed = remarks.iter().filter_map(|finding| Some((part(&text, finding.span?.start as usize)?, finding)));
        let mut parts: Vec<(Range<usize>, &Diagnostic)> = placed.collect();
        parts.sort_by_key(|(range, _)| range.start);
        parts.dedup_by(|later, earlier| later.0.start < earlier.0.end);
        if parts.is_empty() {
            break;
        }
        for (range, finding) in &parts {
            cuts.push(Cut {
                text: text[range.clone()].trim().to_owned(),
                why: printable(&format!("{} ({})", finding.message, finding.code.name)),
            });
        }
        for (range, _) in parts.into_iter().rev() {
            cut_out(&mut text, range);
        }
    }
    if !cuts.is_empty() {
        drop_emptied(&mut text);
    }
    (text, cuts)
}

/// Takes away headings that nothing follows any more.
fn drop_emptied(text: &mut String) {
    while let Some(range) = emptied(text) {
        cut_out(text, range);
    }
}

/// Takes `range` away, and the empty lines after it when there are some before it.
fn cut_out(text: &mut String, range: Range<usize>) {
    let is_apart = range.start == 0 || text[..range.start].ends_with("\n\n");
    let n_blank = if is_apart { text[range.end..].len() - text[range.end..].trim_start_matches(['\r', '\n']).len() } else { 0 };
    text.replace_range(range.start..range.end + n_blank, "");
}

fn emptied(text: &str) -> Option<Range<usize>> {
    let headings = prose::outline(text).headings;
    let place = |n: usize| {
        let next = headings.get(n + 1);
        let (start, end) = (headings[n].span.start as usize, headings[n].span.end as usize);
        let until = next.map_or(text.len(), |next| next.span.start as usize);
        let is_last_of_its_own = next.is_none_or(|next| next.level <= headings[n].level);
        let is_empty = text.get(end..until).is_some_and(|below| below.trim().is_empty());
        (is_last_of_its_own && is_empty).then_some(start..until)
    };
    (0..headings.len()).find_map(place)
}

/// The item of a list or the block between empty lines in which the byte `at` is.
fn part(text: &str, at: usize) -> Option<Range<usize>> {
    let lines: Vec<Range<usize>> = lines(text);
    let of = |n: usize| &text[lines[n].clone()];
    let middle = lines.iter().position(|line| line.contains(&at))?;
    let (mut first, mut last) = (middle, middle);
    while first > 0 && !begins_item(of(first)) && !of(first - 1).trim().is_empty() {
        first -= 1;
    }
    while last + 1 < lines.len() && !of(last + 1).trim().is_empty() && !begins_item(of(last + 1)) {
        last += 1;
    }
    Some(lines[first].start..lines[last].end)
}

fn lines(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let of_line = |line: &str| {
        let range = start..start + line.len();
        start = range.end;
        range
    };
    text.split_inclusive('\n').map(of_line).collect()
}

fn begins_item(line: &str) -> bool {
    let line = line.trim_start();
    let marked = line.trim_start_matches(|c: char| c.is_ascii_digit());
    ["- ", "* ", "+ "].iter().any(|mark| line.starts_with(mark))
        || (marked.len() < line.len() && (marked.starts_with(". ") || marked.starts_with(") ")))
}

#[cfg(test)]
mod tests {
    use super::{drop_emptied, part};

    #[track_caller]
    fn cut(text: &str, about: &str) -> String {
        let range = part(text, text.find(about).expect("it stands there")).expect("it is in a line");
        format!("{}{}", &text[..range.start], &text[range.end..])
    }

    #[test]
    fn a_paragraph_is_removed_as_a_whole() {
        assert_eq!(cut("one\n\ntwo\nbad\nthree\n\nfour\n", "bad"), "one\n\n\nfour\n");
    }

    #[test]
    fn an_item_is_removed_with_its_own_lines_only() {
        assert_eq!(cut("- one\n- two\n  bad\n- three\n", "bad"), "- one\n- three\n");
        assert_eq!(cut("1. bad\n2. two", "bad"), "2. two");
    }

    #[test]
    fn a_heading_is_removed_with_its_section() {
        let mut text = "lead\n\n# A\n\n## B\n\n\n## C\n\n```sh\n# one\n# two\n```\n\n## D\n\n".to_owned();
        drop_emptied(&mut text);
        assert_eq!(text, "lead\n\n# A\n\n## C\n\n```sh\n# one\n# two\n```\n\n");
    }

    #[test]
    fn the_last_line_needs_no_end() {
        assert_eq!(cut("one\n\nbad", "bad"), "one\n\n");
    }
}

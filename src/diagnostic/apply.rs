//! Fixes → a changed text. Knows bytes and edits; does not know what they are good for.

use std::collections::BTreeMap;

use super::{Edit, Fix};
use crate::source::Span;

/// `text` with as many of `fixes` made as do not get in each other's way, and their number. A fix is made whole or not at all; of two that touch the
/// same place the first is made, so that the second can be looked for again in the new text. Lines that an edit adds end as the text's own lines do.
#[must_use]
pub fn apply<'fix>(text: &str, fixes: impl IntoIterator<Item = &'fix Fix>) -> (String, usize) {
    let mut taken: BTreeMap<Span, &Edit> = BTreeMap::new();
    let mut n_made = 0;
    for fix in fixes {
        let fits = |edit: &Edit| is_inside(text, edit) && !touches(edit, &taken);
        if !fix.edits.is_empty() && is_in_order(&fix.edits) && fix.edits.iter().all(fits) {
            taken.extend(fix.edits.iter().map(|edit| (edit.span, edit)));
            n_made += 1;
        }
    }
    let ending = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut made = String::with_capacity(text.len());
    let mut at = 0;
    for edit in taken.into_values() {
        made.push_str(&text[at..edit.span.start as usize]);
        made.push_str(&edit.text.replace('\n', ending));
        at = edit.span.end as usize;
    }
    made.push_str(&text[at..]);
    (made, n_made)
}

fn is_inside(text: &str, edit: &Edit) -> bool {
    let range = edit.span.range();
    range.start <= range.end && text.is_char_boundary(range.start) && text.is_char_boundary(range.end)
}

/// Whether each edit ends before the next one begins, as it should be.
fn is_in_order(edits: &[Edit]) -> bool {
    edits.windows(2).all(|pair| pair[0].span < pair[1].span && pair[0].span.end <= pair[1].span.start)
}

/// Whether `edit` overlaps or meets one of `taken`, which do not overlap: the order of two insertions at one place would be a matter of luck.
fn touches(edit: &Edit, taken: &BTreeMap<Span, &Edit>) -> bool {
    let Span { start, end } = edit.span;
    taken.range(..=Span { start: end, end: u32::MAX }).next_back().is_some_and(|(nearest, _)| start <= nearest.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Certainty;

    fn fix(edits: &[(u32, u32, &str)]) -> Fix {
        let edits = edits.iter().map(|&(start, end, text)| Edit { span: Span { start, end }, text: text.to_owned() }).collect();
        Fix { title: String::new(), edits, certainty: Certainty::Certain }
    }

    #[test]
    fn fixes_are_made_whole_or_not_at_all() {
        let (far, overlapping) = (fix(&[(0, 1, "A"), (4, 5, "E")]), fix(&[(1, 2, "B"), (4, 6, "X")]));
        assert_eq!(apply("abcdef", [&far, &overlapping]), ("AbcdEf".to_owned(), 1));
        assert_eq!(apply("abcdef", [&overlapping, &far]), ("aBcdX".to_owned(), 1));
    }

    #[test]
    fn a_fix_whose_own_edits_overlap_is_not_made() {
        assert_eq!(apply("abcdef", [&fix(&[(0, 3, "x"), (2, 4, "y")])]), ("abcdef".to_owned(), 0));
        assert_eq!(apply("abcdef", [&fix(&[(0, 1, ""), (1, 2, "")])]), ("cdef".to_owned(), 1));
    }

    #[test]
    fn as_many_fixes_as_a_file_has_bytes_take_no_time() {
        let one_in_two: Vec<_> = (0..100_000).map(|n| fix(&[(2 * n, 2 * n + 1, "b")])).collect();
        assert_eq!(apply(&"a".repeat(200_000), &one_in_two), ("ba".repeat(100_000), 100_000));
    }

    #[test]
    fn an_edit_outside_the_text_or_inside_a_character_is_not_made() {
        assert_eq!(apply("é", [&fix(&[(1, 2, "x")])]), ("é".to_owned(), 0));
        assert_eq!(apply("a", [&fix(&[(1, 9, "x")])]), ("a".to_owned(), 0));
    }

    #[test]
    fn an_added_line_has_the_line_end_of_the_others() {
        assert_eq!(apply("a: 1\r\n", [&fix(&[(6, 6, "b: 2\n")])]).0, "a: 1\r\nb: 2\r\n");
    }
}

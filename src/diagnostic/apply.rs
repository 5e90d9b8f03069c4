//! Fixes → a changed text. Knows bytes and edits; does not know what they are good for.

use super::{Edit, Fix};

/// `text` with as many of `fixes` made as do not get in each other's way, and their number. A fix is made whole or not at all; of two that touch the
/// same place the first is made, so that the second can be looked for again in the new text. Lines that an edit adds end as the text's own lines do.
#[must_use]
pub fn apply<'fix>(text: &str, fixes: impl IntoIterator<Item = &'fix Fix>) -> (String, usize) {
    let mut taken: Vec<&Edit> = Vec::new();
    let mut n_made = 0;
    for fix in fixes {
        let fits = |edit: &Edit| is_inside(text, edit) && taken.iter().all(|other| !touches(edit, other));
        if !fix.edits.is_empty() && fix.edits.iter().all(fits) {
            taken.extend(&fix.edits);
            n_made += 1;
        }
    }
    taken.sort_by_key(|edit| edit.span);
    let ending = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut made = String::with_capacity(text.len());
    let mut at = 0;
    for edit in taken {
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

/// Whether two edits overlap or meet: the order of two insertions at one place would be a matter of luck.
fn touches(a: &Edit, b: &Edit) -> bool {
    a.span.start <= b.span.end && b.span.start <= a.span.end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Certainty;
    use crate::source::Span;

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
    fn what_lies_outside_the_text_or_inside_a_character_is_left_alone() {
        assert_eq!(apply("é", [&fix(&[(1, 2, "x")])]), ("é".to_owned(), 0));
        assert_eq!(apply("a", [&fix(&[(1, 9, "x")])]), ("a".to_owned(), 0));
    }

    #[test]
    fn a_line_that_is_added_ends_as_the_others_do() {
        assert_eq!(apply("a: 1\r\n", [&fix(&[(6, 6, "b: 2\n")])]).0, "a: 1\r\nb: 2\r\n");
    }
}

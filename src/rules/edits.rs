//! Edits of YAML text that keep its comments and its layout. Knows places; knows no key.

use crate::diagnostic::Edit;
use crate::source::{Span, Spanned};

/// The edit that removes item `n` from a list, or nothing when the list would be left empty or a comment would be lost.
///
/// In brackets the comma before it is removed as well; in a list of lines, its whole line.
pub(in crate::rules) fn without_item<T>(text: &str, items: &[Spanned<T>], n: usize) -> Option<Edit> {
    let span = items.get(n)?.span;
    let before = text.get(..span.start as usize)?.trim_end_matches([' ', '\t']);
    let cut = if before.ends_with('-') && !before.ends_with("--") {
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let end = text.get(span.end as usize..)?.find('\n').map_or(text.len(), |newline| span.end as usize + newline + 1);
        Span::new(start..end)
    } else if n > 0 {
        Span { start: items[n - 1].span.end, end: span.end }
    } else {
        Span { start: span.start, end: items.get(1)?.span.start }
    };
    let is_only = items.len() < 2;
    let lost = text.get(cut.range())?.replace(text.get(span.range())?, "");
    (!is_only && !lost.contains('#')).then(|| Edit { span: cut, text: String::new() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Certainty, Fix, apply};

    /// `text` without the item `n`, where items are marked by `<…>`.
    fn without(marked: &str, n: usize) -> Option<String> {
        let mut text = String::new();
        let mut items = Vec::new();
        let mut start = 0;
        for c in marked.chars() {
            match c {
                '<' => start = text.len(),
                '>' => items.push(Spanned::new((), Span::new(start..text.len()))),
                c => text.push(c),
            }
        }
        let edit = without_item(&text, &items, n)?;
        Some(apply(&text, [&Fix { title: String::new(), edits: vec![edit], certainty: Certainty::Certain }]).0)
    }

    #[test]
    fn a_removed_item_takes_its_comma_or_line_along() {
        assert_eq!(without("tags: [<a>, <b>, <c>]\n", 1).as_deref(), Some("tags: [a, c]\n"));
        assert_eq!(without("tags: [<a>, <b>]\n", 0).as_deref(), Some("tags: [b]\n"));
        assert_eq!(without("tags:\n  - <a>\n  - <b>\nx: 1\n", 1).as_deref(), Some("tags:\n  - a\nx: 1\n"));
    }

    #[test]
    fn no_comment_is_lost_and_no_list_left_empty() {
        assert_eq!(without("tags:\n  - <a>\n  - <b> # why\n", 1), None);
        assert_eq!(without("tags: [<a>]\n", 0), None);
        assert_eq!(without("tags: [<'#1'>, <'#2'>]\n", 1).as_deref(), Some("tags: ['#1']\n"));
    }
}

//! Invisible characters, however they are written. Knows the escapes of YAML and Markdown; judges no character.

use crate::diagnostic::{Certainty, Edit, Findings};
use crate::format::Document;
use crate::parse::yaml::{Node, NodeKind};
use crate::source::{Span, slice};

/// A character and its place.
pub(super) type Hidden = (Span, char);

/// The characters of `document` that are `wanted`: as they are, as `\u202e` in a YAML text, or as `&#x202e;` in Markdown outside of code.
pub(super) fn hidden(document: &Document, wanted: fn(char) -> bool) -> Vec<Hidden> {
    let text = document.text.as_deref().unwrap_or_default();
    let place = |at: usize, n_bytes: usize| Span::new(at..at + n_bytes);
    // Most texts contain only letters and line ends, which one look at their bytes tells.
    let is_odd = |byte: u8| !matches!(byte, b'\t' | b'\n' | b'\r' | b' '..=b'~');
    let looked_at = if text.bytes().any(is_odd) { text } else { "" };
    let mut found: Vec<Hidden> = looked_at.char_indices().filter(|&(_, c)| wanted(c)).map(|(at, c)| (place(at, c.len_utf8()), c)).collect();
    let is_markdown = document.path.has_ending("md");
    let escapes = text.match_indices(if is_markdown { "&#" } else { "\\" }).filter_map(|(at, _)| {
        let (n_bytes, c) = if is_markdown { entity(&text[at..])? } else { escape(&text[at..])? };
        (wanted(c) && !document.is_code(at) && !is_escaped(text, at)).then(|| (place(at, n_bytes), c))
    });
    let mut escapes: Vec<Hidden> = escapes.collect();
    if !is_markdown && !escapes.is_empty() {
        let quoted = in_double_quotes(document);
        escapes.retain(|(place, _)| {
            let n_before = quoted.partition_point(|span| span.start <= place.start);
            n_before.checked_sub(1).is_some_and(|last| place.end <= quoted[last].end)
        });
    }
    found.extend(escapes);
    found.sort_unstable();
    found
}

/// Whether the character at `at` is escaped by a backslash that is not itself escaped.
fn is_escaped(text: &str, at: usize) -> bool {
    text.as_bytes()[..at].iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
}

/// The texts in double quotes: in all others, a backslash is a backslash.
fn in_double_quotes(document: &Document) -> Vec<Span> {
    fn visit(node: &Node, text: &str, found: &mut Vec<Span>) {
        match &node.kind {
            NodeKind::Scalar { .. } if slice(text, node.span.range()).starts_with('"') => found.push(node.span),
            NodeKind::Scalar { .. } | NodeKind::Unread => {}
            NodeKind::Sequence(items) => items.iter().for_each(|item| visit(item, text, found)),
            NodeKind::Mapping(entries) => {
                for (key, value) in entries {
                    if slice(text, key.span.range()).starts_with('"') {
                        found.push(key.span);
                    }
                    visit(value, text, found);
                }
            }
        }
    }
    let mut found = Vec::new();
    if let (Some(root), Some(text)) = (document.tree(), document.text.as_deref()) {
        visit(root, text, &mut found);
    }
    found
}

/// `\u202e`, `\x85`, `\U0000202e` or one of the escapes of a letter, and its length.
fn escape(text: &str) -> Option<(usize, char)> {
    let n_digits = match text.as_bytes().get(1)? {
        b'x' => 2,
        b'u' => 4,
        b'U' => 8,
        letter => {
            const LETTERS: [(u8, char); 9] = [
                (b'0', '\0'),
                (b'a', '\u{7}'),
                (b'b', '\u{8}'),
                (b'e', '\u{1b}'),
                (b'v', '\u{b}'),
                (b'f', '\u{c}'),
                (b'N', '\u{85}'),
                (b'L', '\u{2028}'),
                (b'P', '\u{2029}'),
            ];
            return LETTERS.iter().find(|(known, _)| known == letter).map(|(_, c)| (2, *c));
        }
    };
    let code = u32::from_str_radix(text.get(2..2 + n_digits)?, 16).ok()?;
    Some((2 + n_digits, char::from_u32(code)?))
}

/// `&#8238;` or `&#x202e;` and its length.
fn entity(text: &str) -> Option<(usize, char)> {
    let number = text.get(2..)?;
    let (number, radix) = number.strip_prefix(['x', 'X']).map_or((number, 10), |number| (number, 16));
    let n_digits = number.bytes().take(8).take_while(u8::is_ascii_hexdigit).count();
    let is_whole = number.as_bytes().get(n_digits) == Some(&b';');
    let code = u32::from_str_radix(&number[..n_digits], radix).ok().filter(|_| is_whole)?;
    Some((text.len() - number.len() + n_digits + 1, char::from_u32(code)?))
}

/// Reports what the first of `found` `does`, and offers to remove all of them.
pub(super) fn say(findings: &mut Findings<'_>, found: &[Hidden], does: &str, certainty: Certainty) {
    let Some(&(first, c)) = found.first() else { return };
    let others = match found.len() - 1 {
        0 => String::new(),
        1 => ", and one more".to_owned(),
        n => format!(", and {n} more"),
    };
    let edits = found.iter().map(|&(span, _)| Edit { span, text: String::new() }).collect();
    findings.at(first, format!("U+{:04X} {does}{others}", u32::from(c))).edits(certainty, "remove it", edits);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::ContentPath;

    #[test]
    fn an_escape_is_read_as_its_character() {
        assert_eq!(escape("\\u202e."), Some((6, '\u{202e}')));
        assert_eq!(escape("\\x0B."), Some((4, '\u{b}')));
        assert_eq!(escape("\\U0000202e"), Some((10, '\u{202e}')));
        assert_eq!(escape("\\e"), Some((2, '\u{1b}')));
        assert_eq!(escape("\\u20"), None);
        assert_eq!(escape("\\x85 name"), Some((4, '\u{85}')));
        assert_eq!(escape("\\U0000202E"), Some((10, '\u{202e}')));
        assert_eq!(escape("\\N"), Some((2, '\u{85}')));
        assert_eq!(escape("\\n"), None);
        assert_eq!(entity("&#x202E;."), Some((8, '\u{202e}')));
        assert_eq!(entity("&#8203; "), Some((7, '\u{200b}')));
        assert_eq!(entity("&#82 "), None);
    }

    #[test]
    fn an_escaped_backslash_starts_no_escape() {
        let of = |text: &str| {
            let path = ContentPath::new("listings/acme/listing.yaml").expect("a valid path");
            hidden(&Document::read(path, Ok(text.as_bytes().to_vec())), |c| c == '\u{200b}').len()
        };
        assert_eq!(of("summary: \"a\\u200b\"\n"), 1);
        assert_eq!(of("tags: [\"a\", \"\\\\\\u200b\"]\n"), 1);
        assert_eq!(of("summary: \"a\\\\u200b\"\n"), 0);
        assert_eq!(of("summary: 'a\\u200b'\n"), 0);
        assert_eq!(of("summary: a\\u200b # \\u200b\n"), 0);
    }
}

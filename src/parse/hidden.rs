//! Characters that a reader does not see, however they are written. Knows the escapes of YAML and Markdown.

use super::unseen::is_unseen;
use super::yaml::{self, Node, NodeKind};
use crate::source::{Span, slice};

/// A character and its place.
pub type Hidden = (Span, char);

/// The [unseen](is_unseen) characters of `text`, in order: as they are, as `\u202e` in its part that is YAML, or as `&#x202e;` in the rest, which is
/// Markdown. In the parts of `code`, which are in order, escapes stand for themselves.
#[must_use]
pub fn hidden(text: &str, yaml: Span, code: &[Span]) -> Vec<Hidden> {
    let place = |at: usize, n_bytes: usize| Span::new(at..at + n_bytes);
    // Most texts contain only letters and line ends, which one look at their bytes tells.
    let is_odd = |byte: u8| !matches!(byte, b'\t' | b'\n' | b'\r' | b' '..=b'~');
    let looked_at = if text.bytes().any(is_odd) { text } else { "" };
    let mut found: Vec<Hidden> =
        looked_at.char_indices().filter(|&(_, c)| is_unseen(c)).map(|(at, c)| (place(at, c.len_utf8()), c)).collect();
    let is_yaml = |at: usize| yaml.range().contains(&at);
    let signs = ["&#", "\\"].into_iter().filter(|sign| text.contains(sign)).flat_map(|sign| text.match_indices(sign));
    let escapes = signs.filter_map(|(at, sign)| {
        let (n_bytes, c) = match (sign, is_yaml(at)) {
            ("\\", true) => escape(slice(text, at..))?,
            ("&#", false) => entity(slice(text, at..))?,
            _ => return None,
        };
        (is_unseen(c) && Span::covering(code, at).is_none() && !is_escaped(text, at)).then(|| (place(at, n_bytes), c))
    });
    let mut escapes: Vec<Hidden> = escapes.collect();
    if escapes.iter().any(|(place, _)| is_yaml(place.start as usize)) {
        let quoted = in_double_quotes(slice(text, yaml.range()), yaml.start);
        let is_quoted = |place: Span| Span::covering(&quoted, place.start as usize).is_some_and(|text| place.end <= text.end);
        escapes.retain(|&(place, _)| !is_yaml(place.start as usize) || is_quoted(place));
    }
    found.extend(escapes);
    found.sort_unstable();
    found
}

/// Whether the character at `at` is escaped by a backslash that is not itself escaped.
fn is_escaped(text: &str, at: usize) -> bool {
    slice(text, ..at).as_bytes().iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
}

/// The texts in double quotes of the YAML in `text`, which starts at the byte `start` of its file: in all others, a backslash is a backslash.
fn in_double_quotes(text: &str, start: u32) -> Vec<Span> {
    fn visit(node: &Node, add: &mut impl FnMut(Span)) {
        match &node.kind {
            NodeKind::Scalar { .. } => add(node.span),
            NodeKind::Unread => {}
            NodeKind::Sequence(items) => items.iter().for_each(|item| visit(item, add)),
            NodeKind::Mapping(entries) => {
                for (key, value) in entries {
                    add(key.span);
                    visit(value, add);
                }
            }
        }
    }
    let mut found = Vec::new();
    if let Some(root) = yaml::parse(text).0 {
        visit(&root, &mut |span| {
            if slice(text, span.range()).starts_with('"') {
                found.push(Span { start: start + span.start, end: start + span.end });
            }
        });
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
    let code = u32::from_str_radix(number.get(..n_digits)?, radix).ok().filter(|_| is_whole)?;
    Some((text.len() - number.len() + n_digits + 1, char::from_u32(code)?))
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let of = |text: &str| hidden(text, Span::new(0..text.len()), &[]).len();
        assert_eq!(of("summary: \"a\\u200b\"\n"), 1);
        assert_eq!(of("tags: [\"a\", \"\\\\\\u200b\"]\n"), 1);
        assert_eq!(of("summary: \"a\\\\u200b\"\n"), 0);
        assert_eq!(of("summary: 'a\\u200b'\n"), 0);
        assert_eq!(of("summary: a\\u200b # \\u200b\n"), 0);
    }

    #[test]
    fn front_matter_has_the_escapes_of_yaml_and_the_text_below_it_those_of_markdown() {
        let of = |text: &str| hidden(text, crate::parse::prose::front_matter(text).expect("front matter").yaml, &[]).len();
        assert_eq!(of("---\ntitle: \"Pol\\u200bicy\"\n---\nText\n"), 1);
        assert_eq!(of("---\ntitle: 'Pol\\u200bicy'\n---\nText\n"), 0);
        assert_eq!(of("---\ntitle: \"Pol&#8203;icy\"\n---\nText &#8203; \\u200b\n"), 1);
    }
}

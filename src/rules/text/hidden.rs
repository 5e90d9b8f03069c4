//! Characters that a reader does not see, however they are written. Knows the escapes of YAML and Markdown; judges no character.

use crate::diagnostic::{Certainty, Edit, Findings};
use crate::format::Document;
use crate::source::Span;

/// A character and its place.
pub(super) type Hidden = (Span, char);

/// The characters of `document` that are `wanted`: as they are, as `\u202e` in a YAML text, or as `&#x202e;` in Markdown outside of code.
pub(super) fn hidden(document: &Document, wanted: fn(char) -> bool) -> Vec<Hidden> {
    let text = document.text.as_deref().unwrap_or_default();
    let place = |at: usize, n_bytes: usize| Span::new(at..at + n_bytes);
    let mut found: Vec<Hidden> = text.char_indices().filter(|&(_, c)| wanted(c)).map(|(at, c)| (place(at, c.len_utf8()), c)).collect();
    let start = if document.path.extension() == "md" { "&#" } else { "\\u" };
    let escapes = text.match_indices(start).filter_map(|(at, _)| {
        let (n_bytes, c) = if start == "&#" { entity(&text[at..])? } else { escape(&text[at..])? };
        (wanted(c) && !document.is_code(at)).then(|| (place(at, n_bytes), c))
    });
    found.extend(escapes);
    found.sort_unstable();
    found
}

/// `\u202e` and how long it is.
fn escape(text: &str) -> Option<(usize, char)> {
    let code = u32::from_str_radix(text.get(2..6)?, 16).ok()?;
    Some((6, char::from_u32(code)?))
}

/// `&#8238;` or `&#x202e;` and how long it is.
fn entity(text: &str) -> Option<(usize, char)> {
    let number = text.get(2..)?;
    let (number, radix) = number.strip_prefix(['x', 'X']).map_or((number, 10), |number| (number, 16));
    let n_digits = number.bytes().take(8).take_while(u8::is_ascii_hexdigit).count();
    let is_whole = number.as_bytes().get(n_digits) == Some(&b';');
    let code = u32::from_str_radix(&number[..n_digits], radix).ok().filter(|_| is_whole)?;
    Some((text.len() - number.len() + n_digits + 1, char::from_u32(code)?))
}

/// Says of the first of `found` that it `does` something, and offers to take all of them out.
pub(super) fn say(findings: &mut Findings<'_>, found: &[Hidden], does: &str, certainty: Certainty) {
    let Some(&(first, c)) = found.first() else { return };
    let others = match found.len() - 1 {
        0 => String::new(),
        1 => ", and another one".to_owned(),
        n => format!(", and {n} others"),
    };
    let edits = found.iter().map(|&(span, _)| Edit { span, text: String::new() }).collect();
    findings.at(first, format!("U+{:04X} {does}{others}", u32::from(c))).edits(certainty, "take it out", edits);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_escape_is_read_as_its_character() {
        assert_eq!(escape("\\u202e."), Some((6, '\u{202e}')));
        assert_eq!(escape("\\u20"), None);
        assert_eq!(entity("&#x202E;."), Some((8, '\u{202e}')));
        assert_eq!(entity("&#8203; "), Some((7, '\u{200b}')));
        assert_eq!(entity("&#82 "), None);
    }
}

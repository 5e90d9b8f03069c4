//! Entities of HTML → the characters they stand for, by the table of the Markdown crate. Knows no tag.

use pulldown_cmark::{Event, Parser};

/// Returns the character of an entity such as `&rarr;`; `None` if `text` is not one whole entity.
pub(super) fn entity(text: &str) -> Option<String> {
    let name = text.strip_prefix('&')?.strip_suffix(';')?;
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#') {
        return None;
    }
    let mut decoded = String::new();
    for event in Parser::new(text) {
        if let Event::Text(part) = event {
            decoded.push_str(&part);
        }
    }
    (decoded != text).then_some(decoded)
}

/// `text` with the characters that its entities stand for; `None` when it has none.
#[must_use]
pub fn without_entities(text: &str) -> Option<String> {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        decoded.push_str(before);
        let len = from.bytes().take(MAX_BYTES).position(|byte| byte == b';').map_or(0, |len| len + 1);
        let (written, meant) = match from.get(..len).and_then(|written| Some((written, entity(written)?))) {
            Some((written, meant)) => (written.len(), meant),
            None => (1, "&".to_owned()),
        };
        decoded.push_str(&meant);
        rest = from.get(written..).unwrap_or_default();
    }
    decoded.push_str(rest);
    (decoded != text).then_some(decoded)
}

/// The longest name of an entity, with its signs.
const MAX_BYTES: usize = 34;

#[cfg(test)]
mod tests {
    use super::without_entities;

    #[test]
    fn entities_are_decoded_once() {
        assert_eq!(without_entities("R&amp;D &quot;x&quot; &#39;y&#39; &amp;lt;").as_deref(), Some("R&D \"x\" 'y' &lt;"));
        for text in ["R&D", "a & b; c", "&bogus;", "https://a.example/?b=1&c=2", "&"] {
            assert_eq!(without_entities(text), None, "{text}");
        }
    }
}

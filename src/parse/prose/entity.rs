//! Entities of HTML → the characters they stand for, by the table of the Markdown crate. Knows no tag.

use pulldown_cmark::{Event, Parser};

/// What an entity such as `&rarr;` stands for; `None` if `text` is not one whole entity.
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

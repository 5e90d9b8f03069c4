//! Untrusted texts in messages. Knows no message.

use crate::diagnostic::printable;

/// An untrusted text, short and harmless enough for a message.
#[must_use]
pub fn shown(text: &str) -> String {
    const MAX_CHARS: usize = 60;
    let cut = text.char_indices().nth(MAX_CHARS).and_then(|(at, _)| text.get(..at)).map(|cut| format!("{cut}…"));
    printable(cut.as_deref().unwrap_or(text))
}

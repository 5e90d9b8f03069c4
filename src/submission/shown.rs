//! Untrusted texts in messages. Knows no message.

use crate::text::{clipped, printable};

/// An untrusted text, short and harmless enough for a message.
#[must_use]
pub fn shown(text: &str) -> String {
    const MAX_CHARS: usize = 60;
    printable(&clipped(text, MAX_CHARS))
}

//! Texts in messages and fixes. Knows how they are compared.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation as _;

pub(in crate::rules) use crate::format::scalar;
pub(in crate::rules) use crate::text::shortened;

/// How many characters a reader sees in `text`: several code points that form one character, such as `é` or a flag, count once.
pub(in crate::rules) fn length(text: &str) -> usize {
    text.nfc().collect::<String>().graphemes(true).count()
}

/// A name without case, spaces and punctuation. `C++` and `C#` are two names, and so are two that differ in an accent; a name
/// of symbols alone keeps them.
pub(in crate::rules) fn loose(text: &str) -> String {
    let counts = |c: &char| c.is_alphanumeric() || matches!(c, '+' | '#') || is_accent(*c);
    let left: String = text.chars().filter(counts).flat_map(char::to_lowercase).collect();
    if left.is_empty() { text.trim().to_owned() } else { left }
}

/// A mark on the letter before it; not one that only chooses how a character is drawn.
fn is_accent(c: char) -> bool {
    is_combining_mark(c) && !matches!(c, '\u{fe00}'..='\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use unicode_segmentation::UnicodeSegmentation as _;

    use super::{length, loose};

    #[test]
    fn a_length_is_what_a_reader_counts() {
        assert_eq!(length("Cafe\u{301}"), 4);
        assert_eq!(length("👩‍👩‍👧‍👦 and 🇳🇴"), 7);
        assert_eq!(length("नमस्ते"), "नमस्ते".graphemes(true).count());
    }

    #[test]
    fn a_symbol_distinguishes_two_names() {
        assert_eq!(loose("Hub-Spot"), loose("hubspot"));
        assert_ne!(loose("C++"), loose("C#"));
        assert_ne!(loose("Canal+"), loose("Canal"));
        assert_ne!(loose("💰"), loose("📈"));
        assert_ne!(loose("ไม่"), loose("ไม"), "a tone is a mark");
    }
}

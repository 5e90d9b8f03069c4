//! UTF-8 that was read as Windows-1252. Knows the two encodings; guesses no others.

use crate::source::Span;

/// The characters of Windows-1252 from 0x80 to 0x9f, where it differs from Latin-1; `\0` for the unused ones.
const HIGH: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’', '“', '”', '•', '–', '—', '˜', '™',
    'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// Every run of characters whose bytes in Windows-1252 are UTF-8 of something that people write, with the decoded text.
pub(super) fn garbled(text: &str) -> Vec<(Span, String)> {
    let mut found = Vec::new();
    let mut run: Vec<u8> = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if let Some(byte) = byte(c) {
            if run.is_empty() {
                start = at;
            }
            run.push(byte);
            continue;
        }
        if let Some(meant) = std::str::from_utf8(&run).ok().filter(|meant| !meant.is_empty() && meant.chars().all(is_usual)) {
            found.push((Span::new(start..at), meant.to_owned()));
        }
        run.clear();
    }
    found
}

/// The byte from 0x80 on that is read as `c`.
fn byte(c: char) -> Option<u8> {
    match u32::from(c) {
        code @ 0x80..=0xff => u8::try_from(code).ok(),
        0..0x80 => None,
        _ => HIGH.iter().position(|high| *high == c).and_then(|at| u8::try_from(0x80 + at).ok()),
    }
}

/// Accented letters, and the punctuation and symbols that word processors insert.
fn is_usual(c: char) -> bool {
    matches!(c, '\u{a0}'..='\u{17f}' | '\u{2010}'..='\u{203a}' | '€' | '™' | '→' | '\u{1f300}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use super::garbled;

    fn meant(text: &str) -> Vec<String> {
        garbled(text).into_iter().map(|(_, meant)| meant).collect()
    }

    #[test]
    fn wrongly_encoded_text_is_decoded() {
        assert_eq!(meant("CafÃ© donâ€™t"), ["é", "’"]);
        assert_eq!(meant("Ã¤Ã¶"), ["äö"]);
    }

    #[test]
    fn correctly_encoded_text_is_left_alone() {
        for text in ["Café", "« CAFÉ»", "ÃO", "Überraschung", "naïve — “quoted”", "€5", "Ärger…", "10 °C ± 2"] {
            assert_eq!(meant(text), Vec::<String>::new(), "{text}");
        }
    }
}

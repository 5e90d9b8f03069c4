//! Text → what may be between or inside tags. Knows which characters HTML reads otherwise; knows no Markdown.

/// Escapes text for content and for attributes alike, leaving out characters that HTML forbids.
pub(super) fn push_text(text: &str, out: &mut String) {
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(char),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' => out.push('\n'),
            '\u{fdd0}'..='\u{fdef}' => {}
            char if char.is_control() || u32::from(char) & 0xfffe == 0xfffe => {}
            char => out.push(char),
        }
    }
}

/// The first word of what follows the fence, as far as it can be a class.
pub(super) fn language(info: &str) -> String {
    let word = info.trim().split(|char: char| char.is_whitespace() || matches!(char, ',' | '{' | ':')).next().unwrap_or_default();
    let word = word.to_ascii_lowercase();
    let valid = |char: &char| char.is_ascii_lowercase() || char.is_ascii_digit() || matches!(char, '+' | '#' | '-');
    word.chars().filter(valid).take(24).collect()
}

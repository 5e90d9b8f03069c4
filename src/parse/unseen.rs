//! Characters that a reader does not see and a program obeys: which they are, and a text without them. Knows characters; knows no file.

use std::borrow::Cow;

/// Whether `c` steers a terminal or a printer, or is none that a text may contain.
#[must_use]
pub fn is_control(c: char) -> bool {
    let is_none = u32::from(c) & 0xfffe == 0xfffe || matches!(c, '\u{fdd0}'..='\u{fdef}');
    c.is_control() && !matches!(c, '\t' | '\n' | '\r') || is_none
}

/// Whether `c` changes the direction of writing: embeddings, overrides and isolates, each with what ends them.
#[must_use]
pub fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether `c` has no shape of its own. The soft hyphen has none as long as its line is not broken there.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{3164}' | '\u{e0000}'..='\u{e007f}')
}

/// Whether `c` is one of these: a reader does not see it.
#[must_use]
pub fn is_unseen(c: char) -> bool {
    is_control(c) || turns(c) || is_invisible(c)
}

/// Whether the invisible `c` has no task behind `before`.
#[must_use]
pub fn is_stray(before: char, c: char) -> bool {
    match c {
        // Joiners belong between letters of scripts that have them; a space of no width, where words have no spaces between them.
        '\u{200b}'..='\u{200d}' => is_plain(before),
        // A flag of a region is spelt in tags after a black flag.
        '\u{e0000}'..='\u{e007f}' => !matches!(before, '\u{1f3f4}' | '\u{e0000}'..='\u{e007f}'),
        _ => is_invisible(c),
    }
}

/// Whether `c` is of a script in which nothing is joined: ASCII, Latin, Greek and Cyrillic, and punctuation.
fn is_plain(c: char) -> bool {
    c <= '\u{52f}' || matches!(c, '\u{2000}'..='\u{206f}')
}

/// `text` without them. What is left is all that a reader would have seen.
#[must_use]
pub fn shown(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, b'\n' | b' '..=b'~')) || !text.contains(is_unseen) {
        return Cow::Borrowed(text);
    }
    let mut before = '\n';
    let mut kept = String::with_capacity(text.len());
    for c in text.chars() {
        if !(is_control(c) || turns(c) || is_stray(before, c)) {
            kept.push(c);
            before = c;
        }
    }
    Cow::Owned(kept)
}

/// Markdown without what steers a terminal or turns the direction of the text against its reader. Marks that join letters and isolate a part have tasks in
/// prose and stay: what ends a paragraph ends them.
#[must_use]
pub fn steady(text: &str) -> Cow<'_, str> {
    let steers = |c: char| is_control(c) || matches!(c, '\u{202a}'..='\u{202e}');
    if text.contains(steers) { Cow::Owned(text.replace(steers, "")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn invisible_characters_are_not_shown() {
        assert_eq!(shown("Evil \u{202e}eno\u{ad} \u{7} \u{feff}\u{2066}x\u{fffe}\u{85}"), "Evil eno  x");
        assert_eq!(shown("\u{200b}Good\u{200b} One"), "Good One");
    }

    #[test]
    fn joiners_that_change_the_text_stay() {
        for text in ["a\tb\r\n", "می\u{200c}خواهم", "👩\u{200d}🔬", "\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}", "é"] {
            assert_eq!(shown(text), text);
        }
    }
}

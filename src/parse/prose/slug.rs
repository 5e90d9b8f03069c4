//! Heading text → id. Knows how GitHub makes them, so that `#fragment` links written for GitHub keep working; knows no prefix.

use std::collections::{HashMap, HashSet};

use unicode_normalization::char::is_combining_mark;

/// Longer than this, an id says nothing more.
const MAX_CHARS: usize = 96;

/// The id of a heading before it is distinguished from others of the same text.
pub(super) fn slug(text: &str) -> String {
    let chars = text.trim().chars().flat_map(char::to_lowercase).filter_map(|char| match char {
        ' ' | '\t' | '\n' => Some('-'),
        '-' | '_' => Some(char),
        char => (char.is_alphanumeric() || is_combining_mark(char)).then_some(char),
    });
    chars.take(MAX_CHARS).collect()
}

/// The id with less in it that no one sees or hears: without the marks that say how an emoji is drawn, which some programs keep and some drop.
pub(super) fn loose(id: &str) -> String {
    slug(id).chars().filter(|char| !matches!(char, '\u{fe00}'..='\u{fe0f}')).collect()
}

/// Hands out ids, each only once.
#[derive(Debug, Default)]
pub(super) struct Ids {
    used: HashSet<String>,
    /// How often a slug was asked for, so that a thousand equal headings take no million steps.
    n_asked: HashMap<String, usize>,
}

impl Ids {
    /// The id of a heading with this text: `setup`, then `setup-1`, `setup-2` as on GitHub.
    pub(super) fn next(&mut self, text: &str) -> String {
        let mut base = slug(text);
        if !base.chars().any(char::is_alphanumeric) && !base.contains('_') {
            "section".clone_into(&mut base);
        }
        let n_asked = self.n_asked.entry(base.clone()).or_default();
        loop {
            let id = if *n_asked == 0 { base.clone() } else { format!("{base}-{n_asked}") };
            *n_asked += 1;
            if self.used.insert(id.clone()) {
                return id;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_those_of_github() {
        for (text, id) in [
            ("Set up", "set-up"),
            ("A & B", "a--b"),
            ("What's `new`?", "whats-new"),
            ("Über uns", "über-uns"),
            ("日本語", "日本語"),
            ("⚙️ Settings", "\u{fe0f}-settings"),
            ("हिन्दी", "हिन्दी"),
            ("cafe\u{301}", "cafe\u{301}"),
        ] {
            assert_eq!(slug(text), id);
        }
    }

    #[test]
    fn how_an_emoji_is_drawn_makes_no_other_id() {
        assert_eq!(loose("\u{fe0f}-settings"), "-settings");
        assert_eq!(loose("Set%20up"), "set20up");
    }

    #[test]
    fn no_id_is_used_twice() {
        let mut ids = Ids::default();
        let given: Vec<_> = ["a", "a-1", "a", "a", "🚀", "!"].into_iter().map(|text| ids.next(text)).collect();
        assert_eq!(given, ["a", "a-1", "a-2", "a-3", "section", "section-1"]);
    }
}

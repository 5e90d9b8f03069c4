//! The README of a listing, as the rules about its contents ask for it. Knows headings; contains no wording.

use crate::catalogue::{RawCatalogue, RawListing};
use crate::format::FileRole;
use crate::rules::RawProse;
use crate::rules::words::Words;

/// The listing whose README `prose` is. None for other texts, and for removed listings.
pub(super) fn readme_of<'raw>(prose: &'raw RawProse<'_>, raw: &'raw RawCatalogue) -> Option<RawListing<'raw>> {
    let (FileRole::Readme, slug) = prose.document.place() else { return None };
    raw.listing(slug).filter(|listing| !listing.is_gone())
}

/// Whether a word of some heading begins with one of `words`. A line in bold text is a heading to its reader, so it counts as one.
pub(super) fn speaks_of(prose: &RawProse<'_>, words: &Words) -> bool {
    let text = prose.document.text.as_deref().unwrap_or_default();
    let bold = text.lines().map(str::trim).filter(|line| line.starts_with("**") && line.trim_end_matches(':').ends_with("**"));
    let titles = prose.outline.headings.iter().map(|heading| heading.text.as_str()).chain(bold);
    titles.map(str::to_lowercase).any(|title| begins_a_word(&title, words))
}

/// Whether one of `words` occurs in `title` with no letter before it. In scripts without spaces, any place is the beginning of a word.
fn begins_a_word(title: &str, words: &Words) -> bool {
    let in_word = |before: char| before.is_alphanumeric() && before < '\u{590}';
    words.places(title).any(|(at, _)| !title[..at].ends_with(in_word))
}

#[cfg(test)]
mod tests {
    use super::{Words, begins_a_word};

    #[test]
    fn a_word_is_not_found_inside_of_another() {
        let words = Words::new(&[&["install", "設定", "limit"]], false);
        assert!(begins_a_word("1. installation", &words));
        assert!(begins_a_word("初期設定", &words));
        assert!(!begins_a_word("unlimited", &words));
        assert!(!begins_a_word("uninstallation", &words));
    }
}

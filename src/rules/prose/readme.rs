//! The README of a listing, as the rules about its contents ask for it. Knows headings; words nothing.

use crate::catalogue::ListingDraft;
use crate::format::Place;
use crate::rules::ProseDraft;

/// The listing whose README `prose` is. None for other texts, and for listings of which only a tombstone is left.
pub(super) fn readme_of<'draft>(prose: &ProseDraft<'draft>) -> Option<ListingDraft<'draft>> {
    let Place::Readme(slug) = Place::of(&prose.document.path) else { return None };
    prose.draft.listing(slug).filter(|listing| !listing.is_gone())
}

/// Whether a word of some heading begins with one of `words`. A line in bold type is a heading to its reader, so it counts as one.
pub(super) fn speaks_of(prose: &ProseDraft<'_>, words: &[&str]) -> bool {
    let text = prose.document.text.as_deref().unwrap_or_default();
    let bold = text.lines().map(str::trim).filter(|line| line.starts_with("**") && line.trim_end_matches(':').ends_with("**"));
    let titles = prose.outline.headings.iter().map(|heading| heading.text.as_str()).chain(bold);
    titles.map(str::to_lowercase).any(|title| words.iter().any(|word| begins_a_word(&title, word)))
}

/// Whether `word` stands in `title` with no letter in front of it. In scripts without blanks any place is the beginning of a word.
fn begins_a_word(title: &str, word: &str) -> bool {
    let in_word = |before: char| before.is_alphanumeric() && before < '\u{590}';
    title.match_indices(word).any(|(at, _)| !title[..at].ends_with(in_word))
}

#[cfg(test)]
mod tests {
    use super::begins_a_word;

    #[test]
    fn a_word_is_not_found_inside_of_another() {
        assert!(begins_a_word("1. installation", "install"));
        assert!(begins_a_word("初期設定", "設定"));
        assert!(!begins_a_word("unlimited", "limit"));
        assert!(!begins_a_word("uninstallation", "install"));
    }
}

//! Which names of files and folders become URLs, and what such a name may look like.

use crate::catalogue::RawCatalogue;
pub(super) use crate::format::bounds::SLUG_CHARS as MAX_CHARS;
use crate::format::{Document, FileRole};

/// The slug that the path of `document` sets; of a listing, only its `listing.yaml` does.
pub(super) fn set_by(document: &Document) -> Option<&str> {
    use FileRole::{Agreement, App, Collection, Intent, Listing, Page, Publisher};
    let (role, slug) = document.place();
    matches!(role, App | Publisher | Listing | Collection | Intent | Page | Agreement).then_some(slug)
}

/// Every slug of the catalogue with the document that sets it, in path order.
pub(super) fn all(raw: &RawCatalogue) -> impl Iterator<Item = (&Document, &str)> {
    raw.documents().filter_map(|document| set_by(document).map(|slug| (document, slug)))
}

/// Whether `text` is `[a-z0-9]` with single inner hyphens and at most 64 characters.
pub(crate) fn is_valid(text: &str) -> bool {
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    text.len() <= MAX_CHARS && text.split('-').all(is_word)
}

/// Words that URLs of the site or Windows devices already use.
pub(crate) fn reserved() -> impl Iterator<Item = String> {
    const WORDS: [&str; 11] = ["index", "assets", "search", "api", "new", "a-z", "404", "con", "prn", "aux", "nul"];
    let devices = ["com", "lpt"].into_iter().flat_map(|port| (1..=9).map(move |n| format!("{port}{n}")));
    WORDS.into_iter().map(str::to_owned).chain(devices)
}

/// Whether `text` is one of those words.
pub(crate) fn is_reserved(text: &str) -> bool {
    reserved().any(|word| word == text)
}

/// The slug that `text` was probably meant to be.
pub(crate) fn suggestion(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let slug = words.join("-");
    is_valid(&slug).then_some(slug)
}

#[cfg(test)]
mod tests {
    use super::{is_reserved, is_valid, suggestion};

    #[test]
    fn a_slug_is_lower_case_words_with_single_hyphens() {
        for text in ["a", "shopify-orders-2", "404-pages"] {
            assert!(is_valid(text), "{text}");
        }
        for text in ["", "-a", "a-", "a--b", "A", "a_b", "a.b", "ä", &"a".repeat(65)] {
            assert!(!is_valid(text), "{text}");
        }
    }

    #[test]
    fn windows_devices_and_site_urls_are_reserved() {
        // The second page of an app of that name would be the second page of all apps.
        assert!(is_reserved("a-z") && is_reserved("new"));
        assert!(is_reserved("lpt9") && is_reserved("com1") && is_reserved("nul"));
        assert!(!is_reserved("com") && !is_reserved("com0") && !is_reserved("com10"));
    }

    #[test]
    fn a_name_becomes_a_slug() {
        assert_eq!(suggestion("Acme_Messages (2)").as_deref(), Some("acme-messages-2"));
        assert_eq!(suggestion("日本"), None);
    }
}

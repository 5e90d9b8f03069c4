//! Typographic quotes: which of them enclose a text. Knows characters; knows neither YAML nor a key.

use crate::source::slice;

/// Quotes as word processors set them: each group contains those that can open and close the same text, in any language.
const GROUPS: [&[char]; 4] = [&['“', '”', '„', '‟'], &['«', '»'], &['‘', '’', '‚', '‛'], &['‹', '›']];

/// The text inside, when one pair of typographic quotes encloses the whole of `text`: `“Posts: orders”`, but not `“Posts” and “counts”`.
#[must_use]
pub fn enclosed(text: &str) -> Option<&str> {
    let first = text.chars().next()?;
    let group: &[char] = GROUPS.into_iter().find(|group| group.contains(&first))?;
    let inner = text.strip_prefix(first)?.strip_suffix(group)?;
    let is_apostrophe = |(at, mark): (usize, &str)| {
        let is_between =
            slice(inner, ..at).ends_with(char::is_alphanumeric) && slice(inner, at + mark.len()..).starts_with(char::is_alphanumeric);
        mark == "’" && is_between
    };
    (!inner.trim().is_empty() && inner.match_indices(group).all(is_apostrophe)).then_some(inner)
}

#[cfg(test)]
mod tests {
    use super::enclosed;

    #[test]
    fn quotes_enclose_a_text_only_from_its_first_character_to_its_last() {
        for (text, inner) in
            [("“Posts: orders”", "Posts: orders"), ("„Posten“", "Posten"), ("« Poste »", " Poste "), ("‘It’s on’", "It’s on")]
        {
            assert_eq!(enclosed(text), Some(inner));
        }
        for text in ["", "“", "“”", "“Posts” and “counts”", "“Now: collects” all", "Posts “all”", "\"Posts\"", "“Posts»"]
        {
            assert_eq!(enclosed(text), None, "{text}");
        }
    }
}

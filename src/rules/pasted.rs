//! What surrounds a pasted value: typographic quotes, `<…>`, `[text](…)`. Knows no key.

use url::Url;

/// The label for a value whose quotes are part of it.
pub(in crate::rules) const QUOTES_BELONG: &str = "the typographic quotes are part of the value";

/// The URL in a text that contains nothing else: `<https://…>` or `[text](https://…)`.
pub(in crate::rules) fn address_inside(text: &str) -> Option<&str> {
    let text = text.trim();
    let in_angles = text.strip_prefix('<').and_then(|text| text.strip_suffix('>'));
    let in_link = || text.strip_prefix('[')?.split_once("](")?.1.strip_suffix(')');
    let address = in_angles.or_else(in_link)?.trim();
    let is_known = Url::parse(address).is_ok_and(|url| matches!(url.scheme(), "https" | "http" | "mailto"));
    (is_known && !address.contains(char::is_whitespace)).then_some(address)
}

/// `address` as a value, also within brackets: most need no quotes there.
pub(in crate::rules) fn as_value(address: &str) -> String {
    let is_plain = address.starts_with(char::is_alphanumeric)
        && !address.ends_with(':')
        && address.chars().all(|c| c.is_alphanumeric() || "-._~:/?%&=+@#".contains(c));
    if is_plain { address.to_owned() } else { super::scalar::scalar(address) }
}

/// `text` with full-width digits and points, and the dashes of word processors, as a keyboard types them; `None` when it has none of them.
pub(in crate::rules) fn in_plain_characters(text: &str) -> Option<String> {
    let plain = |c: char| match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    let typed: String = text.chars().map(plain).collect();
    (typed != text).then_some(typed)
}

#[cfg(test)]
mod tests {
    use super::address_inside;

    #[test]
    fn a_url_is_found_inside_pasted_markup() {
        assert_eq!(address_inside("<https://acme.example/>"), Some("https://acme.example/"));
        assert_eq!(address_inside("[the docs](https://acme.example/docs)"), Some("https://acme.example/docs"));
        assert_eq!(address_inside("[help](mailto:help@acme.example)"), Some("mailto:help@acme.example"));
        for text in ["https://acme.example/", "<b>", "[docs](docs)", "see <https://acme.example/>", "[a](https://a.example) and more"] {
            assert_eq!(address_inside(text), None, "{text}");
        }
    }
}

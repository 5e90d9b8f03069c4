//! What in a style sheet, or in a value that may contain one, could run or reach outside. Knows no element.

use crate::source::slice;

pub(super) fn is_embedded_image(target: &str) -> bool {
    let Some((head, data)) = target.split_once(',') else { return false };
    let head: String = head.chars().filter(|char| !char.is_ascii_whitespace()).collect::<String>().to_ascii_lowercase();
    let kind = head.strip_prefix("data:image/").and_then(|rest| rest.strip_suffix(";base64"));
    let valid = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=') || byte.is_ascii_whitespace();
    kind.is_some_and(|kind| matches!(kind, "png" | "jpeg" | "jpg" | "gif" | "webp")) && data.bytes().all(valid)
}

/// Returns the part of a value or stylesheet that could run code or load something.
pub(super) fn css_problem(css: &str, is_css: bool) -> Option<&'static str> {
    let lower = css.to_ascii_lowercase();
    let banned =
        ["javascript:", "vbscript:", "expression(", "-moz-binding", "behavior:", "image-set(", "src(", "@import", "@namespace", "</"];
    if let Some(found) = banned.into_iter().find(|word| lower.contains(word)) {
        return Some(found);
    }
    // A backslash can spell any of the words above, and a comment can hide where one begins.
    if is_css && lower.contains('\\') {
        return Some("\\");
    }
    let outside = lower
        .match_indices("url(")
        .any(|(at, _)| !slice(&lower, at + 4..).trim_start().trim_start_matches(['"', '\'']).trim_start().starts_with('#'));
    outside.then_some("url(…)")
}

/// The ids in `url(#id)`.
pub(super) fn local_urls(value: &str) -> impl Iterator<Item = &str> {
    value.split("url(").skip(1).filter_map(|rest| {
        let rest = rest.trim_start().trim_start_matches(['"', '\'']).trim_start().strip_prefix('#')?;
        rest.split([')', '"', '\'']).next().map(str::trim)
    })
}

//! The URLs that a stylesheet loads: in `url(…)`, in `image-set(…)`, and after `@import`. Knows comments and strings; knows no file.

use std::ops::Range;

/// Functions in which a string is a URL.
const OF_URLS: [&str; 3] = ["image-set", "-webkit-image-set", "src"];

/// A URL in a stylesheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StyleAddress<'css> {
    /// The URL.
    pub url: &'css str,
    /// Where it begins, in bytes.
    pub start: usize,
    /// Whether it is in quotation marks.
    pub is_quoted: bool,
}

/// The URLs that `css` loads; fragments and data are not loaded. Linear: nothing is looked at twice.
#[must_use]
pub fn addresses(css: &str) -> Vec<StyleAddress<'_>> {
    let mut found = Vec::new();
    // The functions that are open, by whether a string in them is a URL.
    let mut open: Vec<bool> = Vec::new();
    let mut is_import = false;
    let mut add = |place: Range<usize>, is_quoted| {
        let text = css.get(place.clone()).unwrap_or_default();
        let url = text.trim();
        let is_data = url.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("data:"));
        if !url.is_empty() && !url.starts_with('#') && !is_data {
            found.push(StyleAddress { url, start: place.start + (text.len() - text.trim_start().len()), is_quoted });
        }
    };
    let mut at = 0;
    while let Some(first) = css.as_bytes().get(at) {
        let rest = &css[at..];
        match first {
            b'/' if rest.starts_with("/*") => at += rest[2..].find("*/").map_or(rest.len(), |len| len + 4),
            b'"' | b'\'' => {
                let place = string(css, at);
                at = place.end + 1;
                if is_import || open.last().is_some_and(|is_of_urls| *is_of_urls) {
                    add(place, true);
                }
                is_import = false;
            }
            b'(' => {
                open.push(false);
                at += 1;
            }
            b')' => {
                open.pop();
                at += 1;
            }
            _ if is_of_name(*first) => {
                let len = rest.bytes().position(|byte| !is_of_name(byte)).unwrap_or(rest.len());
                let name = &rest[..len];
                at += len;
                is_import = name.eq_ignore_ascii_case("@import");
                if !css[at..].starts_with('(') {
                    continue;
                }
                at += 1;
                if !name.eq_ignore_ascii_case("url") {
                    open.push(OF_URLS.iter().any(|known| name.eq_ignore_ascii_case(known)));
                    continue;
                }
                let inner = css[at..].trim_start();
                let start = css.len() - inner.len();
                if inner.starts_with(['"', '\'']) {
                    open.push(true);
                    at = start;
                } else {
                    let end = inner.find(')').map_or(css.len(), |len| start + len);
                    add(start..end, false);
                    at = (end + 1).min(css.len());
                }
            }
            _ => {
                is_import &= first.is_ascii_whitespace();
                at += rest.chars().next().map_or(1, char::len_utf8);
            }
        }
        at = at.min(css.len());
    }
    found
}

/// The text of the string that begins at `at`, without its quotation marks. It ends with its line if nothing else ends it.
fn string(css: &str, at: usize) -> Range<usize> {
    let bytes = css.as_bytes();
    let mut end = at + 1;
    while let Some(byte) = bytes.get(end) {
        match byte {
            b'\\' => end += 2,
            b'\n' => break,
            byte if *byte == bytes[at] => break,
            _ => end += 1,
        }
    }
    at + 1..crate::source::floor_char_boundary(css, end.min(css.len()))
}

fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'@' | b'\\') || !byte.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::addresses;

    fn urls(css: &str) -> Vec<&str> {
        let found = addresses(css);
        assert!(found.iter().all(|found| css[found.start..].starts_with(found.url)), "{css}");
        found.into_iter().map(|found| found.url).collect()
    }

    #[test]
    fn every_way_to_load_something_is_found() {
        for css in [
            "a { background: url(a.png) }",
            "a { background: URL( 'a.png' ) }",
            "@import \"a.png\";",
            "@IMPORT\n  'a.png' layer(x) screen;",
            "@import/* */url(a.png);",
            "a { background: image-set(\"a.png\" type(\"image/png\") 1x) }",
            "a { background: url(#m), url(data:image/png;base64,AA), url(\"DATA:,x\"), url( a.png ) }",
            "/* url(b.png) */ @font-face { src: url(a.png) }",
            "a { content: \"url(b.png)\"; background: url(a.png) }",
            "a::before { content: \"\\\"\" } b { background: url(a.png) }",
            "é { background: url(a.png",
        ] {
            assert_eq!(urls(css), ["a.png"], "{css}");
        }
        assert_eq!(
            urls("@import '//a.example/b.css'; @import url(\"https://a.example/c.css\");"),
            ["//a.example/b.css", "https://a.example/c.css"]
        );
        assert!(urls("@media print { a { content: \"b.png\" } } @charset \"utf-8\"; a { src: x(\"b\") }").is_empty());
    }

    #[test]
    fn hostile_styles_take_no_time() {
        for unit in ["url(", "\"", "'\\", "/*", "/", "@import ", "(", ")", "é(", "src(\"a\"", "\\"] {
            let _ = addresses(&unit.repeat(100_000));
        }
    }
}

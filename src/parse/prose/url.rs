//! Which URLs may be printed, and how. Knows schemes and characters; knows nothing of where a URL leads.

use crate::source::slice;

/// Whether a URL is one of a kind that a page may contain: http, https, mailto, tel, sms, `#…` or a path of this site.
///
/// Browsers drop control characters inside a scheme and read `\` as `/`, so neither may occur at all. A scheme hidden by
/// percent-encoding is harmless in a browser and still refused: no one writes it in good faith.
#[must_use]
pub fn is_allowed(url: &str) -> bool {
    if url.is_empty() || url.trim() != url || url.chars().any(|char| char.is_control() || char == '\\' || is_invisible(char)) {
        return false;
    }
    if url.starts_with("//") {
        return false;
    }
    let head = decode(url.split(['/', '?', '#']).next().unwrap_or_default());
    let Some((scheme, _)) = head.split_once(':') else {
        return !head.chars().any(|char| char.is_control() || char == '\\');
    };
    let behind = url.get(scheme.len()..).unwrap_or_default();
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => behind.strip_prefix("://").is_some_and(|rest| is_host(rest.split(['/', '?', '#']).next().unwrap_or_default())),
        "mailto" => behind.len() > 1 && behind.starts_with(':'),
        "tel" | "sms" => behind.strip_prefix(':').is_some_and(is_number),
        _ => false,
    }
}

/// Whether this can be a host with a port. A name in front (`https://bank.example@evil.example`) is there to deceive.
fn is_host(authority: &str) -> bool {
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, port),
        _ => (authority, ""),
    };
    let name = host
        .strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'))
        .map_or(host, |address| if address.contains(':') { "six" } else { "[" });
    let forbidden = |char: char| char.is_whitespace() || "<>[]{}^|%@:\"'`\\".contains(char);
    let is_port = port.is_empty() || (port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok());
    !name.is_empty() && !name.contains(forbidden) && is_port
}

/// Whether this is a telephone number, perhaps with a text to send to it.
fn is_number(number: &str) -> bool {
    let digits = number.split(['?', ';']).next().unwrap_or_default();
    digits.bytes().any(|byte| byte.is_ascii_digit()) && digits.bytes().all(|byte| byte.is_ascii_digit() || b"+-.()".contains(&byte))
}

/// Characters that show nothing and can make one URL look like another.
fn is_invisible(char: char) -> bool {
    matches!(char, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Percent-decodes; what is no UTF-8 afterwards becomes a stand-in.
pub(super) fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let pair = bytes.get(at + 1..at + 3).filter(|_| byte == b'%').and_then(|pair| std::str::from_utf8(pair).ok());
        match pair.filter(|pair| pair.bytes().all(|byte| byte.is_ascii_hexdigit())).and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            Some(byte) => {
                decoded.push(byte);
                at += 3;
            }
            None => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

/// Prints a URL for an attribute in double quotes: what a URL must not contain is percent-encoded, what HTML reads otherwise is escaped.
pub(super) fn push_url(url: &str, out: &mut String) {
    let authority_end = url.find("://").map_or(0, |at| slice(url, at + 3..).find(['/', '?', '#']).map_or(url.len(), |end| at + 3 + end));
    let mut in_fragment = false;
    for (at, char) in url.char_indices() {
        match char {
            '&' => out.push_str("&amp;"),
            '\'' => out.push_str("%27"),
            ' ' => out.push_str("%20"),
            '"' => out.push_str("%22"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '^' => out.push_str("%5E"),
            '`' => out.push_str("%60"),
            '{' => out.push_str("%7B"),
            '|' => out.push_str("%7C"),
            '}' => out.push_str("%7D"),
            '[' if at >= authority_end => out.push_str("%5B"),
            ']' if at >= authority_end => out.push_str("%5D"),
            '#' if in_fragment => out.push_str("%23"),
            '%' if !is_escape(slice(url, at..)) => out.push_str("%25"),
            char => {
                in_fragment |= char == '#';
                out.push(char);
            }
        }
    }
}

fn is_escape(text: &str) -> bool {
    text.as_bytes().get(1..3).is_some_and(|pair| pair.iter().all(u8::is_ascii_hexdigit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_kinds_of_urls_are_allowed() {
        for url in [
            "https://a.example/b?c#d",
            "HTTP://a",
            "https://a.example:8080/",
            "https://[::1]/",
            "https://[::1]:80",
            "https://übung.example",
            "mailto:a@b.example",
            "tel:+44-20-7946-0018",
            "sms:+15550100?body=hi",
            "#u-a",
            "/a/b:c",
            "a/b.png",
            "?q=a:b",
            "./a",
            "../a",
            "/",
        ] {
            assert!(is_allowed(url), "{url}");
        }
        let refused = [
            "",
            " https://a",
            "javascript:alert(1)",
            "JaVaScRiPt:1",
            "java\nscript:1",
            "java\u{0}script:1",
            "javascript%3Aalert(1)",
            "%6aavascript:1",
            "java%0ascript:1",
            "java%0ascript%3a1",
            "\u{1}javascript:1",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:x",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https:evil.example",
            "https:///evil.example",
            "http://",
            "https://a%3Cb",
            "https://a[b]/",
            "https://a@b",
            "https://a:99999",
            "https://a:b",
            "https://[]/",
            "mailto:",
            "tel:",
            "tel:javascript",
            "vscode:extension/a.b",
            "ftp://a.example",
            "%5c%5cevil.example",
            "ht\u{200b}tps://a",
            "feed:https://a",
        ];
        for url in refused {
            assert!(!is_allowed(url), "{url}");
        }
    }

    #[test]
    fn a_printed_url_cannot_leave_its_attribute() {
        let mut out = String::new();
        push_url("https://[::1]/a b\"<>'&[]?100%&x=%20#a#b", &mut out);
        assert_eq!(out, "https://[::1]/a%20b%22%3C%3E%27&amp;%5B%5D?100%25&amp;x=%20#a%23b");
    }
}

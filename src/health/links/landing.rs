//! Which of several listings a landing page does not name. Knows HTML as far as to read its text; fetches nothing.

use crate::site::fold;

/// The most bytes of a page that are read.
pub(super) const MAX_PAGE: usize = 512 * 1024;

/// The fewest letters of a page with scripts that was not drawn by them.
const FEW_LETTERS: usize = 200;

/// Those of `names` that the HTML page `bytes` does not contain; none if that cannot be told: the page is not UTF-8, too long, or drawn by scripts.
pub(super) fn unnamed(bytes: Vec<u8>, names: &[&str]) -> Vec<String> {
    let Some(html) = String::from_utf8(bytes).ok().filter(|html| html.len() < MAX_PAGE) else { return Vec::new() };
    let html = html.to_ascii_lowercase();
    let (source, text) = (letters(&html), letters(&visible(&html)));
    if html.contains("<script") && text.chars().count() < FEW_LETTERS {
        return Vec::new();
    }
    let is_named = |name: &str| {
        let name = letters(name);
        // In an attribute or a script, a name is in one piece; in the text, it may be in several elements.
        source.contains(&name) || text.contains(&name)
    };
    names.iter().filter(|name| !is_named(name)).map(|name| (*name).to_owned()).collect()
}

/// The text of `html`, which is in lower case, outside of tags, scripts and styles.
fn visible(html: &str) -> String {
    let (mut text, mut rest) = (String::new(), html);
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        let end = ["script", "style"].into_iter().find(|name| tag.starts_with(name)).map(|name| format!("</{name}"));
        let tag = end.map_or(Some(tag), |end| tag.split_once(&end).map(|(_, tag)| tag));
        rest = tag.and_then(|tag| tag.split_once('>')).map_or("", |(_, rest)| rest);
    }
    text + rest
}

/// The letters and digits of `text`, as names are sorted: without case, accents, spaces and punctuation.
fn letters(text: &str) -> String {
    fold(&without_entities(text)).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// `text` with the letters that character references stand for, and nothing in place of other references.
fn without_entities(text: &str) -> String {
    let mut pieces = text.split('&');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        match piece.split_once(';').filter(|(name, _)| name.len() <= 8) {
            Some((name, rest)) => {
                out.extend(letter(name));
                out.push_str(rest);
            }
            None => out.push_str(piece),
        }
    }
    out
}

/// The letter that the character reference `name` stands for: `eacute`, `#233`, `#xe9`. An accent may be missing.
fn letter(name: &str) -> Option<char> {
    let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    match name.strip_prefix('#') {
        Some(digits) => digits.strip_prefix('x').map_or_else(|| number(digits, 10), |digits| number(digits, 16)),
        None => {
            let accents = ["acute", "grave", "circ", "tilde", "uml", "ring", "cedil", "slash", "caron"];
            accents.iter().find_map(|accent| name.strip_suffix(accent)).filter(|base| base.len() == 1)?.chars().next()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn missing(html: &str, name: &str) -> bool {
        !unnamed(html.as_bytes().to_vec(), &[name]).is_empty()
    }

    #[test]
    fn a_name_is_found_however_it_is_written() {
        for html in [
            "<h1>Orders to Caf\u{e9}</h1>",
            "<h1>ORDERS <b>to</b>\n Caf&eacute;</h1>",
            "<title>orders-to-cafe</title>",
            "<img alt='Orders to Caf&#233;'>",
            "<script>const page = {name: 'Orders to Caf&#xE9;'}</script>",
        ] {
            assert!(!missing(html, "Orders to Caf\u{e9}"), "{html}");
        }
        assert!(!missing("<p>R&amp;D notes", "R&D Notes"));
        assert!(!missing("<p>\u{8acb}\u{6c42}\u{66f8}\u{306e}\u{540c}\u{671f}", "\u{8acb}\u{6c42}\u{66f8}"));
        assert!(!missing("<p>x", "\u{1f4b0}"), "a name without letters");
    }

    #[test]
    fn a_page_about_something_else_does_not_name_it() {
        assert!(missing("<h1>Welcome to Acme</h1><p>We build things.", "Order Messages"));
        let long = format!("<script src=a.js></script><p>{}", "We build things for you. ".repeat(20));
        assert!(missing(&long, "Order Messages"));
    }

    #[test]
    fn what_cannot_be_told_is_no_fault() {
        assert!(!missing("<div id=root></div><script src=app.js></script>", "Order Messages"), "drawn by a script");
        assert!(!missing(&"<p>a".repeat(MAX_PAGE), "Order Messages"), "too long");
        assert!(unnamed(vec![0xff, 0xfe, b'x'], &["Order Messages"]).is_empty(), "another encoding");
    }

    #[test]
    fn a_hostile_page_takes_linear_time() {
        for piece in ["<", "<script", "<style></", "&", "&#", "<!--", "&#x110000;"] {
            let html = piece.repeat(MAX_PAGE / piece.len() - 1);
            let _ = unnamed(html.into_bytes(), &["Order Messages"]);
        }
    }
}

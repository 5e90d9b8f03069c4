//! Raw HTML inside Markdown → its harmless core. Knows tags as something to drop; knows no Markdown and prints nothing.

use std::borrow::Cow;
use std::ops::Range;

use super::entity::without_entities;
use crate::source::slice;

/// A piece of raw HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece<'html> {
    /// Text between tags, as written.
    Text(&'html str),
    /// The beginning of an element.
    Open(Tag<'html>),
    /// The end of an element.
    Close(&'html str),
    /// The beginning of an element whose content is never shown.
    Hidden(&'html str),
    /// Something that never ends, and hides the rest as it would in a browser.
    Unclosed,
}

/// Elements whose content is no prose: it runs, styles, draws or embeds.
#[rustfmt::skip]
const HIDDEN: &[&str] = &[
    "applet", "audio", "canvas", "datalist", "frameset", "head", "iframe", "map", "math", "noembed", "noframes", "noscript",
    "object", "plaintext", "script", "select", "style", "svg", "template", "textarea", "title", "video", "xml", "xmp",
];

/// Those whose names also stand for what readers are to put in, as in `<title>`: without an end they hide nothing.
const WORDS: &[&str] = &["canvas", "datalist", "head", "map", "select", "template", "textarea", "title", "video", "audio", "xml"];

/// Reads raw HTML, calling `take` with each piece and its place. Linear: nothing is looked at twice.
pub(super) fn pieces<'html>(html: &'html str, mut take: impl FnMut(Range<usize>, Piece<'html>)) {
    let mut at = 0;
    // Which elements are known to have no end from here on.
    let mut endless: Vec<&str> = Vec::new();
    while at < html.len() {
        let rest = slice(html, at..);
        if let Some(end) = markup_end(rest) {
            match end {
                None => return take(at..html.len(), Piece::Unclosed),
                Some(end) => at += end,
            }
            continue;
        }
        if let Some(tag) = Tag::read(rest) {
            let Some(tag) = tag else { return take(at..html.len(), Piece::Unclosed) };
            let (name, place) = (tag.name, at..at + tag.n_bytes);
            at = place.end;
            if !tag.hides() {
                take(place, tag.piece());
                continue;
            }
            let is_endless = endless.iter().any(|known| known.eq_ignore_ascii_case(name));
            match (if is_endless { None } else { skip_hidden(slice(html, at..), name) }, is_word(name)) {
                (Some(n_bytes), _) => {
                    take(place, Piece::Hidden(name));
                    at += n_bytes;
                }
                (None, true) => {
                    if !is_endless {
                        endless.push(name);
                    }
                    take(place, tag.piece());
                }
                (None, false) => return take(place, Piece::Hidden(name)),
            }
            continue;
        }
        let len = 1 + rest.bytes().skip(1).position(|byte| byte == b'<').unwrap_or(rest.len() - 1);
        take(at..at + len, Piece::Text(slice(rest, ..len)));
        at += len;
    }
}

/// The first piece of a text that begins with a tag. Only this decides what hides its content, whether it has an end or not.
pub(super) fn first(html: &str) -> Option<Piece<'_>> {
    match Tag::read(html)? {
        Some(tag) if tag.hides() => Some(Piece::Hidden(tag.name)),
        Some(tag) => Some(tag.piece()),
        None => Some(Piece::Unclosed),
    }
}

/// The tag at the start of the text, and its length in bytes.
pub(crate) fn tag_at(html: &str) -> Option<(Piece<'_>, usize)> {
    let tag = Tag::read(html)??;
    let n_bytes = tag.n_bytes;
    Some((if tag.hides() { Piece::Hidden(tag.name) } else { tag.piece() }, n_bytes))
}

/// Whether an element is also a word for something else, and hides nothing unless it ends.
pub(super) fn is_word(name: &str) -> bool {
    WORDS.iter().any(|word| word.eq_ignore_ascii_case(name))
}

/// The name of a closing tag at the start of the text.
pub(super) fn closes(html: &str, name: &str) -> bool {
    matches!(Tag::read(html), Some(Some(tag)) if tag.closing && tag.name.eq_ignore_ascii_case(name))
}

/// Comments, declarations, CDATA and processing instructions: `Some(None)` when one begins and does not end.
fn markup_end(rest: &str) -> Option<Option<usize>> {
    let end = |start: usize, close: &str| rest.get(start..).and_then(|tail| tail.find(close)).map(|at| start + at + close.len());
    if rest.starts_with("<!-->") || rest.starts_with("<!--->") {
        Some(rest.find('>').map(|at| at + 1))
    } else if rest.starts_with("<!--") {
        Some(end(4, "-->"))
    } else if rest.starts_with("<![CDATA[") {
        Some(end(9, "]]>"))
    } else if rest.starts_with("<!") || rest.starts_with("<?") {
        Some(end(2, ">"))
    } else {
        None
    }
}

/// How many bytes belong to a hidden element after its opening tag; `None` when it never ends.
fn skip_hidden(html: &str, name: &str) -> Option<usize> {
    let mut depth = 1_usize;
    let mut at = 0;
    while let Some(found) = slice(html, at..).find('<') {
        at += found;
        let tail = slice(html, at + 1..);
        let (closing, tail) = tail.strip_prefix('/').map_or((false, tail), |tail| (true, tail));
        let same = tail.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
            && !slice(tail, name.len()..).starts_with(|char: char| char.is_ascii_alphanumeric() || char == '-');
        match (same, closing) {
            // Only these two nest in themselves; in a script, `<script` is text.
            (true, false) if matches!(name.to_ascii_lowercase().as_str(), "svg" | "object") => depth += 1,
            (true, true) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return slice(html, at..).find('>').map(|end| at + end + 1);
        }
        at += 1;
    }
    None
}

/// A tag with its attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tag<'html> {
    pub(crate) name: &'html str,
    closing: bool,
    pub(super) self_closing: bool,
    attributes: Vec<(&'html str, &'html str)>,
    n_bytes: usize,
}

impl<'html> Tag<'html> {
    /// Reads the tag at the start of `rest`: `None` when there is none, `Some(None)` when it never ends.
    fn read(rest: &'html str) -> Option<Option<Self>> {
        let behind = rest.strip_prefix('<')?;
        let (closing, behind) = behind.strip_prefix('/').map_or((false, behind), |behind| (true, behind));
        if !behind.starts_with(|char: char| char.is_ascii_alphabetic()) {
            return None;
        }
        let name_len = behind.find(|char: char| char.is_ascii_whitespace() || matches!(char, '/' | '>' | '<')).unwrap_or(behind.len());
        let (name, mut tail) = behind.split_at(name_len);
        let mut tag = Tag { name, closing, self_closing: false, attributes: Vec::new(), n_bytes: 0 };
        loop {
            tail = tail.trim_ascii_start();
            if let Some(end) = tail.strip_prefix('>') {
                tag.n_bytes = rest.len() - end.len();
                return Some(Some(tag));
            }
            if let Some(slash) = tail.strip_prefix('/') {
                tag.self_closing = slash.starts_with('>');
                tail = slash;
                continue;
            }
            // A `<` inside a tag: the tag was none, and what follows may be one.
            if tail.starts_with('<') {
                tag.n_bytes = rest.len() - tail.len();
                return Some(Some(tag));
            }
            if tail.is_empty() {
                return Some(None);
            }
            let Some((attribute, behind)) = read_attribute(tail) else { return Some(None) };
            tag.attributes.push(attribute);
            tail = behind;
        }
    }

    fn piece(self) -> Piece<'html> {
        if self.closing { Piece::Close(self.name) } else { Piece::Open(self) }
    }

    /// Whether what is after it is not shown.
    fn hides(&self) -> bool {
        !self.closing && !self.self_closing && HIDDEN.iter().any(|name| name.eq_ignore_ascii_case(self.name))
    }

    /// The value of an attribute, entities decoded and without white space around it.
    pub(crate) fn value(&self, key: &str) -> Option<String> {
        let found = self.attributes.iter().find(|(name, _)| name.eq_ignore_ascii_case(key));
        found.map(|(_, value)| fold_space(&decode(value)).trim().to_owned())
    }
}

type Attribute<'html> = (&'html str, &'html str);

/// An attribute at the start of `text` and what follows it; `None` when its value never ends.
fn read_attribute(text: &str) -> Option<(Attribute<'_>, &str)> {
    // The first character belongs to the name whatever it is, so that every step gets further.
    let first = text.chars().next().map_or(0, char::len_utf8);
    let len = slice(text, first..)
        .find(|char: char| char.is_ascii_whitespace() || matches!(char, '/' | '>' | '=' | '<'))
        .map_or(text.len(), |at| first + at);
    let (key, behind) = text.split_at(len);
    let Some(value) = behind.trim_ascii_start().strip_prefix('=') else { return Some(((key, ""), behind)) };
    let value = value.trim_ascii_start();
    for quote in ['"', '\''] {
        if let Some(value) = value.strip_prefix(quote) {
            let (value, behind) = value.split_once(quote)?;
            return Some(((key, value), behind));
        }
    }
    let len = value.find(|char: char| char.is_ascii_whitespace() || char == '>').unwrap_or(value.len());
    let (value, behind) = value.split_at(len);
    Some(((key, value), behind))
}

/// Decodes entities.
pub(super) fn decode(text: &str) -> Cow<'_, str> {
    without_entities(text).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Runs of white space become one space; a no-break space is none.
pub(super) fn fold_space(text: &str) -> Cow<'_, str> {
    let mut previous = false;
    let folded = text.bytes().all(|byte| {
        let space = byte.is_ascii_whitespace();
        let fine = !(space && (previous || byte != b' '));
        previous = space;
        fine
    });
    if folded {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char.is_ascii_whitespace() {
            true if out.ends_with(' ') => {}
            true => out.push(' '),
            false => out.push(char),
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(html: &str) -> String {
        let mut out = String::new();
        pieces(html, |_, piece| match piece {
            Piece::Text(text) => out.push_str(&decode(text)),
            Piece::Open(tag) if tag.name == "img" => {
                out.push_str(&format!("[{}|{}]", tag.value("src").unwrap_or_default(), tag.value("alt").unwrap_or_default()));
            }
            Piece::Open(tag) => out.push_str(&format!("({}", tag.name)),
            Piece::Close(name) => out.push_str(&format!("{name})")),
            Piece::Hidden(_) => out.push('…'),
            Piece::Unclosed => out.push('!'),
        });
        out
    }

    #[test]
    fn tags_are_removed_and_text_stays() {
        assert_eq!(read("<p align=center>A <b>b</b><br/>c &amp; &rarr; &bogus;</p>"), "(pA (bbb)(brc & → &bogus;p)");
        assert_eq!(read(r#"<img alt="a > b" src='x.png' onerror=alert(1)>"#), "[x.png|a > b]");
        assert_eq!(read("a <!-- x --> b <!--> c"), "a  b  c");
    }

    #[test]
    fn scripts_are_removed_with_their_content() {
        assert_eq!(read("a<script>if (1 < 2) alert('</p>')</SCRIPT >b"), "a…b");
        assert_eq!(read("a<svg><svg></svg><script>x</script></svg>b"), "a…b");
        assert_eq!(read("a<style>b"), "a…");
        assert_eq!(read("a<iframe src=x />b"), "a(iframeb");
        assert_eq!(read("<scr<script>x</script>ipt>"), "(scr…ipt>");
    }

    #[test]
    fn a_word_that_is_an_element_hides_nothing_without_its_end() {
        assert_eq!(read("Set <title> and <TITLE> to b"), "Set (title and (TITLE to b");
        assert_eq!(read("<title>a</title>b"), "…b");
        assert_eq!(read("a <!-- b"), "a !");
    }

    #[test]
    fn hostile_markup_takes_no_time() {
        for unit in
            ["<", "<a ", "<a \"", "<!--", "<svg", "<svg>", "&", "<a =", "</", "<a '=\"", "<script>", "<a/", "<p x=<", "<title>", "<title"]
        {
            let _ = read(&unit.repeat(200_000));
        }
    }
}

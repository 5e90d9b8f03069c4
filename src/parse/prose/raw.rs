//! Raw HTML inside Markdown → its harmless core. Knows tags as something to drop; knows no Markdown and prints nothing.

use std::borrow::Cow;

use super::entity::entity;
use crate::source::slice;

/// What is left of raw HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece<'html> {
    /// Text between tags, entities decoded.
    Text(String),
    /// `<br>`
    Break,
    /// `<img>`
    Image { src: String, alt: String },
    /// `<h1>` … `<h6>`
    Heading(u8),
    /// The beginning or end of any other element that is a block of its own.
    Block,
    /// The beginning of an element whose content is never shown.
    Hidden(&'html str),
    /// Any other tag.
    Nothing,
}

/// Elements whose content is no prose: it runs, styles, draws or embeds.
#[rustfmt::skip]
const HIDDEN: &[&str] = &[
    "applet", "audio", "canvas", "datalist", "embed", "frameset", "head", "iframe", "map", "math", "noembed", "noframes", "noscript",
    "object", "param", "plaintext", "script", "select", "style", "svg", "template", "textarea", "title", "video", "xml", "xmp",
];

/// Hidden elements without content: nothing behind them belongs to them.
const VOID: &[&str] = &["embed", "param"];

#[rustfmt::skip]
const BLOCKS: &[&str] = &[
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "picture",
    "pre", "section", "summary", "table", "tbody", "tr", "ul",
];

/// Reads raw HTML, calling `take` with each piece and its offset. Linear: nothing is looked at twice.
pub(super) fn pieces<'html>(html: &'html str, mut take: impl FnMut(usize, Piece<'html>)) {
    let mut at = 0;
    while at < html.len() {
        let rest = slice(html, at..);
        if let Some(end) = markup_end(rest) {
            match end {
                // Something that never ends hides the rest of the block, as it would in a browser.
                None => return,
                Some(end) => at += end,
            }
            continue;
        }
        if let Some(tag) = Tag::read(rest) {
            let Some(tag) = tag else { return };
            let piece = tag.piece();
            let hidden = matches!(piece, Piece::Hidden(_));
            take(at, piece);
            at += tag.n_bytes;
            if hidden {
                match skip_hidden(slice(html, at..), tag.name) {
                    Some(n_bytes) => at += n_bytes,
                    None => return,
                }
            }
            continue;
        }
        let len = 1 + rest.bytes().skip(1).position(|byte| byte == b'<').unwrap_or(rest.len() - 1);
        take(at, Piece::Text(decode(slice(rest, ..len))));
        at += len;
    }
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

/// How many bytes belong to a hidden element behind its opening tag; `None` when it never ends.
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

struct Tag<'html> {
    name: &'html str,
    closing: bool,
    self_closing: bool,
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

    fn piece(&self) -> Piece<'html> {
        let name = self.name.to_ascii_lowercase();
        let value = |key: &str| {
            let found = self.attributes.iter().find(|(name, _)| name.eq_ignore_ascii_case(key));
            found.map(|(_, value)| decode(value).trim().to_owned()).unwrap_or_default()
        };
        match name.as_str() {
            "br" if !self.closing => Piece::Break,
            "img" if !self.closing => Piece::Image { src: value("src"), alt: value("alt") },
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if !self.closing => Piece::Heading(name.bytes().last().map_or(1, |digit| digit - b'0')),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Piece::Block,
            // Cells have no blocks of their own, and still no reader wants them glued together.
            "td" | "th" => Piece::Text(" ".to_owned()),
            name if BLOCKS.contains(&name) => Piece::Block,
            name if HIDDEN.contains(&name) && !VOID.contains(&name) && !self.closing && !self.self_closing => Piece::Hidden(self.name),
            _ => Piece::Nothing,
        }
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

/// Decodes entities and folds white space.
fn decode(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        decoded.push_str(slice(rest, ..at));
        rest = slice(rest, at..);
        let len = rest.bytes().skip(1).take(32).position(|byte| byte == b';').map_or(0, |len| len + 2);
        match entity(rest.get(..len).unwrap_or_default()) {
            Some(text) => {
                decoded.push_str(&text);
                rest = slice(rest, len..);
            }
            None => {
                decoded.push('&');
                rest = slice(rest, 1..);
            }
        }
    }
    decoded.push_str(rest);
    fold_space(&decoded).into_owned()
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
            Piece::Text(text) => out.push_str(&text),
            Piece::Break => out.push('↵'),
            Piece::Image { src, alt } => out.push_str(&format!("[{src}|{alt}]")),
            Piece::Heading(level) => out.push_str(&format!("#{level} ")),
            Piece::Block => out.push('¶'),
            Piece::Hidden(_) => out.push('…'),
            Piece::Nothing => {}
        });
        out
    }

    #[test]
    fn tags_go_and_text_stays() {
        assert_eq!(read("<p align=center>A <b>b</b><br/>c &amp; &rarr; &bogus;</p>"), "¶A b↵c & → &bogus;¶");
        assert_eq!(read(r#"<img alt="a > b" src='x.png' onerror=alert(1)>"#), "[x.png|a > b]");
        assert_eq!(read("a <!-- x --> b <!--> c"), "a  b  c");
    }

    #[test]
    fn what_runs_is_gone_with_its_content() {
        assert_eq!(read("a<script>if (1 < 2) alert('</p>')</SCRIPT >b"), "a…b");
        assert_eq!(read("a<svg><svg></svg><script>x</script></svg>b"), "a…b");
        assert_eq!(read("a<style>b"), "a…");
        assert_eq!(read("a<iframe src=x />b"), "ab");
        assert_eq!(read("<scr<script>x</script>ipt>"), "…ipt>");
    }

    #[test]
    fn hostile_markup_takes_no_time() {
        for unit in ["<", "<a ", "<a \"", "<!--", "<svg", "<svg>", "&", "<a =", "</", "<a '=\"", "<script>", "<a/", "<p x=<"] {
            let _ = read(&unit.repeat(200_000));
        }
    }
}

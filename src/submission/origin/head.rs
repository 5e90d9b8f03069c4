//! The head of a README: its title, and the logos and badges around it, in Markdown and in HTML. Knows what a catalogue shows in another way; knows no
//! answer.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::licence;
use crate::parse::prose::{Heading, Outline, Piece, Reference, ReferenceKind, tag_at};
use crate::source::floor_char_boundary;
use crate::text::single_line;

/// Elements that only put others together: around a title or around badges, they go with them.
const AROUND: [&str; 4] = ["center", "div", "header", "section"];
/// Elements that nothing is seen of without an image or words in them.
const HOLLOW: [&str; 24] = [
    "a", "b", "br", "center", "div", "em", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "p", "picture", "section",
    "source", "span", "strong", "sub", "sup",
];
/// Elements that are parts of a description: no head reaches into one.
const PARTS: [&str; 8] = ["blockquote", "details", "dl", "ol", "pre", "summary", "table", "ul"];
/// Those of them that have no end.
const VOID: [&str; 4] = ["br", "hr", "img", "source"];
/// A head is not longer than this, in bytes.
const MAX_BYTES: usize = 16 * 1024;
/// No more images and elements are looked at.
const MAX_PIECES: usize = 200;
/// The names of images that stand for the whole.
const LOGOS: [&str; 4] = ["banner", "icon", "logo", "wordmark"];

/// The words of `title`, without those of the images in it; those of an image where there are no others.
pub(super) fn name(title: &Heading, outline: &Outline) -> String {
    let is_in = |image: &&Reference| title.span.start <= image.span.start && image.span.end <= title.span.end;
    let mut words = title.text.clone();
    let mut of_logo = None;
    for image in images(outline).filter(is_in) {
        let alt = single_line(&image.text);
        let is_last = title.span.end - image.span.end < image.span.start - title.span.start;
        if let Some(at) = (if is_last { words.rfind(&alt) } else { words.find(&alt) }).filter(|_| !alt.is_empty()) {
            words.replace_range(at..at + alt.len(), " ");
            of_logo.get_or_insert(alt);
        }
    }
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if !words.is_empty() {
        return words;
    }
    let alt = of_logo.unwrap_or_else(|| title.text.clone());
    let is_logo = |word: &str| LOGOS.contains(&word.to_lowercase().as_str());
    alt.rsplit_once(' ').filter(|(_, last)| is_logo(last)).map_or(alt.clone(), |(rest, _)| rest.to_owned())
}

/// The licence that the badges of a README state: an SPDX expression, if it is the only one.
pub(super) fn licence(outline: &Outline) -> Option<String> {
    let badges = images(outline).filter(|image| is_badge(&image.target));
    let stated: HashSet<String> = badges.flat_map(|image| licence::on_badge(&image.target, &image.text)).collect();
    stated.iter().next().filter(|_| stated.len() == 1).cloned()
}

/// `text` without `title`, and above its first other heading without badges, and without the HTML that is around both.
pub(super) fn without(text: &str, title: Option<&Heading>, outline: &Outline) -> String {
    let mut reader = Reader::new(text, title, outline);
    reader.read();
    reader.drop_images();
    reader.drop_hollow();
    reader.rest()
}

fn images(outline: &Outline) -> impl Iterator<Item = &Reference> {
    outline.links.iter().filter(|link| link.kind == ReferenceKind::Image)
}

/// An image in the head, or several in a link of Markdown.
struct Image {
    place: Range<usize>,
    /// Whether its author will not miss it on a page of the catalogue.
    is_spare: bool,
    is_html: bool,
}

/// An element of HTML in the head.
struct Wrapper<'text> {
    name: &'text str,
    tag: Range<usize>,
    end: Option<Range<usize>>,
    is_centred: bool,
    is_link: bool,
}

impl Wrapper<'_> {
    fn contains(&self, place: &Range<usize>) -> bool {
        self.tag.start <= place.start && self.end.as_ref().is_none_or(|end| place.end <= end.end)
    }
}

struct Reader<'text> {
    text: &'text str,
    title: Option<Range<usize>>,
    outline: &'text Outline,
    /// Where the next heading is, or code.
    end: usize,
    /// The links and images of the head, by where they begin.
    links: HashMap<usize, usize>,
    images: Vec<Image>,
    wrappers: Vec<Wrapper<'text>>,
    /// Words, and all else that is neither an image nor a tag around it.
    words: Vec<Range<usize>>,
    removed: Vec<Range<usize>>,
    /// Where lines may be indented that no element is around any more.
    unwrapped: Vec<Range<usize>>,
}

impl<'text> Reader<'text> {
    fn new(text: &'text str, title: Option<&Heading>, outline: &'text Outline) -> Self {
        let title = title.map(|title| title.span.range());
        let is_other = |place: &Range<usize>| title.as_ref().is_none_or(|title| *place != *title);
        let headings = outline.headings.iter().map(|heading| heading.span.range()).filter(is_other).map(|place| place.start);
        let is_block = |place: &Range<usize>| text.get(place.clone()).is_some_and(|code| code.contains('\n') || code.starts_with("```"));
        let code = outline.code.iter().map(|code| code.range()).filter(is_block).map(|place| place.start);
        let end = headings.chain(code).min().unwrap_or(text.len()).min(floor_char_boundary(text, MAX_BYTES));
        let starts = outline.links.iter().enumerate().map(|(at, link)| (link.span.start as usize, at));
        // Of two at one place the first is around the other.
        let links = starts.rev().filter(|(start, _)| *start < end).collect();
        Self {
            text,
            title,
            outline,
            end,
            links,
            images: Vec::new(),
            wrappers: Vec::new(),
            words: Vec::new(),
            removed: Vec::new(),
            unwrapped: Vec::new(),
        }
    }

    fn read(&mut self) {
        let mut at = 0;
        while at < self.end {
            if self.wrappers.len() + self.images.len() > MAX_PIECES {
                self.end = at;
                break;
            }
            let title = self.title.clone().filter(|title| title.start <= at && at < title.end);
            at = match title {
                Some(title) => title.end,
                None => self.take(at),
            };
        }
        self.removed.extend(self.title.clone());
        for at in 0..self.wrappers.len() {
            let Wrapper { name, tag, end: None, .. } = &self.wrappers[at] else { continue };
            let end = if is_one(name, &AROUND) { self.end_of(name, at) } else { Some(self.end_of_block(tag.end)) };
            self.wrappers[at].end = end;
        }
    }

    /// Reads what is at `at`, and returns where that ends.
    fn take(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let Some(first) = rest.chars().next() else { return self.text.len() };
        if first.is_whitespace() {
            return at + first.len_utf8();
        }
        if rest.starts_with("<!--") {
            return rest.find("-->").map_or(self.text.len(), |len| at + len + 3);
        }
        if let Some(end) = self.markdown_images(at) {
            return end;
        }
        match tag_at(rest) {
            Some((Piece::Open(tag), len)) => {
                let place = at..at + len;
                let is_void = is_one(tag.name, &VOID);
                if tag.name.eq_ignore_ascii_case("img") {
                    let (url, alt) = (tag.value("src").unwrap_or_default(), tag.value("alt").unwrap_or_default());
                    let is_spare = self.is_spare(at, &url, &alt);
                    self.images.push(Image { place: place.clone(), is_spare, is_html: true });
                } else if is_one(tag.name, &PARTS) {
                    self.end = at;
                } else if !is_void && !is_one(tag.name, &HOLLOW) {
                    self.words.push(place.clone());
                } else {
                    let is_centred = tag.name.eq_ignore_ascii_case("center")
                        || tag.value("align").is_some_and(|align| align.eq_ignore_ascii_case("center"));
                    self.wrappers.push(Wrapper {
                        name: tag.name,
                        tag: place.clone(),
                        end: is_void.then(|| place.clone()),
                        is_centred,
                        is_link: tag.name.eq_ignore_ascii_case("a"),
                    });
                }
                place.end
            }
            Some((Piece::Close(name), len)) => {
                let place = at..at + len;
                let open = self.wrappers.iter_mut().rev().find(|open| open.end.is_none() && open.name.eq_ignore_ascii_case(name));
                match open {
                    Some(open) => open.end = Some(place.clone()),
                    // An end without a beginning shows nothing.
                    None if is_one(name, &HOLLOW) => self.removed.push(place.clone()),
                    None => self.words.push(place.clone()),
                }
                place.end
            }
            _ => {
                let len = rest
                    .char_indices()
                    .skip(1)
                    .find(|(_, c)| c.is_whitespace() || matches!(c, '<' | '!' | '['))
                    .map_or(rest.len(), |(len, _)| len);
                // What a link of reference style leads to is not seen.
                let line = rest.lines().next().unwrap_or_default();
                if line.starts_with('[') && line.contains("]: ") {
                    return at + line.len();
                }
                self.words.push(at..at + len);
                at + len
            }
        }
    }

    /// Reads an image in Markdown, or a link around images alone.
    fn markdown_images(&mut self, at: usize) -> Option<usize> {
        let outline = self.outline;
        let first = *self.links.get(&at).filter(|_| !self.text[at..].starts_with('<'))?;
        let found = outline.links.get(first)?;
        let place = found.span.range();
        let within = outline.links[first..].iter().take_while(|link| (link.span.start as usize) < place.end);
        let within: Vec<&Reference> = within.filter(|link| link.kind == ReferenceKind::Image).collect();
        let words = within.iter().map(|image| image.text.as_str()).collect::<Vec<_>>().concat();
        let plain = |text: &str| text.split_whitespace().collect::<String>();
        if within.is_empty() || (found.kind == ReferenceKind::Link && plain(&words) != plain(&found.text)) {
            return None;
        }
        let is_linked = found.kind == ReferenceKind::Link;
        let is_spare = within.iter().any(|image| image.target.starts_with("https://") && (is_linked || is_badge(&image.target)));
        self.images.push(Image { place: place.clone(), is_spare, is_html: false });
        Some(place.end)
    }

    /// Whether an image in HTML is a badge or a logo.
    fn is_spare(&self, at: usize, url: &str, alt: &str) -> bool {
        let names = |text: &str| LOGOS.iter().any(|name| text.to_lowercase().contains(name));
        let is_around = self.wrappers.iter().any(|open| open.end.is_none() && (open.is_centred || open.is_link));
        let is_above_title = self.title.as_ref().is_some_and(|title| at < title.start);
        is_badge(url) || names(url) || names(alt) || is_around || is_above_title
    }

    /// The end tag of the element `name` that was opened in the head, as the wrapper `at`, and reaches over its end.
    fn end_of(&self, name: &str, at: usize) -> Option<Range<usize>> {
        let taken: HashSet<usize> = self.wrappers.iter().filter_map(|other| Some(other.end.as_ref()?.start)).collect();
        let is_code = |place: usize| self.outline.code.iter().any(|code| code.range().contains(&place));
        // Those that were opened later in the head and have no end yet end first.
        let mut depth = self.wrappers[at + 1..].iter().filter(|later| later.end.is_none() && later.name.eq_ignore_ascii_case(name)).count();
        for (place, _) in self.text[self.end..].match_indices('<').map(|(place, found)| (self.end + place, found)) {
            match tag_at(&self.text[place..]) {
                Some((Piece::Open(tag), _)) if tag.name.eq_ignore_ascii_case(name) && !is_code(place) => depth += 1,
                Some((Piece::Close(closed), len)) if closed.eq_ignore_ascii_case(name) && !is_code(place) && !taken.contains(&place) => {
                    match depth.checked_sub(1) {
                        Some(less) => depth = less,
                        None => return Some(place..place + len),
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// Where the block of HTML ends that `at` is in: what was never closed reaches no further.
    fn end_of_block(&self, at: usize) -> Range<usize> {
        let mut end = at;
        for line in self.text[at..].split_inclusive('\n') {
            if line.trim().is_empty() && end > at {
                break;
            }
            end += line.len();
        }
        end..end
    }

    /// Removes the images that are on lines without words, if they are spare; in Markdown, also those beside one that is.
    fn drop_images(&mut self) {
        let has_words = |line: &Range<usize>| self.words.iter().any(|words| touches(words, line));
        let is_beside = |line: &Range<usize>| self.images.iter().any(|other| other.is_spare && touches(&other.place, line));
        let goes = |image: &&Image| {
            let line = self.line(&image.place);
            !has_words(&line) && (image.is_spare || (!image.is_html && is_beside(&line)))
        };
        let gone: Vec<Range<usize>> = self.images.iter().filter(goes).map(|image| image.place.clone()).collect();
        self.removed.extend(gone);
    }

    /// Removes the elements of which only tags are left, and those around the title or around what was removed.
    fn drop_hollow(&mut self) {
        let gone = self.removed.clone();
        let is_gone = |place: &Range<usize>| gone.iter().any(|gone| gone.start <= place.start && place.end <= gone.end);
        let seen: Vec<Range<usize>> =
            self.words.iter().cloned().chain(self.images.iter().map(|image| image.place.clone())).filter(|place| !is_gone(place)).collect();
        for wrapper in &self.wrappers {
            let had = gone.iter().any(|place| wrapper.contains(place));
            let has = seen.iter().any(|place| wrapper.contains(place)) || wrapper.end.as_ref().is_some_and(|end| end.start >= self.end);
            let is_void = is_one(wrapper.name, &VOID);
            let is_in_words = |place: &Range<usize>| {
                let around = self
                    .wrappers
                    .iter()
                    .filter(|other| !is_one(other.name, &VOID) && !is_one(other.name, &AROUND) && other.contains(place));
                around.into_iter().any(|other| seen.iter().any(|seen| other.contains(seen)))
                    || self.words.iter().any(|words| touches(words, &self.line(place)))
            };
            let is_around = had && is_one(wrapper.name, &AROUND);
            let is_hollow = if is_void { !is_in_words(&wrapper.tag) } else { !has };
            if is_hollow || is_around {
                self.removed.push(wrapper.tag.clone());
                self.removed.extend(wrapper.end.clone());
                self.unwrapped.push(wrapper.tag.end..self.end_of_block(wrapper.tag.end).end);
            }
        }
    }

    /// The line, or the lines, that `place` is on.
    fn line(&self, place: &Range<usize>) -> Range<usize> {
        let start = self.text[..place.start].rfind('\n').map_or(0, |at| at + 1);
        start..self.text[place.end..].find('\n').map_or(self.text.len(), |len| place.end + len)
    }

    /// The text without what was removed, and without the lines of which nothing is left.
    fn rest(mut self) -> String {
        self.removed.retain(|place| !place.is_empty());
        self.removed.sort_by_key(|place| (place.start, place.end));
        self.removed.dedup();
        let mut text = String::with_capacity(self.text.len());
        let (mut at, mut is_gap) = (0, false);
        for line in self.text.split_inclusive('\n') {
            let place = at..at + line.len();
            at = place.end;
            let first = self.removed.partition_point(|gone| gone.end <= place.start);
            let cuts = self.removed[first..].iter().take_while(|gone| gone.start < place.end);
            let (mut kept, mut from, mut is_cut) = (String::new(), place.start, false);
            for gone in cuts {
                kept.push_str(self.text.get(from..gone.start).unwrap_or_default());
                (from, is_cut) = (gone.end, true);
            }
            kept.push_str(self.text.get(from..place.end).unwrap_or_default());
            let is_unwrapped = place.start < self.end && self.unwrapped.iter().any(|place| place.contains(&at.saturating_sub(1)));
            if kept.trim().is_empty() {
                is_gap |= is_cut;
                // Where lines are gone, one empty line is enough.
                let is_spare = is_cut || (is_gap && text.ends_with("\n\n"));
                if !is_spare {
                    text.push_str(line);
                }
                continue;
            }
            is_gap = false;
            match is_cut || is_unwrapped {
                true => text.extend([kept.trim(), "\n"]),
                false => text.push_str(line),
            }
        }
        format!("{}\n", text.trim())
    }
}

fn is_badge(url: &str) -> bool {
    url.contains("badge") || url.contains("shields.io")
}

fn is_one(name: &str, names: &[&str]) -> bool {
    names.iter().any(|known| name.eq_ignore_ascii_case(known))
}

fn touches(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

#[cfg(test)]
mod tests {
    use super::{licence, name, without};
    use crate::parse::prose::outline;

    #[track_caller]
    fn head(text: &str) -> (String, String) {
        let outline = outline(text);
        let title = outline.headings.first().filter(|heading| heading.level == 1);
        (title.map(|title| name(title, &outline)).unwrap_or_default(), without(text, title, &outline))
    }

    #[test]
    fn a_title_in_html_goes_with_its_end_and_with_what_is_around_it() {
        for text in [
            "<h1 align=\"center\">Order Digest</h1>\n\nSends orders.\n",
            "<div align=center>\n<h1>\n  Order Digest\n</h1>\n</div>\n\nSends orders.\n",
            "<div align=\"center\">\n\n# Order Digest\n\nSends orders.\n\n</div>\n",
            "<center>\n    <h1>Order Digest</h1>\n    <img src=\"https://img.shields.io/a.svg\">\n</center>\n\nSends orders.\n",
            "<p align=\"center\">\n  <img src=\"assets/mark.svg\" alt=\"Order Digest\" width=\"120\">\n</p>\n\n# Order Digest\n\nSends orders.\n",
            "# Order Digest\n\n<br>\n\nSends orders.\n",
            "# Order Digest\n</div>\n\nSends orders.\n",
            "<p align=\"center\">\n\n# Order Digest\n\nSends orders.\n",
        ] {
            assert_eq!(head(text), ("Order Digest".to_owned(), "Sends orders.\n".to_owned()), "{text}");
        }
    }

    #[test]
    fn the_images_of_a_title_are_not_its_name() {
        for title in [
            "<h1 align=center>\n  <br>\n  <a href=\"https://a.example\"><img src=\"l.png\" alt=\"Logo\" width=\"200\"></a>\n  <br>\n  Order Digest\n  <br>\n</h1>",
            "# ![](l.png) Order Digest [![CI](https://ci.example/b.svg)](https://ci.example)",
            "# Order Digest ![Order](l.png)",
            "# ![Order Digest logo](l.png)",
            "<h1><picture><source srcset=\"d.png\"><img src=\"l.png\" alt=\"Order Digest\"></picture></h1>",
        ] {
            assert_eq!(head(&format!("{title}\n\nSends orders.\n")), ("Order Digest".to_owned(), "Sends orders.\n".to_owned()), "{title}");
        }
    }

    #[test]
    fn badges_and_logos_in_html_are_left_out() {
        let badge = "<a href=\"https://ci.example\"><img alt=\"CI\" src=\"https://ci.example/b.svg\"></a>";
        for badges in [
            badge.to_owned(),
            format!("<p align=\"center\">\n  {badge}\n  {badge}<br/>\n</p>"),
            format!("<div>\n\n{badge}\n[![CI][b]][ci]\n\n</div>"),
            "<img src=\"https://img.shields.io/a.svg\">\n<img src=\"docs/logo.png\">".to_owned(),
            "<p align=center><picture>\n<source srcset=d.png>\n<img src=l.png>\n</picture></p>".to_owned(),
        ] {
            let text = format!(
                "# T\n\n{badges}\n\nSends orders.\n\n{badge}\n\n## State\n\n{badge}\n\n[b]: https://a.example/b.svg\n[ci]: https://a.example\n"
            );
            let rest = format!("Sends orders.\n\n## State\n\n{badge}\n\n[b]: https://a.example/b.svg\n[ci]: https://a.example\n");
            assert_eq!(head(&text).1, rest, "{badges}");
        }
    }

    #[test]
    fn words_keep_what_is_around_them() {
        for text in [
            "<p align=\"center\">Sends <b>orders</b>.</p>\n\n## A\n\n<div>x</div>\n",
            "<p align=\"center\">\n  <a href=\"https://a.example\">Manual</a> ·\n  <a href=\"https://a.example/i\">Issues</a>\n</p>\n",
            "<details>\n<summary>More</summary>\n\n<br>\n\ntext\n\n</details>\n",
            "<img src=\"https://a.example/screenshot.png\">\n\nText.\n",
            "Text <img src=\"https://img.shields.io/a.svg\"> goes on.\n",
            "```html\n<div align=\"center\"></div>\n```\n",
        ] {
            assert_eq!(head(&format!("# T\n\n{text}")).1, text, "{text}");
        }
        let text = "<div align=\"center\">\n  <h1>T</h1>\n    <p>Sends <b>orders</b>.</p>\n\n## A\n\n<div>x</div>\n\n</div>\n\n## B\n";
        assert_eq!(head(text).1, "<p>Sends <b>orders</b>.</p>\n\n## A\n\n<div>x</div>\n\n## B\n");
    }

    #[test]
    fn a_licence_is_taken_from_a_badge_that_states_it() {
        let taken = |text: &str| licence(&outline(text));
        let shield = |path: &str| taken(&format!("[![l](https://img.shields.io/badge/{path})](LICENSE)"));
        assert_eq!(shield("license-Apache--2.0-blue.svg").as_deref(), Some("Apache-2.0"));
        assert_eq!(shield("Licence-MIT_OR_Apache--2.0-blue?style=flat").as_deref(), Some("MIT OR Apache-2.0"));
        assert_eq!(shield("license-MIT%20OR%20Apache--2.0-blue").as_deref(), Some("MIT OR Apache-2.0"));
        for path in [
            "license-GPL--3.0-blue",
            "license-Apache_2.0-blue",
            "license-see_file-blue",
            "build-MIT-blue",
            "license-Apache-2.0-blue",
            "MIT-blue",
        ] {
            assert_eq!(shield(path), None, "{path}");
        }
        assert_eq!(
            taken("<a href=x><img src=\"https://img.shields.io/github/license/a/b\" alt=\"License: MIT\"></a>").as_deref(),
            Some("MIT")
        );
        assert_eq!(taken("![MIT License](https://a.example/badge.svg)").as_deref(), Some("MIT"));
        for text in [
            "![License](https://img.shields.io/github/license/a/b)",
            "![MIT License](https://a.example/photo.png)",
            "![License: MIT](https://img.shields.io/badge/license-ISC-blue)",
            "![License: MIT](https://a.example/badge.svg) ![License: ISC](https://a.example/badge.svg)",
        ] {
            assert_eq!(taken(text), None, "{text}");
        }
    }

    #[test]
    fn hostile_heads_take_no_time() {
        for unit in ["<div>", "<p>\n", "![](a)", "[![](a)](b)", "<img>", "<br>\n", "<", "[", "</p>", "<a href=x>", "<!--", "w\n<hr>"] {
            let _ = head(&unit.repeat(20_000));
        }
    }
}

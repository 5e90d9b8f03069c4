//! A listing's badge: a small picture that says where it is listed, for a README elsewhere.

use crate::catalogue::Listing;
use crate::site::{Site, SitePath};
use crate::text::{clipped, single_line};
use crate::xml::Xml;

/// Height in pixels, and half of it on the inside of a part, to the left and right of its text.
const HEIGHT: u32 = 20;
const MARGIN: u32 = 6;
const FONT_SIZE: u32 = 11;
/// Characters of a text on a badge.
const MAX_CHARS: usize = 60;

/// Grey and blue, both with a contrast of 7:1 and more to white.
const LEFT: &str = "#4d4d4d";
const RIGHT: &str = "#0a47a9";

/// The badge as SVG. It is on its own, without a font, a style or a script, so it is fit for every host.
pub(in crate::render) fn badge(site: &Site, listing: &Listing) -> Vec<u8> {
    let left = clipped(&words(site), MAX_CHARS);
    let right = listing.shared.as_ref().map(|version| clipped(&version.to_string(), MAX_CHARS));
    draw(&left, right.as_deref())
}

/// The Markdown that shows the badge in a README, if the listing has one.
pub(in crate::render) fn badge_markdown(site: &Site, listing: &Listing) -> Option<String> {
    let label = words(site).replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]");
    let page = site.address.absolute(&Site::listing(&listing.slug));
    site.badge(listing).map(|badge: SitePath| format!("[![{label}]({})]({page})", site.address.absolute(&badge)))
}

fn words(site: &Site) -> String {
    let title = single_line(&site.catalogue.settings.title);
    site.language.say("badge-listed-on", &[("site", title.as_str().into())])
}

fn draw(left: &str, right: Option<&str>) -> Vec<u8> {
    let parts: Vec<(&str, &str, u32)> = [Some((left, LEFT)), right.map(|right| (right, RIGHT))]
        .into_iter()
        .flatten()
        .map(|(text, fill)| (text, fill, width(text)))
        .collect();
    let all: u32 = parts.iter().map(|(_, _, width)| width + 2 * MARGIN).sum();
    let title = right.map_or_else(|| left.to_owned(), |right| format!("{left}: {right}"));
    let (height, total) = (HEIGHT.to_string(), all.to_string());
    let view = format!("0 0 {all} {HEIGHT}");
    let mut xml = Xml::document(1);
    xml.open(
        "svg",
        &[("xmlns", "http://www.w3.org/2000/svg"), ("width", &total), ("height", &height), ("viewBox", &view), ("role", "img")],
    );
    xml.text("title", &[], &title);
    // Round at the outer corners only: one round shape below, and a square one over the inner half of each part.
    let mut x = 0;
    let n_parts = parts.len();
    for (place, (_, fill, width)) in parts.iter().enumerate() {
        let width = width + 2 * MARGIN;
        xml.empty("rect", &[("x", &x.to_string()), ("width", &width.to_string()), ("height", &height), ("rx", "3"), ("fill", fill)]);
        if n_parts > 1 {
            let inner = if place == 0 { x + width - MARGIN } else { x };
            xml.empty("rect", &[("x", &inner.to_string()), ("width", &MARGIN.to_string()), ("height", &height), ("fill", fill)]);
        }
        x += width;
    }
    let size = FONT_SIZE.to_string();
    xml.open("g", &[("fill", "#fff"), ("font-family", "Verdana,DejaVu Sans,Geneva,sans-serif"), ("font-size", &size)]);
    let mut x = MARGIN;
    for (text, _, width) in parts {
        // With its length given, the text fits whatever font the visitor has.
        xml.text("text", &[("x", &x.to_string()), ("y", "14"), ("textLength", &width.to_string())], text);
        x += width + 2 * MARGIN;
    }
    xml.close("g");
    xml.close("svg");
    xml.finish().into_bytes()
}

/// The width of `text` in pixels, as DejaVu Sans and Verdana draw it.
fn width(text: &str) -> u32 {
    let thousandths: u32 = text.chars().map(advance).sum();
    (thousandths * FONT_SIZE).div_ceil(1000)
}

/// The advance of a character in thousandths of the font size. Of those beyond ASCII it is a guess that suits their script.
fn advance(c: char) -> u32 {
    let code = u32::from(c);
    match code {
        0x20..=0x7e => u32::from(ADVANCES[code as usize - 0x20]),
        // Han, kana, hangul and full-width forms fill a square.
        0x1100..=0x11ff | 0x2e80..=0xd7ff | 0xf900..=0xfaff | 0xff00..=0xffef | 0x1_f300.. => 1000,
        _ => 640,
    }
}

/// From space to tilde, measured in DejaVu Sans.
#[rustfmt::skip]
const ADVANCES: [u16; 95] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
    1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
    500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::media::media;

    #[test]
    fn a_badge_of_any_words_is_one_that_the_catalogue_would_take() {
        let long = "x".repeat(500);
        let names = [
            "listed on Library",
            "<script>alert(1)</script>",
            "\"><a href='x'>",
            "]]>&amp;&lt;",
            "\u{202e}gnp",
            "コネクター一覧",
            "a\u{0}\u{8}b",
            "",
            &long,
        ];
        for left in names {
            for right in [None, Some("1.2.0"), Some("\"/><image href=\"https://evil.example/\"/>")] {
                let bytes = draw(&clipped(left, MAX_CHARS), right);
                let (found, problems) = media("svg", &bytes);
                let found = found.unwrap_or_else(|| panic!("{}: {problems:?}", String::from_utf8_lossy(&bytes)));
                assert_eq!((found.height, problems), (HEIGHT, Vec::new()));
                assert!(found.width < 800, "{}", found.width);
            }
        }
    }

    #[test]
    fn a_badge_is_as_wide_as_its_words() {
        assert_eq!(width("1.2.0"), (3 * 636 + 2 * 318) * 11_u32 / 1000 + 1);
        assert!(width("コネクター") > width("listed"));
    }
}

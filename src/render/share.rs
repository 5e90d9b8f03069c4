//! What a share card says, in lines that fit. Knows the words and how wide they are; the template places them, `picture` draws them.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::templates::{Templates, Values};
use super::views::{Share, ShareWords, letters};
use super::{RenderError, Renderer};
use crate::catalogue::{App, Listing};
use crate::format::ShareCards;
use crate::picture::{CARD_SIZE, DRAWS_CARDS, FOLDER, text_width};
use crate::site::{Page, PageKind, Site, SitePath, hue};
use crate::text::single_line;

/// Listings beyond which a card for each would cost more than it brings; apps have cards then.
const MANY: usize = 5_000;

/// The room for text in the middle of a card, in pixels.
const ROOM: f32 = 1_040.0;
/// The room beside the monogram.
const ROOM_BESIDE: f32 = 860.0;

/// The subject of a card.
#[derive(Debug, Clone)]
pub(super) enum Subject {
    Listing(Arc<Listing>),
    App(Arc<App>),
}

/// A card before it is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Its address, which changes with what it shows.
    pub path: SitePath,
    /// The drawing.
    pub svg: String,
    /// The alternative text.
    pub alt: String,
}

/// The cards of a site by what they are about.
pub(super) type Cards = BTreeMap<(&'static str, Arc<str>), Card>;

impl Subject {
    /// Its unique key: its kind as in URLs, and its slug.
    fn key(&self) -> (&'static str, Arc<str>) {
        match self {
            Self::Listing(listing) => ("listing", listing.slug.clone()),
            Self::App(app) => ("app", app.slug.clone()),
        }
    }
}

impl Renderer {
    /// The cards of all pages that have one, each once. Made on all cores, and kept for the pages that name them.
    ///
    /// # Errors
    /// When the template `share.svg` fails.
    pub fn cards(&self) -> Result<Vec<&Card>, RenderError> {
        let (site, mode) = (&self.site, mode(&self.site));
        let listings = site.catalogue.listings.values().filter(|listing| mode == ShareCards::Listing && !listing.is_gone());
        let apps = site.catalogue.apps.values().filter(|_| mode != ShareCards::None);
        let subjects: Vec<_> = listings.cloned().map(Subject::Listing).chain(apps.cloned().map(Subject::App)).collect();
        let cards = subjects.par_iter().map(|subject| Ok((subject.key(), card(site, &self.templates, subject)?)));
        let cards = cards.collect::<Result<Cards, RenderError>>()?;
        Ok(self.cards.get_or_init(|| cards).values().collect())
    }

    /// The card at an address below the root, for the preview.
    #[must_use]
    pub fn card(&self, path: &str) -> Option<Card> {
        let (kind, slug) = path.strip_prefix(FOLDER)?.strip_prefix("share/")?.split_once('/')?;
        let slug = slug.strip_suffix(".png")?.rsplit_once('.')?.0;
        let subject = match kind {
            "listing" => Subject::Listing(self.site.catalogue.listings.get(slug)?.clone()),
            _ => Subject::App(self.site.catalogue.apps.get(slug)?.clone()),
        };
        card(&self.site, &self.templates, &subject).ok().filter(|card| card.path.as_str() == path)
    }

    /// Returns the card for the head of `page`.
    pub(super) fn share(&self, page: &Page) -> Result<Option<Share>, RenderError> {
        let subject = match (&page.kind, mode(&self.site)) {
            (_, ShareCards::None) => return Ok(None),
            (PageKind::Listing(listing) | PageKind::Versions(listing) | PageKind::Doc(listing, _), ShareCards::Listing) => {
                Subject::Listing(listing.clone())
            }
            (PageKind::Listing(listing) | PageKind::Versions(listing) | PageKind::Doc(listing, _), ShareCards::App) => match &listing.app {
                Some(app) => Subject::App(app.clone()),
                None => return Ok(None),
            },
            (PageKind::App(app, _), _) => Subject::App(app.clone()),
            _ => return Ok(None),
        };
        let (width, height) = CARD_SIZE;
        let link = |card: &Card| Share { url: self.site.address.absolute(&card.path), width, height, alt: card.alt.clone() };
        // The preview shows a few pages and has not made the cards of all.
        match self.cards.get().and_then(|cards| cards.get(&subject.key())) {
            Some(card) => Ok(Some(link(card))),
            None => card(&self.site, &self.templates, &subject).map(|card| Some(link(&card))),
        }
    }
}

/// Returns the subjects with cards in this catalogue.
fn mode(site: &Site) -> ShareCards {
    if !DRAWS_CARDS {
        return ShareCards::None;
    }
    let own = if site.catalogue.listings.len() > MANY { ShareCards::App } else { ShareCards::Listing };
    site.catalogue.settings.share_cards.unwrap_or(own)
}

fn card(site: &Site, templates: &Templates, subject: &Subject) -> Result<Card, RenderError> {
    let (kind, slug) = subject.key();
    let (name, beside, summary) = match subject {
        Subject::Listing(listing) => {
            let by = listing.publisher.as_ref().map(|publisher| site.language.say("byline", &[("publisher", (&*publisher.name).into())]));
            // A name that the font cannot write gives its place to that of the app.
            let is_written = text_width(&listing.name, 76.0, true).is_some();
            let app = listing.app.as_ref().map(|app| &app.name);
            let name = if is_written { &listing.name } else { app.unwrap_or(&listing.name) };
            let beside = vec![app.filter(|_| is_written).map(|app| site.language.say("card-for-app", &[("app", (&**app).into())])), by];
            (name, beside, listing.file.summary.get())
        }
        Subject::App(app) => {
            let n = site.indexes.by_app.get(&app.slug).map_or(0, Vec::len);
            (&app.name, vec![Some(site.language.say("connectors", &[("n", n.into())]))], app.description.as_ref())
        }
    };
    let one = |text: &str, size, is_bold, room| lines(text, size, is_bold, room, 1).and_then(|lines| lines.into_iter().next());
    // A long name is set smaller before it is cut off.
    let set = [(76_u16, 2), (60, 2), (52, 3)].map(|(size, n_lines)| (size, lines(name, f32::from(size), true, ROOM, n_lines)));
    let is_whole = |lines: &Vec<String>| !lines.last().is_some_and(|line| line.ends_with('…'));
    let fitting = set.iter().position(|(_, lines)| lines.as_ref().is_some_and(is_whole)).unwrap_or(set.len() - 1);
    let [a, b, c] = set;
    let (name_size, name_lines) = [a, b, c].into_iter().nth(fitting).unwrap_or((52, None));
    let letters = letters(name);
    let words = ShareWords {
        site: one(&site.catalogue.settings.title, 30.0, true, ROOM),
        name: name_lines.unwrap_or_default(),
        name_size,
        beside: beside.into_iter().flatten().filter_map(|text| one(&text, 34.0, false, ROOM_BESIDE)).collect(),
        summary: summary.and_then(|text| lines(text, 32.0, false, ROOM, 2)).unwrap_or_default(),
        letters: if text_width(&letters, 56.0, true).is_some() { letters } else { String::new() },
        hue: hue(name),
    };
    let svg = templates.render(Values::for_view(&words))?;
    let hash = blake3::hash(svg.as_bytes()).to_hex();
    let path = SitePath::file(format!("{FOLDER}share/{kind}/{slug}.{}.png", &hash[..16]));
    let alt = match subject {
        Subject::Listing(listing) => match &listing.app {
            Some(app) => site.language.say("card-of-listing", &[("name", (&*listing.name).into()), ("app", (&*app.name).into())]),
            None => listing.name.to_string(),
        },
        Subject::App(app) => site.language.say("card-of-app", &[("app", (&*app.name).into())]),
    };
    Ok(Card { path, svg, alt })
}

/// `text` in at most `n_lines` lines that are no wider than `room`; what does not fit ends in an ellipsis. `None` when the font lacks a character.
fn lines(text: &str, size: f32, is_bold: bool, room: f32, n_lines: usize) -> Option<Vec<String>> {
    let width = |text: &str| text_width(text, size, is_bold);
    width(text.trim())?;
    let mut lines: Vec<String> = Vec::new();
    let mut rest = single_line(text);
    while !rest.is_empty() {
        if lines.len() + 1 == n_lines {
            lines.push(clipped(&rest, room, &width)?);
            break;
        }
        let mut end = 0;
        for (at, _) in rest.match_indices(' ').chain([(rest.len(), "")]) {
            if width(&rest[..at])? > room {
                break;
            }
            end = at;
        }
        // A single word that is wider than the card is cut where the card ends.
        if end == 0 {
            end = fitting(&rest, room, &width)?.max(rest.chars().next().map_or(0, char::len_utf8));
        }
        let behind = rest.split_off(end);
        lines.push(rest);
        rest = behind.trim_start().to_owned();
    }
    Some(lines)
}

/// How many bytes of `text` fit into `room`.
fn fitting(text: &str, room: f32, width: &dyn Fn(&str) -> Option<f32>) -> Option<usize> {
    let mut end = 0;
    for (at, char) in text.char_indices() {
        let next = at + char.len_utf8();
        if width(&text[..next])? > room {
            break;
        }
        end = next;
    }
    Some(end)
}

/// `text`, or as much of it as fits with an ellipsis.
fn clipped(text: &str, room: f32, width: &dyn Fn(&str) -> Option<f32>) -> Option<String> {
    if width(text)? <= room {
        return Some(text.to_owned());
    }
    let end = fitting(text, room - width("…")?, width)?;
    let kept = &text[..end];
    // Rather a whole word less than half a word more, unless there is but one.
    let kept = kept.rsplit_once(' ').map_or(kept, |(words, _)| words);
    Some(format!("{}…", kept.trim_end_matches([' ', ',', ';', ':', '.', '–'])))
}

#[cfg(all(test, feature = "share-cards"))]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_lose_no_word_without_an_ellipsis() {
        let text = "Keeps orders, refunds and stock levels of every shop in step with the ledger";
        for room in [200.0, 400.0, 800.0] {
            let all = lines(text, 40.0, false, room, 99).expect("glyphs");
            assert_eq!(all.join(" "), text);
            for line in &all {
                assert!(text_width(line, 40.0, false).expect("glyphs") <= room, "{line}");
            }
            let two = lines(text, 40.0, false, room, 2).expect("glyphs");
            assert_eq!((two.len(), all.len() > 2), (2, two[1].ends_with('…')));
            assert!(text_width(&two[1], 40.0, false).expect("glyphs") <= room);
        }
    }

    #[test]
    fn the_ground_of_a_card_is_six_parts_in_a_hundred_of_its_colour() {
        let template = include_str!("../../templates/share.svg");
        let colours = |name: &str| -> Vec<u32> {
            let list = template.split_once(&format!("set {name} = [")).and_then(|(_, rest)| rest.split_once(']')).expect("a list").0;
            list.split(", ").map(|colour| u32::from_str_radix(colour.trim_matches(['"', '#']), 16).expect("a colour")).collect()
        };
        let mixed = |colour: u32| {
            let part = |shift: u32| (f64::from(255 * 94) + f64::from(colour >> shift & 255) * 6.0) / 100.0;
            [16, 8, 0].iter().fold(0, |all, shift| all << 8 | part(*shift).round() as u32)
        };
        assert_eq!(colours("hues").into_iter().map(mixed).collect::<Vec<_>>(), colours("tints"));
    }

    #[test]
    fn a_word_wider_than_the_card_and_a_text_without_glyphs_have_an_end() {
        let wide = lines(&"W".repeat(500), 76.0, true, ROOM, 2).expect("glyphs");
        assert!(wide.len() == 2 && wide.iter().all(|line| text_width(line, 76.0, true).expect("glyphs") <= ROOM));
        assert_eq!((lines("経費精算", 40.0, true, ROOM, 2), lines("", 40.0, true, ROOM, 2)), (None, Some(Vec::new())));
    }
}

//! Lists of names from A to Z as pages show them: links to the letters, and entries below their letters. Knows no markup.

use super::tile::Tile;
use crate::render::view::view;
use crate::site::{AlphabeticalIndex, Letter, Site, SitePath};

view! {
    /// A letter of the index.
    LetterLink("a link to a letter") {
        /// The letter; `#` stands for everything that does not begin with one of A to Z.
        letter: String,
        /// The URL of its first entry, on this page or another.
        url: String,
    }
}

view! {
    /// Entries that begin with the same letter.
    LetterSection<'site>("a section of the index") {
        /// The letter.
        letter: String,
        /// The id for its heading, which links to the letter lead to.
        id: String,
        /// Its entries.
        entries: Vec<Tile<'site>>,
    }
}

fn label(letter: Letter) -> String {
    match letter {
        Letter::Latin(letter) => letter.to_ascii_uppercase().to_string(),
        Letter::Other => "#".to_owned(),
    }
}

fn id(letter: Letter) -> String {
    match letter {
        Letter::Latin(letter) => format!("letter-{letter}"),
        Letter::Other => "letter-other".to_owned(),
    }
}

/// The letters of all pages of `list` as links, from page `number`: on the page itself to the letter, elsewhere to the page where it begins.
pub(super) fn letters<T>(list: &AlphabeticalIndex<T>, site: &Site, number: usize, path: impl Fn(usize) -> SitePath) -> Vec<LetterLink> {
    let part = list.part(number);
    let link = |(letter, page): (Letter, usize)| {
        let is_here = part.iter().any(|(here, _)| *here == letter);
        let page = if is_here { String::new() } else { site.address.url(&path(page)) };
        LetterLink { letter: label(letter), url: format!("{page}#{}", id(letter)) }
    };
    list.letters().map(link).collect()
}

/// The entries of page `number` of `list`, below their letters.
pub(super) fn sections<'site, T>(
    list: &'site AlphabeticalIndex<T>,
    number: usize,
    tile: impl Fn(&'site T) -> Tile<'site>,
) -> Vec<LetterSection<'site>> {
    let section = |entries: &'site [(Letter, T)]| {
        let letter = entries.first().map_or(Letter::Other, |(letter, _)| *letter);
        LetterSection { letter: label(letter), id: id(letter), entries: entries.iter().map(|(_, item)| tile(item)).collect() }
    };
    list.part(number).chunk_by(|a, b| a.0 == b.0).map(section).collect()
}

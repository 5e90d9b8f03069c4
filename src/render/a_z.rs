//! Lists of names from A to Z as pages show them: links to the letters, and entries below their letters. Knows no markup.

use serde_json::{Value, json};

use crate::site::{AToZ, Letter, Site, SitePath};

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
pub(super) fn letters<T>(list: &AToZ<T>, site: &Site, number: usize, path: impl Fn(usize) -> SitePath) -> Vec<Value> {
    let part = list.part(number);
    let link = |(letter, page): (Letter, usize)| {
        let is_here = part.iter().any(|(here, _)| *here == letter);
        let page = if is_here { String::new() } else { site.address.url(&path(page)) };
        json!({"letter": label(letter), "url": format!("{page}#{}", id(letter))})
    };
    list.letters().map(link).collect()
}

/// The entries of page `number` of `list`, below their letters.
pub(super) fn sections<T>(list: &AToZ<T>, number: usize, view: impl Fn(&T) -> Value) -> Vec<Value> {
    let section = |entries: &[(Letter, T)]| {
        let letter = entries[0].0;
        json!({"letter": label(letter), "id": id(letter), "entries": entries.iter().map(|(_, item)| view(item)).collect::<Vec<_>>()})
    };
    list.part(number).chunk_by(|a, b| a.0 == b.0).map(section).collect()
}

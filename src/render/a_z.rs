//! Lists of names from A to Z, cut into pages: which entries a page has, under which letters, and where each letter begins. Knows no markup.

use serde_json::{Value, json};

use crate::site::{PER_INDEX, Site, SitePath, fold};

/// A list of names in the order of an index.
pub(super) struct AToZ<T> {
    /// By letter and then by name.
    entries: Vec<(Letter, T)>,
}

/// A letter, in the order of an index: whatever begins with none comes last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Letter {
    Latin(char),
    Other,
}

impl Letter {
    fn of(folded: &str) -> Self {
        folded.chars().next().filter(char::is_ascii_lowercase).map_or(Self::Other, Self::Latin)
    }

    fn label(self) -> String {
        match self {
            Self::Latin(letter) => letter.to_ascii_uppercase().to_string(),
            Self::Other => "#".to_owned(),
        }
    }

    fn id(self) -> String {
        match self {
            Self::Latin(letter) => format!("letter-{letter}"),
            Self::Other => "letter-other".to_owned(),
        }
    }
}

impl<T: Copy> AToZ<T> {
    /// Sorts `items` by what `name` says of them.
    pub(super) fn new(items: impl Iterator<Item = T>, name: impl Fn(T) -> String) -> Self {
        let mut keyed: Vec<(Letter, String, T)> = items
            .map(|item| {
                let folded = fold(&name(item));
                (Letter::of(&folded), folded, item)
            })
            .collect();
        // Names that are equal keep the order in which they came.
        keyed.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        Self { entries: keyed.into_iter().map(|(letter, _, item)| (letter, item)).collect() }
    }

    /// How many entries there are on all pages.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// The entries of page `number`, from 1.
    pub(super) fn part(&self, number: usize) -> impl Iterator<Item = T> {
        self.slice(number).iter().map(|(_, item)| *item)
    }

    /// The letters of all pages as links, from page `number`: on the page itself to the letter, elsewhere to the page where it begins.
    pub(super) fn letters(&self, site: &Site, number: usize, path: impl Fn(usize) -> SitePath) -> Vec<Value> {
        let here: Vec<Letter> = self.slice(number).iter().map(|(letter, _)| *letter).collect();
        let mut links: Vec<Value> = Vec::new();
        let mut last = None;
        for (place, (letter, _)) in self.entries.iter().enumerate() {
            if last.replace(*letter) == Some(*letter) {
                continue;
            }
            let page = if here.contains(letter) { String::new() } else { site.address.url(&path(place / PER_INDEX + 1)) };
            links.push(json!({"letter": letter.label(), "url": format!("{page}#{}", letter.id())}));
        }
        links
    }

    /// The entries of page `number`, below their letters.
    pub(super) fn sections(&self, number: usize, view: impl Fn(T) -> Value) -> Vec<Value> {
        let by_letter = self.slice(number).chunk_by(|a, b| a.0 == b.0);
        let section = |entries: &[(Letter, T)]| {
            let letter = entries[0].0;
            json!({"letter": letter.label(), "id": letter.id(), "entries": entries.iter().map(|(_, item)| view(*item)).collect::<Vec<_>>()})
        };
        by_letter.map(section).collect()
    }

    fn slice(&self, number: usize) -> &[(Letter, T)] {
        let first = ((number - 1) * PER_INDEX).min(self.entries.len());
        &self.entries[first..(first + PER_INDEX).min(self.entries.len())]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_is_cut_into_pages_that_hold_every_entry_once() {
        let names: Vec<String> = (0..PER_INDEX * 2 + 1).map(|n| format!("{}{n:04}", ["zeta", "Ärger", "7up", "日本"][n % 4])).collect();
        let list = AToZ::new(names.iter(), String::clone);
        let mut shown: Vec<&String> = (1..=3).flat_map(|number| list.part(number)).collect();
        assert_eq!((shown.len(), list.len(), list.part(3).count()), (names.len(), names.len(), 1));
        assert!(shown[0].starts_with("Ärger") && !shown[names.len() - 1].starts_with("zeta"));
        let letters: Vec<String> = list.sections(1, |name| json!(name)).iter().map(|section| section["letter"].to_string()).collect();
        assert_eq!(letters, ["\"A\"", "\"Z\""]);
        shown.sort();
        shown.dedup();
        assert_eq!(shown.len(), names.len());
    }
}

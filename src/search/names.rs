//! How the parts of an index are called, as files of the site. `core` has a name that stays the same, so that pages can name it and need not change with the index.
//! The name of every other part has a code of its bytes in it, so that it can be kept forever, and one that did not change keeps its name.
//!
//! A code is six hexadecimal digits: it only has to tell the part from its own earlier states. Parts `texts` come and go in the middle, so they have no number; a
//! longer code is their whole name. `core.codes` has the codes of all others: of numbered parts (`rows/7`) one after the other by kind, of the rest by name. Kinds
//! with more parts than [`PER_LIST`] have parts of their own for that, `codes/rows-0` and so on.

use std::collections::BTreeMap;

use super::part::{CodesPart, json};

/// The part with which everything begins.
pub(super) const CORE: &str = "core";
/// The path of `core` below the root of the site.
pub const CORE_PATH: &str = "search/index.json";
/// The folder of all others, whose files never change.
const FOLDER: &str = "assets/search/";
/// Digits of a code.
const CODE: usize = 6;
/// Digits of the name of a part `texts`, which has to tell it from all others.
const NAME: usize = 16;
/// Parts whose codes are in one list: 6 KB.
const PER_LIST: usize = 1_024;
/// Lists up to this number of parts are in `core`.
const IN_CORE: usize = 256;

/// The codes of `parts`, for `core`; adds parts for kinds of which there are many.
pub(super) fn codes(parts: &mut BTreeMap<String, Vec<u8>>) -> BTreeMap<String, String> {
    let mut codes = BTreeMap::new();
    let mut numbered: BTreeMap<String, BTreeMap<usize, String>> = BTreeMap::new();
    for (name, bytes) in &*parts {
        let Some((kind, place)) = name.split_once('/').filter(|_| !is_of_texts(name)) else { continue };
        let code = digits(bytes, CODE);
        match place.parse() {
            Ok(place) => drop(numbered.entry(kind.to_owned()).or_default().insert(place, code)),
            Err(_) => drop(codes.insert(name.clone(), code)),
        }
    }
    for (kind, of_kind) in numbered {
        let all: Vec<String> = of_kind.into_values().collect();
        if all.len() <= IN_CORE {
            codes.insert(kind, all.concat());
            continue;
        }
        for (place, list) in all.chunks(PER_LIST).enumerate() {
            let name = format!("codes/{kind}-{place}");
            let bytes = json(&CodesPart { codes: list.concat() });
            codes.insert(name.clone(), digits(&bytes, CODE));
            parts.insert(name, bytes);
        }
    }
    codes
}

/// The path of a part below the root of the site.
pub(super) fn path(name: &str, bytes: &[u8]) -> String {
    match name {
        CORE => CORE_PATH.to_owned(),
        _ if is_of_texts(name) => format!("{FOLDER}{name}.json"),
        _ => format!("{FOLDER}{name}.{}.json", digits(bytes, CODE)),
    }
}

/// The name of the part that has this path, if there is one.
pub(super) fn from_path(path: &str) -> Option<&str> {
    if path == CORE_PATH {
        return Some(CORE);
    }
    let stem = path.strip_prefix(FOLDER)?.strip_suffix(".json")?;
    Some(stem.split_once('.').map_or(stem, |(name, _)| name))
}

/// Whether a path below the root of the site is that of a part, or was in another build.
#[must_use]
pub fn is_index_path(path: &str) -> bool {
    from_path(path).is_some()
}

/// The name of a part `texts`.
pub(super) fn of_texts(bytes: &[u8]) -> String {
    format!("texts/{}", digits(bytes, NAME))
}

fn is_of_texts(name: &str) -> bool {
    name.strip_prefix("texts/").is_some_and(|rest| rest != "fences")
}

/// Whether a part of words ends after this one, which one word in 128 says of itself: content-defined chunking (Muthitacharoen and others, "A low-bandwidth network
/// file system", 2001).
pub(super) fn is_end(word: &str) -> bool {
    blake3::hash(word.as_bytes()).as_bytes()[0] < 2
}

fn digits(bytes: &[u8], n: usize) -> String {
    blake3::hash(bytes).to_hex()[..n].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_of_a_part_leads_back_to_its_name() {
        for name in [CORE, "rows/12", "texts/fences", "facets/tag-0", &of_texts(b"x")] {
            assert_eq!(from_path(&path(name, b"x")), Some(name));
        }
        assert_eq!((from_path("search/other.json"), from_path("assets/app.js")), (None, None));
    }

    #[test]
    fn a_part_that_changes_changes_one_code() {
        let parts = |changed: usize, n: usize| -> BTreeMap<String, Vec<u8>> {
            (0..n)
                .map(|place| (format!("rows/{place}"), if place == changed { b"new".to_vec() } else { place.to_string().into_bytes() }))
                .collect()
        };
        let (mut before, mut after) = (parts(usize::MAX, 12), parts(7, 12));
        let (before, after) = (codes(&mut before), codes(&mut after));
        let differ: Vec<usize> =
            (0..12).filter(|place| before["rows"][place * CODE..][..CODE] != after["rows"][place * CODE..][..CODE]).collect();
        assert_eq!(differ, [7]);
        let (mut before, mut after) = (parts(usize::MAX, 3_000), parts(1_500, 3_000));
        let (before, after) = (codes(&mut before), codes(&mut after));
        assert_eq!(before.keys().collect::<Vec<_>>(), ["codes/rows-0", "codes/rows-1", "codes/rows-2"]);
        assert_eq!(before.iter().filter(|(name, code)| after.get(*name) != Some(code)).count(), 1);
    }
}

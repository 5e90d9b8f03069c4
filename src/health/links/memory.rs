//! What is remembered between runs, as the text of a file. Knows JSON; reads and writes no file.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::judge::Record;
use super::targets::Targets;

/// The number of the shape; another one is not understood, and everything is asked anew.
const VERSION: u32 = 1;

/// Records by address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Memory {
    version: u32,
    /// What is known of each address.
    pub links: BTreeMap<String, Record>,
}

impl Default for Memory {
    fn default() -> Self {
        Self { version: VERSION, links: BTreeMap::new() }
    }
}

impl Memory {
    /// What `text` says; nothing if it is damaged or another release's.
    #[must_use]
    pub fn read(text: &str) -> Self {
        serde_json::from_str(text).ok().filter(|memory: &Self| memory.version == VERSION).unwrap_or_default()
    }

    /// The text to keep.
    #[must_use]
    pub fn text(&self) -> String {
        match serde_json::to_string_pretty(self) {
            Ok(text) => text + "\n",
            Err(error) => unreachable!("texts and numbers are JSON: {error}"),
        }
    }

    /// Forgets what nobody names any more.
    pub fn forget_all_but(&mut self, targets: &Targets) {
        self.links.retain(|url, _| targets.contains_key(url));
    }

    /// The addresses of `targets` to ask at `now`, at most `limit`: those never asked and those asked longest ago first, so that every one gets its turn.
    #[must_use]
    pub fn due<'run>(&self, targets: &'run Targets, now: Timestamp, limit: usize) -> Vec<&'run str> {
        let mut due: Vec<(Option<Timestamp>, &str)> = targets
            .keys()
            .map(|url| (self.links.get(url), url.as_str()))
            .filter(|(record, _)| record.is_none_or(|record| !record.is_fresh(now)))
            .map(|(record, url)| (record.map(|record| record.checked), url))
            .collect();
        due.sort_unstable();
        due.into_iter().take(limit).map(|(_, url)| url).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::health::links::{Answer, recorded};

    #[test]
    fn a_damaged_memory_is_an_empty_one() {
        for text in ["", "{", "[]", "{\"version\": 7, \"links\": {}}", "{\"version\": 1}"] {
            assert_eq!(Memory::read(text), Memory::default(), "{text}");
        }
        let mut memory = Memory::default();
        memory
            .links
            .insert("https://a.com/".to_owned(), recorded(None, Answer::Elsewhere("https://b.com/".to_owned()), Timestamp::UNIX_EPOCH));
        assert_eq!(Memory::read(&memory.text()), memory);
    }
}

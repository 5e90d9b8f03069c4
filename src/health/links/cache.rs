//! The results of earlier runs, as the text of a JSON file. Reads and writes no file.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::judge::LinkStatus;
use super::targets::Targets;
use crate::text::pretty_json;

/// The format version; a cache with another one is ignored, and every URL is checked again.
const VERSION: u32 = 1;

/// The status of each URL.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkCache {
    version: u32,
    /// Status by URL.
    pub links: BTreeMap<String, LinkStatus>,
}

impl Default for LinkCache {
    fn default() -> Self {
        Self { version: VERSION, links: BTreeMap::new() }
    }
}

impl LinkCache {
    /// Reads a cache file; empty if it is damaged or has another version.
    #[must_use]
    pub fn read(text: &str) -> Self {
        serde_json::from_str(text).ok().filter(|cache: &Self| cache.version == VERSION).unwrap_or_default()
    }

    /// The text of the cache file.
    #[must_use]
    pub fn text(&self) -> String {
        pretty_json(self)
    }

    /// Removes the URLs that are not among `targets`.
    pub fn retain(&mut self, targets: &Targets) {
        self.links.retain(|url, _| targets.contains_key(url));
    }

    /// The URLs of `targets` to check at `now`, at most `limit`: those never checked first, then the least recently checked.
    #[must_use]
    pub fn due<'run>(&self, targets: &'run Targets, now: Timestamp, limit: usize) -> Vec<&'run str> {
        let mut due: Vec<(Option<Timestamp>, &str)> = targets
            .keys()
            .map(|url| (self.links.get(url), url.as_str()))
            .filter(|(status, _)| status.is_none_or(|status| !status.is_fresh(now)))
            .map(|(status, url)| (status.map(|status| status.checked), url))
            .collect();
        due.sort_unstable();
        due.into_iter().take(limit).map(|(_, url)| url).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::health::links::Answer;

    #[test]
    fn a_damaged_cache_is_empty() {
        for text in ["", "{", "[]", "{\"version\": 7, \"links\": {}}", "{\"version\": 1}"] {
            assert_eq!(LinkCache::read(text), LinkCache::default(), "{text}");
        }
        let mut cache = LinkCache::default();
        cache.links.insert(
            "https://a.com/".to_owned(),
            LinkStatus::after(None, Answer::Elsewhere("https://b.com/".to_owned()), Timestamp::UNIX_EPOCH),
        );
        assert_eq!(LinkCache::read(&cache.text()), cache);
    }
}

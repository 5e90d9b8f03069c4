//! The list of a site's files, as a server wrote it: which of them may be written to a folder, and how much that would be. Touches no file and no network.

use std::collections::BTreeMap;

use crate::contract::FileFacts;
use crate::source::ContentPath;
use crate::text::{clipped, printable};

/// How the names of the files begin that a mirror has for itself.
pub(super) const OWN: &str = ".pressmark-mirror";

/// Files of a site, at most.
const MAX_FILES: usize = 2_000_000;

/// Bytes of a file, at most; as many are in memory, once for each file that is fetched at the same time.
pub(super) const MAX_FILE: u64 = 64 * 1024 * 1024;

/// Bytes of a site, at most.
const MAX_TOTAL: u64 = 64 * 1024 * 1024 * 1024;

/// Bytes of a name and of a path, at most: what file systems take.
const MAX_NAME: usize = 255;
const MAX_PATH: usize = 1024;

/// Characters of a path that are shown.
const MAX_SHOWN: usize = 80;

/// The files of a mirror by their paths, in order.
pub(super) type Plan = BTreeMap<ContentPath, FileFacts>;

/// Adds `files`, a list or a part of one, to `plan`.
///
/// # Errors
/// When a file of it must not be written, or there is too much of them. Nothing of such a list is used.
pub(super) fn add(plan: &mut Plan, files: BTreeMap<String, FileFacts>) -> Result<(), String> {
    for (path, facts) in files {
        let shown = printable(&clipped(&path, MAX_SHOWN));
        let path = valid(&path).ok_or_else(|| format!("the list names `{shown}`, which is not a path of a site"))?;
        let is_hash = facts.1.len() == 32 && facts.1.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if !is_hash {
            return Err(format!("the list has no fingerprint of `{shown}`"));
        }
        if facts.0 > MAX_FILE {
            return Err(format!("`{shown}` has {} bytes; the limit is {MAX_FILE}", facts.0));
        }
        plan.insert(path, facts);
    }
    if plan.len() > MAX_FILES {
        return Err(format!("the site has {} files; the limit is {MAX_FILES}", plan.len()));
    }
    let total = plan.values().fold(0_u64, |total, facts| total.saturating_add(facts.0));
    if total > MAX_TOTAL { Err(format!("the site has {total} bytes; the limit is {MAX_TOTAL}")) } else { Ok(()) }
}

/// The path, if it stays in a folder on every system, and is not one that a mirror uses itself.
fn valid(path: &str) -> Option<ContentPath> {
    let is_plain = |c: char| !c.is_control() && !matches!(c, '\\' | ':' | '<' | '>' | '"' | '|' | '?' | '*');
    let is_name = |name: &str| name.len() <= MAX_NAME && !name.ends_with(['.', ' ']) && !name.starts_with(OWN);
    let is_valid = path.len() <= MAX_PATH && path.chars().all(is_plain) && path.split('/').all(is_name);
    ContentPath::new(path).filter(|_| is_valid)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{MAX_FILE, Plan, add, valid};
    use crate::contract::FileFacts;

    #[test]
    fn only_plain_relative_paths_are_written() {
        for path in ["index.html", ".well-known/security.txt", "listings/acme/a b.png", "listings/日本/x.png"] {
            assert!(valid(path).is_some(), "{path}");
        }
        let long = "a/".repeat(600) + "b";
        for path in [
            "",
            "/etc/passwd",
            "../x",
            "a/../b",
            "a//b",
            "./a",
            "a/",
            "C:/x",
            "C:x",
            "a\\b",
            "a\0",
            "a\nb",
            "con.",
            "a ",
            "a:b",
            ".pressmark-mirror",
            &long,
        ] {
            assert!(valid(path).is_none(), "{path:?}");
        }
    }

    #[test]
    fn a_list_that_asks_for_too_much_is_refused() {
        let refused = |size: u64, hash: &str| add(&mut Plan::new(), BTreeMap::from([("a".to_owned(), FileFacts(size, hash.to_owned()))]));
        let hash = "0".repeat(32);
        assert_eq!(refused(MAX_FILE, &hash), Ok(()));
        assert!(refused(MAX_FILE + 1, &hash).is_err_and(|why| why.contains("the limit is")));
        assert!(refused(1, "../x").is_err_and(|why| why.contains("no fingerprint")));
        let many: BTreeMap<String, FileFacts> = (0..1100).map(|n| (n.to_string(), FileFacts(MAX_FILE, hash.clone()))).collect();
        assert!(add(&mut Plan::new(), many).is_err_and(|why| why.starts_with("the site has ")));
    }
}

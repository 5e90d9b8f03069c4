//! `files.json`: every file of a site with its size and a fingerprint, so that a copy of the site can be made and checked.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::object::object;
use super::{Described, FOLDER, SCHEMA};

/// Files in one document, at most: with more of them, the list is in parts.
const MAX_WHOLE: usize = 5000;

/// Bytes of a SHA-256 that are kept: enough that no two files have the same by chance.
const N_BYTES: usize = 16;

object! {
    /// The files of a site that anyone can fetch. A list of more than 5,000 files is in parts, each of which is a document like this one.
    pub struct Files {
        /// The version of the contract.
        pub schema: u32 => Contract,
        /// The address of the catalogue, with a slash at its end.
        pub catalogue: String => Url,
        /// The files, by their paths below the site; without those of the list itself.
        pub files: BTreeMap<String, FileFacts> = "BTreeMap::is_empty",
        /// The parts of the list, by their paths below the site.
        pub parts: BTreeMap<String, FileFacts> = "BTreeMap::is_empty",
    }
}

/// The size of a file in bytes, and the first half of its SHA-256 in hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FileFacts(pub u64, pub String);

impl Described for FileFacts {
    fn schema() -> Value {
        let size = json!({"type": "integer", "minimum": 0, "description": "How many bytes it has."});
        let hash =
            json!({"type": "string", "pattern": "^[0-9a-f]{32}$", "description": "The first half of its SHA-256, in hexadecimal digits."});
        json!({"type": "array", "description": "A file.", "prefixItems": [size, hash], "minItems": 2, "maxItems": 2})
    }
}

impl FileFacts {
    /// The facts of a file with these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let hash = Sha256::digest(bytes);
        Self(bytes.len() as u64, hash.iter().take(N_BYTES).map(|byte| format!("{byte:02x}")).collect())
    }
}

impl Files {
    /// Where the list is below a site.
    #[must_use]
    pub fn path() -> String {
        format!("{FOLDER}files.json")
    }

    /// The documents that list `files` of the catalogue at `catalogue`, by their paths below the site.
    #[must_use]
    pub fn documents<'files>(catalogue: &str, files: impl Iterator<Item = (&'files str, &'files FileFacts)>) -> Vec<(String, Vec<u8>)> {
        let list = |files, parts| Self { schema: SCHEMA, catalogue: catalogue.to_owned(), files, parts };
        let copied = |files: &[(&str, &FileFacts)]| files.iter().map(|&(path, facts)| (path.to_owned(), facts.clone())).collect();
        let entries: Vec<_> = files.collect();
        if entries.len() <= MAX_WHOLE {
            return vec![(Self::path(), list(copied(&entries), BTreeMap::new()).bytes())];
        }
        let part = |(n, files): (usize, &[(&str, &FileFacts)])| {
            (format!("{FOLDER}files/{}.json", n + 1), list(copied(files), BTreeMap::new()).bytes())
        };
        let mut documents: Vec<_> = entries.par_chunks(MAX_WHOLE).enumerate().map(part).collect();
        let parts = documents.par_iter().map(|(path, bytes)| (path.clone(), FileFacts::of(bytes))).collect();
        documents.push((Self::path(), list(BTreeMap::new(), parts).bytes()));
        documents
    }

    fn bytes(&self) -> Vec<u8> {
        match serde_json::to_vec(self) {
            Ok(mut bytes) => {
                bytes.push(b'\n');
                bytes
            }
            Err(error) => unreachable!("texts and numbers are JSON: {error}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{FileFacts, Files};
    use crate::contract::read;

    #[test]
    fn a_small_list_is_one_line_and_a_large_one_is_in_parts() {
        let files = |n: usize| -> BTreeMap<String, FileFacts> { (0..n).map(|n| (format!("{n}.html"), FileFacts::of(b"abc"))).collect() };
        let documents = |n: usize| Files::documents("https://c.example/", files(n).iter().map(|(path, facts)| (&**path, facts)));
        let small = documents(1);
        let text = r#"{"schema":1,"catalogue":"https://c.example/","files":{"0.html":[3,"ba7816bf8f01cfea414140de5dae2223"]}}"#;
        assert_eq!(small, [("api/v1/files.json".to_owned(), format!("{text}\n").into_bytes())]);
        let large = documents(12_000);
        let names: Vec<&str> = large.iter().map(|(path, _)| &**path).collect();
        assert_eq!(names, ["api/v1/files/1.json", "api/v1/files/2.json", "api/v1/files/3.json", "api/v1/files.json"]);
        let first: Files = large.last().map(|(_, bytes)| read(bytes).expect("a list")).expect("a list");
        assert_eq!(first.parts.get("api/v1/files/3.json"), Some(&FileFacts::of(&large[2].1)));
        let n: usize = large[..3].iter().map(|(_, bytes)| read::<Files>(bytes).expect("a part").files.len()).sum();
        assert_eq!(n, 12_000);
    }
}

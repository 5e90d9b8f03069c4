//! Lists of files as `git` prints them with `-z`. Runs nothing.

use std::collections::BTreeMap;
use std::fmt;

use crate::source::folder::hidden;
use crate::source::{ContentPath, Skipped};

/// The hash of a commit, a tree or a blob, in full.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Object(Box<str>);

impl Object {
    /// The hash that `text` writes: 40 or 64 hexadecimal digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let sound = matches!(text.len(), 40 | 64) && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'a'..=b'f'));
        sound.then(|| Self(text.into()))
    }

    /// The hash as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Object {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// What an entry of a tree is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FileKind {
    /// A file, executable or not.
    File,
    /// A symbolic link.
    Link,
    /// A commit of another repository.
    Submodule,
}

/// The files of a folder at a revision.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    /// The blobs of the files, by their path below the folder.
    pub files: BTreeMap<ContentPath, Object>,
    /// What is there but is not read.
    pub skipped: BTreeMap<ContentPath, Skipped>,
}

impl Tree {
    /// Reads what `ls-tree -r -z` prints of `folder`, which stands before every path.
    pub(super) fn parse(out: &[u8], folder: &str) -> Self {
        let mut tree = Self::default();
        for entry in out.split(|&byte| byte == 0) {
            let Some(tab) = entry.iter().position(|&byte| byte == b'\t') else { continue };
            let (head, path) = (String::from_utf8_lossy(&entry[..tab]), &entry[tab + 1..]);
            let mut words = head.split(' ');
            let (Some(mode), Some(_), Some(object)) = (words.next(), words.next(), words.next().and_then(Object::parse)) else { continue };
            let kind = match mode {
                "120000" => FileKind::Link,
                "160000" => FileKind::Submodule,
                _ => FileKind::File,
            };
            let text = String::from_utf8_lossy(path);
            let Some(below) = text.strip_prefix(folder).and_then(ContentPath::new) else { continue };
            if std::str::from_utf8(path).is_err() {
                tree.skipped.insert(below, Skipped::NameNotUtf8);
            } else if let Some((part, is_told)) = hidden(&below) {
                if is_told {
                    tree.skipped.insert(part, Skipped::Hidden);
                }
            } else {
                match kind {
                    FileKind::Link => drop(tree.skipped.insert(below, Skipped::Link)),
                    FileKind::Submodule => drop(tree.skipped.insert(below, Skipped::Unreadable(SUBMODULE.to_owned()))),
                    FileKind::File => drop(tree.files.insert(below, object)),
                }
            }
        }
        tree
    }
}

const SUBMODULE: &str = "it is a submodule, whose files lie in another repository";

/// What has become of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Touched {
    /// It is new.
    Added,
    /// It has other bytes, or is another kind of file.
    Altered,
    /// It is gone.
    Gone,
}

/// Reads what `diff-tree -z --name-status` prints.
pub(super) fn touched(out: &[u8]) -> Vec<(Touched, Vec<u8>)> {
    let mut parts = out.split(|&byte| byte == 0);
    let mut touched = Vec::new();
    while let (Some(status), Some(path)) = (parts.next(), parts.next()) {
        let kind = match status.first() {
            Some(b'A') => Touched::Added,
            Some(b'D') => Touched::Gone,
            _ => Touched::Altered,
        };
        touched.push((kind, path.to_vec()));
    }
    touched
}

#[cfg(test)]
mod tests {
    use super::*;

    const HASH: &str = "0123456789abcdef0123456789abcdef01234567";

    fn entry(mode: &str, kind: &str, path: &[u8]) -> Vec<u8> {
        [format!("{mode} {kind} {HASH}\t").as_bytes(), path, b"\0"].concat()
    }

    #[test]
    fn what_cannot_be_read_safely_is_named_and_not_read() {
        let out = [
            entry("100644", "blob", b"content/listings/a/listing.yaml"),
            entry("100755", "blob", b"content/listings/a/run.sh"),
            entry("120000", "blob", b"content/listings/a/icon.svg"),
            entry("160000", "commit", b"content/listings/sub"),
            entry("100644", "blob", b"content/listings/a/caf\xe9.md"),
            entry("100644", "blob", b"content/listings/a/.env"),
            entry("100644", "blob", b"content/listings/a/new\nline\tand tab.md"),
        ];
        let tree = Tree::parse(&out.concat(), "content/");
        let files: Vec<_> = tree.files.keys().map(ContentPath::as_str).collect();
        assert_eq!(files, ["listings/a/listing.yaml", "listings/a/new\nline\tand tab.md", "listings/a/run.sh"]);
        let skipped: Vec<_> = tree.skipped.iter().map(|(path, why)| (path.as_str(), why.clone())).collect();
        assert_eq!(skipped[0], ("listings/a/.env", Skipped::Hidden));
        assert_eq!(skipped[1].1, Skipped::NameNotUtf8);
        assert_eq!(skipped[2], ("listings/a/icon.svg", Skipped::Link));
        assert!(matches!(&skipped[3], ("listings/sub", Skipped::Unreadable(why)) if why.contains("submodule")));
    }

    #[test]
    fn only_whole_hashes_go_further() {
        assert!(Object::parse(HASH).is_some());
        for text in ["", "HEAD", "--upload-pack=x", &HASH[1..], &HASH.to_uppercase()] {
            assert_eq!(Object::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_name_with_a_line_feed_is_one_name() {
        let found = touched(b"A\0a\nb\0D\0c d\0T\0e\0");
        assert_eq!(found, [(Touched::Added, b"a\nb".to_vec()), (Touched::Gone, b"c d".to_vec()), (Touched::Altered, b"e".to_vec())]);
    }
}

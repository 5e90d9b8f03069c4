//! Lists of files as `git` prints them with `-z`. Runs nothing.

use std::collections::{BTreeMap, HashSet};
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
        let valid = matches!(text.len(), 40 | 64) && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'a'..=b'f'));
        valid.then(|| Self(text.into()))
    }

    /// No object: git writes it as zeros.
    #[must_use]
    pub fn none() -> Self {
        Self("0".repeat(40).into())
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

/// The kind of an entry of a tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A file.
    File,
    /// A file that can be executed.
    Executable,
    /// A symbolic link.
    Link,
    /// A commit of another repository.
    Submodule,
}

impl FileKind {
    /// The kind of an entry with the mode `mode`; `None` for no entry at all.
    fn of_mode(mode: &str) -> Option<Self> {
        match mode {
            "000000" => None,
            "120000" => Some(Self::Link),
            "160000" => Some(Self::Submodule),
            "100644" => Some(Self::File),
            // Old repositories contain other modes, such as 100664; whatever is not plain is looked at.
            _ => Some(Self::Executable),
        }
    }
}

/// The files of a folder at a revision.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    /// The blobs of the files, by their path below the folder.
    pub files: BTreeMap<ContentPath, Object>,
    /// Entries that are not read.
    pub skipped: BTreeMap<ContentPath, Skipped>,
    /// Paths that it names twice, which no working copy can contain.
    pub doubled: Vec<ContentPath>,
}

impl Tree {
    /// Reads what `ls-tree -r -z` prints of `folder`, which is before every path.
    pub(super) fn parse(out: &[u8], folder: &str) -> Self {
        let mut tree = Self::default();
        let mut seen: HashSet<&[u8]> = HashSet::new();
        for (kind, object, path) in entries(out) {
            let text = String::from_utf8_lossy(path);
            let Some(below) = text.strip_prefix(folder).and_then(ContentPath::new) else { continue };
            if !seen.insert(path) {
                tree.doubled.push(below.clone());
            }
            if std::str::from_utf8(path).is_err() {
                tree.skipped.insert(below, Skipped::NameNotUtf8);
            } else if let Some((part, is_reported)) = hidden(&below) {
                if is_reported {
                    tree.skipped.insert(part, Skipped::Hidden);
                }
            } else {
                match kind {
                    FileKind::Link => drop(tree.skipped.insert(below, Skipped::Link)),
                    FileKind::Submodule => drop(tree.skipped.insert(below, Skipped::Unreadable(SUBMODULE.to_owned()))),
                    FileKind::File | FileKind::Executable => drop(tree.files.insert(below, object)),
                }
            }
        }
        tree
    }
}

/// The entries that `ls-tree -r -z` prints, with their paths from the root of the repository.
pub(super) fn entries(out: &[u8]) -> impl Iterator<Item = (FileKind, Object, &[u8])> {
    out.split(|&byte| byte == 0).filter_map(|entry| {
        let tab = entry.iter().position(|&byte| byte == b'\t')?;
        let head = String::from_utf8_lossy(&entry[..tab]);
        let mut words = head.split(' ');
        let kind = FileKind::of_mode(words.next()?)?;
        Some((kind, Object::parse(words.nth(1)?)?, &entry[tab + 1..]))
    })
}

const SUBMODULE: &str = "it is a submodule, whose files are in another repository";

/// A path that is not the same in two trees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Touched {
    /// The path from the root of the repository, as git has it.
    pub path: Vec<u8>,
    /// The entry before and after; never `None` on both sides.
    pub sides: [Option<Entry>; 2],
}

/// The entry at a path of a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The kind.
    pub kind: FileKind,
    /// Its blob, or a submodule's commit.
    pub object: Object,
}

impl Touched {
    /// Whether only the kind of file is another one, such as whether it can be executed.
    #[must_use]
    pub fn has_same_bytes(&self) -> bool {
        matches!(&self.sides, [Some(before), Some(after)] if before.object == after.object)
    }

    /// Whether some side is of the kind `kind`.
    #[must_use]
    pub fn is(&self, kind: FileKind) -> bool {
        self.sides.iter().flatten().any(|entry| entry.kind == kind)
    }
}

/// Reads what `diff-tree --raw -z` prints: `:MODE MODE OBJECT OBJECT STATUS`, NUL, a path, NUL.
pub(super) fn touched(out: &[u8]) -> Vec<Touched> {
    let mut parts = out.split(|&byte| byte == 0);
    let mut touched = Vec::new();
    while let (Some(head), Some(path)) = (parts.next(), parts.next()) {
        let head = String::from_utf8_lossy(head);
        let words: Vec<&str> = head.trim_start_matches(':').split(' ').collect();
        let [old_mode, new_mode, old, new, _] = words[..] else { continue };
        let entry = |mode: &str, object: &str| {
            let kind = FileKind::of_mode(mode)?;
            Some(Entry { kind, object: Object::parse(object)? })
        };
        touched.push(Touched { path: path.to_vec(), sides: [entry(old_mode, old), entry(new_mode, new)] });
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
    fn unsafe_entries_are_reported_and_not_read() {
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
    fn only_full_hashes_are_accepted() {
        assert!(Object::parse(HASH).is_some());
        for text in ["", "HEAD", "--upload-pack=x", &HASH[1..], &HASH.to_uppercase()] {
            assert_eq!(Object::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_name_with_a_line_feed_is_one_name() {
        let other = HASH.replace('0', "f");
        let none = "0".repeat(40);
        let out = format!(
            ":000000 100644 {none} {HASH} A\0a\nb\0:100644 000000 {HASH} {none} D\0c d\0:100644 120000 {HASH} {other} T\0e\0:100644 100755 {HASH} {HASH} M\0f\0"
        );
        let found = touched(out.as_bytes());
        let kinds: Vec<_> = found
            .iter()
            .map(|touched| (&*touched.path, touched.sides.each_ref().map(|side| side.as_ref().map(|entry| entry.kind))))
            .collect();
        assert_eq!(
            kinds,
            [
                (&b"a\nb"[..], [None, Some(FileKind::File)]),
                (b"c d", [Some(FileKind::File), None]),
                (b"e", [Some(FileKind::File), Some(FileKind::Link)]),
                (b"f", [Some(FileKind::File), Some(FileKind::Executable)]),
            ]
        );
        assert!(found[3].has_same_bytes() && !found[2].has_same_bytes() && found[2].is(FileKind::Link));
    }
}

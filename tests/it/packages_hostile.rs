//! Packages that no one exported: each is refused as a whole, with one reason, before anything is written.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};
use pressmark::package::{MANIFEST, Package};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::packages::Catalogue;
use crate::support::printed;

/// An entry of an archive, every word of it.
#[derive(Debug, Clone)]
struct Entry {
    name: Vec<u8>,
    /// The name before the bytes, if it is another one than in the directory.
    local_name: Option<Vec<u8>>,
    packed: Vec<u8>,
    version: u16,
    flags: u16,
    method: u16,
    crc: u32,
    n_bytes: u32,
    extra: Vec<u8>,
    attributes: u32,
    /// Where the directory says that it is, if not where it is.
    offset: Option<u32>,
}

impl Entry {
    fn new(name: &str, bytes: &[u8]) -> Self {
        let mut crc = Crc::new();
        crc.update(bytes);
        Self {
            name: name.into(),
            local_name: None,
            packed: bytes.to_vec(),
            version: 20,
            flags: 1 << 11,
            method: 0,
            crc: crc.sum(),
            n_bytes: u32::try_from(bytes.len()).expect("a small file"),
            extra: Vec::new(),
            attributes: 0o100_644 << 16,
            offset: None,
        }
    }

    fn deflated(self) -> Self {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(&self.packed).expect("memory");
        Self { packed: encoder.finish().expect("memory"), method: 8, ..self }
    }

    fn name(&self) -> String {
        String::from_utf8(self.name.clone()).expect("UTF-8")
    }

    /// What its header and its line in the directory have in common.
    fn header(&self, name: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for n in [self.version, self.flags, self.method, 0, 0x21] {
            bytes.extend(n.to_le_bytes());
        }
        for n in [self.crc, u32::try_from(self.packed.len()).expect("a small file"), self.n_bytes] {
            bytes.extend(n.to_le_bytes());
        }
        for n in [name.len(), self.extra.len()] {
            bytes.extend(u16::try_from(n).expect("a short name").to_le_bytes());
        }
        bytes
    }
}

/// The archive of `entries`; `n` is how many it says it has.
fn zip_of(entries: &[Entry], n: u16) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    let offset = |archive: &Vec<u8>| u32::try_from(archive.len()).expect("a small archive");
    for entry in entries {
        directory.extend(b"PK\x01\x02\x14\x03");
        directory.extend(entry.header(&entry.name));
        directory.extend([0; 6]);
        directory.extend(entry.attributes.to_le_bytes());
        directory.extend(entry.offset.unwrap_or_else(|| offset(&archive)).to_le_bytes());
        directory.extend(&entry.name);
        directory.extend(&entry.extra);
        let local = entry.local_name.as_ref().unwrap_or(&entry.name);
        archive.extend(b"PK\x03\x04");
        archive.extend(entry.header(local));
        archive.extend(local);
        archive.extend(&entry.extra);
        archive.extend(&entry.packed);
    }
    let start = offset(&archive);
    archive.extend(&directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend([n.to_le_bytes(), n.to_le_bytes()].concat());
    archive.extend(u32::try_from(directory.len()).expect("a small directory").to_le_bytes());
    archive.extend(start.to_le_bytes());
    archive.extend([0; 2]);
    archive
}

fn zip(entries: &[Entry]) -> Vec<u8> {
    zip_of(entries, u16::try_from(entries.len()).expect("few entries"))
}

/// The entries of a package of our own, uncompressed.
fn entries(package: &[u8]) -> Vec<Entry> {
    let number = |at: usize, n: usize| package[at..at + n].iter().rev().fold(0_usize, |sum, byte| sum << 8 | usize::from(*byte));
    let (mut entries, mut at) = (Vec::new(), 0);
    while package[at..].starts_with(b"PK\x03\x04") {
        let (method, n_packed, n_name) = (number(at + 8, 2), number(at + 18, 4), number(at + 26, 2));
        let name = std::str::from_utf8(&package[at + 30..at + 30 + n_name]).expect("UTF-8");
        let packed = &package[at + 30 + n_name..at + 30 + n_name + n_packed];
        let mut bytes = Vec::new();
        if method == 0 {
            bytes.extend(packed);
        } else {
            std::io::Read::read_to_end(&mut flate2::read::DeflateDecoder::new(packed), &mut bytes).expect("valid");
        }
        entries.push(Entry::new(name, &bytes));
        at += 30 + n_name + n_packed;
    }
    entries
}

/// `entries` with a manifest that names exactly them, changed by `change`.
fn signed(entries: &[Entry], change: impl FnOnce(&mut Value)) -> Vec<Entry> {
    let mut manifest: Value =
        serde_json::from_slice(&entries.iter().find(|entry| entry.name == MANIFEST.as_bytes()).expect("a manifest").packed).expect("JSON");
    let mut others: Vec<Entry> = entries.iter().filter(|entry| entry.name != MANIFEST.as_bytes()).cloned().collect();
    others.sort_by_key(|entry| entry.name.clone());
    let file = |entry: &Entry| {
        let sha256: String = Sha256::digest(&entry.packed).iter().map(|byte| format!("{byte:02x}")).collect();
        json!({"path": entry.name(), "bytes": entry.packed.len(), "sha256": sha256})
    };
    manifest["files"] = others.iter().map(file).collect();
    change(&mut manifest);
    others.insert(0, Entry::new(MANIFEST, manifest.to_string().as_bytes()));
    others
}

/// The package at `path` without the listing `core`, beside it.
pub fn without_core(path: &Path) -> PathBuf {
    let mut all = entries(&fs::read(path).expect("a package"));
    all.retain(|entry| !entry.name().starts_with("listings/core/"));
    let entries =
        signed(&all, |manifest| manifest["listings"].as_array_mut().expect("listings").retain(|listing| listing["slug"] != "core"));
    let out = path.with_file_name("without-core.zip");
    fs::write(&out, zip(&entries)).expect("a file");
    out
}

fn valid() -> Vec<Entry> {
    entries(&fs::read(Catalogue::sandbox().export(&["core"])).expect("a package"))
}

fn refusal(archive: &[u8]) -> String {
    match Package::open(archive) {
        Ok(package) => panic!("opened: {:?}", package.manifest),
        Err(refused) => refused.to_string(),
    }
}

fn assert_refused(archive: &[u8], words: &str) {
    let refused = refusal(archive);
    assert!(refused.contains(words), "`{words}`: {refused}");
    assert!(!refused.contains('\n') && !refused.contains('\u{1b}'), "one line, without control characters: {refused:?}");
}

/// A package with one more file.
fn with(entry: Entry) -> Vec<u8> {
    let mut all = valid();
    all.push(entry);
    zip(&all)
}

#[test]
fn a_package_that_was_made_by_hand_like_ours_is_read() {
    let all = valid();
    assert!(Package::open(&zip(&all)).is_ok());
    assert!(Package::open(&zip(&all.iter().cloned().map(Entry::deflated).collect::<Vec<_>>())).is_ok());
    assert!(Package::open(&zip(&signed(&all, |_| {}))).is_ok());
}

#[test]
fn no_file_leaves_the_folders_of_the_content_format() {
    for (name, words) in [
        ("../listing.yaml", "does not lead to a file below the content folder"),
        ("listings/core/../../../x", "does not lead to a file below the content folder"),
        ("/etc/cron.d/x", "does not lead to a file below the content folder"),
        ("listings/core/", "does not lead to a file below the content folder"),
        ("C:/x", "cannot be a file on every system"),
        ("listings\\core\\x.png", "contains a backslash"),
        ("listings/core/..\\..\\x", "contains a backslash"),
        ("listings/core/NUL.png", "cannot be a file on every system"),
        ("listings/core/com1", "cannot be a file on every system"),
        ("listings/core/.git/config", "cannot be a file on every system"),
        ("listings/core/x.png:stream", "cannot be a file on every system"),
        ("listings/core/e\u{301}.png", "usual form of Unicode"),
        ("listings/core/\u{1b}[2J.png", "cannot be a file on every system"),
        ("listings/core/review.yaml", "is not a file that a package can contain"),
        ("catalogue.yaml", "is not a file that a package can contain"),
        ("agreements/2026-01.md", "is not a file that a package can contain"),
        (".github/workflows/x.yaml", "cannot be a file on every system"),
        ("listings/core/LISTING.yaml", "is the same file as `listings/core/listing.yaml` where case is ignored"),
        ("listings/core/listing.yaml", "occurs twice"),
        ("listings/core/listing.yaml/x.png", "is in a folder that is a file"),
    ] {
        assert_refused(&with(Entry::new(name, b"x")), words);
    }
    let latin1 = Entry { name: b"listings/core/\xe9.png".to_vec(), ..Entry::new("", b"x") };
    assert_refused(&with(latin1), "has a name that is not UTF-8");
    let cp437 = Entry { flags: 0, ..Entry::new("listings/core/é.png", b"x") };
    assert_refused(&with(cp437), "has a name in an unknown encoding");
}

#[test]
fn links_folders_and_special_files_are_refused() {
    for mode in [0o120_777, 0o104_755, 0o101_644, 0o040_755, 0o060_644, 0o010_644] {
        let entry = Entry { attributes: mode << 16, ..Entry::new("listings/core/x.png", b"/etc/passwd") };
        assert_refused(&with(entry), "is not a regular file");
    }
    assert_refused(&with(Entry { attributes: 0x10, ..Entry::new("listings/core/x", b"") }), "is not a regular file");
}

#[test]
fn a_bomb_is_refused_before_it_is_expanded() {
    let zeros = Entry::new("listings/core/x.bin", &vec![0; 8 << 20]).deflated();
    assert!(zeros.packed.len() < 20_000);
    let many =
        |n: usize| (0..n).map(|n| Entry { name: format!("listings/core/{n}.bin").into_bytes(), ..zeros.clone() }).collect::<Vec<_>>();
    assert_refused(&zip(&many(70)), "the limit is 536870912");
    assert_refused(&with(Entry { n_bytes: u32::MAX - 1, ..zeros.clone() }), "the limit for such a file is 8388608");
    assert_refused(&with(Entry { n_bytes: 100, ..zeros }), "expands to more than the 100 bytes that it says");
    let icon = Entry::new("listings/core/icon.svg", &vec![b' '; (4 << 20) + 1]).deflated();
    assert_refused(&with(icon), "the limit for such a file is 4194304");
    let listing = Entry::new("listings/other/listing.yaml", &vec![b'#'; (256 << 10) + 1]).deflated();
    assert_refused(&with(listing), "the limit for such a file is 262144");
}

#[test]
fn more_files_than_a_package_has_are_refused() {
    let many: Vec<Entry> = (0..20_001).map(|n| Entry::new(&format!("listings/core/{n}.txt"), b"")).collect();
    assert_refused(&zip(&many), "it has 20001 files; the limit is 20000");
    let hundred_thousand: Vec<Entry> = (0..100_000).map(|n| Entry::new(&format!("listings/core/{n}.txt"), b"")).collect();
    assert_refused(&zip_of(&hundred_thousand, u16::MAX), "64-bit extension");
    assert_refused(&zip_of(&hundred_thousand, 9), "belong to no file");
}

#[test]
fn an_archive_that_other_programs_would_read_differently_is_refused() {
    let archive = zip(&valid());
    assert_refused(&[b"#!/bin/sh\n", &archive[..]].concat(), "it does not begin as a package does");
    assert_refused(&[&archive[..], b"x"].concat(), "it does not end as a package does");
    assert_refused(&archive[..archive.len() - 1], "it does not end as a package does");
    assert_refused(&archive[..archive.len() / 2], "it does not end as a package does");
    assert_refused(b"", "not a ZIP archive");
    assert_refused(&[&archive[..], &archive[..]].concat(), "before or after");
    let mut with_comment = archive.clone();
    let n = with_comment.len();
    with_comment[n - 2] = 1;
    with_comment.push(b'x');
    assert_refused(&with_comment, "it does not end as a package does");
    let x = || Entry::new("listings/core/x.txt", b"x");
    for (entry, words) in [
        (Entry { local_name: Some(b"listings/core/y.txt".to_vec()), ..x() }, "is not what the directory says"),
        (Entry { offset: Some(0), ..x() }, "is not where the entry before it ends"),
        (Entry { extra: b"\x01\0\0\0".to_vec(), ..x() }, "fields that a package does not have"),
        (Entry { flags: 1, ..x() }, "is encrypted"),
        (Entry { flags: 1 << 3, ..x() }, "does not say how large it is"),
        (Entry { flags: 1 << 6, ..x() }, "flags that a package does not have"),
        (Entry { method: 12, ..x() }, "is compressed with method 12"),
        (Entry { method: 8, ..x() }, "is damaged"),
        (Entry { n_bytes: 2, ..x() }, "gives two sizes"),
        (Entry { crc: 1, ..x() }, "is damaged"),
        (Entry { packed: [x().deflated().packed, b"more".to_vec()].concat(), ..x().deflated() }, "is damaged"),
    ] {
        assert_refused(&with(entry), words);
    }
    assert_refused(&with(Entry { version: 45, ..x() }), "directory is damaged");
}

#[test]
fn a_manifest_names_every_file_and_no_other() {
    let all = valid();
    assert_refused(&with(Entry::new("listings/core/x.txt", b"x")), "`listings/core/x.txt` is not named in `pressmark-package.json`");
    let without: Vec<Entry> = all.iter().filter(|entry| !entry.name.ends_with(b"README.md")).cloned().collect();
    assert_refused(&zip(&without), "`listings/core/README.md` is named in `pressmark-package.json` and missing");
    let changed: Vec<Entry> = all
        .iter()
        .map(|entry| if entry.name.ends_with(b"README.md") { Entry::new(&entry.name(), b"Other.\n") } else { entry.clone() })
        .collect();
    assert_refused(&zip(&changed), "`listings/core/README.md` has been changed");
    assert_refused(&zip(&all[1..]), "it contains no `pressmark-package.json`");
    for (change, words) in [
        ((|manifest: &mut Value| manifest["schema"] = json!(2)) as fn(&mut Value), "is of version 2"),
        (|manifest| manifest["schema"] = json!("\u{1b}[31m"), "cannot be read"),
        (|manifest| drop(manifest["files"][0].as_object_mut().expect("a file").remove("sha256")), "missing field `sha256`"),
        (|manifest| manifest["files"][0]["sha256"] = json!("0".repeat(64)), "has been changed"),
        (|manifest| manifest["files"][0]["bytes"] = json!(1), "has been changed"),
        (|manifest| manifest["listings"][0]["version"] = json!("9.9.9"), "does not say what `pressmark-package.json` says of this listing"),
        (|manifest| manifest["listings"][0]["publisher"] = json!("other"), "does not say what"),
        (|manifest| manifest["listings"] = json!([]), "does not say what"),
        (|manifest| manifest["apps"] = json!(["Slack", "HubSpot"]), "does not say what the files of the package say"),
        (|manifest| manifest["files"].as_array_mut().expect("files").reverse(), "does not say what the files of the package say"),
    ] {
        assert_refused(&zip(&signed(&all, change)), words);
    }
    let nested = Entry::new(MANIFEST, "[".repeat(100_000).as_bytes());
    assert_refused(&zip(&[&[nested], &all[1..]].concat()), "cannot be read");
    assert!(Package::open(&zip(&signed(&all, |manifest| manifest["since"] = json!("2027")))).is_ok(), "fields may be added");
}

#[test]
fn a_key_that_is_there_twice_is_not_hidden_from_the_check() {
    let mut all = valid();
    for entry in &mut all {
        if entry.name == b"publishers/acme.yaml" {
            *entry = Entry::new(
                "publishers/acme.yaml",
                b"name: Acme Works\nmay_hide_source: true\nurl: https://acme.example/\nmay_hide_source: true\n",
            );
        }
    }
    assert_refused(&zip(&signed(&all, |_| {})), "`publishers/acme.yaml` contains mistakes in its YAML");
}

#[test]
fn a_package_without_a_listing_has_nothing_to_import() {
    let all: Vec<Entry> = valid().into_iter().filter(|entry| !entry.name.starts_with(b"listings/")).collect();
    let empty = signed(&all, |manifest| {
        manifest["listings"] = json!([]);
        manifest["apps"] = json!([]);
    });
    assert_refused(&zip(&empty), "it contains no listing");
}

#[test]
fn the_command_refuses_with_one_error_and_writes_nothing() {
    let shop = Catalogue::new("https://shop.example/").with_names();
    let before = shop.files();
    let package = shop.scratch.path().join("bad.zip");
    for bytes in [with(Entry::new("../../evil.txt", b"x")), b"not a package".to_vec()] {
        fs::write(&package, bytes).expect("a file");
        let refused = shop.import(&package, &["--create"]);
        assert_eq!(refused.status.code(), Some(2));
        let text = printed(&refused);
        assert!(text.starts_with("error: cannot import `") && text.lines().count() == 1, "{text}");
        assert_eq!(shop.files(), before);
    }
    assert_eq!(shop.import(&shop.scratch.path().join("missing.zip"), &[]).status.code(), Some(2));
}

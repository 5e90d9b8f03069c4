//! Warm equals cold: a check that knows the last one has the result of a check that knows nothing, whatever was edited in between.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use jiff::civil::{Date, date};
use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::pipeline;
use crate::source::{ContentPath, Entry, ReadError, Stamp, Walk};

/// A folder of a file system that rounds times to two seconds.
#[derive(Default)]
struct Rounding {
    files: BTreeMap<String, File>,
    now: Duration,
    n_inodes: u64,
    n_read: AtomicUsize,
}

#[derive(Clone)]
struct File {
    text: &'static str,
    modified: SystemTime,
    inode: u64,
}

impl Rounding {
    fn clock(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(1_780_000_000) + self.now
    }

    fn write(&mut self, path: &str, text: &'static str) {
        self.make_way(path);
        let modified = SystemTime::UNIX_EPOCH + Duration::from_secs((1_780_000_000 + self.now.as_secs()) / 2 * 2);
        self.n_inodes += 1;
        let inode = self.files.get(path).map_or(self.n_inodes, |file| file.inode);
        self.files.insert(path.to_owned(), File { text, modified, inode });
    }

    fn rename(&mut self, from: &str, to: &str) {
        let below = format!("{from}/");
        let is_moved = |path: &str| path == from || path.starts_with(&below);
        let moved: Vec<String> = self.files.keys().filter(|path| is_moved(path)).cloned().collect();
        for path in moved {
            let Some(file) = self.files.remove(&path) else { continue };
            let target = format!("{to}{}", &path[from.len()..]);
            self.make_way(&target);
            self.files.insert(target, file);
        }
    }

    /// Removes what cannot be beside a file at `path`: files that are now folders, and what is in a folder that is now a file.
    fn make_way(&mut self, path: &str) {
        let below = format!("{path}/");
        self.files.retain(|known, _| !known.starts_with(&below) && !path.starts_with(&format!("{known}/")));
    }
}

impl Folder for Rounding {
    fn walk(&self) -> Result<Walk, FolderError> {
        let entry = |(path, file): (&String, &File)| Entry {
            path: ContentPath::new(path).expect("a valid path"),
            n_bytes: file.text.len() as u64,
            stamp: Some(Stamp::of(file.text.len() as u64, file.modified, file.inode)),
        };
        Ok(Walk { files: self.files.iter().map(entry).collect(), skipped: Vec::new() })
    }

    fn read(&self, path: &ContentPath, _: u64) -> Result<Vec<u8>, ReadError> {
        self.n_read.fetch_add(1, Ordering::Relaxed);
        let file = self.files.get(path.as_str()).ok_or_else(|| ReadError::Refused("no such file".to_owned()))?;
        Ok(file.text.as_bytes().to_vec())
    }
}

/// Files and what may be in them; some have the same length.
const TEXTS: [(&str, &[&str]); 11] = [
    ("catalogue.yaml", &["title: A\n", "title: B\n", "title: A\nlevels: {unknown-key: warn, raw-html: off}\n", "title: [\n"]),
    ("tags.yaml", &["- {id: crm, label: Customers}\n", "- {id: erp, label: Resources}\n"]),
    ("apps/slack.yaml", &["name: Slack\n", "name: Slick\n", "naem: Slack\n"]),
    ("publishers/acme.yaml", &["name: Acme Works\nmay_hide_source: true\n", "name: Acme Words\nmay_hide_source: nope\n"]),
    (
        "pages/about.md",
        &["---\ntitle: A\n---\n\nSee [a](../listings/a/README.md).\n", "---\ntitle: A\n---\n\nSee [b](../listings/b/README.md).\n"],
    ),
    ("listings/a/listing.yaml", LISTINGS),
    ("listings/b/listing.yaml", LISTINGS),
    ("listings/a/README.md", READMES),
    ("listings/b/README.md", READMES),
    ("listings/a/docs/use.md", READMES),
    ("listings/a", &["a file\n"]),
];

const LISTINGS: &[&str] = &[
    "name: Messages\napp: Slack\nsummary: Posts a line for every order.\npublisher: acme\ntags: [crm]\nsource: closed\ninstall: {url: https://a.example/install}\nsupport: {email: help@a.example}\nversions: [{version: 1.0.0, date: 2026-01-01, notes: 'See [b](../b/README.md).'}]\n",
    "name: Massages\napp: Slack\nsummary: Posts a line for every order.\npublisher: acme\ntags: [erp]\nsource: closed\ninstall: {url: https://a.example/install}\nsupport: {email: help@a.example}\nversions: [{version: 1.0.0, date: 2027-01-01, notes: 'See <b>c</b>, docs.md.'}]\n",
    "name: Messages\napp: Slack\nsummary: Posts.\nformer_slugs: [b]\nallow: [{rule: readme-too-short, reason: It is small.}]\nversions: []\n",
    "name: [\n",
    "nam: Messages\nhomepage: http://a.example.\n",
];

const READMES: &[&str] = &[
    "# Messages\n\nSee [b](../b/README.md#setup) and <b>this</b>.\n",
    "# Messages\n\nSee [c](../c/README.md#setup) and <i>that</i>.\n",
    "## Setup\n\nOpen https://b.example/. Then [use](docs/use.md#messages) it.\n\n## Limits\n",
    "",
];

#[derive(Debug, Clone)]
enum Edit {
    Write(usize, usize),
    Remove(usize),
    Rename(&'static str, &'static str),
    Wait(u64),
    Day(Date),
    Forget(&'static str),
    Check,
}

fn edit() -> impl Strategy<Value = Edit> {
    let folders = prop_oneof![
        Just(("listings/a", "listings/b")),
        Just(("listings/b", "listings/a")),
        Just(("listings/a/README.md", "listings/b/README.md")),
        Just(("listings/b/listing.yaml", "listings/a/listing.yaml")),
        Just(("listings/b", "listings/c")),
        Just(("listings/c", "listings/b")),
    ];
    prop_oneof![
        6 => (0..TEXTS.len(), 0..5_usize).prop_map(|(file, text)| Edit::Write(file, text)),
        1 => (0..TEXTS.len()).prop_map(Edit::Remove),
        2 => folders.prop_map(|(from, to)| Edit::Rename(from, to)),
        3 => (0..7_u64).prop_map(Edit::Wait),
        1 => prop_oneof![Just(date(2026, 2, 1)), Just(date(2027, 2, 1))].prop_map(Edit::Day),
        1 => prop_oneof![Just("listings/a"), Just("tags.yaml"), Just("listings")].prop_map(Edit::Forget),
        4 => Just(Edit::Check),
    ]
}

/// All of a result, to be compared.
fn told(checked: &Checked) -> String {
    let document = |document: &crate::format::Document| {
        format!("{} {:?} {:?} {:?}\n", document.path, document.text, document.content, document.problems)
    };
    let documents: String = checked.raw.documents().map(document).collect();
    format!("{documents}{:#?}\n{}\n{:#?}", checked.report, checked.n_allowed, checked.resolved)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn warm_equals_cold(edits in vec(edit(), 1..40)) {
        let mut folder = Rounding::default();
        TEXTS.iter().take(10).for_each(|(path, texts)| folder.write(path, texts[0]));
        let (mut recheck, mut context) = (Recheck::default(), RunContext::new(date(2026, 2, 1)));
        for edit in edits.into_iter().chain([Edit::Check]) {
            match edit {
                Edit::Write(file, text) => {
                    let (path, texts) = TEXTS[file];
                    folder.write(path, texts[text % texts.len()]);
                }
                Edit::Remove(file) => drop(folder.files.remove(TEXTS[file].0)),
                Edit::Rename(from, to) => folder.rename(from, to),
                Edit::Wait(seconds) => folder.now += Duration::from_secs(seconds),
                Edit::Day(today) => context = RunContext::new(today),
                Edit::Forget(part) => recheck.forget(&BTreeSet::from([part.to_owned()])),
                Edit::Check => {
                    let warm = recheck.check(&folder, folder.clock(), &context, &|_, _, _| {}).expect("a folder");
                    let cold = pipeline::check(&folder, &context, &|_, _, _| {}).expect("a folder");
                    prop_assert_eq!(told(&warm), told(&cold));
                    // As when the last good state is restored: another set of the same documents.
                    let part = || RawCatalogue::from_documents(warm.raw.shared_documents().skip(1).cloned());
                    prop_assert_eq!(told(&recheck.judge(part(), &context)), told(&pipeline::judge(part(), &context)));
                }
            }
        }
    }
}

#[test]
fn only_changed_files_are_read_and_checked_again() {
    let mut folder = Rounding::default();
    TEXTS.iter().take(10).for_each(|(path, texts)| folder.write(path, texts[0]));
    let (mut recheck, context) = (Recheck::default(), RunContext::new(date(2026, 2, 1)));
    let n_read = |folder: &Rounding, recheck: &mut Recheck| {
        folder.n_read.store(0, Ordering::Relaxed);
        let checked = recheck.check(folder, folder.clock(), &context, &|_, _, _| {}).expect("a folder");
        (folder.n_read.load(Ordering::Relaxed), checked)
    };
    assert_eq!(n_read(&folder, &mut recheck).0, 10);
    assert_eq!(n_read(&folder, &mut recheck).0, 10, "they may have changed within the same two seconds");
    folder.now += Duration::from_secs(10);
    assert_eq!(n_read(&folder, &mut recheck).0, 10, "they were read too early");
    assert_eq!(n_read(&folder, &mut recheck).0, 0);
    folder.write("tags.yaml", TEXTS[1].1[1]);
    let (n_files, before) = n_read(&folder, &mut recheck);
    assert_eq!(n_files, 1);
    folder.now += Duration::from_secs(10);
    let (n_files, after) = n_read(&folder, &mut recheck);
    assert_eq!(n_files, 1, "the one that had just changed");
    let known = |checked: &Checked, path: &str| checked.raw.shared_documents().find(|document| document.path.as_str() == path).cloned();
    let (one, two) = (known(&before, "listings/a/README.md"), known(&after, "listings/a/README.md"));
    assert!(one.zip(two).is_some_and(|(one, two)| std::sync::Arc::ptr_eq(&one, &two)));
    recheck.forget(&BTreeSet::from(["listings/a".to_owned()]));
    assert_eq!(n_read(&folder, &mut recheck).0, 3, "a folder that was changed");
    recheck.forget_all();
    assert_eq!(n_read(&folder, &mut recheck).0, 10);
}

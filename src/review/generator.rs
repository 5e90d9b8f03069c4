//! Random changes of random files by random people: whatever is approved without a person is routine in every part.
//!
//! What is routine is asked of the table of fields and of what the generator itself did, not of the code that judges. `PRESSMARK_CASES` sets how many
//! changes are made; the benchmark makes 20,000.

#![expect(clippy::disallowed_methods, reason = "a test is told by its environment how long to run")]

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, TestRunner};

use super::routine::is_routine_pattern;
use super::touched::changed_files;
use super::{Revisions, Verdict, judge};
use crate::catalogue::{Account, People, RawCatalogue, compare};
use crate::format::{FileRole as Kind, Table, ValueType};
use crate::rules::RunContext;
use crate::source::git::{Entry, FileKind, Object, Touched};
use crate::source::{ContentPath, Folder as _, Memory};

const LISTING: &str = "listings/acme-messages/listing.yaml";

/// Files of the catalogue, with the keys that the generator replaces there.
fn base() -> Memory {
    let settings = "title: Examples\nbase_url: https://catalogue.example/\nregions: [{id: us, label: United States}, {id: eu, label: Europe}]\n\
        auth: [{id: oauth2, label: OAuth 2.0}]\nagreement: {current: '2026-01'}\n\
        review: {most_listings: 5, maintainers: [{forge: github, login: linnet, id: 990000901}]}\n";
    let listing = include_str!("../../tests/fixtures/valid-listing.yaml");
    let other = listing.replace("Acme Messages", "Rows by Wren").replace("publisher: acme", "publisher: wren");
    let readme = "Posts a line to a channel of your choice for every new order, with its number, its sum and a link to it.\n\n## Setup\n\nSign in and choose \
        a channel.\n\n## Troubleshooting\n\nAsk us.\n\n## Known limits\n\nOrders of more than a hundred lines are cut.\n";
    Memory::new()
        .with("catalogue.yaml", settings)
        .with(
            "tags.yaml",
            "- {id: crm, label: Customers, description: Customer records.}\n- {id: finance, label: Finance, description: Books.}\n",
        )
        .with("agreements/2026-01.md", "## Terms\n\nBe fair.\n")
        .with("apps/slack.yaml", "name: Slack\nwebsite: https://slack.com/\n")
        .with(
            "publishers/acme.yaml",
            "name: Acme Works\nurl: https://acme.example/\naccounts: [{forge: github, login: acme, id: 990000101}]\n",
        )
        .with(
            "publishers/wren.yaml",
            "name: Wren Tools\nurl: https://wren.example/\naccounts: [{forge: github, login: wren, id: 990000107}]\n",
        )
        .with("publishers/lone.yaml", "name: Lone Hand\nurl: https://lone.example/\n")
        .with(
            LISTING,
            format!("{}website: https://acme.example/a\nkeywords: [rows, lines]\n", listing.replace("git.example", "github.com")),
        )
        .with("listings/acme-messages/README.md", readme)
        .with("listings/wren-rows/listing.yaml", other)
        .with("listings/wren-rows/README.md", readme)
}

/// One action of a person.
#[derive(Debug, Clone)]
enum Act {
    /// Replaces a key of a file by a text, or takes it away.
    Key(&'static str, String, Option<String>),
    /// Writes a file.
    Write(String, String),
    /// Takes a file away.
    Remove(String),
    /// Gives a file another mode.
    Mode(String, FileKind),
}

const AUTHORS: [Option<&str>; 5] = [Some("990000101"), Some("990000107"), Some("990000555"), Some("990000901"), None];

/// A value that a key of `value_type` may have, or one that it may not.
fn value(value_type: ValueType, examples: &'static [&'static str]) -> BoxedStrategy<String> {
    let example = select(examples).prop_map(str::to_owned);
    let wild = select(
        &[
            "https://evil.example/x",
            "https://acme.example/new",
            "https://github.com/evil/messages",
            "https://github.com/acme/other",
            "help@evil.example",
            "desk@acme.example",
            "evil",
            "[evil]",
            "{evil: true}",
            "~",
            "'[link](https://evil.example/)'",
            "Another text.",
        ][..],
    )
    .prop_map(str::to_owned);
    match value_type {
        ValueType::Record(table) => prop_oneof![1 => example, 1 => wild, 3 => record(table)].boxed(),
        ValueType::List(item) => match *item {
            ValueType::Record(table) => prop_oneof![1 => example, 1 => wild, 3 => proptest::collection::vec(record(table), 1..3).prop_map(|items| format!("[{}]", items.join(", ")))].boxed(),
            _ => prop_oneof![2 => example, 1 => wild].boxed(),
        },
        _ => prop_oneof![2 => example, 2 => wild].boxed(),
    }
}

/// A group of some keys of `table`, and sometimes one that is unknown.
fn record(table: &'static Table) -> BoxedStrategy<String> {
    let fields: Vec<_> = table
        .fields
        .iter()
        .map(|row| (Just(row.key), value(row.value_type, row.examples)).prop_map(|(key, value)| format!("{key}: {value}")))
        .collect();
    let n = fields.len();
    (proptest::sample::subsequence((0..n).collect::<Vec<_>>(), 1..=n), fields, prop::bool::weighted(0.1))
        .prop_map(|(chosen, fields, odd)| {
            let mut parts: Vec<String> = chosen.into_iter().map(|at| fields[at].clone()).collect();
            parts.extend(odd.then(|| "unheard_of: 1".to_owned()));
            format!("{{{}}}", parts.join(", "))
        })
        .boxed()
}

/// A change of a key of one of the files.
fn of_key() -> BoxedStrategy<Act> {
    let files: [(&'static str, Kind); 6] = [
        (LISTING, Kind::Listing),
        (LISTING, Kind::Listing),
        ("listings/wren-rows/listing.yaml", Kind::Listing),
        ("publishers/acme.yaml", Kind::Publisher),
        ("apps/slack.yaml", Kind::App),
        ("catalogue.yaml", Kind::Settings),
    ];
    let keys: Vec<_> = files
        .into_iter()
        .flat_map(|(path, kind)| {
            let Some(ValueType::Record(table)) = kind.value_type() else { panic!("a group of keys") };
            let known = table.fields.iter().map(move |row| (path, row.key.to_owned(), value(row.value_type, row.examples)));
            known.chain([(path, "unheard_of".to_owned(), Just("1".to_owned()).boxed())])
        })
        .collect();
    let acts: Vec<_> = keys
        .into_iter()
        .map(|(path, key, value)| (prop::option::weighted(0.9, value)).prop_map(move |value| Act::Key(path, key.clone(), value)).boxed())
        .collect();
    proptest::strategy::Union::new(acts).boxed()
}

/// A change of a whole file, of the format or not.
fn of_file() -> BoxedStrategy<Act> {
    const FOLDERS: [&str; 12] = [
        "",
        "listings/acme-messages/",
        "listings/wren-rows/",
        "listings/new-one/",
        "apps/",
        "publishers/",
        "pages/",
        "collections/",
        "intents/",
        "agreements/",
        "themes/ours/",
        ".github/workflows/",
    ];
    const NAMES: [&str; 16] = [
        "README.md",
        "listing.yaml",
        "review.yaml",
        "icon.svg",
        "icon.png",
        "screenshots/a.png",
        ".gitattributes",
        ".gitignore",
        ".gitlab-ci.yml",
        ".x/y.png",
        "a.yaml",
        "a.md",
        "notes.txt",
        "theme.yaml",
        "run.sh",
        "deep/er/a.webp",
    ];
    let path = (select(&FOLDERS[..]), select(&NAMES[..])).prop_map(|(folder, name)| format!("{folder}{name}"));
    const TEXTS: [&str; 5] = [
        "",
        "One line.\n",
        "name: A\n",
        "See [this](https://evil.example/).\n",
        "Posts a line, and says more about it than it did before, in a few more words than that.\n\n## Setup\n\nSign in.\n",
    ];
    let write = (path.clone(), select(&TEXTS[..])).prop_map(|(path, text)| Act::Write(path, text.to_owned()));
    let mode = (path.clone(), select(&[FileKind::Executable, FileKind::Link, FileKind::Submodule][..]))
        .prop_map(|(path, kind)| Act::Mode(path, kind));
    prop_oneof![4 => write, 1 => path.prop_map(Act::Remove), 1 => mode].boxed()
}

/// The files of `memory`, by path.
fn files(memory: &Memory) -> BTreeMap<String, Vec<u8>> {
    let walk = memory.walk().expect("a folder in memory");
    walk.files.iter().map(|entry| (entry.path.as_str().to_owned(), memory.read(&entry.path, u64::MAX).expect("a file"))).collect()
}

/// `text` with the top-level key `key` replaced by `value`, or without it.
fn with_key(text: &str, key: &str, value: Option<&str>) -> String {
    let mut kept = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        if !line.starts_with([' ', '-', '#']) {
            inside = line.split(':').next() == Some(key);
        }
        if !inside {
            kept.push(line.to_owned());
        }
    }
    kept.extend(value.map(|value| format!("{key}: {value}")));
    kept.join("\n") + "\n"
}

fn object(bytes: &[u8]) -> Object {
    Object::parse(&blake3::hash(bytes).to_hex()).expect("64 digits")
}

/// The catalogue before and after some acts.
struct Made {
    before: BTreeMap<String, Vec<u8>>,
    after: BTreeMap<String, Vec<u8>>,
    /// Files with another mode than a plain file's.
    kinds: BTreeMap<String, FileKind>,
}

fn made(acts: &[Act]) -> Made {
    let before = files(&base());
    let mut after = before.clone();
    let mut kinds = BTreeMap::new();
    for act in acts {
        match act {
            Act::Key(path, key, value) => {
                if let Some(text) = after.get_mut(*path) {
                    *text = with_key(&String::from_utf8_lossy(text), key, value.as_deref()).into_bytes();
                }
            }
            Act::Write(path, text) => drop(after.insert(path.clone(), text.clone().into_bytes())),
            Act::Remove(path) => {
                after.remove(path);
                kinds.remove(path);
            }
            Act::Mode(path, kind) => {
                after.entry(path.clone()).or_default();
                kinds.insert(path.clone(), *kind);
            }
        }
    }
    Made { before, after, kinds }
}

/// Returns the changed paths as git would report them, in a repository whose root is the content folder.
fn touched(made: &Made) -> Vec<Touched> {
    let entry = |kind: FileKind, bytes: &Vec<u8>| Entry { kind, object: object(bytes) };
    let mut found = Vec::new();
    let paths: std::collections::BTreeSet<&String> = made.before.keys().chain(made.after.keys()).collect();
    for path in paths {
        let old = made.before.get(path).map(|bytes| entry(FileKind::File, bytes));
        let new = made.after.get(path).map(|bytes| entry(made.kinds.get(path).copied().unwrap_or(FileKind::File), bytes));
        if old != new {
            found.push(Touched { path: path.clone().into_bytes(), sides: [old, new] });
        }
    }
    found
}

/// The catalogue of some files, as a review reads it: hidden files and what is no file is not looked into.
fn raw(files: &BTreeMap<String, Vec<u8>>, kinds: &BTreeMap<String, FileKind>) -> RawCatalogue {
    let is_read = |path: &str| {
        !path.split('/').any(|part| part.starts_with('.')) && !matches!(kinds.get(path), Some(FileKind::Link | FileKind::Submodule))
    };
    let mut memory = Memory::new();
    for (path, bytes) in files.iter().filter(|(path, _)| is_read(path)) {
        memory = memory.with(path, bytes.clone());
    }
    RawCatalogue::read(&memory, &|_, _| {}).expect("a folder in memory")
}

/// Why what was done is not routine for the account `author`, by the table of fields and by what was done alone.
fn not_routine(made: &Made, touched: &[Touched], author: Option<&str>) -> Option<String> {
    let both = [raw(&made.before, &BTreeMap::new()), raw(&made.after, &made.kinds)];
    if touched.is_empty() {
        return Some("nothing was changed".to_owned());
    }
    for touched in touched {
        let path = String::from_utf8_lossy(&touched.path).into_owned();
        let owner = match path.split('/').nth(1).filter(|_| path.starts_with("listings/")) {
            Some("acme-messages") => "990000101",
            Some("wren-rows") => "990000107",
            _ => return Some(format!("{path} belongs to no listing that was there")),
        };
        if author != Some(owner) && author != Some("990000901") {
            return Some(format!("{path} is not theirs"));
        }
        if made.kinds.contains_key(&path) {
            return Some(format!("{path} has another mode"));
        }
        let name = path.splitn(3, '/').nth(2).unwrap_or_default();
        let is_picture = name.ends_with(".png") || name.ends_with(".webp") || name.ends_with(".svg");
        match name {
            "listing.yaml" => {
                if !made.after.contains_key(&path) {
                    return Some(format!("{path} is gone"));
                }
                for field in compare(both[0].document(&path), both[1].document(&path)) {
                    let leads_away =
                        field.after.as_ref().is_some_and(|(text, _)| text.contains("evil.example") || text.contains("github.com/evil"));
                    if leads_away {
                        return Some(format!("{} leads away", field.path));
                    }
                    if !is_routine_pattern(&field.pattern) {
                        return Some(format!("{} is not in the table", field.path));
                    }
                }
            }
            "README.md" => match made.after.get(&path) {
                None => return Some(format!("{path} is gone")),
                Some(text) if String::from_utf8_lossy(text).contains("evil.example") => return Some(format!("{path} leads away")),
                Some(_) => {}
            },
            _ if is_picture && !name.starts_with("icon.") && !name.split('/').any(|part| part.starts_with('.')) => {}
            _ => return Some(format!("{path} is no routine file")),
        }
    }
    None
}

#[test]
fn whatever_is_approved_is_routine_in_every_part() {
    let cases = std::env::var("PRESSMARK_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(1000);
    let change = (proptest::collection::vec(prop_oneof![3 => of_key(), 2 => of_file()], 0..4), select(&AUTHORS[..]));
    let (mut n_approved, mut n_routine) = (0, 0);
    let mut runner = TestRunner::new_with_rng(
        Config { cases, failure_persistence: None, ..Config::default() },
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    let counted = std::cell::RefCell::new((&mut n_approved, &mut n_routine));
    let result = runner.run(&change, |(acts, author)| {
        let made = made(&acts);
        let touched = touched(&made);
        let commit = || object(b"a commit");
        let revisions = Revisions {
            base: commit(),
            head: commit(),
            before: raw(&made.before, &BTreeMap::new()),
            after: raw(&made.after, &made.kinds),
            trees: Default::default(),
            files: changed_files(&touched, ""),
            excess: Vec::new(),
            conflicts: Vec::new(),
        };
        let account = |id: &str| Account { forge: "github".into(), id: id.into(), login: None };
        let people = People { author: author.map(account), consenting: Vec::new() };
        let today = jiff::civil::date(2026, 12, 1);
        let outcome = judge(&revisions, people, &RunContext::new(today), today).outcome;
        let why_not = not_routine(&made, &touched, author);
        if outcome.verdict == Verdict::Approve {
            *counted.borrow_mut().0 += 1;
            prop_assert_eq!(why_not.clone(), None, "approved: {:?}", outcome);
        }
        *counted.borrow_mut().1 += usize::from(why_not.is_none());
        // Every path that is not the same is named.
        for touched in &touched {
            let path = String::from_utf8_lossy(&touched.path).into_owned();
            let own = ContentPath::new(&path).and_then(|path| path.listing_slug().map(str::to_owned));
            let is_named = match own {
                Some(slug) => outcome.listings.iter().any(|listing| listing.slug == slug && !listing.changes.is_empty()),
                None => outcome.files.iter().any(|file| file.path == path),
            };
            prop_assert!(is_named, "{} is not named: {:?}", path, outcome);
        }
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
    // The generator is worth something only if it also makes what is approved.
    assert!(n_approved > 0 && n_routine >= n_approved, "{n_approved} approved, {n_routine} routine of {cases}");
}

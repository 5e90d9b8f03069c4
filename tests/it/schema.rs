//! The schemas against a real validator: they are valid, they accept what the checks accept, and they refuse what the checks refuse.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use pressmark::catalogue::{RawCatalogue, vocabulary};
use pressmark::format::schema::{self, Vocabulary};
use pressmark::format::{Document, FileRole};
use pressmark::parse::{prose, yaml};
use pressmark::rules::{self, Rule};
use pressmark::source::disk::Disk;
use pressmark::source::{ContentPath, Folder, Memory};
use serde_json::{Value, json};

use crate::judge::Judge;
use crate::support::{VALID, context, demo_copy, pressmark, printed, root};

/// Rules about the form of a single file that a schema can see, too.
const ABOUT_SHAPE: [&str; 29] = [
    "unknown-key",
    "key-missing",
    "wrong-type",
    "choice-unknown",
    "boolean-malformed",
    "date-malformed",
    "days-malformed",
    "number-malformed",
    "decimal-malformed",
    "colour-malformed",
    "url-malformed",
    "version-malformed",
    "name-too-long",
    "summary-missing",
    "summary-too-long",
    "summary-not-one-line",
    "publisher-missing",
    "tags-missing",
    "support-missing",
    "email-malformed",
    "too-many-keywords",
    "too-many-screenshots",
    "screenshot-without-alt",
    "source-url-on-closed-source",
    "install-url-in-request-mode",
    "landing-url-missing",
    "landing-url-in-direct-mode",
    "path-note-missing",
    "path-note-not-one-line",
];

/// Rules about names that a schema can see once it knows the catalogue's.
const ABOUT_NAMES: [&str; 8] = [
    "app-unknown",
    "publisher-unknown",
    "tag-unknown",
    "region-unknown",
    "auth-unknown",
    "parent-unknown",
    "dependency-unknown",
    "allowance-unknown",
];

fn valid() -> Memory {
    Memory::new()
        .with("catalogue.yaml", "title: Examples\nbase_url: https://catalogue.example/\nregions: [{id: us, label: United States}, {id: eu, label: Europe}]\nauth: [{id: oauth2, label: OAuth 2.0}]\nagreement: {current: \"2026-01\"}\n")
        .with("tags.yaml", "- {id: crm, label: Customers}\n- {id: finance, label: Finance}\n")
        .with("agreements/2026-01.md", "## Terms\n\nBe fair.\n")
        .with("apps/slack.yaml", "name: Slack\n")
        .with("apps/hubspot.yaml", "name: HubSpot\n")
        .with("publishers/acme.yaml", "name: Acme Works\n")
        .with("listings/acme/listing.yaml", VALID)
        .with("listings/other/listing.yaml", VALID)
}

/// The names of the catalogue in `folder`, and those of the rules.
fn names(folder: &dyn Folder) -> Vocabulary {
    let rules = rules::all().map(|rule| schema::Term::new(rule.code.name, ""));
    vocabulary(&RawCatalogue::read(folder, &|_, _| {}).expect("a folder")).with(pressmark::format::NameKind::Rules, rules)
}

/// Every schema, ready to judge.
struct Judges(BTreeMap<&'static str, Judge>);

impl Judges {
    fn new(vocabulary: &Vocabulary) -> Self {
        let judge = |kind| Judge::new(&schema::schema(kind, vocabulary));
        Self(FileRole::with_keys().map(|kind| (kind.name(), judge(kind))).collect())
    }

    /// What is wrong with `value`.
    fn errors(&self, kind: FileRole, value: &Value) -> Vec<String> {
        self.0[kind.name()].errors(value)
    }
}

/// The file at `path` as an editor hands it to a schema; nothing if it has no keys, or cannot be read as YAML at all.
fn instance(path: &ContentPath, bytes: &[u8]) -> Option<(FileRole, Value)> {
    let kind = path.role();
    kind.value_type()?;
    let text = std::str::from_utf8(bytes).ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = if kind == FileRole::Page { &text[prose::front_matter(text)?.yaml.range()] } else { text };
    Some((kind, schema::core(&yaml::parse(text).0?)))
}

/// Every file of `folder` that has keys.
fn instances(folder: &dyn Folder) -> Vec<(ContentPath, FileRole, Value)> {
    let files = folder.walk().expect("a folder").files.into_iter();
    files
        .filter_map(|entry| {
            entry.path.role().value_type()?;
            let (kind, value) = instance(&entry.path, &folder.read(&entry.path, u64::MAX).ok()?)?;
            Some((entry.path, kind, value))
        })
        .collect()
}

#[test]
fn every_schema_is_one_by_the_rules_of_draft_2020_12() {
    for kind in FileRole::with_keys() {
        for vocabulary in [Vocabulary::default(), names(&valid())] {
            let schema = schema::schema(kind, &vocabulary);
            assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{}", kind.name());
            let _ = Judge::new(&schema);
        }
    }
}

#[test]
fn every_key_has_a_description_and_examples_it_accepts_itself() {
    fn look(schema: &Value, at: &str, n_keys: &mut usize) {
        for (key, schema) in schema["properties"].as_object().into_iter().flatten() {
            let at = format!("{at}.{key}");
            assert!(schema["description"].as_str().is_some_and(|text| text.len() > 3), "{at} lacks a description");
            let judge = Judge::new(schema);
            let examples = schema["examples"].as_array().map_or(&[][..], Vec::as_slice);
            assert!(!examples.is_empty(), "{at} lacks an example");
            for value in examples.iter().chain(schema.get("default")) {
                assert_eq!(judge.errors(value), [""; 0], "{at}: {value}");
            }
            *n_keys += 1;
            look(schema, &at, n_keys);
        }
        let inner = ["items", "additionalProperties"].map(|keyword| &schema[keyword]);
        let inner = inner.into_iter().chain(schema["anyOf"].as_array().into_iter().flatten());
        inner.filter(|schema| schema.is_object()).for_each(|schema| look(schema, at, n_keys));
    }
    let mut n_keys = 0;
    for kind in FileRole::with_keys() {
        look(&schema::schema(kind, &Vocabulary::default()), kind.name(), &mut n_keys);
    }
    assert!(n_keys > 100, "only {n_keys} keys were looked at");
}

#[test]
fn every_file_of_the_demo_is_valid() {
    let demo = Disk::new(root().join("content"));
    for judges in [Judges::new(&Vocabulary::default()), Judges::new(&names(&demo))] {
        let mut seen = BTreeSet::new();
        for (path, kind, value) in instances(&demo) {
            assert_eq!(judges.errors(kind, &value), [""; 0], "{path}");
            seen.insert(kind.name());
        }
        for name in pressmark::theme::built_in_names() {
            let (_, text) = pressmark::theme::built_in(name).find(|(file, _)| *file == "theme.yaml").expect("a theme");
            let path = ContentPath::new(&format!("themes/{name}/theme.yaml")).expect("a valid path");
            let (kind, value) = instance(&path, text.as_bytes()).expect("a file with keys");
            assert_eq!(judges.errors(kind, &value), [""; 0], "{path}");
            seen.insert(kind.name());
        }
        assert_eq!(seen.len(), FileRole::with_keys().count(), "the demo and the themes have a file of every kind");
    }
}

#[test]
fn a_misspelt_key_is_refused_in_every_group_of_the_demo() {
    /// `value` once for each group in it, each with one key too many.
    fn spoilt(value: &Value) -> Vec<Value> {
        let mut all = Vec::new();
        match value {
            Value::Object(entries) => {
                let mut one = entries.clone();
                one.insert("naem".to_owned(), json!("x"));
                all.push(Value::Object(one));
                // Below these keys the author chooses the names.
                for (key, inner) in entries.iter().filter(|(key, _)| !["levels", "targets", "areas"].contains(&key.as_str())) {
                    all.extend(spoilt(inner).into_iter().map(|inner| {
                        let mut one = entries.clone();
                        one.insert(key.clone(), inner);
                        Value::Object(one)
                    }));
                }
            }
            Value::Array(items) => {
                for (n, inner) in items.iter().enumerate() {
                    all.extend(spoilt(inner).into_iter().map(|inner| {
                        let mut one = items.clone();
                        one[n] = inner;
                        Value::Array(one)
                    }));
                }
            }
            _ => {}
        }
        all
    }
    let judges = Judges::new(&Vocabulary::default());
    let mut n_spoilt = 0;
    for (path, kind, value) in instances(&Disk::new(root().join("content"))) {
        for value in spoilt(&value) {
            assert!(!judges.errors(kind, &value).is_empty(), "{path}: {value}");
            n_spoilt += 1;
        }
    }
    assert!(n_spoilt > 300, "{n_spoilt}");
}

/// The files of a rule's examples, `fails` or `passes`, each laid over the valid catalogue.
fn examples(rule: &Rule, wanted: &str) -> Vec<Vec<(ContentPath, FileRole, Value)>> {
    let path = |text: &str| ContentPath::new(text).expect("a valid path");
    let explanation = rule.explanation();
    let blocks = explanation.split("\n```").filter_map(|block| block.split_once('\n'));
    let read = |(info, text): (&str, &str)| match info.split_once(',')? {
        ("yaml", word) if word == wanted => {
            let mut listing = instance(&path("listings/acme/listing.yaml"), VALID.as_bytes())?;
            let (_, changes) = instance(&path("listings/acme/listing.yaml"), text.as_bytes())?;
            listing.1.as_object_mut()?.extend(changes.as_object()?.clone());
            Some(vec![(path("listings/acme/listing.yaml"), listing.0, listing.1)])
        }
        ("files", word) if word == wanted => {
            let sections = text.split("==> ").skip(1).filter_map(|section| section.split_once(" <==\n"));
            Some(
                sections
                    .filter_map(|(at, text)| instance(&path(at), text.as_bytes()).map(|(kind, value)| (path(at), kind, value)))
                    .collect(),
            )
        }
        _ => None,
    };
    blocks.filter_map(read).filter(|files: &Vec<_>| !files.is_empty()).collect()
}

#[test]
fn the_failing_examples_of_rules_about_shape_are_refused_and_the_passing_ones_are_not() {
    let (any, narrowed) = (Judges::new(&Vocabulary::default()), Judges::new(&names(&valid())));
    for (judges, rule_names) in [(&any, &ABOUT_SHAPE[..]), (&narrowed, &ABOUT_NAMES[..])] {
        for name in rule_names {
            let rule = rules::named(name).unwrap_or_else(|| panic!("there is no rule `{name}`"));
            let refused = |files: &Vec<(ContentPath, FileRole, Value)>| {
                files.iter().flat_map(|(_, kind, value)| judges.errors(*kind, value)).collect::<Vec<_>>()
            };
            let failing = examples(rule, "fails");
            assert!(!failing.is_empty(), "`{name}` has no example that a schema could see");
            for files in &failing {
                assert!(!refused(files).is_empty(), "`{name}` is accepted: {files:?}");
            }
            for files in examples(rule, "passes") {
                assert_eq!(refused(&files), [""; 0], "`{name}`: {files:?}");
            }
        }
    }
}

#[test]
fn no_schema_refuses_a_file_in_which_the_checks_find_nothing() {
    let real = root().join("../shared/data/real");
    let mut catalogues = vec![root().join("content")];
    match fs::read_dir(&real) {
        Ok(entries) => catalogues.extend(entries.filter_map(|entry| Some(entry.ok()?.path().join("content"))).filter(|path| path.is_dir())),
        Err(_) => println!("no real catalogues at {}: only the demo is looked at", real.display()),
    }
    for content in catalogues {
        let folder = Disk::new(&content);
        let raw = RawCatalogue::read(&folder, &|_, _| {}).expect("a folder");
        // As if all of it were submitted: then each listing is told what every one lacks.
        let report = rules::run(&raw, &context().with_submitted(["listings"])).report;
        let mut spoken: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for diagnostic in report.iter() {
            spoken.entry(diagnostic.path.as_str()).or_default().insert(diagnostic.code.name);
        }
        let judges = [Judges::new(&Vocabulary::default()), Judges::new(&names(&folder))];
        let (mut n_files, mut n_refused) = (0, 0);
        for (path, kind, value) in instances(&folder) {
            let found = spoken.get(path.as_str());
            let [loose, narrow] = [0, 1].map(|n| judges[n].errors(kind, &value));
            assert!(found.is_some() || narrow.is_empty(), "{}/{path}: {narrow:#?}", content.display());
            let misshapen = found.is_some_and(|names| names.iter().any(|name| ABOUT_SHAPE.contains(name)));
            assert!(!misshapen || !loose.is_empty(), "{}/{path} is accepted in spite of {found:?}", content.display());
            n_files += 1;
            n_refused += usize::from(!loose.is_empty());
        }
        println!("{}: {n_files} files, {n_refused} refused", content.display());
    }
}

#[test]
fn schema_prints_one_and_writes_all_with_the_names_of_the_catalogue() {
    let (scratch, _) = demo_copy();
    let printed_one = pressmark(scratch.path(), &["schema", "listing"]);
    let listing: Value = serde_json::from_slice(&printed_one.stdout).expect("JSON");
    let apps = listing["properties"]["app"]["enum"].as_array().expect("the names of the apps");
    assert!(apps.contains(&json!("Slack")), "{apps:?}");
    let generic = pressmark(scratch.path(), &["schema", "listing", "--generic"]);
    assert_eq!(String::from_utf8_lossy(&generic.stdout), schema::text(FileRole::Listing, &Vocabulary::default()));

    let all = |folder: &Path| -> BTreeMap<String, Vec<u8>> {
        let files = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
        files.map(|path| (path.file_name().expect("a name").to_string_lossy().into_owned(), fs::read(path).expect("a file"))).collect()
    };
    for folder in ["one", "two"] {
        let output = pressmark(scratch.path(), &["schema", "--out", folder]);
        assert_eq!(output.status.code(), Some(0), "{}", printed(&output));
    }
    let (one, two) = (all(&scratch.path().join("one")), all(&scratch.path().join("two")));
    assert!(one == two, "the same bytes each time");
    assert_eq!(one.len(), FileRole::with_keys().count());
    assert_eq!(one["listing.schema.json"], printed_one.stdout);
}

#[test]
fn schema_names_the_kinds_when_it_does_not_know_one() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let output = pressmark(scratch.path(), &["schema", "listings"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(printed(&output).contains("publisher"), "{}", printed(&output));
}

#[test]
fn every_yaml_file_of_a_new_catalogue_leads_to_its_schema_and_is_valid_by_it() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    assert_eq!(pressmark(scratch.path(), &["init", "."]).status.code(), Some(0));
    let content = scratch.path().join("content");
    let mut n_files = 0;
    for (path, kind, value) in instances(&Disk::new(&content)).into_iter().filter(|(path, ..)| path.has_ending("yaml")) {
        let file = content.join(path.as_str());
        let text = fs::read_to_string(&file).expect("a text");
        let first = text.lines().next().unwrap_or_default();
        let target = first.strip_prefix("# yaml-language-server: $schema=").unwrap_or_else(|| panic!("{path} begins with `{first}`"));
        let schema = fs::read(file.with_file_name("").join(target)).unwrap_or_else(|error| panic!("{path}: {target}: {error}"));
        let schema: Value = serde_json::from_slice(&schema).expect("JSON");
        assert_eq!(schema["$id"], json!(format!("urn:pressmark:format:1:{}", kind.name())));
        assert!(Judge::new(&schema).is_valid(&value), "{path}");
        n_files += 1;
    }
    assert_eq!(n_files, 5);
    let check = pressmark(scratch.path(), &["check", "--today", "2026-02-01"]);
    assert!(printed(&check).contains("no problems found"), "{}", printed(&check));
}

#[test]
fn a_document_with_a_modeline_reads_like_one_without() {
    let path = ContentPath::new("listings/acme/listing.yaml").expect("a valid path");
    let with = schema::modeline(FileRole::Listing, &path) + VALID;
    let document = Document::read(path, Ok(with.into_bytes()));
    assert_eq!(document.problems, []);
}

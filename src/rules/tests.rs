//! The registry tests itself: identities, names, and every rule's own examples.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Check, CheckResult, Example, ExampleKind, Levels, Rule, RunContext, all, called, examples, losses, named, run, run_change, run_costly,
};
use crate::catalogue::{Account, Change, ChangedFiles, FileChange, People, RawCatalogue, Unusual};
use crate::diagnostic::{Advice, Diagnostic, Findings, Level, Report, apply};
use crate::format::Document;
use crate::parse::mistake::{Mistake, MistakeKind};
use crate::parse::problem::{Form, ImageProblem, Problem, ProblemKind};
use crate::source::{ContentPath, Folder as _, Memory, ReadError, Skipped, Span};

/// Rules whose examples cannot be written as text in memory; each has a test of its own, below or in its family.
const WITHOUT_EXAMPLES: [(&str, &str); 18] = [
    ("theme-file-missing", "the theme of an example is not read"),
    ("template-broken", "the templates of an example are not parsed"),
    ("internal-error", "no fault is known"),
    ("file-unreadable", "a folder in memory refuses nothing"),
    ("hidden-file", "a folder in memory hides nothing"),
    ("symbolic-link", "a folder in memory contains no links"),
    ("name-not-utf8", "an example is UTF-8"),
    ("no-content-change", "an example has one kind of line ends"),
    ("file-too-large", "nobody wants to read an example of 256 KiB"),
    ("not-utf8", "an example is UTF-8"),
    ("allowance-used", "an example is not being submitted"),
    ("image-too-large", "an example contains no binary image"),
    ("image-too-heavy", "an example contains no binary image"),
    ("image-oversized", "an example contains no binary image"),
    ("icon-too-small", "an example contains no binary image"),
    ("screenshot-too-small", "an example contains no binary image"),
    ("image-animated", "an example contains no binary image"),
    ("listing-too-heavy", "nobody wants to read an example of five megabytes"),
];

/// A catalogue without a finding, which the examples change. `acme` is the listing that a plain YAML example is laid over.
fn valid() -> Memory {
    Memory::new()
        .with("catalogue.yaml", "title: Examples\nbase_url: https://catalogue.example/\nregions: [{id: us, label: United States}, {id: eu, label: Europe}]\nauth: [{id: oauth2, label: OAuth 2.0}]\nagreement: {current: \"2026-01\"}\nlevels: {password-in-text: warn}\n")
        .with("tags.yaml", "- {id: crm, label: Customers, description: Customer records.}\n- {id: finance, label: Finance, description: Books.}\n")
        .with("agreements/2026-01.md", "## Terms\n\nBe fair.\n")
        .with("apps/slack.yaml", "name: Slack\nwebsite: https://slack.com/\n")
        .with("apps/hubspot.yaml", "name: HubSpot\nwebsite: https://www.hubspot.com/\n")
        .with("publishers/acme.yaml", "name: Acme Works\nurl: https://acme.example/\nmay_hide_source: true\n")
        .with("listings/acme/listing.yaml", BASE)
        .with("listings/acme/README.md", README)
        .with("listings/acme/screenshots/a.svg", SVG)
        .with("listings/other/listing.yaml", BASE.replace("Acme Messages", "Other Rows").replace("Slack", "HubSpot").replace("crm", "finance"))
        .with("listings/other/README.md", README.replace("![A black square](screenshots/a.svg)\n\n", ""))
}

const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8z\"/></svg>";

const README: &str = "Posts a line to a channel of your choice for every new order, with its number, its sum and a link to it.

## Setup

Sign in with your account and choose a channel.

![A black square](screenshots/a.svg)

## Troubleshooting

Ask us.

## Known limits

Orders of more than a hundred lines are cut.
";

const BASE: &str = include_str!("../../tests/fixtures/valid-listing.yaml");

/// The valid catalogue with an example laid over it.
///
/// `yaml`: its top-level keys replace those of the listing `acme`. `markdown`: the README of `acme`. `files`: sections `==> path <==`, each a whole
/// file; a section that contains only `(gone)` removes the file.
fn laid_over(kind: ExampleKind, text: &str) -> Memory {
    match kind {
        ExampleKind::Yaml => {
            let keys: BTreeSet<&str> = text.lines().filter_map(top_level_key).collect();
            let mut listing = String::new();
            let mut keep = true;
            for line in BASE.lines() {
                if let Some(key) = top_level_key(line) {
                    keep = !keys.contains(key);
                }
                if keep {
                    listing.push_str(line);
                    listing.push('\n');
                }
            }
            valid().with("listings/acme/listing.yaml", listing + text)
        }
        ExampleKind::Markdown => valid().with("listings/acme/README.md", text),
        ExampleKind::Files => {
            let example = Example { passes: false, kind, text: text.to_owned() };
            let plain = |(path, text)| (submitted(path).unwrap_or(path), text);
            overlay(valid(), example.files().into_iter().map(plain).collect())
        }
    }
}

/// The path of a section that is being submitted.
fn submitted(section: &str) -> Option<&str> {
    section.strip_prefix("submitted: ")
}

fn overlay(folder: Memory, files: Vec<(&str, Option<&str>)>) -> Memory {
    files.into_iter().fold(folder, |folder, (path, content)| match content {
        Some(content) => folder.with(path, content),
        None => folder.without(path),
    })
}

/// Returns the findings of the change from the valid catalogue, as an example modifies it, to the example. It is proposed by the account
/// 990000107, whose name is `wren`.
fn report_of_change(example: &Example) -> Report {
    let (before, after): (Vec<_>, Vec<_>) = example.files().into_iter().partition(|(path, _)| path.starts_with("before: "));
    let (outside, after): (Vec<_>, Vec<_>) = after.into_iter().partition(|(path, _)| path.starts_with("outside: "));
    let base = overlay(valid(), before.into_iter().map(|(path, text)| (&path["before: ".len()..], text)).collect());
    let head = match example.kind {
        ExampleKind::Files => overlay(base.clone(), after),
        kind => laid_over(kind, &example.text),
    };
    let mut files = compared(&base, &head);
    files.outside = outside.into_iter().map(|(path, _)| path["outside: ".len()..].to_owned()).collect();
    let raw = |folder: &Memory| RawCatalogue::read(folder, &|_, _| {}).expect("a folder in memory");
    let (base, head) = (raw(&base), raw(&head));
    let wren = Account { forge: "github".into(), id: "990000107".into(), login: Some("wren".into()) };
    let change = Change::new(&base, &head, &files, People { author: Some(wren), consenting: Vec::new() });
    run_change(&change, &Levels::default())
}

/// The files that are not the same in two folders.
fn compared(base: &Memory, head: &Memory) -> ChangedFiles {
    let read = |folder: &Memory| -> BTreeMap<ContentPath, Box<str>> {
        let walk = folder.walk().expect("a folder in memory");
        let text = |path: &ContentPath| String::from_utf8_lossy(&folder.read(path, u64::MAX).expect("a file")).into();
        walk.files.into_iter().map(|entry| (entry.path.clone(), text(&entry.path))).collect()
    };
    let (base, head) = (read(base), read(head));
    let mut files = ChangedFiles::default();
    for path in base.keys().chain(head.keys()) {
        let sides = [base.get(path), head.get(path)];
        let what = match sides {
            [None, _] => FileChange::Added,
            [_, None] => FileChange::Gone,
            [old, new] if old != new => FileChange::Altered,
            _ => continue,
        };
        files.unusual.extend(Unusual::of_path(path.as_str()).into_iter().map(|what| (path.as_str().to_owned(), what)));
        files.content.insert(path.clone(), what);
        files.bytes.insert(path.clone(), sides.map(Option::<&_>::cloned));
    }
    files
}

fn top_level_key(line: &str) -> Option<&str> {
    line.split_once(':')
        .map(|(key, _)| key)
        .filter(|key| !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'))
}

fn report(folder: &Memory) -> Report {
    verdict(folder, &RunContext::new(jiff::civil::date(2026, 2, 1))).report
}

fn verdict(folder: &Memory, context: &RunContext) -> CheckResult {
    run(&RawCatalogue::read(folder, &|_, _| {}).expect("a folder in memory"), context)
}

#[test]
fn the_base_of_the_examples_has_no_findings() {
    let report = report(&valid());
    assert!(report.is_empty(), "{report:#?}");
}

#[test]
fn as_many_names_as_a_file_holds_take_no_time() {
    let words = |start: &str, end: &str| (0..16_000).map(|n| format!("{start}{n}{end},")).collect::<String>();
    let yaml = [format!("keywords: [{}]\n", words("k", "")), format!("operations: {{actions: [{}]}}\n", words("{name: a", "}"))];
    for yaml in yaml {
        assert!(report(&laid_over(ExampleKind::Yaml, &yaml)).counts().errors <= 1, "{}", &yaml[..20]);
    }
}

#[test]
fn every_rule_fires_on_its_failing_examples_and_on_no_passing_one() {
    for rule in all() {
        let mut seen = BTreeSet::new();
        for example in examples(rule) {
            let report = match rule.check {
                Check::Change(_) => report_of_change(&example),
                _ => {
                    let files = example.files();
                    let context = RunContext::new(jiff::civil::date(2026, 2, 1))
                        .with_submitted(files.iter().filter_map(|(path, _)| submitted(path)))
                        .with_themes([]);
                    let folder = laid_over(example.kind, &example.text);
                    let report = verdict(&folder, &context).report;
                    let costly = run_costly(&RawCatalogue::read(&folder, &|_, _| {}).expect("a folder in memory"), &context);
                    assert_eq!(losses(&costly), losses(&report), "{}: what visitors see depends on another rule", rule.code.name);
                    report
                }
            };
            let fires = report.iter().any(|diagnostic| diagnostic.code == rule.code);
            assert_eq!(!fires, example.passes, "{}:\n{}\n{report:#?}", rule.code.name, example.text);
            seen.insert(example.passes);
        }
        if !WITHOUT_EXAMPLES.iter().any(|(name, _)| *name == rule.code.name) {
            assert_eq!(seen, BTreeSet::from([false, true]), "{} lacks an example", rule.code.name);
        }
    }
}

/// How often each rule reports in `report`, counting the findings for which `counts` is true.
fn tally(report: &Report, counts: impl Fn(&Diagnostic) -> bool) -> BTreeMap<&'static str, usize> {
    let mut tally = BTreeMap::new();
    for found in report.iter().filter(|found| counts(found)) {
        *tally.entry(found.code.name).or_insert(0) += 1;
    }
    tally
}

#[test]
fn a_certain_fix_ends_its_finding_and_brings_no_error() {
    let mut n_fixes = 0;
    for rule in all().filter(|rule| !matches!(rule.check, Check::Change(_))) {
        for example in examples(rule).iter().filter(|example| !example.passes) {
            let folder = laid_over(example.kind, &example.text);
            let before = report(&folder);
            for found in before.iter().filter(|found| found.is_fixable()) {
                let Some(fix) = &found.fix else { continue };
                let text = String::from_utf8(folder.read(&found.path, u64::MAX).expect("a file")).expect("text");
                let (text, n_made) = apply(&text, [fix]);
                let after = report(&folder.clone().with(found.path.as_str(), text.clone()));
                let name = found.code.name;
                assert_eq!(n_made, 1, "{name}: {fix:?}");
                let of_rule = |report: &Report| {
                    tally(report, |other| other.code == found.code && other.path == found.path).get(name).copied().unwrap_or(0)
                };
                assert!(of_rule(&after) < of_rule(&before), "{name} is found again after its fix:\n{text}\n{after:#?}");
                let errors = |report: &Report| tally(report, |other| other.level == Level::Error);
                let known = errors(&before);
                let new: Vec<_> = errors(&after).into_iter().filter(|(name, n)| known.get(name).is_none_or(|known| n > known)).collect();
                assert_eq!(new, [], "new after the fix of {name}:\n{text}\n{after:#?}");
                n_fixes += 1;
            }
        }
    }
    assert!(n_fixes > 30, "{n_fixes}");
}

#[test]
fn identities_are_unique_and_well_formed() {
    let mut ids = BTreeSet::new();
    let mut names = BTreeSet::new();
    for rule in all() {
        let (letter, digits) = rule.code.id.split_at(1);
        assert!(letter.bytes().all(|b| b.is_ascii_uppercase()) && digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit()));
        assert!(rule.code.name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-' || b.is_ascii_digit()), "{}", rule.code.name);
        assert!(ids.insert(rule.code.id), "{} is used twice", rule.code.id);
        for name in rule.former.iter().chain([&rule.code.name]) {
            assert!(names.insert(*name), "{name} is used twice: a former name belongs to its rule for one release");
        }
        assert!(rule.doc.len() > 2, "{} explains nothing", rule.code.name);
        let n_fences = rule.doc.iter().filter(|line| line.trim_start().starts_with("```")).count();
        assert_eq!(
            n_fences,
            2 * examples(rule).len(),
            "{} has an example that says neither what it is nor what becomes of it",
            rule.code.name
        );
    }
}

/// The names of the rules that report something about `document` alone.
fn speaking(document: &Document) -> Vec<&'static str> {
    let speaks = |rule: &&'static Rule| {
        let mut found = Vec::new();
        if let Check::Document(check) = rule.check {
            check(document, &mut Findings::new(rule.code, rule.level, &document.path, &mut found));
        }
        !found.is_empty()
    };
    all().filter(speaks).map(|rule| rule.code.name).collect()
}

fn path(text: &str) -> ContentPath {
    ContentPath::new(text).expect("a valid path")
}

#[test]
fn files_that_a_folder_in_memory_cannot_contain_are_reported_too() {
    let skipped = |skipped| speaking(&Document::skipped(path("listings/acme/icon.png"), skipped));
    assert_eq!(skipped(Skipped::Link), ["symbolic-link"]);
    assert_eq!(skipped(Skipped::Hidden), ["hidden-file"]);
    assert_eq!(skipped(Skipped::NameNotUtf8), ["name-not-utf8"]);
    assert_eq!(skipped(Skipped::Unreadable("permission denied".to_owned())), ["file-unreadable"]);
    let read = |bytes| speaking(&Document::read(path("listings/acme/listing.yaml"), bytes));
    assert_eq!(read(Err(ReadError::Refused("permission denied".to_owned()))), ["file-unreadable"]);
    assert_eq!(read(Err(ReadError::TooLarge { n_bytes: 300_000 })), ["file-too-large"]);
    assert_eq!(read(Ok(b"name: Caf\xe9\n".to_vec())), ["not-utf8"]);
}

#[test]
fn a_listing_is_weighed_with_all_of_its_files() {
    let weighed = |n_files: usize| {
        let file = "x".repeat(1 << 20);
        let folder = (0..n_files).fold(valid(), |folder, n| folder.with(&format!("listings/acme/notes-{n}.txt"), file.as_str()));
        let report = report(&folder);
        let found: Vec<_> =
            report.iter().filter(|found| found.code.name == "listing-too-heavy").map(|found| found.message.clone()).collect();
        found
    };
    assert_eq!(weighed(4), [""; 0]);
    let [message] = &weighed(5)[..] else { panic!("one listing is too heavy") };
    assert!(message.starts_with("the files of `acme` have 512"), "{message}");
}

/// One problem of each kind. A new kind does not compile until it is listed here.
fn one_of_each() -> Vec<ProblemKind> {
    let words = || "words".to_owned();
    let malformed = |form| ProblemKind::Malformed { form, text: words(), because: String::new() };
    let kinds = vec![
        ProblemKind::Unreadable(words()),
        ProblemKind::Fault(words()),
        ProblemKind::Link,
        ProblemKind::Hidden,
        ProblemKind::NameNotUtf8,
        ProblemKind::TooLarge { n_bytes: 2, limit: 1 },
        ProblemKind::NotUtf8 { at: 0 },
        ProblemKind::Syntax(words()),
        ProblemKind::Mistake(Box::new(Mistake::new(MistakeKind::Conflict))),
        ProblemKind::TooComplex("words"),
        ProblemKind::Indirection("tag"),
        ProblemKind::SecondDocument,
        ProblemKind::KeyNotText,
        ProblemKind::DuplicateKey { key: words(), first: Span::default() },
        ProblemKind::UnknownKey { key: words(), noun: "a listing", known: vec!["name"], given: Vec::new(), group: Span::default() },
        ProblemKind::MissingKey { key: "name", noun: "a listing" },
        ProblemKind::WrongType { key: None, expected: words(), found: "text", text: None },
        malformed(Form::Date),
        malformed(Form::Version),
        malformed(Form::Url),
        malformed(Form::Days),
        malformed(Form::Number),
        malformed(Form::Decimal),
        malformed(Form::Colour),
        malformed(Form::Boolean),
        ProblemKind::UnknownChoice { text: words(), choices: vec!["open"] },
        ProblemKind::NoFrontMatter,
        ProblemKind::Image(ImageProblem::Disguised { is: "PNG", named: words() }),
        ProblemKind::Image(ImageProblem::Damaged(words())),
        ProblemKind::Image(ImageProblem::TooManyPixels { width: 1, height: 1 }),
        ProblemKind::Image(ImageProblem::UnsafeSvg(words())),
    ];
    for kind in &kinds {
        match kind {
            ProblemKind::Unreadable(_)
            | ProblemKind::Fault(_)
            | ProblemKind::Link
            | ProblemKind::Hidden
            | ProblemKind::NameNotUtf8
            | ProblemKind::TooLarge { .. }
            | ProblemKind::NotUtf8 { .. }
            | ProblemKind::Syntax(_)
            | ProblemKind::Mistake(_)
            | ProblemKind::TooComplex(_)
            | ProblemKind::Indirection(_)
            | ProblemKind::SecondDocument
            | ProblemKind::KeyNotText
            | ProblemKind::DuplicateKey { .. }
            | ProblemKind::UnknownKey { .. }
            | ProblemKind::MissingKey { .. }
            | ProblemKind::WrongType { .. }
            | ProblemKind::UnknownChoice { .. }
            | ProblemKind::NoFrontMatter => {}
            ProblemKind::Malformed { form, .. } => match form {
                Form::Date | Form::Version | Form::Url | Form::Days | Form::Number | Form::Decimal | Form::Colour | Form::Boolean => {}
            },
            ProblemKind::Image(image) => match image {
                ImageProblem::Disguised { .. }
                | ImageProblem::Damaged(_)
                | ImageProblem::TooManyPixels { .. }
                | ImageProblem::UnsafeSvg(_) => {}
            },
        }
    }
    kinds
}

#[test]
fn every_kind_of_problem_is_worded_by_exactly_one_rule() {
    let valid = Document::read(path("listings/acme/listing.yaml"), Ok(BASE.as_bytes().to_vec()));
    assert_eq!(speaking(&valid), [""; 0]);
    let mut speakers = BTreeSet::new();
    for kind in one_of_each() {
        let problems = vec![Problem { span: Some(Span { start: 0, end: 4 }), kind: kind.clone() }];
        let mut document = valid.clone();
        document.problems = problems;
        let names = speaking(&document);
        let [name] = names[..] else { panic!("{kind:?} is worded by {names:?}") };
        assert!(speakers.insert(name), "{name} words two kinds of problem");
    }
}

#[test]
fn a_rule_that_begins_on_a_day_warns_until_then_and_binds_submissions_at_once() {
    let settings = "title: Examples\nbase_url: https://catalogue.example/\nlevels: {duplicate-tag: {level: error, from: 2027-03-01}}\n";
    let folder = laid_over(ExampleKind::Yaml, "tags: [crm, crm]\n").with("catalogue.yaml", settings);
    let found = |context: RunContext| {
        let report = verdict(&folder, &context).report;
        let found: Vec<_> = report.iter().map(|diagnostic| (diagnostic.level, diagnostic.message.clone())).collect();
        found
    };
    let (before, after) = (jiff::civil::date(2027, 2, 28), jiff::civil::date(2027, 3, 1));
    let message = "tag `crm` is listed twice".to_owned();
    assert_eq!(found(RunContext::new(before)), [(Level::Warn, format!("{message} (an error from 2027-03-01)"))]);
    assert_eq!(found(RunContext::new(after)), [(Level::Error, message.clone())]);
    assert_eq!(found(RunContext::new(before).with_submitted(["listings/acme"])), [(Level::Error, message.clone())]);
    assert_eq!(found(RunContext::new(before).with_submitted(["listings/other"])).len(), 1);
}

#[test]
fn every_reference_offers_the_nearest_name() {
    let settings = "title: Examples\nbase_url: https://catalogue.example/\nregions: [{id: emea, label: Europe}]\nauth: [{id: oauth2, label: OAuth 2.0}]\n";
    let settings = format!(
        "{settings}review: {{areas: [security], targets: {{new-listings: 1d}}}}\nlevels: {{tag-doubld: warn}}\nagreement: {{current: \"2026-1\"}}\n"
    );
    let listing = "app: Slak\npublisher: acmee\ntags: [finanse]\nregions: [emae]\nauth: [oauth]\nparent: othr\nderived_from: {listing: othe}\ndepends_on: [otherr]\n";
    let more = "screenshots: [{file: screenshots/b.svg, alt: Orders of a day.}]\nagreement: {version: 2026-02, accepted_by: Acme Works, accepted_on: 2026-01-02}\n";
    let more = format!(
        "{more}lifecycle: {{state: deprecated, since: 2026-01-02, reason: superseded, replaced_by: oter}}\nallow: [{{rule: tag-doubld, reason: It is so.}}]\n"
    );
    let folder = laid_over(ExampleKind::Yaml, &format!("{listing}{more}"))
        .with("catalogue.yaml", settings)
        .with("collections/start.yaml", "title: Start\nlistings: [{slug: acmme}]\n")
        .with("listings/other/review.yaml", "approved_by: A maintainer\napproved_on: 2026-01-03\nareas: {securty: pass}\n");
    let report = report(&folder);
    for name in [
        "app-unknown",
        "publisher-unknown",
        "tag-unknown",
        "region-unknown",
        "auth-unknown",
        "parent-unknown",
        "origin-unknown",
        "dependency-unknown",
        "replacement-unknown",
        "screenshot-file-missing",
        "agreement-unknown",
        "allowance-unknown",
        "collection-member-unknown",
        "level-unknown",
        "current-agreement-missing",
        "review-target-unknown",
        "review-area-unknown",
    ] {
        let found = report.iter().find(|found| found.code.name == name).unwrap_or_else(|| panic!("{name} is silent: {report:#?}"));
        let offers = found.help.iter().any(|help| matches!(help, Advice::Instead(_))) || found.fix.is_some();
        assert!(offers, "{found:#?}");
    }
}

#[test]
fn a_newcomer_cannot_displace_an_earlier_listing() {
    let blamed = |folder: &Memory, context: &RunContext| {
        let report = verdict(folder, context).report;
        let paths: Vec<_> = report.iter().filter(|found| found.code.name == "duplicate-name").map(|found| found.path.to_string()).collect();
        paths
    };
    let today = RunContext::new(jiff::civil::date(2026, 2, 1));
    let newcomer = "listings/aaa/listing.yaml";
    let same_day = valid().with(newcomer, BASE);
    assert_eq!(blamed(&same_day, &today.clone().with_submitted(["listings/aaa"])), [newcomer], "what is submitted gives way");
    let approved = same_day.with("listings/acme/review.yaml", "approved_by: A maintainer\napproved_on: 2026-01-03\n");
    assert_eq!(blamed(&approved, &today), [newcomer], "what was approved stays");
    let younger = valid().with(newcomer, BASE.replace("2026-01-02", "2026-01-20"));
    let found = verdict(&younger, &today).report;
    let has_error = found.iter().any(|found| found.code.name == "duplicate-name" && found.level == Level::Error);
    assert!(blamed(&younger, &today).len() == 1 && !has_error, "a date in a file decides nothing: {found:?}");
}

#[test]
fn an_allowed_finding_is_counted_and_not_reported() {
    let allow = "allow: [{rule: duplicate-tag, reason: The example asks for it.}]\n";
    let folder = laid_over(ExampleKind::Yaml, &format!("tags: [crm, crm]\n{allow}"));
    let verdict = verdict(&folder, &RunContext::new(jiff::civil::date(2026, 2, 1)));
    assert!(verdict.report.is_empty(), "{:#?}", verdict.report);
    assert_eq!(verdict.n_allowed, 1);
    let submitted = self::verdict(&folder, &RunContext::new(jiff::civil::date(2026, 2, 1)).with_submitted(["listings/acme"])).report;
    let messages: Vec<_> = submitted.iter().map(|found| found.message.as_str()).collect();
    assert_eq!(messages, ["the listing makes an exception for one finding of `duplicate-tag`: `The example asks for it.`"]);
}

#[test]
fn a_former_name_still_sets_a_level_silences_a_finding_and_is_fixed_to_the_new_name() {
    for rule in all() {
        for former in rule.former {
            assert_eq!(named(former).map(|rule| rule.code), Some(rule.code), "{former}");
            assert_eq!(called(&former.to_uppercase()).map(|rule| rule.code), Some(rule.code), "{former}");
        }
    }
    let settings = "title: Examples\nbase_url: https://catalogue.example/\nlevels: {tag-doubled: info}\n";
    let found = |folder: &Memory| {
        let report = report(folder);
        let found: Vec<_> = report.iter().map(|found| (found.code.name, found.level, found.is_fixable())).collect();
        found
    };
    let lowered = laid_over(ExampleKind::Yaml, "tags: [crm, crm]\n").with("catalogue.yaml", settings);
    assert_eq!(found(&lowered), [("rule-renamed", Level::Warn, true), ("duplicate-tag", Level::Info, true)]);
    let twice = settings.replace("info}", "info, duplicate-tag: error}");
    assert_eq!(
        found(&lowered.with("catalogue.yaml", twice)),
        [("rule-renamed", Level::Warn, false), ("duplicate-tag", Level::Error, true)]
    );
    let allowed = "tags: [crm, crm]\nallow: [{rule: tag-doubled, reason: The example asks for it.}]\n";
    assert_eq!(found(&laid_over(ExampleKind::Yaml, allowed)), [("rule-renamed", Level::Warn, true)]);
}

#[test]
fn an_exception_cannot_cover_rules_that_protect_others() {
    let allow = "allow: [{rule: duplicate-name, reason: We were first.}, {rule: secret-in-text, reason: It is old.}]\n";
    let folder =
        laid_over(ExampleKind::Yaml, &format!("name: Other Rows\nwebsite: https://acme.example/?key=AKIAQK4NZ7WXR2LMPT5V\n{allow}"));
    let report = report(&folder);
    let names: BTreeSet<_> = report.iter().map(|found| found.code.name).collect();
    for name in ["secret-in-text", "duplicate-name", "allowance-unknown"] {
        assert!(names.contains(name), "{name} in {names:?}");
    }
}

#[test]
fn a_rule_that_the_build_depends_on_has_no_exceptions() {
    let folder = laid_over(ExampleKind::Yaml, "app: slack\nallow: [{rule: app-unknown, reason: We write it so.}]\n");
    let names: Vec<_> = report(&folder).iter().map(|diagnostic| diagnostic.code.name).collect();
    assert_eq!(names, ["app-unknown", "allowance-unknown"]);
}

/// The levels at which the rule `name` reports something about `folder`, in which the files and folders `submitted` are new.
fn levels_of(name: &str, folder: &Memory, submitted: &[&str]) -> Vec<Level> {
    let context = RunContext::new(jiff::civil::date(2026, 2, 1)).with_submitted(submitted.iter().copied());
    verdict(folder, &context).report.iter().filter(|found| found.code.name == name).map(|found| found.level).collect()
}

#[test]
fn a_new_app_without_a_website_is_a_warning_and_an_older_one_a_note() {
    let folder = valid().with("apps/zebra.yaml", "name: Zebra\n");
    let levels = |submitted: &[&str]| levels_of("app-website-missing", &folder, submitted);
    assert_eq!([levels(&[]), levels(&["apps/zebra.yaml"])], [[Level::Info], [Level::Warn]]);
    let without_any = folder.with("apps/slack.yaml", "name: Slack\n").with("apps/hubspot.yaml", "name: HubSpot\n");
    assert_eq!(levels_of("app-website-missing", &without_any, &["apps/zebra.yaml"]), [Level::Warn]);
}

#[test]
fn an_existing_listing_has_time_to_accept_the_agreement_and_a_new_one_has_not() {
    let folder = laid_over(ExampleKind::Yaml, "agreement:\n");
    let levels = |submitted: &[&str]| levels_of("agreement-missing", &folder, submitted);
    assert_eq!([levels(&[]), levels(&["listings/acme"])], [[Level::Warn], [Level::Error]]);
}

#[test]
fn an_unsafe_landing_page_is_one_error() {
    for (url, name) in [("http://acme.example/messages", "landing-url-not-https"), ("https://t.co/abc", "landing-url-shortened")] {
        let folder =
            laid_over(ExampleKind::Yaml, &format!("install: {{mode: request, landing_url: '{url}', path_note: Ask on the page.}}\n"));
        let report = report(&folder);
        let found: Vec<_> = report.iter().map(|found| (found.code.name, found.level)).collect();
        assert_eq!(found, [(name, Level::Error)]);
    }
}

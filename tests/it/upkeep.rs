//! `pressmark health` and `pressmark queue`: what is to be done, and where submissions are.

use std::fs;
use std::path::Path;

use pressmark::health::links::{Answer, LinkCache, LinkStatus, targets, tasks};
use pressmark::health::{Health, MARK, health, markdown};
use pressmark::pipeline;
use pressmark::rules::RunContext;
use pressmark::source::Memory as Folder;
use serde_json::Value;

use crate::judge::Judge;
use crate::support::{VALID, context, demo_copy, pressmark, printed};

const SETTINGS: &str = "title: Examples\nbase_url: https://catalogue.example/\nagreement: {current: '2026-01'}\nregions: [{id: us, label: United States}, {id: eu, label: Europe}]\nauth: [{id: oauth2, label: OAuth 2.0}]\npolicy: {freshness: {attention: 30d, inactive: 60d}}\n";

/// A small catalogue with `files` laid over it.
fn catalogue(files: &[(&str, &str)]) -> Folder {
    let valid = Folder::new()
        .with("catalogue.yaml", SETTINGS)
        .with("tags.yaml", "- {id: crm, label: Customers, description: Customer records.}\n")
        .with("agreements/2026-01.md", "## Terms\n\nBe fair.\n")
        .with("agreements/2025-01.md", "## Terms\n\nBe nice.\n")
        .with("apps/slack.yaml", "name: Slack\nwebsite: https://slack.com/\n")
        .with("publishers/acme.yaml", "name: Acme Works\naccounts: [{forge: github, id: 7}]\n")
        .with("listings/acme/listing.yaml", VALID);
    files.iter().fold(valid, |folder, (path, text)| folder.with(path, *text))
}

fn found(folder: &Folder, day: jiff::civil::Date) -> Health {
    let checked = pipeline::check(folder, &RunContext::new(day), &|_, _, _| {}).expect("a folder");
    health(&checked.raw, &checked.report, day)
}

/// Actor, subject and names of the tasks, in order.
fn told(health: &Health) -> Vec<String> {
    let group = |group: &pressmark::health::Group| {
        let names: Vec<_> = group.tasks.iter().map(|task| task.diagnostic.code.name).collect();
        format!("{} {} {}: {}", group.actor.word(), group.subject.kind(), group.subject.slug().unwrap_or("-"), names.join(" "))
    };
    health.groups.iter().map(group).collect()
}

fn on(year: i16, month: i8, day: i8) -> jiff::civil::Date {
    jiff::civil::date(year, month, day)
}

#[test]
fn each_task_goes_to_the_one_who_can_act_and_the_oldest_comes_first() {
    let old = VALID.replace("name: ", "name: Old ") + "lifecycle: {state: suspended, since: 2026-02-01, reason: security}\n";
    let child = VALID.replace("name: ", "name: Child ") + "parent: old\n";
    let folder = catalogue(&[
        ("listings/old/listing.yaml", &old),
        ("listings/child/listing.yaml", &child),
        ("publishers/acme.yaml", "name: Acme Works\n"),
        ("intents/late.yaml", "developer: {name: Late}\ncompany_profile: late\nconnector: Late Rows\nexpected_completion: 2026-03-01\n"),
    ]);
    let told = told(&found(&folder, on(2028, 1, 1)));
    for expected in [
        "publisher listing acme: listing-inactive",
        "publisher listing child: listing-inactive related-moved-on",
        "maintainer publisher acme: publisher-silent publisher-without-accounts",
        "maintainer listing old: suspension-open",
        "maintainer intent late: intent-overdue",
    ] {
        assert!(told.iter().any(|line| line == expected), "{expected}\n{told:#?}");
    }
    let place = |start: &str| told.iter().position(|line| line.starts_with(start)).expect("a group");
    assert!(place("maintainer listing old") < place("maintainer intent late"), "February before March: {told:#?}");
    assert!(told.iter().rposition(|line| line.starts_with("publisher ")) < told.iter().position(|line| line.starts_with("maintainer ")));
}

#[test]
fn support_that_does_not_answer_is_first_the_publisher_s_task_and_then_the_maintainers() {
    let record = "approved_by: plover\napproved_on: 2026-01-10\nunanswered: 2026-03-01\n";
    let gone = VALID.to_owned() + "lifecycle: {state: removed, since: 2026-03-05, reason: unmaintained}\n";
    let quick = SETTINGS.replace("policy: {", "policy: {unanswered: 5d, ");
    let told = |files: &[(&str, &str)], day| {
        let files: Vec<_> = [("listings/acme/review.yaml", record)].iter().chain(files).copied().collect();
        let told = told(&found(&catalogue(&files), day)).into_iter().filter(|line| line.contains("support-unanswered"));
        told.filter_map(|line| line.split(':').next().map(str::to_owned)).collect::<Vec<_>>()
    };
    assert_eq!(told(&[], on(2026, 3, 31)), ["publisher listing acme"]);
    assert_eq!(told(&[], on(2026, 4, 1)), ["maintainer listing acme"]);
    assert_eq!(told(&[("catalogue.yaml", &quick)], on(2026, 3, 7)), ["maintainer listing acme"]);
    assert!(told(&[("listings/acme/listing.yaml", &gone)], on(2026, 4, 1)).is_empty());
}

#[test]
fn a_rule_that_is_off_gives_no_task() {
    let day = on(2028, 1, 1);
    let quiet = format!("{SETTINGS}levels: {{listing-inactive: off}}\n");
    let told = |files: &[(&str, &str)]| told(&found(&catalogue(files), day)).join("\n");
    assert!(told(&[]).contains("listing-inactive"));
    let quiet = told(&[("catalogue.yaml", &quiet)]);
    assert!(!quiet.contains("listing-inactive") && !quiet.contains("publisher-silent"), "{quiet}");
}

#[test]
fn no_word_of_a_listing_becomes_anything_in_the_issue() {
    let intent = "developer: {name: x}\nconnector: \"@plover closes #1 <!-- x --> `@you` ![x](https://evil.example)\"\nexpected_completion: 2026-01-01\n";
    let found = found(&catalogue(&[("intents/x.yaml", intent)]), on(2026, 12, 1));
    let text = markdown(&found, None, on(2026, 12, 1));
    assert!(text.starts_with(&format!("{MARK}\n")), "{text}");
    let mut outside = String::new();
    for event in pulldown_cmark::Parser::new_ext(&text[MARK.len()..], pulldown_cmark::Options::all()) {
        match event {
            pulldown_cmark::Event::Text(words) => outside += &words,
            pulldown_cmark::Event::Html(_) | pulldown_cmark::Event::InlineHtml(_) => panic!("HTML in {text}"),
            pulldown_cmark::Event::Start(pulldown_cmark::Tag::Link { .. } | pulldown_cmark::Tag::Image { .. }) => {
                panic!("a link in {text}")
            }
            _ => {}
        }
    }
    assert!(text.contains("plover") && !outside.contains(['@', '#', '<']), "{outside}");
}

#[test]
fn the_issue_fits_into_a_forge_and_counts_what_does_not() {
    let listings: Vec<(String, String)> =
        (0..1_000).map(|n| (format!("listings/acme-{n}/listing.yaml"), VALID.replace("name: ", &format!("name: N{n} ")))).collect();
    let files: Vec<(&str, &str)> = listings.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let found = found(&catalogue(&files), on(2028, 1, 1));
    let text = markdown(&found, None, on(2028, 1, 1));
    assert!(text.chars().count() <= 65_536, "{}", text.chars().count());
    assert!(text.contains("that do not fit here"));
    let listed = text.lines().filter(|line| line.starts_with("  - ")).count();
    let left_out: usize = text.lines().last().and_then(|line| line.split(' ').nth(1)?.parse().ok()).expect("a number");
    assert_eq!(listed + left_out, found.n_tasks());
}

#[test]
fn only_dead_and_moved_links_are_tasks() {
    let listing = VALID.to_owned()
        + "website: https://gone.com/\ndocs_url: https://sold.com/\nprivacy_url: https://busy.com/\nterms_url: https://mine.com/\n";
    let publisher = "name: Acme Works\ndomains: [acme-works.com]\n";
    let folder = catalogue(&[("listings/acme/listing.yaml", &listing), ("publishers/acme.yaml", publisher)]);
    let checked = pipeline::check(&folder, &context(), &|_, _, _| {}).expect("a folder");
    let targets = targets(&checked.raw);
    let mut cache = LinkCache::default();
    for night in [0, 1] {
        let at = jiff::Timestamp::from_second(1_790_000_000 + night * 86_400).expect("a time");
        for (url, answer) in [
            ("https://gone.com/", Answer::Status(404)),
            ("https://busy.com/", Answer::Status(503)),
            ("https://sold.com/", Answer::Elsewhere("https://parking.net/".to_owned())),
            ("https://mine.com/", Answer::Elsewhere("https://www.acme-works.com/terms".to_owned())),
        ] {
            let record = LinkStatus::after(cache.links.get(url), answer, at);
            cache.links.insert(url.to_owned(), record);
        }
    }
    let (tasks, summary) = tasks(&targets, &cache, 4);
    let told: Vec<_> = tasks.iter().map(|task| format!("{} {}", task.actor.word(), task.diagnostic.message)).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told.iter().any(|line| line.starts_with("publisher `https://gone.com/` is dead")), "{told:?}");
    assert!(told.iter().any(|line| line.starts_with("maintainer `https://sold.com/` now redirects to `parking.net`")), "{told:?}");
    assert_eq!((summary.dead, summary.moved, summary.ok), (1, 1, 1), "{summary:?}");
}

#[test]
fn a_landing_page_without_the_name_is_a_note_to_the_publisher() {
    let install = "install: {mode: request, landing_url: 'https://land.com/#top', path_note: Ask us.}\nwebsite: https://land.com/\n";
    let name = VALID.lines().find_map(|line| line.strip_prefix("name: ")).expect("a name");
    let told = |install: &str, names: &[&str]| {
        let listing =
            VALID.lines().filter(|line| !line.starts_with("install")).map(|line| format!("{line}\n")).collect::<String>() + install;
        let checked =
            pipeline::check(&catalogue(&[("listings/acme/listing.yaml", &listing)]), &context(), &|_, _, _| {}).expect("a folder");
        let mut cache = LinkCache::default();
        let answer = Answer::Unnamed(names.iter().map(|name| (*name).to_owned()).collect());
        cache.links.insert("https://land.com/".to_owned(), LinkStatus::after(None, answer, jiff::Timestamp::UNIX_EPOCH));
        let (tasks, summary) = tasks(&targets(&checked.raw), &LinkCache::read(&cache.text()), 1);
        assert_eq!((summary.ok, summary.unknown), (1, summary.urls - 1));
        tasks
            .iter()
            .map(|task| format!("{} {} {}", task.actor.word(), task.diagnostic.level.word(), task.diagnostic.message))
            .collect::<Vec<_>>()
    };
    assert_eq!(told(install, &[name]), [format!("publisher info `https://land.com/` does not contain `{name}`")]);
    assert!(told(install, &["A former name"]).is_empty());
    assert!(told("website: https://land.com/\n", &[name]).is_empty(), "it is no landing page any more");
}

#[test]
fn the_memory_of_links_is_kept_and_a_damaged_one_is_reported() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    fs::create_dir_all(scratch.path().join("content/listings/acme")).expect("a folder");
    fs::write(scratch.path().join("content/catalogue.yaml"), SETTINGS).expect("a file");
    // Its URLs are reserved for examples, so that no one is asked.
    fs::write(scratch.path().join("content/listings/acme/listing.yaml"), VALID).expect("a file");
    let run = || pressmark(scratch.path(), &["health", "--links", "--no-cache", "--memory", "memory.json", "--today", "2026-03-01"]);
    let kept = || fs::read_to_string(scratch.path().join("memory.json")).expect("a file");
    assert_ne!(run().status.code(), Some(2), "{}", printed(&run()));
    let first = kept();
    assert!(first.contains("\"version\": 1") && first.contains("\"repositories\": {}"), "{first}");
    run();
    assert_eq!(kept(), first);
    fs::write(scratch.path().join("memory.json"), "lost").expect("a file");
    let said = run();
    assert!(said.status.code() == Some(2) && printed(&said).contains("`memory.json` is not a memory of links: "), "{}", printed(&said));
    assert_eq!(kept(), "lost", "nothing is overwritten");
}

/// Whether `document` is what `schema` describes.
fn assert_fits(schema: &str, document: &[u8]) -> Value {
    let schema: Value = serde_json::from_str(schema).expect("a schema");
    let document: Value = serde_json::from_slice(document).expect("JSON");
    assert_eq!(Judge::new(&schema).errors(&document), [""; 0]);
    document
}

#[test]
fn health_says_by_its_exit_code_whether_there_are_tasks() {
    let (scratch, _) = demo_copy();
    let output = pressmark(
        scratch.path(),
        &["health", "--completeness", "--today", "2026-12-01", "--format", "json", "--format", "markdown=issue.md"],
    );
    assert_eq!(output.status.code(), Some(1), "{}", printed(&output));
    let document = assert_fits(pressmark::health::HEALTH_SCHEMA, &output.stdout);
    let of_each = document["completeness"].as_array().expect("the completeness of each listing");
    assert!(of_each.len() > 40 && of_each.iter().any(|listing| listing["missing"][0]["help"][0].is_string()), "{of_each:?}");
    assert!(document["summary"]["tasks"].as_u64().is_some_and(|n| n > 0));
    assert!(fs::read_to_string(scratch.path().join("issue.md")).expect("a file").starts_with(MARK));
    let again = pressmark(scratch.path(), &["health", "--completeness", "--today", "2026-12-01", "--format", "json"]);
    assert_eq!(again.stdout, output.stdout, "the same day, the same bytes");
    assert_eq!(pressmark(scratch.path(), &["health", "--content", "nowhere"]).status.code(), Some(2));
}

const OPEN: &str = r#"[
  {"number": 7, "title": "Add <b>Slack</b> & Digest", "url": "https://git.example/pull/7", "author": {"login": "plover"}, "labels": [{"name": "new-listing"}],
   "createdAt": "2026-11-24T10:00:00Z", "updatedAt": "2026-11-25T10:00:00Z", "isDraft": false, "reviewDecision": "", "files": []},
  {"number": 8, "title": "A draft", "url": "javascript:alert(1)", "author": {"login": "linnet"}, "labels": [],
   "createdAt": "2026-11-27T10:00:00Z", "updatedAt": "2026-11-27T10:00:00Z", "isDraft": true, "reviewDecision": "", "files": []}
]"#;

fn with_queue(content: &Path, language: &str) {
    let file = content.join("catalogue.yaml");
    let text = fs::read_to_string(&file).expect("settings").replace("require_record: false", "require_record: false\n  queue: true");
    fs::write(&file, text.replace("language: en", &format!("language: {language}"))).expect("written");
}

#[test]
fn the_queue_is_a_page_of_the_site_that_the_footer_links() {
    let (scratch, content) = demo_copy();
    with_queue(&content, "de");
    fs::write(scratch.path().join("open.json"), OPEN).expect("written");
    let built = pressmark(scratch.path(), &["build", "--today", "2026-12-01", "--cache", "cache"]);
    assert_eq!(built.status.code(), Some(0), "{}", printed(&built));
    let read = |path: &str| fs::read_to_string(scratch.path().join("public").join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    assert!(read("index.html").contains("href=\"/queue/\""));
    assert!(read("queue/index.html").contains("noch keine Daten zur Warteschlange"));
    let output = pressmark(scratch.path(), &["queue", "--submissions", "open.json", "--today", "2026-12-01", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0), "{}", printed(&output));
    let document = assert_fits(pressmark::queue::QUEUE_SCHEMA, &output.stdout);
    assert_eq!(document["submissions"][0]["position"], 1);
    assert_eq!(document["submissions"][0]["age"], 5);
    assert_eq!(document["submissions"][0]["over_target"], true);
    assert_eq!(document["submissions"][1]["state"], "draft");
    let page = read("queue/index.html");
    assert!(
        page.contains("Add &lt;b&gt;Slack&lt;") && page.contains("5 Werktage, zugesagt 1") && page.contains("länger als zugesagt"),
        "{page}"
    );
    assert!(!page.contains("javascript:") && page.contains("href=\"/queue/feed.xml\""));
    let stylesheet =
        |page: &str| page.split("rel=\"stylesheet\" href=\"").nth(1).and_then(|rest| rest.split('"').next().map(str::to_owned));
    assert_eq!(stylesheet(&page), stylesheet(&read("index.html")), "the page looks like those around it");
    assert_eq!(read("queue/queue.json").as_bytes(), output.stdout);
    let feed = read("queue/feed.xml");
    assert!(feed.contains("<id>https://connectors.example/queue/#submission-7</id>") && feed.contains("2026-11-25T10:00:00Z"), "{feed}");
    let rebuilt = pressmark(scratch.path(), &["build", "--today", "2026-12-01", "--cache", "cache"]);
    assert_eq!(rebuilt.status.code(), Some(0), "a build takes its own site back: {}", printed(&rebuilt));
}

#[test]
fn a_list_that_is_none_is_an_error_that_names_its_file() {
    let (scratch, _) = demo_copy();
    fs::write(scratch.path().join("open.json"), "{\"message\": \"Not Found\"}").expect("written");
    let output = pressmark(scratch.path(), &["queue", "--submissions", "open.json"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(printed(&output).contains("`open.json`"), "{}", printed(&output));
}

#[test]
fn review_records_are_shown_with_who_approved_what() {
    let (scratch, content) = demo_copy();
    fs::write(
        content.join("listings/slack-messages/review.yaml"),
        "approved_by: plover\napproved_on: 2026-11-11\nareas: {security: pass}\nmeeting: {held_on: 2026-11-10, components: [{name: Signature check}]}\n",
    )
    .expect("written");
    let output = pressmark(scratch.path(), &["queue", "--records"]);
    let text = printed(&output);
    assert_eq!(output.status.code(), Some(0), "{text}");
    assert!(text.contains("slack-messages: approved by plover on 2026-11-11\n  areas: security pass\n  meeting on 2026-11-10\n"), "{text}");
    assert!(text.contains("component: Signature check, reviewed by no one"), "{text}");
}

#[test]
fn a_child_or_a_copy_lags_behind_only_where_something_says_so() {
    let versions = "versions:\n  - {version: 2.0.0, date: 2026-05-05}\n  - {version: 1.0.0, date: 2026-01-02}\n";
    let acme = |more: &str| VALID.replace("versions:\n  - {version: 1.0.0, date: 2026-01-02, notes: First release.}\n", versions) + more;
    let tasks = |more_of_acme: &str, more: &str| {
        let child = VALID.replace("name: ", "name: Child ") + more;
        let folder = catalogue(&[("listings/acme/listing.yaml", &acme(more_of_acme)), ("listings/child/listing.yaml", &child)]);
        let found = found(&folder, on(2026, 6, 1));
        let of_child = found.groups.iter().filter(|group| group.subject.slug() == Some("child")).flat_map(|group| &group.tasks);
        let of_relations = of_child.filter(|task| task.diagnostic.code.name != "listing-inactive");
        of_relations.map(|task| format!("{}: {}", task.diagnostic.code.name, task.diagnostic.message)).collect::<Vec<_>>()
    };
    let parent = "parent: acme\n";
    assert_eq!(
        tasks("", parent),
        ["parent-newer: the parent `acme` is at version 2.0.0 from 2026-05-05; the newest version of `child` is from 2026-01-02"]
    );
    assert_eq!(tasks("shared: 1.0.0\n", parent), Vec::<String>::new(), "visitors still receive the old one");
    let copy = "derived_from: {listing: acme, version: 1.0.0}\n";
    assert_eq!(tasks("", copy), ["original-newer: copied from version 1.0.0 of `acme`, which is now at 2.0.0"]);
    assert_eq!(tasks("shared: 1.0.0\n", copy), Vec::<String>::new());
    for silent in
        ["derived_from: {listing: acme}\n", "derived_from: {catalogue: 'https://other.example/', listing: acme, version: 1.0.0}\n"]
    {
        assert_eq!(tasks("", silent), Vec::<String>::new(), "nothing says so: {silent}");
    }
    let removed = "lifecycle: {state: removed, since: 2026-05-06, reason: security}\n";
    assert_eq!(tasks(removed, copy), ["related-moved-on: the original `acme` is removed"]);
}

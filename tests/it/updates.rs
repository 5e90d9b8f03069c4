//! `pressmark updates`: installed listings compared with a content folder, a built site and a published one, and every answer of a server that is none.

use std::fs;
use std::path::Path;
use std::process::Output;
use std::time::Instant;

use pressmark::contract::State;
use pressmark::pipeline;
use pressmark::site;
use pressmark::updates::{Finding, schema};
use serde_json::{Value, json};

use crate::judge::Judge;
use crate::repository::{README, Scenario, listing};
use crate::support::{context, demo, pressmark, printed};
use crate::web::{Answer, Server};

/// A catalogue in which something of each kind has happened.
fn catalogue() -> Scenario {
    let versions = |text: &str| format!("versions:\n{text}");
    let more = |name: &str, versions: &str, more: &str| {
        let old = "versions:\n  - {version: 1.0.0, date: 2026-01-02, notes: First release.}\n";
        listing(name, "wren", more).replace(old, versions)
    };
    let two = versions("  - {version: 2.0.0, date: 2026-03-02, notes: New.}\n  - {version: 1.0.0, date: 2026-01-02, notes: Old.}\n");
    let withdrawn = versions(
        "  - {version: 1.1.0, date: 2026-03-02, notes: New., yanked: {reason: Loses rows.}}\n  - {version: 1.0.0, date: 2026-01-02, notes: Old.}\n",
    );
    let files = [
        ("newer", more("Newer Rows", &two, "")),
        ("child", more("Child Rows", &two, "parent: newer\n")),
        ("broken", more("Broken Rows", &withdrawn, "")),
        ("gone", more("Gone Rows", &two, "lifecycle: {state: removed, since: 2026-03-03, reason: security, replaced_by: newer}\n")),
        ("now", more("Named Rows", &two, "former_slugs: [before]\n")),
        ("hidden", more("Hidden Rows", &two, "visibility: unlisted\n")),
    ];
    let scenario = Scenario::new();
    for (slug, text) in files {
        scenario.write(&format!("content/listings/{slug}/listing.yaml"), text);
        scenario.write(&format!("content/listings/{slug}/README.md"), README);
    }
    scenario
}

const LIST: &str = "# What we have.\nnewer 1.0.0\nchild 2.0.0\nbroken 1.1.0\ngone 2.0.0\nbefore 1.0.0 # called otherwise\nhidden 2.0.0\n\nacme-messages 1.0.0\n";

const FOUND: &str = "\
newer 1.0.0: update to `2.0.0`
broken 1.1.0: this version was withdrawn: install `1.0.0`
gone 2.0.0: removed from the catalogue on `2026-03-03` (`security`): use `newer` instead
before 1.0.0: is now called `now`; update to `2.0.0`
hidden 2.0.0: is not in the lists of this catalogue
child 2.0.0: its parent `newer` has a newer version: `2.0.0`
";

fn updates(folder: &Path, list: &str, args: &[&str]) -> Output {
    fs::write(folder.join("installed.txt"), list).expect("a file");
    pressmark(folder, &[&["updates", "--installed", "installed.txt"], args].concat())
}

/// The two documents of the catalogue in the folder `content`, as a build writes them.
fn documents(content: &Path) -> [(&'static str, String); 2] {
    let folder = pressmark::source::disk::Disk::new(content);
    let checked = pipeline::check(&folder, &context(), &|_, _, _| {}).expect("a folder");
    let catalogue = &checked.resolved.catalogue;
    let address = pipeline::address(&catalogue.settings, None);
    let json = |value: &dyn Fn() -> serde_json::Result<String>| value().expect("JSON");
    [
        ("updates.json", json(&|| serde_json::to_string(&site::updates(catalogue, &address)))),
        ("removed.json", json(&|| serde_json::to_string(&site::removed(catalogue, &address)))),
    ]
}

fn served(content: &Path) -> Server {
    let documents = documents(content);
    Server::new(move |path| {
        let found = documents.iter().find(|(name, _)| path == format!("/cat/api/v1/{name}"));
        found.map_or_else(|| Answer::status(404), |(_, text)| Answer::new(text.clone()))
    })
}

#[test]
fn a_content_folder_a_built_site_and_a_published_one_say_the_same() {
    let scenario = catalogue();
    let content = scenario.file("content");
    let compared = updates(scenario.path(), LIST, &["--today", "2026-12-01"]);
    assert_eq!(String::from_utf8_lossy(&compared.stdout), FOUND, "{}", printed(&compared));
    assert_eq!(compared.status.code(), Some(1));
    assert!(
        printed(&compared).ends_with("compared 7 installed listings with https://catalogue.example/: 5 to act on, 1 note\n"),
        "{}",
        printed(&compared)
    );

    let built = scenario.file("public");
    fs::create_dir_all(built.join("api/v1")).expect("a folder");
    for (name, text) in documents(&content) {
        fs::write(built.join("api/v1").join(name), text).expect("a file");
    }
    for from in ["public", "public/api/v1"] {
        assert_eq!(String::from_utf8_lossy(&updates(scenario.path(), LIST, &["--from", from]).stdout), FOUND);
    }

    let server = served(&content);
    for address in ["cat", "cat/", "cat/api/v1", "cat/api/v1/?x=1#y"] {
        let n_before = server.asked().len();
        let compared = updates(scenario.path(), LIST, &["--from", &format!("{}{address}", server.url)]);
        assert_eq!(String::from_utf8_lossy(&compared.stdout), FOUND, "{address}: {}", printed(&compared));
        assert_eq!(server.asked()[n_before..], ["/cat/api/v1/updates.json", "/cat/api/v1/removed.json"], "two requests");
    }
}

#[test]
fn the_exit_code_says_whether_anyone_has_to_act() {
    let scenario = catalogue();
    let compared = updates(scenario.path(), "newer 2.0.0\nnewer 3.0.0\n", &[]);
    assert_eq!(compared.status.code(), Some(0), "{}", printed(&compared));
    assert!(printed(&compared).contains("newer 3.0.0: is newer than what the catalogue has: `2.0.0`\n"), "{}", printed(&compared));
    let compared = updates(scenario.path(), "", &[]);
    assert_eq!(compared.status.code(), Some(0), "{}", printed(&compared));
    let wrong = updates(scenario.path(), "newer\nnewer 1.0.0\nNewer 1\n", &[]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(
        printed(&wrong).contains("`installed.txt`: 2 entries cannot be read:\n  line 1: ") && printed(&wrong).contains("\n  line 3: "),
        "{}",
        printed(&wrong)
    );
}

#[test]
fn the_schema_accepts_every_kind_of_finding_and_no_other() {
    let text = || "1".to_owned();
    let gone = |since: Option<String>| Finding::Gone { state: State::Removed, reason: since.clone(), replaced_by: since.clone(), since };
    let findings = [
        Finding::Update { to: text() },
        Finding::Withdrawn { now: None },
        Finding::Withdrawn { now: Some(text()) },
        gone(None),
        gone(Some(text())),
        Finding::Moved { to: text() },
        Finding::Suspended,
        Finding::Unknown,
        Finding::Deprecated,
        Finding::ParentUpdate { parent: text(), to: text() },
        Finding::Newer { shared: text() },
        Finding::Unclear { shared: text() },
        Finding::OtherCatalogue,
    ];
    let report = |finding: &Value| {
        let row = json!({"slug": "a", "version": "1", "needs_action": true, "findings": [finding]});
        json!({"schema": 1, "catalogue": "https://catalogue.example/", "needs_action": true, "installed": [row]})
    };
    let schema = Judge::new(&serde_json::from_str(&schema()).expect("JSON"));
    for finding in &findings {
        let finding = serde_json::to_value(finding).expect("JSON");
        assert_eq!(schema.errors(&report(&finding)), [""; 0], "{finding}");
    }
    for wrong in [json!({"kind": "update"}), json!({"kind": "lost"})] {
        assert!(!schema.is_valid(&report(&wrong)), "{wrong}");
    }
}

#[test]
fn json_has_every_installed_listing_and_markdown_shows_text_as_text() {
    let scenario = catalogue();
    let list = r#"[{"slug": "newer", "version": "1.0.0"}, {"slug": "newer", "version": "2.0.0"}, {"slug": "gone", "version": "@all <b>", "catalogue": "https://catalogue.example"}]"#;
    let compared = updates(scenario.path(), list, &["--format", "json"]);
    let json: Value = serde_json::from_slice(&compared.stdout).expect("JSON");
    assert_eq!(
        (&json["schema"], &json["catalogue"], &json["needs_action"]),
        (&1.into(), &"https://catalogue.example/".into(), &true.into())
    );
    let rows: Vec<String> = json["installed"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|row| format!("{} {} {}", row["slug"], row["needs_action"], row["findings"]))
        .collect();
    assert_eq!(
        rows,
        [
            r#""newer" true [{"kind":"update","to":"2.0.0"}]"#,
            r#""newer" false []"#,
            r#""gone" true [{"kind":"gone","reason":"security","replaced_by":"newer","since":"2026-03-03","state":"removed"}]"#
        ]
    );
    let markdown = printed(&updates(scenario.path(), list, &["--format", "markdown"]));
    assert!(markdown.contains("\n## Needs action\n\n- `newer` `1.0.0`: update to `2.0.0`\n"), "{markdown}");
    assert!(markdown.contains("`@all <b>`") && markdown.contains("\n1 listing up to date\n"), "{markdown}");
}

#[test]
fn an_answer_that_is_not_a_catalogue_is_one_clear_error() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let good = r#"{"schema": 1, "catalogue": "https://c.example/", "listings": {}}"#;
    let cases: [(&str, Answer, &str); 10] = [
        ("missing", Answer::status(404), "does not exist (404); is `"),
        ("failing", Answer::status(503), "was answered with status 503"),
        ("page", Answer::new("\n<!doctype html>"), "is a web page, not JSON"),
        ("text", Answer::new("hello"), "is not a document of a catalogue: expected value at line 1"),
        ("other", Answer::new(r#"{"listings": []}"#), "is not a document of a catalogue: missing field `schema`"),
        (
            "later",
            Answer::new(r#"{"schema": 2, "listings": []}"#),
            "has version 2 of the contract, but this program reads version 1: update pressmark",
        ),
        ("endless", Answer::endless(&" ".repeat(1 << 20)), "is larger than 67108864 bytes"),
        ("moved", Answer::redirect("https://evil.example/x"), "redirects to `https://evil.example/x`, which is another host"),
        ("circle", Answer::redirect("updates.json"), "redirects more than 4 times"),
        ("short", Answer { headers: vec!["content-length: 900".to_owned()], ..Answer::new("{") }, "cannot be reached: "),
    ];
    let answers = cases.clone();
    let server = Server::new(move |path| {
        let found = answers.iter().find(|(name, ..)| path == format!("/{name}/api/v1/updates.json"));
        found.map_or_else(|| Answer::status(404), |(_, answer, _)| answer.clone())
    });
    for (name, _, said) in cases {
        let failed = updates(scratch.path(), "acme 1.0\n", &["--from", &format!("{}{name}/", server.url)]);
        let text = printed(&failed);
        assert_eq!(failed.status.code(), Some(2), "{name}: {text}");
        assert!(text.starts_with("error: `http://127.0.0.1:") && text.contains(said) && text.lines().count() == 1, "{name}: {text}");
    }
    // A redirect to another place of the same host is followed.
    let server = Server::new(move |path| match path {
        "/a/api/v1/updates.json" | "/a/api/v1/removed.json" => Answer::redirect("/b/x.json"),
        _ => Answer::new(good),
    });
    let compared = updates(scratch.path(), "", &["--from", &format!("{}a", server.url)]);
    assert_eq!(compared.status.code(), Some(0), "{}", printed(&compared));
    for (from, said) in [
        ("http://c.example/", "write `https`; `http` is only for this machine"),
        ("ftp://c.example/", "is not requested: only `https` URLs are"),
        ("https://me:secret@c.example/", "it contains a user name"),
        ("https://", "is not a URL"),
        ("nowhere", "is `nowhere` the folder of a built site?"),
        ("http://127.0.0.1:1/", "nothing answers there"),
    ] {
        let failed = updates(scratch.path(), "acme 1.0\n", &["--from", from]);
        assert_eq!(failed.status.code(), Some(2), "{from}: {}", printed(&failed));
        assert!(printed(&failed).contains(said), "{from}: {}", printed(&failed));
        assert!(!printed(&failed).contains("secret"), "{from}: {}", printed(&failed));
    }
}

#[test]
fn two_hundred_installed_listings_take_two_requests_and_no_time() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let server = served(&crate::support::root().join("content"));
    let checked = pipeline::check(&demo(), &context(), &|_, _, _| {}).expect("a folder");
    let slugs: Vec<_> = checked.resolved.catalogue.listings.keys().cycle().take(200).map(|slug| format!("{slug} 0.1.0\n")).collect();
    let start = Instant::now();
    let compared = updates(scratch.path(), &slugs.concat(), &["--from", &format!("{}cat/", server.url)]);
    let took = start.elapsed();
    assert_eq!(compared.status.code(), Some(1), "{}", printed(&compared));
    assert_eq!(server.asked().len(), 2);
    assert!(took.as_millis() < 3000, "{took:?}: unoptimised, on a busy machine");
}

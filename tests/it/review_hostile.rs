//! `review` of what someone built to mislead it, and of repositories that are not as they should be.

use std::process::Command;

use pressmark::diagnostic::Syntax;
use pressmark::review::{Outcome, Verdict};

use crate::repository::{ACME, README, STRANGER, Scenario, listing, rules};
use crate::support::{VALID, pressmark, printed, program};

const ACME_LISTING: &str = "content/listings/acme-messages/listing.yaml";

/// Puts an entry into the tree that no working copy could contain, and commits it.
fn entry(scenario: &Scenario, mode: &str, object: &str, path: &str) {
    scenario.git(&["update-index", "--add", "--cacheinfo", &format!("{mode},{object},{path}")]);
    scenario.git(&["commit", "-q", "-m", "An entry"]);
}

fn blob(scenario: &Scenario, text: &str) -> String {
    scenario.write("scratch.txt", text);
    let object = scenario.git(&["hash-object", "-w", "scratch.txt"]);
    scenario.remove("scratch.txt");
    object
}

fn blames(outcome: &Outcome, rule: &str) {
    assert_eq!(outcome.verdict, Verdict::Changes, "{outcome:#?}");
    assert!(rules(outcome).contains(&rule), "{rule}: {outcome:#?}");
}

#[test]
fn a_symbolic_link_is_never_followed() {
    let scenario = Scenario::new();
    let target = blob(&scenario, "../../../../etc/passwd");
    entry(&scenario, "120000", &target, "content/listings/acme-messages/notes.md");
    blames(&scenario.reviewed(Some(ACME), &[]), "symbolic-link");
}

#[test]
fn a_listing_that_is_a_symbolic_link_to_another_one_is_no_listing() {
    let scenario = Scenario::new();
    let target = blob(&scenario, "../wren-rows/listing.yaml");
    entry(&scenario, "120000", &target, "content/listings/acme-copy/listing.yaml");
    blames(&scenario.reviewed(Some(ACME), &[]), "symbolic-link");
}

#[test]
fn a_submodule_is_reported_and_not_entered() {
    let scenario = Scenario::new();
    let commit = scenario.git(&["rev-parse", "main"]);
    entry(&scenario, "160000", &commit, "content/listings/acme-messages/vendored");
    blames(&scenario.reviewed(Some(ACME), &[]), "file-unreadable");
}

#[test]
fn a_hidden_file_in_a_listing_is_reported() {
    let scenario = Scenario::new();
    scenario.write("content/listings/acme-messages/.env", "A=1\n").commit("A hidden file");
    let outcome = scenario.reviewed(Some(ACME), &[]);
    assert!(rules(&outcome).contains(&"hidden-file"), "{outcome:#?}");
}

#[test]
fn a_file_of_a_hundred_megabytes_is_reported_by_its_size_and_not_read() {
    let scenario = Scenario::new();
    scenario.write("content/listings/acme-messages/README.md", vec![b'a'; 100 << 20]).commit("A large file");
    blames(&scenario.reviewed(Some(ACME), &[]), "file-too-large");
}

#[test]
fn names_with_line_feeds_and_control_characters_stay_one_name() {
    let scenario = Scenario::new();
    let object = blob(&scenario, "Nothing.\n");
    entry(&scenario, "100644", &object, "content/listings/acme-messages/a\nlistings\u{1b}[31m/b.md");
    let outcome = scenario.reviewed(Some(ACME), &[]);
    assert_eq!(
        (outcome.listings.len(), outcome.verdict, rules(&outcome)),
        (1, Verdict::Review, vec!["file-name-not-portable"]),
        "{outcome:#?}"
    );
    let comment = scenario.comment(ACME);
    assert!(!comment.contains('\u{1b}') && comment.contains("\\u{a}"), "{comment}");
}

#[test]
fn a_folder_with_a_name_that_is_no_slug_is_reported() {
    let scenario = Scenario::new();
    scenario.write("content/listings/Acme Digest/listing.yaml", listing("Digest of Orders", "acme", ""));
    scenario.write("content/listings/Acme Digest/README.md", README);
    blames(&scenario.review(ACME), "slug-malformed");
}

#[test]
fn a_rename_in_capitals_alone_is_reported() {
    let scenario = Scenario::new();
    let object = scenario.git(&["rev-parse", "HEAD:content/listings/acme-messages/listing.yaml"]);
    entry(&scenario, "100644", &object, "content/listings/Acme-Messages/listing.yaml");
    blames(&scenario.reviewed(Some(ACME), &[]), "path-case-collision");
}

#[test]
fn yaml_that_expands_a_billion_times_is_refused_quickly() {
    let mut bomb = "a0: &a0 [x, x]\n".to_owned();
    for n in 1..40 {
        bomb += &format!("a{n}: &a{n} [*a{}, *a{}]\n", n - 1, n - 1);
    }
    let outcome = Scenario::new().write(ACME_LISTING, format!("{VALID}{bomb}")).review(ACME);
    assert_eq!(outcome.verdict, Verdict::Changes);
}

#[test]
fn a_listing_that_cannot_be_read_any_more_is_no_routine_edit() {
    let outcome = Scenario::new().write(ACME_LISTING, "- no\n- listing\n").review(ACME);
    assert_eq!(outcome.verdict, Verdict::Changes, "{outcome:#?}");
}

#[test]
fn an_unreadable_publisher_file_has_no_owners() {
    let scenario = Scenario::new();
    scenario.write("content/publishers/acme.yaml", "accounts: [{forge: github, id: 990000555}\n: : :").commit("Broken");
    assert_ne!(scenario.reviewed(Some(STRANGER), &[]).verdict, Verdict::Approve);
}

#[test]
fn hundreds_of_listings_at_once_are_one_finding_more_and_a_bounded_comment() {
    let scenario = Scenario::new();
    for n in 0..400 {
        scenario.write(&format!("content/listings/flood-{n}/listing.yaml"), "name: [\n");
    }
    let outcome = scenario.review(STRANGER);
    assert!(rules(&outcome).contains(&"too-many-listings"));
    let comment = scenario.comment(STRANGER);
    assert!(comment.len() < 65_536, "{}", comment.len());
}

#[test]
fn of_ten_thousand_findings_in_one_file_few_are_shown_and_all_are_counted() {
    let readme: String = std::iter::once("# Acme\n\n".to_owned()).chain((0..10_000).map(|n| format!("![](nothing-{n}.png)\n\n"))).collect();
    let scenario = Scenario::new();
    let outcome = scenario.write("content/listings/acme-messages/README.md", readme).review(ACME);
    let of_pictures: Vec<_> = outcome.listings[0].findings.iter().filter(|found| found.rule == "dead-relative-link").collect();
    assert_eq!(
        (of_pictures.len(), of_pictures[0].line, of_pictures[19].line),
        (21, Some(3), Some(41)),
        "twenty, and how many more there are"
    );
    assert!(of_pictures[20].message.contains("9980"), "{}", of_pictures[20].message);
    // Words that were decoded wrongly have a fix each: in one long line, and in a line each.
    let garbled = "content/listings/acme-messages/README.md";
    scenario.write(garbled, format!("# Acme\n\n{}\n", "Ã©tÃ© ".repeat(20_000))).commit("One line");
    assert_eq!(scenario.offers(ACME, Syntax::GitHub), []);
    scenario.write(garbled, format!("# Acme\n\n{}", "Ã©tÃ©\n".repeat(20_000))).commit("Many lines");
    assert_eq!(scenario.offers(ACME, Syntax::GitHub).len(), 20);
}

#[test]
fn a_flood_of_words_is_a_comment_that_a_forge_takes() {
    let scenario = Scenario::new();
    let long = "請求|".repeat(100);
    let versions: String = (2..200).map(|n| format!("  - {{version: {n}.0.0, notes: '{long}'}}\n")).collect();
    let words = VALID.replace("versions:\n", &format!("versions:\n{versions}")).replace("Posts a line", &long);
    scenario.write(ACME_LISTING, format!("{words}keywords: ['{long}', '{long}', '{long}']\n")).commit("Words");
    let comment = scenario.comment(ACME);
    assert!((20_000..65_000).contains(&comment.len()), "{}", comment.len());
    assert!(comment.contains(" more\n"), "{comment}");
}

// --- Words of a submission in the comment ---

/// The comment about a listing that says `text` wherever it can.
fn comment_on(text: &str) -> String {
    let scenario = Scenario::new();
    let quoted = serde_json::to_string(text).expect("a string of JSON is one of YAML");
    let words = VALID.replace("Acme Messages", "Acme Digest");
    let words = words.replace("summary: Posts a line for every new order.", &format!("summary: {quoted}"));
    let words = words.replace("tags: [crm]", &format!("tags: [crm, {quoted}]\nkeywords: [{quoted}]\n{quoted}: {quoted}"));
    scenario.write(ACME_LISTING, words);
    scenario.write("content/listings/acme-messages/README.md", format!("{README}\n[{text}](https://evil.example)\n"));
    scenario.commit("Words");
    scenario.comment(ACME)
}

/// What a forge makes of a comment: its text outside of code, its links and whether it contains HTML that is not ours.
fn rendered(comment: &str) -> (String, Vec<String>, Vec<String>) {
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
    let (mut words, mut links, mut html, mut in_code) = (String::new(), Vec::new(), Vec::new(), false);
    for event in Parser::new_ext(comment, Options::all()) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(text) if !in_code => words += &text,
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => links.push(dest_url.to_string()),
            Event::Html(text) | Event::InlineHtml(text) => html.push(text.trim().to_owned()),
            _ => {}
        }
    }
    (words, links, html)
}

#[test]
fn no_word_of_a_submission_leaves_its_place_in_the_comment() {
    for text in [
        "@library/admins merge this",
        "fixes #1, closes GH-2",
        "| a | b |\n| --- | --- |",
        "```\n### ✅ Ready to merge\n```",
        "````suggestion\nx\n````",
        "<!-- pressmark-review -->",
        "</details><h1>Approved</h1>",
        "<img src=x onerror=alert(1)>",
        "![x](https://evil.example/p.png)",
        "[click](https://evil.example)",
        "https://evil.example/?q=1",
        "\n\n### ✅ Ready to merge\n\n",
        "- [x] Approved",
        "\u{202e}reversed",
        "${{ secrets.TOKEN }}",
        "$(touch /tmp/pwned) `touch /tmp/pwned`",
        "::set-output name=verdict::approve",
        "%0A::error::x",
    ] {
        let comment = comment_on(text);
        let (words, links, html) = rendered(&comment);
        for forbidden in ["@library/admins", "#1", "GH-2", "evil.example", "Ready to merge", "\u{202e}", "Approved"] {
            assert!(!words.contains(forbidden), "{text}: {forbidden} in\n{comment}");
        }
        assert!(links.iter().all(|link| !link.contains("evil")), "{text}: {links:?}");
        let ours = [
            "<!-- pressmark-review -->",
            "<!-- pressmark-verdict: changes -->",
            "<!-- pressmark-verdict: review -->",
            "<details>",
            "</details>",
            "<summary>",
            "</summary>",
            "<sub>",
            "</sub>",
        ];
        for tag in &html {
            let rest = ours.iter().fold(tag.clone(), |rest, own| rest.replace(own, ""));
            assert!(!rest.contains('<'), "{text}: {tag} in\n{comment}");
        }
        assert_eq!(html.iter().filter(|tag| tag.contains("pressmark-review")).count(), 1, "{text}");
        assert!(comment.len() < 65_536);
    }
}

#[test]
fn a_key_that_was_committed_is_found_and_not_repeated() {
    let key = "AKIAQK4NZ7WXR2LMPT5V";
    let scenario = Scenario::new();
    scenario.write(ACME_LISTING, format!("{VALID}website: https://acme.example/?key={key}\n")).commit("A key");
    let outcome = scenario.reviewed(Some(ACME), &[]);
    blames(&outcome, "secret-in-text");
    assert!(!format!("{outcome:?}").contains(key), "{outcome:#?}");
    let output = pressmark(
        scenario.path(),
        &["review", "--base", "main", "--format", "markdown", "--format", "json=o.json", "--format", "human=o.txt"],
    );
    let written = ["o.json", "o.txt"].map(|name| std::fs::read_to_string(scenario.file(name)).expect("a report"));
    for text in [printed(&output), written.join("")] {
        assert!(!text.contains(key), "{text}");
    }
}

#[test]
fn nothing_of_a_submission_is_run() {
    let scenario = Scenario::new();
    let marker = scenario.file("pwned");
    let run = format!("touch {}", marker.display());
    scenario.write(".gitattributes", "*.yaml diff=evil merge=evil filter=evil\n");
    scenario.write(".git/hooks/post-checkout", format!("#!/bin/sh\n{run}\n"));
    for key in ["diff.evil.textconv", "diff.evil.command", "filter.evil.smudge", "core.fsmonitor"] {
        scenario.git(&["config", key, &run]);
    }
    scenario.edit(ACME_LISTING, "every new", "each new");
    // The test's own commit goes by plumbing, which runs none of it.
    for (path, file) in [(ACME_LISTING, ACME_LISTING), (".gitattributes", ".gitattributes")] {
        let object = scenario.git(&["-c", "core.fsmonitor=false", "hash-object", "-w", "--no-filters", file]);
        scenario.git(&["-c", "core.fsmonitor=false", "update-index", "--add", "--cacheinfo", &format!("100644,{object},{path}")]);
    }
    let tree = scenario.git(&["-c", "core.fsmonitor=false", "write-tree"]);
    let commit = scenario.git(&["commit-tree", &tree, "-p", "main", "-m", "Hostile"]);
    scenario.git(&["update-ref", "refs/heads/proposal", &commit]);
    let _ = std::fs::remove_file(&marker);
    let output = pressmark(scenario.path(), &["review", "--base", "main", "--head", "proposal"]);
    assert!(!marker.exists(), "{}", printed(&output));
    assert!(printed(&output).contains("verdict"), "{}", printed(&output));
}

// --- The command and its surroundings ---

#[test]
fn the_command_says_what_becomes_of_a_change() {
    let scenario = Scenario::new();
    scenario.edit(ACME_LISTING, "every new", "each new").commit("A proposal");
    let args = ["review", "--base", "main", "--head", "proposal", "--today", "2026-12-01", "--author-id", ACME, "--forge", "github"];
    let output = pressmark(scenario.path(), &args);
    assert_eq!(output.status.code(), Some(0), "{}", printed(&output));
    assert!(printed(&output).contains("verdict  approve"), "{}", printed(&output));
    scenario.edit(ACME_LISTING, "app: Slack", "app: slack").commit("A mistake");
    let output = pressmark(scenario.path(), &args);
    assert_eq!(output.status.code(), Some(1), "{}", printed(&output));
    assert!(printed(&output).contains("verdict  changes"), "{}", printed(&output));
}

#[test]
fn the_same_review_is_the_same_to_the_byte() {
    let scenario = Scenario::new();
    scenario.edit(ACME_LISTING, "app: Slack", "app: slack").commit("A mistake");
    let told = || printed(&pressmark(scenario.path(), &["review", "--base", "main", "--format", "markdown", "--today", "2026-12-01"]));
    let without_time = |text: String| text.lines().filter(|line| !line.starts_with("reviewed ")).collect::<Vec<_>>().join("\n");
    assert_eq!(without_time(told()), without_time(told()));
}

#[test]
fn json_is_what_the_library_reads_again() {
    let scenario = Scenario::new();
    scenario.edit(ACME_LISTING, "app: Slack", "app: slack").commit("A mistake");
    let output = pressmark(scenario.path(), &["review", "--base", "main", "--format", "json", "--today", "2026-12-01"]);
    let outcome: Outcome = serde_json::from_slice(&output.stdout).expect("an outcome");
    assert_eq!(outcome, scenario.reviewed(None, &[]));
    let schema: serde_json::Value = serde_json::from_str(pressmark::review::OUTCOME_SCHEMA).expect("a schema");
    let value: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let known =
        |value: &serde_json::Value| value.as_object().expect("an object").keys().cloned().collect::<std::collections::BTreeSet<_>>();
    assert!(known(&value).is_subset(&known(&schema["properties"])), "{value}");
}

#[test]
fn a_shallow_clone_is_deepened_and_says_so() {
    let scenario = Scenario::new();
    for n in 0..3 {
        scenario.edit(ACME_LISTING, "Posts a line", &format!("Posts a line {n}")).commit("A step");
    }
    let clone = tempfile::tempdir().expect("a scratch folder");
    let from = format!("file://{}", scenario.path().display());
    let git = |args: &[&str]| {
        let done =
            Command::new("git").args(["-c", "protocol.file.allow=always"]).args(args).current_dir(clone.path()).output().expect("git runs");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    };
    git(&["clone", "-q", "--depth", "1", "--no-single-branch", "--branch", "proposal", &from, "."]);
    let output = pressmark(clone.path(), &["review", "--base", "origin/main", "--head", "HEAD"]);
    assert!(printed(&output).contains("the clone is too shallow"), "{}", printed(&output));
    assert!(printed(&output).contains("verdict"), "{}", printed(&output));
}

#[test]
fn what_cannot_be_reviewed_says_what_to_do() {
    let scenario = Scenario::new();
    for (args, words) in [
        (&["review", "--base", "nowhere"][..], "fetch it first"),
        (&["review", "--base=--upload-pack=touch x"], "fetch it first"),
        (&["review", "--base", "main", "--content", "../elsewhere"], "below the root of the repository"),
    ] {
        let output = pressmark(scenario.path(), args);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {}", printed(&output));
        assert!(printed(&output).contains(words), "{args:?}: {}", printed(&output));
    }
    let elsewhere = tempfile::tempdir().expect("a scratch folder");
    let output = pressmark(elsewhere.path(), &["review", "--base", "main"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(printed(&output).contains("is not in a git repository"), "{}", printed(&output));
}

#[test]
fn in_github_actions_revisions_and_author_come_from_the_event() {
    let scenario = Scenario::new();
    scenario.edit(ACME_LISTING, "every new", "each new").commit("A proposal");
    let (base, head) = (scenario.git(&["rev-parse", "main"]), scenario.git(&["rev-parse", "proposal"]));
    let event = serde_json::json!({"pull_request": {"base": {"sha": base}, "head": {"sha": head}, "user": {"id": 990_000_101, "login": "acme-works"}, "created_at": "2026-11-30T10:00:00Z"}});
    scenario.write("event.json", event.to_string());
    let output = Command::new(program())
        .args(["review", "--today", "2026-12-01"])
        .current_dir(scenario.path())
        .env("GITHUB_ACTIONS", "true")
        .env_remove("FORGEJO_ACTIONS")
        .env_remove("GITEA_ACTIONS")
        .env_remove("GITLAB_CI")
        .env("GITHUB_EVENT_PATH", scenario.file("event.json"))
        .output()
        .expect("the program starts");
    assert!(printed(&output).contains("verdict  approve"), "{}", printed(&output));
}

//! `pressmark release`: a version is written as a person would, nothing else changes, and the recipes propose it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use pressmark::forge::Forge;
use pressmark::review::{Class, Verdict};
use serde_json::json;

use crate::forge::{entries, get, items, parsed, text};
use crate::repository::{ACME, Scenario};
use crate::support::{pressmark, printed, program, root};

const LISTING: &str = "content/listings/acme-messages/listing.yaml";

fn release(folder: &Path, args: &[&str]) -> Output {
    pressmark(folder, &[&["release", "--today", "2026-12-01"], args].concat())
}

fn read(scenario: &Scenario) -> String {
    fs::read_to_string(scenario.file(LISTING)).expect("a listing")
}

#[test]
fn a_release_is_a_routine_change_of_its_owner() {
    let scenario = Scenario::new();
    let before = read(&scenario);
    let changes = ["--changes", "added:Threads, at last", "--changes", "fixed:Long lines"];
    let done =
        release(scenario.path(), &[&["acme-messages", "1.1.0", "--notes", "Adds threads.\n\n- Faster: twice."], &changes[..]].concat());
    let said = printed(&done);
    assert_eq!(done.status.code(), Some(0), "{said}");
    assert!(said.contains("git switch -c release-acme-messages-1.1.0 && git add content/listings/acme-messages/listing.yaml"), "{said}");
    assert!(said.contains("https://git.example/library/catalogue/compare/main...release-acme-messages-1.1.0"), "{said}");
    assert!(!said.contains("still receive"), "{said}");
    let entry = "  - {version: 1.1.0, date: 2026-12-01, notes: \"Adds threads.\\n\\n- Faster: twice.\", changes: [{kind: added, text: \"Threads, at last\"}, {kind: fixed, text: Long lines}]}\n";
    assert_eq!(read(&scenario), before.replace("versions:\n", &format!("versions:\n{entry}")));
    let outcome = scenario.review(ACME);
    assert_eq!(outcome.verdict, Verdict::Approve, "{outcome:#?}");
    assert_eq!(outcome.listings[0].class, Class::VersionUpdate, "{outcome:#?}");
}

#[test]
fn a_version_that_visitors_do_not_receive_says_so_and_shared_changes_it() {
    let scenario = Scenario::new();
    scenario.edit(LISTING, "agreement:", "shared: 1.0.0 # for now\nagreement:").commit("Pinned");
    let done = release(scenario.path(), &["acme-messages", "1.1.0", "--notes", "Faster."]);
    assert!(printed(&done).contains("Visitors still receive `1.0.0`; --shared changes that."), "{}", printed(&done));
    let done = release(scenario.path(), &["acme-messages", "1.2.0", "--notes", "Faster.", "--shared", "--released"]);
    assert!(!printed(&done).contains("still receive"), "{}", printed(&done));
    assert!(read(&scenario).contains("\nshared: 1.2.0 # for now\n"), "{}", read(&scenario));
    assert_eq!(scenario.review(ACME).verdict, Verdict::Approve);
}

#[test]
fn a_release_with_an_error_writes_nothing() {
    let scenario = Scenario::new();
    let before = read(&scenario);
    for (args, said) in [
        (&["1.0.0", "--notes", "Again."][..], "already has version `1.0.0`"),
        (&["1.1.0"][..], "version-without-notes"),
        (&["0.9.0", "--notes", "Lower."][..], "version-not-increasing"),
        (&["1.1.0", "--notes", "So\u{202e}on."][..], "bidi-control"),
    ] {
        let done = release(scenario.path(), &[&["acme-messages"], args].concat());
        assert_eq!(done.status.code(), Some(1), "{args:?}: {}", printed(&done));
        assert!(printed(&done).contains(said) && printed(&done).contains("nothing was written"), "{}", printed(&done));
        assert_eq!(read(&scenario), before, "{args:?}");
    }
    let unknown = release(scenario.path(), &["acme-mesages", "1.1.0", "--notes", "Typo."]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(printed(&unknown).contains("did you mean `acme-messages`?"), "{}", printed(&unknown));
    scenario.edit(LISTING, "agreement:", "lifecycle: {state: removed, since: 2026-11-01, reason: policy}\nagreement:");
    let gone = release(scenario.path(), &["acme-messages", "1.1.0", "--notes", "Back."]);
    assert_eq!(gone.status.code(), Some(1), "{}", printed(&gone));
    assert!(printed(&gone).contains("has left the catalogue"), "{}", printed(&gone));
}

#[test]
fn problems_that_were_there_before_do_not_stop_a_release() {
    let scenario = Scenario::new();
    scenario.edit(LISTING, "name: Acme", "naem: x\nname: Acme").edit(LISTING, "tags: [crm]", "tags: [crm, nosuch]");
    let done = release(scenario.path(), &["acme-messages", "1.1.0", "--notes", "Faster."]);
    assert_eq!(done.status.code(), Some(0), "{}", printed(&done));
    assert!(!printed(&done).contains("unknown"), "{}", printed(&done));
    assert!(read(&scenario).contains("version: 1.1.0"), "{}", read(&scenario));
}

#[test]
fn a_diff_shows_the_change_and_writes_nothing() {
    let scenario = Scenario::new();
    scenario.write(LISTING, format!("\u{feff}{}", read(&scenario)));
    let before = read(&scenario);
    for flag in ["--diff", "--dry-run"] {
        let done = release(scenario.path(), &["content/listings/acme-messages", "1.1.0", "--notes", "Faster.", flag]);
        assert_eq!(done.status.code(), Some(0), "{}", printed(&done));
        let diff = String::from_utf8_lossy(&done.stdout);
        assert!(diff.starts_with("--- content/listings/acme-messages/listing.yaml\n"), "{diff}");
        assert!(diff.contains("\n+  - {version: 1.1.0, date: 2026-12-01, notes: Faster.}\n"), "{diff}");
        assert_eq!(diff.lines().filter(|line| line.starts_with(['+', '-'])).count(), 3, "{diff}");
        assert_eq!(read(&scenario), before);
    }
    release(scenario.path(), &["acme-messages", "1.1.0", "--notes", "Faster."]);
    assert!(read(&scenario).starts_with('\u{feff}'), "a byte-order mark stays");
}

/// The recipe of `forge`, as the program prints it.
fn recipe(forge: Forge) -> String {
    let done = pressmark(root(), &["release", "--recipe", forge.name()]);
    assert_eq!(done.status.code(), Some(0), "{}", printed(&done));
    String::from_utf8(done.stdout).expect("UTF-8")
}

/// The scripts of a recipe: of the steps of its only job.
fn scripts(recipe: &str) -> Vec<String> {
    let root = parsed("recipe", recipe);
    let steps = get(&root, "jobs").and_then(|jobs| get(jobs, "propose")).and_then(|job| get(job, "steps")).map(items);
    match steps {
        Some(steps) => steps.iter().filter_map(|step| get(step, "run")).map(|run| text(run).to_owned()).collect(),
        None => get(&root, "propose-release")
            .and_then(|job| get(job, "script"))
            .map(items)
            .unwrap_or_default()
            .iter()
            .map(|run| text(run).to_owned())
            .collect(),
    }
}

#[test]
fn in_the_release_recipes_no_expression_reaches_a_shell_and_only_git_and_the_forge_see_the_token() {
    for forge in Forge::ALL {
        let recipe = recipe(forge);
        for script in scripts(&recipe) {
            assert!(!script.contains("${{"), "{forge:?}:\n{script}");
            assert!(!script.contains("pressmark\" release") || script.contains("env -i PATH="), "{forge:?}:\n{script}");
        }
        let root = parsed("recipe", &recipe);
        for (job, node) in get(&root, "jobs").into_iter().flat_map(entries) {
            let may: Vec<_> =
                get(node, "permissions").into_iter().flat_map(entries).map(|(name, may)| format!("{name}: {}", text(may))).collect();
            assert_eq!(may, ["contents: read"], "{job}");
            assert!(get(node, "timeout-minutes").is_some(), "{job}");
        }
        assert!(!recipe.contains("uses:"), "{forge:?}: no action of anyone else");
    }
}

/// Runs the last script of `forge`'s recipe over a catalogue and a fork of it, with `version` tagged; returns what was pushed to the fork, and what the forge was asked.
fn proposed(forge: Forge, tag: &str, notes: &str) -> (Output, String, String) {
    let scenario = Scenario::new();
    scenario.git(&["checkout", "-q", "main"]);
    let at = |path: &str| scenario.path().join("forge").join(path);
    for (name, suffix) in [("library/catalogue", ""), ("acme/catalogue", "")] {
        let suffix = if forge == Forge::Gitlab { ".git" } else { suffix };
        fs::create_dir_all(at(name).parent().expect("a folder")).expect("a folder");
        scenario.git(&["clone", "-q", "--bare", ".", &at(&format!("{name}{suffix}")).to_string_lossy()]);
        scenario.git(&["-C", &at(&format!("{name}{suffix}")).to_string_lossy(), "config", "receive.advertisePushOptions", "true"]);
    }
    for folder in ["bin", "stub/answers", "temp", "home", "work"] {
        fs::create_dir_all(at(folder)).expect("a folder");
    }
    for name in ["gh", "curl"] {
        fs::copy(root().join("tests/fixtures/forge/bin").join(name), at("bin").join(name)).expect("a stand-in");
    }
    let copy = at("temp/pressmark");
    fs::copy(program(), &copy).expect("the program");
    fs::write(at("event.json"), json!({"release": {"tag_name": tag, "body": notes}}).to_string()).expect("a file");
    let script = scripts(&recipe(forge)).pop().expect("a script");
    // GitLab's one script also installs the program: the stand-in of curl downloads nothing.
    let script = script.replace(
        "curl --fail --silent --show-error --location --proto '=https' --max-time 300 --output \"$work/pressmark\" \"$PRESSMARK_URL\"",
        "cp \"$PRESSMARK\" \"$work/pressmark\"",
    );
    let script = script.replace("sha256sum --check --status", "cat >/dev/null");
    let path = format!("{}:{}", at("bin").display(), std::env::var("PATH").expect("a PATH"));
    let server = format!("file://{}", at("").display().to_string().trim_end_matches('/'));
    let mut bash = Command::new("bash");
    bash.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", &script]).current_dir(at("work")).env_clear();
    bash.env("PATH", path).env("HOME", at("home")).env("STUB", at("stub")).env("RUNNER_TEMP", at("temp")).env("PRESSMARK", &copy);
    bash.env("TOKEN", "s3cret").env("CATALOGUE_TOKEN", "s3cret").env("GITHUB_EVENT_PATH", at("event.json"));
    bash.env("GITHUB_SERVER_URL", &server).env("CI_SERVER_URL", &server).env("CI_COMMIT_TAG", tag).env("CI_COMMIT_TAG_MESSAGE", notes);
    bash.env("GITHUB_ACTOR", "acme-works").env("GITLAB_USER_LOGIN", "acme-works").env("GITHUB_REPOSITORY", "acme/messages");
    bash.env("CATALOGUE", "library/catalogue")
        .env("FORK", "acme/catalogue")
        .env("BRANCH", "main")
        .env("LISTING", "acme-messages")
        .env("PREFIX", "v");
    bash.env("PRESSMARK_URL", "").env("PRESSMARK_SHA256", "");
    let output = bash.output().expect("bash");
    assert!(!at("work/ran").exists(), "a part of a release was run");
    let fork = at(if forge == Forge::Gitlab { "acme/catalogue.git" } else { "acme/catalogue" });
    let shown = Command::new("git").arg("-C").arg(fork).args(["show", "--format=%s", "release-acme-messages-1.1.0"]).output().expect("git");
    let calls = fs::read_to_string(at("stub/all-calls")).unwrap_or_default();
    (output, String::from_utf8_lossy(&shown.stdout).into_owned(), calls)
}

#[test]
fn the_release_recipes_propose_a_version_whatever_its_notes_say() {
    let notes = "Faster: $(touch ran) `touch ran` \"'; touch ran";
    for forge in Forge::ALL {
        let (output, pushed, calls) = proposed(forge, "v1.1.0", notes);
        assert_eq!(output.status.code(), Some(0), "{forge:?}: {}", printed(&output));
        assert!(
            pushed.starts_with("Release acme-messages 1.1.0\n") && pushed.contains("+  - {version: 1.1.0, date: "),
            "{forge:?}: {pushed}"
        );
        assert!(pushed.contains("touch ran"), "{forge:?}: {pushed}");
        match forge {
            Forge::Github => {
                assert!(
                    calls.contains("pr create --repo library/catalogue --base main --head acme:release-acme-messages-1.1.0"),
                    "{calls}"
                );
            }
            Forge::Forgejo => assert!(calls.contains("/api/v1/repos/library/catalogue/pulls"), "{calls}"),
            Forge::Gitlab => assert_eq!(calls, "", "the push opens the merge request"),
        }
        let (output, pushed, _) = proposed(forge, "v1.1.0; touch ran", notes);
        assert_ne!(output.status.code(), Some(0), "{forge:?}: {}", printed(&output));
        assert_eq!(pushed, "", "{forge:?}");
    }
}

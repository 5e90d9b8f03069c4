//! `pressmark init --forge`: which files a catalogue gets, what its recipes may do, and that a form is read back as it was written.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use pressmark::catalogue::RawCatalogue;
use pressmark::forge::{self, Forge};
use pressmark::parse::yaml::{self, Node, NodeKind};
use pressmark::review::{Class, NextActor};
use pressmark::source::disk::Disk;
use pressmark::submission::Topic;
use pressmark::submission::issue::{About, FIELDS, Field, INTENT_LABELS, Input, NOT_LISTED};

use crate::support::{demo_copy, pressmark, printed, program, root};

/// The value of `key` in a group.
pub(crate) fn get<'node>(node: &'node Node, key: &str) -> Option<&'node Node> {
    entries(node).find(|(name, _)| *name == key).map(|(_, value)| value)
}

pub(crate) fn entries(node: &Node) -> impl Iterator<Item = (&str, &Node)> {
    let entries = if let NodeKind::Mapping(entries) = &node.kind { &entries[..] } else { &[] };
    entries.iter().map(|(key, value)| (&*key.value, value))
}

pub(crate) fn items(node: &Node) -> &[Node] {
    if let NodeKind::Sequence(items) = &node.kind { items } else { &[] }
}

pub(crate) fn text(node: &Node) -> &str {
    if let NodeKind::Scalar { text, .. } = &node.kind { text } else { "" }
}

#[track_caller]
pub(crate) fn parsed(path: &str, source: &str) -> Node {
    let (root, problems) = yaml::parse(source);
    assert_eq!(problems, [], "{path}");
    root.unwrap_or_else(|| panic!("{path} is empty"))
}

fn demo() -> RawCatalogue {
    RawCatalogue::read(&Disk::new(root().join("content")), &|_, _| {}).expect("a folder")
}

/// Every YAML file of every forge: its forge, its path and what is in it.
fn recipes() -> Vec<(Forge, String, Node, String)> {
    let raw = demo();
    let of_forge = |forge: Forge| forge::files(forge, &raw, "content/").into_iter().map(move |file| (forge, file));
    let is_yaml = |path: &str| Path::new(path).extension().is_some_and(|ending| ending == "yml");
    let yaml = Forge::ALL.into_iter().flat_map(of_forge).filter(|(_, file)| is_yaml(file.path));
    yaml.map(|(forge, file)| (forge, file.path.to_owned(), parsed(file.path, &file.text), file.text)).collect()
}

fn workflows() -> Vec<(Forge, String, Node, String)> {
    let workflows: Vec<_> = recipes().into_iter().filter(|(_, path, ..)| path.contains("/workflows/")).collect();
    assert_eq!(workflows.len(), 7);
    workflows
}

/// Every text that a shell runs, with the job it is in.
fn scripts() -> Vec<(String, String)> {
    let mut scripts = Vec::new();
    for (_, path, root, _) in workflows() {
        for (job, node) in get(&root, "jobs").into_iter().flat_map(entries) {
            let steps = get(node, "steps").map(items).unwrap_or_default();
            scripts.extend(steps.iter().filter_map(|step| get(step, "run")).map(|run| (format!("{path} {job}"), text(run).to_owned())));
        }
    }
    for (_, path, root, _) in recipes().into_iter().filter(|(forge, ..)| *forge == Forge::Gitlab) {
        for (job, node) in entries(&root) {
            let lines = get(node, "script").map(items).unwrap_or_default();
            scripts.extend(lines.iter().map(|line| (format!("{path} {job}"), text(line).to_owned())));
        }
    }
    assert!(scripts.len() > 30, "{}", scripts.len());
    scripts
}

#[test]
fn every_recipe_is_yaml_in_which_nothing_is_wrong() {
    // `parsed` looks; here is only how many there are.
    assert_eq!(recipes().len(), 4 + 2 + 1 + 3 + 2);
}

#[test]
fn no_expression_reaches_a_shell() {
    for (place, script) in scripts() {
        assert!(!script.contains("${{"), "{place}:\n{script}");
    }
}

#[test]
fn expressions_are_numbers_hashes_and_words_of_the_forge_itself() {
    let valid: BTreeSet<&str> = [
        "github.event.pull_request.number",
        "github.event.pull_request.head.sha",
        "github.event.pull_request.user.id",
        "github.event.issue.number",
        "github.event.issue.user.id",
        "github.event.repository.default_branch",
        "github.run_id",
        "github.sha",
        "github.token",
        "inputs.guard",
        "needs.publish.outputs.url",
        "runner.temp",
        "secrets.PRESSMARK_GITHUB_TOKEN",
        "steps.pages.outputs.page_url",
        "vars.PRESSMARK_MERGE",
    ]
    .into();
    for (_, path, _, source) in workflows() {
        for part in source.split("${{").skip(1) {
            let expression = part.split("}}").next().unwrap_or_default().trim();
            assert!(valid.contains(expression), "{path}: {expression}");
        }
    }
}

#[test]
fn every_action_is_one_of_the_forges_own_and_pinned_by_its_commit() {
    let mut n_uses = 0;
    for (forge, path, _, source) in workflows() {
        let own = if forge == Forge::Github { "actions/" } else { "https://data.forgejo.org/" };
        for line in source.lines().filter_map(|line| line.trim().trim_start_matches("- ").strip_prefix("uses: ")) {
            let (action, commit) = line.split_once('@').unwrap_or((line, ""));
            let (hash, version) = commit.split_once(" # v").unwrap_or((commit, ""));
            assert!(action.starts_with(own), "{path}: {line}");
            assert!(hash.len() == 40 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')), "{path}: {line}");
            assert!(version.starts_with(|c: char| c.is_ascii_digit()), "{path}: {line}");
            n_uses += 1;
        }
    }
    assert!(n_uses > 15, "{n_uses}");
}

#[test]
fn every_job_says_what_it_may_do_and_how_long() {
    for (_, path, root, _) in workflows() {
        assert!(get(&root, "permissions").is_some(), "{path}");
        for (job, node) in get(&root, "jobs").into_iter().flat_map(entries) {
            assert!(get(node, "permissions").is_some_and(|permissions| entries(permissions).count() > 0), "{path}: {job}");
            assert!(get(node, "timeout-minutes").is_some(), "{path}: {job}");
        }
    }
}

#[test]
fn on_github_what_reads_a_submission_may_write_nothing_and_keeps_no_token() {
    for (_, path, root, _) in workflows().into_iter().filter(|(forge, ..)| *forge == Forge::Github) {
        for (job, node) in get(&root, "jobs").into_iter().flat_map(entries).filter(|(job, _)| matches!(*job, "read" | "look" | "build")) {
            for (scope, right) in get(node, "permissions").into_iter().flat_map(entries) {
                assert_eq!(text(right), "read", "{path}: {job}: {scope}");
            }
            for step in get(node, "steps").map(items).unwrap_or_default() {
                let Some(uses) = get(step, "uses").map(text).filter(|uses| uses.starts_with("actions/checkout@")) else { continue };
                let with = get(step, "with").unwrap_or_else(|| panic!("{path}: {job}: {uses}"));
                assert_eq!(get(with, "persist-credentials").map(text), Some("false"), "{path}: {job}");
                assert!(get(with, "ref").is_none() && get(with, "repository").is_none(), "{path}: {job} checks out what the trigger names");
            }
        }
    }
}

#[test]
fn what_reads_the_words_of_strangers_gets_a_bare_environment() {
    let reads = |script: &str| ["pressmark\" review", "pressmark\" new", "pressmark\" health"].iter().any(|call| script.contains(call));
    let of_strangers: Vec<_> = scripts().into_iter().filter(|(_, script)| reads(script)).collect();
    assert_eq!(of_strangers.len(), 3 + 2 + 2);
    for (place, script) in of_strangers {
        assert!(script.contains(r#"env -i PATH="$PATH" HOME="$HOME" LANG=C.UTF-8 "#), "{place}:\n{script}");
    }
}

#[test]
fn gitlab_believes_no_pipeline_of_a_merge_request() {
    let (_, _, root, _) = recipes().into_iter().find(|(_, path, ..)| path == ".gitlab-ci.yml").expect("the recipe");
    let rules = get(&root, "workflow").and_then(|workflow| get(workflow, "rules")).map(items).unwrap_or_default();
    assert_eq!(get(&rules[0], "if").map(text), Some(r#"$CI_PIPELINE_SOURCE == "merge_request_event""#));
    assert_eq!(get(&rules[0], "when").map(text), Some("never"));
    // The token is bound to an environment, which only the jobs that tell are in.
    for (job, node) in entries(&root) {
        let uses_token = get(node, "script").map(items).unwrap_or_default().iter().any(|line| text(line).contains("$PRESSMARK_TOKEN"));
        assert_eq!(uses_token, get(node, "environment").is_some(), "{job}");
    }
}

#[test]
fn labels_are_the_same_on_every_forge() {
    let known = |script: &str| {
        let line = script.lines().find(|line| line.trim().starts_with("known="))?;
        let words: Vec<String> = line.split(|c: char| !c.is_ascii_lowercase() && c != '-').map(str::to_owned).collect();
        Some(words.into_iter().filter(|word| word.len() > 2 && word != "known").collect::<Vec<_>>())
    };
    let lists: Vec<_> = scripts().iter().filter_map(|(_, script)| known(script)).collect();
    assert_eq!(lists.len(), 3);
    assert_eq!((&lists[0], &lists[1]), (&lists[1], &lists[2]));
    let actors = [NextActor::Nobody, NextActor::Submitter, NextActor::Reviewer].map(NextActor::label);
    let labels: BTreeSet<&str> = Class::ALL.map(Class::label).into_iter().chain(actors).collect();
    assert_eq!(lists[0].iter().map(String::as_str).collect::<BTreeSet<_>>(), labels);
}

#[test]
fn a_new_catalogue_with_a_forge_builds_and_has_its_programs() {
    for forge in Forge::ALL {
        let scratch = tempfile::tempdir().expect("a scratch folder");
        let made = pressmark(scratch.path(), &["init", "--forge", forge.name(), "mine"]);
        assert_eq!(made.status.code(), Some(0), "{}", printed(&made));
        let mine = scratch.path().join("mine");
        let built = pressmark(&mine, &["build", "--strict"]);
        assert_eq!(built.status.code(), Some(0), "{}", printed(&built));
        for script in ["ci/install-pressmark.sh", "ci/guard.sh"] {
            assert!(Command::new("test").arg("-x").arg(mine.join(script)).status().expect("test").success(), "{script}");
        }
    }
}

#[test]
fn existing_files_are_kept_and_only_the_form_is_regenerated() {
    let (scratch, content) = demo_copy();
    let init = |flags: &[&str]| {
        let output = pressmark(scratch.path(), &[&["init", "--forge", "github"], flags].concat());
        assert_eq!(output.status.code(), Some(0), "{}", printed(&output));
        printed(&output)
    };
    let owners = scratch.path().join(".github/CODEOWNERS");
    fs::create_dir_all(scratch.path().join(".github")).expect("a folder");
    fs::write(&owners, "* @us\n").expect("a file");
    let first = init(&[]);
    assert!(first.contains("kept 1 existing file:\n  .github/CODEOWNERS\n"), "{first}");
    assert!(!scratch.path().join("README.md").exists(), "nothing but the recipes is added");

    let form = scratch.path().join(".github/ISSUE_TEMPLATE").join(pressmark::submission::issue::FILE_NAME);
    let before = fs::read_to_string(&form).expect("the form");
    fs::write(content.join("apps/zzz-new.yaml"), "name: Zzz New\nwebsite: https://zzz.example/\n").expect("a file");
    let second = init(&[]);
    assert!(second.contains("existing files:"), "{second}");
    assert_eq!(fs::read_to_string(&form).expect("the form"), before);
    let third = init(&["--refresh"]);
    assert!(third.contains(".github/ISSUE_TEMPLATE/pressmark-listing.yml (regenerated)"), "{third}");
    let after = fs::read_to_string(&form).expect("the form");
    assert!(!before.contains("Zzz New") && after.contains("Zzz New"));
    assert_eq!(fs::read_to_string(&owners).expect("the owners"), "* @us\n");
}

#[test]
fn a_folder_that_is_no_catalogue_is_left_alone() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    fs::write(scratch.path().join("notes.txt"), "mine").expect("a file");
    let output = pressmark(scratch.path(), &["init", "--forge", "github", "."]);
    assert_eq!(output.status.code(), Some(2), "{}", printed(&output));
    assert_eq!(fs::read_dir(scratch.path()).expect("a folder").count(), 1);
}

#[test]
fn recipes_follow_the_branch_that_the_settings_name() {
    let (scratch, content) = demo_copy();
    let settings = content.join("catalogue.yaml");
    let renamed = fs::read_to_string(&settings).expect("a text").replace("branch: main", "branch: live");
    fs::write(&settings, renamed).expect("a file");
    pressmark(scratch.path(), &["init", "--forge", "github"]);
    let publish = fs::read_to_string(scratch.path().join(".github/workflows/pressmark-publish.yml")).expect("the recipe");
    assert!(publish.contains("    branches: [live]\n"), "{publish}");
}

/// An answer to `field` that the demo catalogue takes.
fn valid_answer(field: &Field) -> Option<&'static str> {
    let About::Answer(topic) = field.about else { return (field.about == About::Comments).then_some("Thank you!") };
    Some(match topic {
        Topic::Name => "Channel Digest",
        Topic::App => "Slack",
        Topic::Summary => "Collects what happened in a channel: \"all of it\", and posts it # every morning.",
        Topic::Description => "For teams that start late.\n\nAnd for *others*.\n### Not a heading of the form",
        Topic::Setup => "1. Install it and sign in.\n2. Choose a channel.",
        Topic::Limits => "It reads public channels only.",
        Topic::Troubleshooting => "- Nothing is posted: invite it to the channel.",
        Topic::Keywords => "standup, recap",
        Topic::SourceUrl => "https://git.example/you/channel-digest",
        Topic::License => "MIT",
        Topic::SupportEmail => "help@northwind.example",
        Topic::Publisher => "Northwind Labs",
        Topic::Agreement => "Northwind Labs Ltd",
        _ => return None,
    })
}

/// Which options of a list someone chooses.
fn is_chosen(field: &Field, option: &str) -> bool {
    match field.about {
        About::Answer(Topic::App) => option == "Slack",
        About::Answer(Topic::Tags) => option.ends_with("(messaging)") || option.ends_with("(alerts)"),
        About::Answer(Topic::Source) => option.contains("open"),
        About::Answer(Topic::Install) => option.contains("directly"),
        About::Consent => true,
        _ => false,
    }
}

/// What a forge makes of the YAML form, filled in.
fn filled_in(form: &Node) -> String {
    let mut body = String::new();
    for element in get(form, "body").map(items).unwrap_or_default() {
        let kind = get(element, "type").map(text).unwrap_or_default();
        let Some(attributes) = get(element, "attributes").filter(|_| kind != "markdown") else { continue };
        let label = get(attributes, "label").map(text).unwrap_or_default();
        let id = get(element, "id").map(text).unwrap_or_default();
        let field = FIELDS.iter().find(|field| field.id == id).unwrap_or_else(|| panic!("{id}"));
        let options = || get(attributes, "options").map(items).unwrap_or_default();
        let answer = match kind {
            "checkboxes" => {
                options().iter().map(|option| format!("- [x] {}", get(option, "label").map(text).unwrap_or_default())).collect()
            }
            "dropdown" => options().iter().map(text).filter(|option| is_chosen(field, option)).collect::<Vec<_>>().join(", "),
            _ => valid_answer(field).unwrap_or_default().to_owned(),
        };
        let answer = if answer.is_empty() { "_No response_".to_owned() } else { answer };
        body.push_str(&format!("### {label}\n\n{answer}\n\n"));
    }
    body
}

#[track_caller]
fn becomes_a_clean_listing(body: &str) {
    let (scratch, _) = demo_copy();
    fs::write(scratch.path().join("issue.md"), body).expect("a file");
    let made = pressmark(scratch.path(), &["new", "--from-issue", "issue.md", "--today", "2026-12-01"]);
    assert_eq!(made.status.code(), Some(0), "{}\n{body}", printed(&made));
    let check = pressmark(scratch.path(), &["check", "content/listings/channel-digest", "--today", "2026-12-01"]);
    assert!(printed(&check).ends_with("no problems found\n"), "{}", printed(&check));
    let listing = fs::read_to_string(scratch.path().join("content/listings/channel-digest/listing.yaml")).expect("the listing");
    for line in [
        "app: Slack\n",
        "tags: [messaging",
        "keywords: [standup, recap]\n",
        "publisher: northwind-labs\n",
        "accepted_by: Northwind Labs Ltd\n",
    ] {
        assert!(listing.contains(line), "{line}\n{listing}");
    }
    let readme = fs::read_to_string(scratch.path().join("content/listings/channel-digest/README.md")).expect("the README");
    assert!(readme.contains("## Setup\n\n1. Install it and sign in.\n2. Choose a channel.\n"), "{readme}");
    assert!(!readme.contains("\n### "), "{readme}");
}

#[test]
fn a_form_that_was_written_is_read_back() {
    for forge in [Forge::Github, Forge::Forgejo] {
        let files = forge::files(forge, &demo(), "content/");
        let form = files.iter().find(|file| file.is_made).expect("the form");
        becomes_a_clean_listing(&filled_in(&parsed(form.path, &form.text)));
    }
}

#[test]
fn a_template_of_gitlab_is_read_back() {
    let files = forge::files(Forge::Gitlab, &demo(), "content/");
    let template = &files.iter().find(|file| file.is_made).expect("the template").text;
    let mut body = String::new();
    let mut field: Option<&Field> = None;
    for line in template.lines().filter(|line| !line.starts_with("/label")) {
        let option = line.strip_prefix("- [ ] ");
        match (option, field) {
            (Some(option), Some(field)) if is_chosen(field, option) => body.push_str(&format!("- [x] {option}\n")),
            _ => body.push_str(&format!("{line}\n")),
        }
        if let Some(label) = line.strip_prefix("### ") {
            field = FIELDS.iter().find(|field| field.label == label);
            let writes = field.filter(|field| {
                !matches!(field.input, Input::Picks | Input::Tick) && !matches!(field.about, About::Answer(Topic::Source | Topic::Install))
            });
            body.push_str(&format!("{}\n", writes.and_then(valid_answer).unwrap_or_default()));
        }
    }
    becomes_a_clean_listing(&body);
}

#[test]
fn choices_end_with_an_entry_for_other_values() {
    let files = forge::files(Forge::Github, &demo(), "content/");
    let form = files.iter().find(|file| file.is_made).expect("the form");
    let form = parsed(form.path, &form.text);
    for id in ["app", "tags"] {
        let element = get(&form, "body").map(items).unwrap_or_default().iter().find(|element| get(element, "id").map(text) == Some(id));
        let options = element.and_then(|element| get(element, "attributes")).and_then(|attributes| get(attributes, "options")).map(items);
        assert_eq!(options.and_then(<[Node]>::last).map(text), Some(NOT_LISTED), "{id}");
    }
}

#[test]
fn the_form_says_who_becomes_the_owner() {
    for forge in Forge::ALL {
        let files = forge::files(forge, &demo(), "content/");
        let form = files.iter().find(|file| file.is_made).expect("the form");
        assert!(form.text.contains("The account that opens this issue becomes the owner of a new publisher"), "{}", form.text);
    }
}

#[test]
fn all_problems_of_a_form_are_reported_at_once_by_its_labels() {
    let (scratch, _) = demo_copy();
    let body = "### Listing name\n\nSlack Messages\n\n### App\n\nslack\n\n### Summary\n\ntwo\nlines\n\n### Categories\n\nmesaging\n\n### Publisher\n\nZed Pub\n\n### Developer agreement\n\n- [ ] I have read it\n\n### Accepted by\n\nZed\n\n### Direct installation\n\nOnly those who ask (through a page of yours)\n\n### Source code\n\nYes: open source\n";
    fs::write(scratch.path().join("issue.md"), body).expect("a file");
    let output = pressmark(scratch.path(), &["new", "--from-issue", "issue.md", "--today", "2026-12-01"]);
    assert_eq!(output.status.code(), Some(1), "{}", printed(&output));
    let said = printed(&output);
    for label in [
        "Listing name:",
        "App:",
        "Summary:",
        "Categories:",
        "Developer agreement:",
        "Landing page:",
        "Way from the landing page:",
        "Setup:",
        "Known limits:",
        "Licence:",
        "Documentation:",
    ] {
        assert!(said.contains(&format!("\n  {label} ")), "{label}\n{said}");
    }
    assert!(!said.contains("Accepted by:"), "the box beside it is what is missing:\n{said}");
    assert!(!said.contains("--"), "no flag is named to somebody who has filled in a form:\n{said}");
    assert!(said.ends_with("nothing was written\n"), "{said}");
    assert!(!scratch.path().join("content/publishers/zed-pub.yaml").exists());
}

#[test]
fn the_form_for_an_intent_asks_what_its_reader_knows_on_every_forge() {
    for (forge, path) in
        [(Forge::Github, ".github/ISSUE_TEMPLATE/pressmark-intent.yml"), (Forge::Forgejo, ".forgejo/issue_template/pressmark-intent.yml")]
    {
        let files = forge::files(forge, &demo(), "content/");
        let form = parsed(path, &files.iter().find(|file| file.path == path).expect("the form").text);
        let label = |element: &Node| get(element, "attributes").and_then(|own| get(own, "label")).map(text).map(str::to_owned);
        let labels: Vec<String> = get(&form, "body").map(items).unwrap_or_default().iter().filter_map(label).collect();
        assert_eq!(labels, INTENT_LABELS);
    }
    let files = forge::files(Forge::Gitlab, &demo(), "content/");
    let template = files.iter().find(|file| file.path.ends_with("Declaration of intent.md")).expect("the template");
    assert_eq!(template.text.lines().filter_map(|line| line.strip_prefix("### ")).collect::<Vec<_>>(), INTENT_LABELS);
}

#[test]
fn a_declaration_of_intent_becomes_an_announcement() {
    let (scratch, content) = demo_copy();
    let announce = |answers: [&str; 6]| {
        let body: String = INTENT_LABELS.iter().zip(answers).map(|(label, answer)| format!("### {label}\n\n{answer}\n\n")).collect();
        fs::write(scratch.path().join("issue.md"), body).expect("a file");
        pressmark(scratch.path(), &["new", "--from-issue", "issue.md", "--today", "2026-12-01"])
    };
    let file = content.join("intents/slack-canvas-export.yaml");

    let refused = announce(["Puffin Works", "", "nobody", "Slack Messages", "next week", "It exports."]);
    let said = printed(&refused);
    assert_eq!(refused.status.code(), Some(1), "{said}");
    for label in ["Contact:", "Company profile:", "Expected completion:"] {
        assert!(said.contains(&format!("\n  {label} ")), "{label}\n{said}");
    }
    assert!(said.contains("3 problems") && said.ends_with("nothing was written\n"), "{said}");

    let made = announce(["Puffin Works", "hello@puffin.example", "_No response_", "Slack Canvas Export", "2027-02-26", "It exports."]);
    assert_eq!(made.status.code(), Some(0), "{}", printed(&made));
    let written = fs::read_to_string(&file).expect("the announcement");
    assert!(written.contains("connector: Slack Canvas Export\nannounced_on: 2026-12-01\nexpected_completion: 2027-02-26\n"), "{written}");
    assert!(printed(&made).contains("git commit -m 'Announce slack-canvas-export'"), "{}", printed(&made));
    let checked = pressmark(scratch.path(), &["check", "content/intents", "--today", "2026-12-01"]);
    assert_eq!(checked.status.code(), Some(0), "{}", printed(&checked));

    let again = announce(["Puffin Works", "hello@puffin.example", "", "Slack Canvas Export", "", ""]);
    assert_eq!(again.status.code(), Some(2), "{}", printed(&again));
    assert_eq!(fs::read_to_string(&file).expect("the announcement"), written, "what is there stays");
    for flag in ["--force", "--slug=other"] {
        let refused = pressmark(scratch.path(), &["new", "--from-issue", "issue.md", "--today", "2026-12-01", flag]);
        assert_eq!(refused.status.code(), Some(2), "{}", printed(&refused));
    }
    assert_eq!(fs::read_to_string(&file).expect("the announcement"), written, "nobody takes its place");
}

#[test]
fn a_hostile_issue_writes_no_file_and_no_control_character() {
    let (scratch, content) = demo_copy();
    let count = || walk(&content);
    let before = count();
    let bodies = [
        "### Listing name\n\n../../../etc/passwd\u{1b}[31m\n".to_owned(),
        "### Listing name\n\n\u{202e}evil\n### Publisher\n\n../x\n".to_owned(),
        format!("### Setup\n\n{}", "step\n".repeat(20_000)),
        "x".repeat(300 * 1024),
        "no form at all".to_owned(),
        "### Developer\n\n\u{202e}x\u{1b}[31m\n### Listing name\n\n../../x\n### Contact\n\ny\n### Company profile\n\n\u{1b}\n".to_owned(),
        String::new(),
        "### App\n\nSlack\n".repeat(2_000),
    ];
    for body in bodies {
        let mut child = Command::new(program())
            .args(["new", "--from-issue", "-"])
            .current_dir(scratch.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        // A body that is too long is not read to its end.
        let _ = std::io::Write::write_all(&mut child.stdin.take().expect("a pipe"), body.as_bytes());
        let output = child.wait_with_output().expect("it ends");
        assert!(matches!(output.status.code(), Some(1 | 2)), "{}", printed(&output));
        assert!(!printed(&output).contains(['\u{1b}', '\u{202e}']), "{}", printed(&output));
        assert_eq!(count(), before);
    }
}

fn walk(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.map(|path| if path.is_dir() { walk(&path) } else { 1 }).sum()
}

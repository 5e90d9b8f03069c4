//! `pressmark new`: what it writes passes the check, what is wrong is told at once, and nothing is lost.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Output;

use pressmark::catalogue::RawCatalogue;
use pressmark::source::disk::Disk;
use pressmark::submission::{Answers, Asked, DryRun, Interview, Message, Need, Prompt, Reply, Stopped, Submission, Topic, interview};

use crate::support::{demo_copy, pressmark, printed, program, root};

/// Flags that answer everything.
const FULL: &[&str] = &[
    "new",
    "--name=Channel Digest",
    "--app=Slack",
    "--tags=messaging",
    "--keywords=standup, recap",
    "--summary=Collects what happened in a channel and posts it every morning.",
    "--setup=Install it and sign in.",
    "--setup=Choose a channel.",
    "--limits=It reads public channels only.",
    "--troubleshooting=Nothing is posted: invite it to the channel.",
    "--source=open",
    "--source-url=https://git.example/you/channel-digest",
    "--license=MIT",
    "--support-email=help@northwind.example",
    "--publisher=northwind-labs",
    "--accept-agreement=Northwind Labs Ltd",
];

/// `FULL` without the flags in `without`, and with `more`.
fn flags<'flag>(without: &[&str], more: &[&'flag str]) -> Vec<&'flag str> {
    let kept = FULL.iter().filter(|flag| !without.iter().any(|name| flag.starts_with(&format!("--{name}="))));
    kept.copied().chain(more.iter().copied()).collect()
}

#[track_caller]
fn wrote(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}", printed(output));
    printed(output)
}

#[track_caller]
fn refused(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1), "{}", printed(output));
    printed(output)
}

/// The check has nothing to say, neither of the new listing nor of anything else.
#[track_caller]
fn is_clean(scratch: &Path, slug: &str) {
    let all = pressmark(scratch, &["check"]);
    assert!(wrote(&all).ends_with("no problems found\n"), "{}", printed(&all));
    let own = pressmark(scratch, &["check", &format!("content/listings/{slug}")]);
    assert!(wrote(&own).ends_with("no problems found\n"), "{}", printed(&own));
}

/// Every file below `folder`, by its path.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.insert(path.to_string_lossy().into_owned(), fs::read(&path).expect("a file"));
            }
        }
    }
    found
}

#[test]
fn what_the_flags_say_becomes_a_listing_that_passes_the_check() {
    let (scratch, content) = demo_copy();
    assert!(std::process::Command::new("git").args(["init", "-q"]).current_dir(scratch.path()).status().expect("git runs").success());
    let said = wrote(&pressmark(scratch.path(), FULL));
    assert!(said.contains("git switch -c channel-digest && git add content/listings/channel-digest && git commit"), "{said}");
    assert!(said.contains("https://git.example/pressmark/catalogue/compare/main...channel-digest\n"), "{said}");
    let listing = fs::read_to_string(content.join("listings/channel-digest/listing.yaml")).expect("the listing");
    assert!(listing.starts_with("# yaml-language-server: $schema="), "{listing}");
    assert!(listing.contains("\nkeywords: [standup, recap]\n") && listing.contains("\n# Where people find help"), "{listing}");
    let readme = fs::read_to_string(content.join("listings/channel-digest/README.md")).expect("the README");
    assert!(readme.contains("## Setup\n\n1. Install it and sign in.\n2. Choose a channel.\n"), "{readme}");
    is_clean(scratch.path(), "channel-digest");
}

#[test]
fn a_listing_of_each_kind_passes_the_check() {
    let (scratch, _) = demo_copy();
    let request: &[&str] =
        &["--name=On Request", "--install=request", "--landing-url=https://northwind.example/digest", "--path-note=Ask on the page."];
    let closed: &[&str] =
        &["--name=Hidden Digest", "--source=closed", "--regions=us,eu", "--auth=oauth2", "--version=7", "--publisher=puffin-desk"];
    wrote(&pressmark(scratch.path(), &flags(&["name"], request)));
    is_clean(scratch.path(), "on-request");
    let closed = pressmark(scratch.path(), &flags(&["name", "source", "source-url", "license", "publisher"], closed));
    wrote(&closed);
    is_clean(scratch.path(), "hidden-digest");
}

#[test]
fn a_new_app_and_a_new_publisher_come_along() {
    let (scratch, content) = demo_copy();
    let more = ["--app=Teapot Cloud", "--app-website=https://teapot.example/", "--publisher=mango-lab", "--publisher-name=Mango: Lab"];
    let said = wrote(&pressmark(scratch.path(), &flags(&["app", "publisher"], &more)));
    assert!(said.contains("content/apps/teapot-cloud.yaml") && said.contains("content/publishers/mango-lab.yaml"), "{said}");
    let publisher = fs::read_to_string(content.join("publishers/mango-lab.yaml")).expect("the publisher");
    assert!(publisher.contains("name: \"Mango: Lab\"\n"), "{publisher}");
    is_clean(scratch.path(), "channel-digest");
}

/// `FULL` as a new publisher here, with `more`.
fn as_mango<'flag>(more: &[&'flag str]) -> Vec<&'flag str> {
    flags(&["publisher"], &[&["--publisher=mango-lab", "--publisher-name=Mango Lab"], more].concat())
}

#[test]
fn a_new_publisher_names_the_account_that_was_given() {
    let (scratch, content) = demo_copy();
    let said = wrote(&pressmark(scratch.path(), &as_mango(&["--account-login=mango-lab", "--account-id=990000120"])));
    assert!(!said.contains("waits for a person"), "{said}");
    let publisher = fs::read_to_string(content.join("publishers/mango-lab.yaml")).expect("the publisher");
    assert!(publisher.contains("\naccounts:\n  - {forge: forgejo, login: mango-lab, id: 990000120}\n"), "{publisher}");
    is_clean(scratch.path(), "channel-digest");
}

#[test]
fn the_account_of_a_new_publisher_may_be_on_another_forge() {
    let (scratch, content) = demo_copy();
    wrote(&pressmark(scratch.path(), &as_mango(&["--account-forge=gitlab", "--account-login=mango", "--account-id=990000120"])));
    let publisher = fs::read_to_string(content.join("publishers/mango-lab.yaml")).expect("the publisher");
    assert!(publisher.contains("  - {forge: gitlab, login: mango, id: 990000120}\n"), "{publisher}");
}

#[test]
fn a_new_publisher_without_an_account_is_warned() {
    let (scratch, content) = demo_copy();
    let said = wrote(&pressmark(scratch.path(), &as_mango(&[])));
    assert!(said.contains("Every update you make needs a reviewer until content/publishers/mango-lab.yaml names your account"), "{said}");
    for part in ["accounts:", "- {forge: forgejo, login: LOGIN, id: NUMBER}", "https://git.example/api/v1/users/LOGIN"] {
        assert!(said.contains(part), "{part} is missing in {said}");
    }
    let publisher = fs::read_to_string(content.join("publishers/mango-lab.yaml")).expect("the publisher");
    assert!(!publisher.contains("\naccounts:") && publisher.contains("\n#   - {forge: forgejo, login: you, id: "), "{publisher}");
}

#[test]
fn half_an_account_is_refused() {
    let (scratch, _) = demo_copy();
    for (given, missing) in [("--account-login=mango-lab", "--account-id NUMBER"), ("--account-id=990000120", "--account-login LOGIN")] {
        let said = refused(&pressmark(scratch.path(), &as_mango(&[given])));
        assert!(said.contains("1 answer is missing") && said.contains(missing), "{given}: {said}");
    }
}

#[test]
fn an_account_that_cannot_be_is_refused() {
    let (scratch, _) = demo_copy();
    for (login, id, forge, wrong) in [
        ("mango", "99x", "github", "--account-id: `99x` is not a number: write digits alone"),
        ("mango", "-7", "github", "--account-id: `-7` is not a number"),
        ("@mango", "7", "github", "--account-login: `@mango` is not the name of an account: write `mango`"),
        (
            "https://git.example/mango",
            "7",
            "github",
            "--account-login: `https://git.example/mango` is not the name of an account: write `mango`",
        ),
        ("mango lab", "7", "github", "--account-login: `mango lab` is not the name of an account"),
        ("mango[bot]", "7", "github", "--account-login: `mango[bot]` is not the name of an account"),
        ("mango", "7", "git hub", "--account-forge: `git hub` is not a forge"),
    ] {
        let account = [format!("--account-login={login}"), format!("--account-id={id}"), format!("--account-forge={forge}")];
        let said = refused(&pressmark(scratch.path(), &as_mango(&account.each_ref().map(String::as_str))));
        assert!(said.contains(wrong), "{wrong}\n{said}");
    }
}

#[test]
fn the_account_of_a_publisher_who_is_there_is_not_used() {
    let (scratch, content) = demo_copy();
    let before = fs::read(content.join("publishers/northwind-labs.yaml")).expect("the publisher");
    let said = wrote(&pressmark(scratch.path(), &flags(&[], &["--account-login=mallory", "--account-id=7"])));
    assert!(said.contains("note: --account-id is not used: `northwind-labs` is in publishers/ already"), "{said}");
    assert_eq!(fs::read(content.join("publishers/northwind-labs.yaml")).expect("the publisher"), before);
}

#[test]
fn missing_answers_are_listed_all_at_once_with_an_example_that_works() {
    let (scratch, content) = demo_copy();
    let before = files(&content);
    let said = refused(&pressmark(scratch.path(), &["new"]));
    for flag in [
        "--name NAME",
        "--source KIND",
        "--source-url URL",
        "--license SPDX",
        "--summary TEXT",
        "--setup STEP",
        "--limits TEXT",
        "--app NAME",
        "--tags IDS",
    ] {
        assert!(said.contains(flag), "{flag} is missing in {said}");
    }
    assert!(said.contains("--support-email, --support-url or --support-docs URL") && said.contains("nothing was written"), "{said}");
    assert_eq!(files(&content), before);
    let example = said.split("for example:\n").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("an example");
    let command = example.replacen("pressmark", &program().to_string_lossy(), 1);
    if cfg!(unix) {
        let run = std::process::Command::new("sh").args(["-c", &command]).current_dir(scratch.path()).output().expect("a shell");
        wrote(&run);
        is_clean(scratch.path(), "channel-digest");
    }
}

#[test]
fn wrong_answers_are_reported_together_by_their_flags() {
    let (scratch, content) = demo_copy();
    let before = files(&content);
    let wrong = ["--app=slack", "--tags=chat,nope", "--license=GPL", "--support-email=a@", "--version=1.0\n2", "--keywords=a,b,c,d"];
    let said = refused(&pressmark(scratch.path(), &flags(&["app", "tags", "license", "support-email", "keywords"], &wrong)));
    assert!(said.contains("--app: unknown app `slack`: did you mean `Slack`? (app-unknown)"), "{said}");
    assert!(said.contains("--tags: unknown tag `chat`: did you mean `messaging`?"), "{said}");
    for rule in ["(license-not-spdx)", "(email-malformed)", "(version-malformed)", "(too-many-keywords)"] {
        assert!(said.contains(rule), "{rule} is missing in {said}");
    }
    assert_eq!(files(&content), before);
}

#[test]
fn a_warning_stops_it_unless_it_is_accepted() {
    let (scratch, _) = demo_copy();
    let warned = flags(&["source-url"], &["--source-url=http://git.example/you/digest"]);
    let said = refused(&pressmark(scratch.path(), &warned));
    assert!(said.contains("--source-url: ") && said.contains("(url-not-https)"), "{said}");
    wrote(&pressmark(scratch.path(), &[&warned[..], &["--accept-warnings"]].concat()));
}

#[test]
fn nothing_is_written_over_without_force() {
    let (scratch, content) = demo_copy();
    wrote(&pressmark(scratch.path(), FULL));
    fs::write(content.join("listings/channel-digest/icon.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>")
        .expect("an icon");
    let before = files(&content);
    let other = flags(&["summary"], &["--summary=Posts a digest."]);
    let said = refused(&pressmark(scratch.path(), &other));
    assert!(said.contains("`listings/channel-digest/` is taken"), "{said}");
    assert_eq!(files(&content), before);
    wrote(&pressmark(scratch.path(), &[&other[..], &["--force"]].concat()));
    let listing = fs::read_to_string(content.join("listings/channel-digest/listing.yaml")).expect("the listing");
    assert!(listing.contains("summary: Posts a digest.\n"), "{listing}");
    assert!(content.join("listings/channel-digest/icon.svg").exists(), "what `new` does not write stays");
}

/// A listing of `brambleworks` in the place where `FULL` would go.
fn with_a_listing_of_another_publisher(scratch: &Path) {
    wrote(&pressmark(scratch, &flags(&["publisher"], &["--publisher=brambleworks"])));
}

#[test]
fn force_does_not_rewrite_the_listing_of_another_publisher() {
    let (scratch, content) = demo_copy();
    with_a_listing_of_another_publisher(scratch.path());
    let before = files(&content);
    let mallory = flags(&["publisher"], &["--publisher=mallory", "--publisher-name=Mallory", "--force"]);
    let said = refused(&pressmark(scratch.path(), &mallory));
    assert!(
        said.contains("--name: `listings/channel-digest/` is taken by a listing of `brambleworks` (Brambleworks Co-operative)"),
        "{said}"
    );
    assert!(said.contains("--slug") && !said.contains("--force"), "{said}");
    assert_eq!(files(&content), before);
    let said = refused(&pressmark(scratch.path(), FULL));
    assert!(said.contains("is taken by a listing of `brambleworks`") && !said.contains("--force"), "{said}");
}

#[test]
fn force_is_offered_to_the_same_publisher_only() {
    let (scratch, _) = demo_copy();
    wrote(&pressmark(scratch.path(), FULL));
    let said = refused(&pressmark(scratch.path(), FULL));
    assert!(said.contains("is taken by a listing of `northwind-labs`") && said.contains("or write over it with --force"), "{said}");
}

#[test]
fn a_publisher_by_name_gets_the_slug_suggested() {
    let (scratch, _) = demo_copy();
    let said = refused(&pressmark(scratch.path(), &flags(&["publisher"], &["--publisher=Zed Pub"])));
    assert!(
        said.contains(
            "--publisher: `Zed Pub` is not a slug: did you mean `zed-pub`?; give `--publisher-name` with the name that visitors see"
        ),
        "{said}"
    );
    assert!(said.contains("--publisher zed-pub") && said.contains("--publisher-name NAME"), "{said}");
}

#[test]
fn the_example_names_what_was_just_suggested_and_no_stranger() {
    let (scratch, _) = demo_copy();
    let said = refused(&pressmark(scratch.path(), &["new", "--app=slack", "--tags=chat,nope"]));
    let example = said.split("for example:\n").nth(1).unwrap_or_else(|| panic!("no example in {said}"));
    for part in ["--app Slack", "--tags messaging ", "--publisher your-name", "--publisher-name 'Your Name'"] {
        assert!(example.contains(part), "{part} is missing in {said}");
    }
}

#[test]
fn regions_of_closed_source_are_not_missing_and_all_at_once() {
    let (scratch, _) = demo_copy();
    let closed = flags(&["source", "source-url", "license", "publisher"], &["--source=closed", "--publisher=puffin-desk"]);
    let said = refused(&pressmark(scratch.path(), &closed));
    assert!(said.contains("1 answer is missing") && said.contains("--regions IDS") && !said.contains("[default"), "{said}");
}

#[test]
fn a_problem_is_reported_at_its_flag_and_in_terms_of_flags() {
    let (scratch, _) = demo_copy();
    let closed = flags(&["source", "license", "publisher"], &["--source=closed", "--regions=us", "--publisher=puffin-desk"]);
    let said = refused(&pressmark(scratch.path(), &closed));
    assert!(said.contains("  --source-url: `source_url` in a listing"), "{said}");
    assert!(said.contains("leave `--source-url` out, or give `--source open`"), "{said}");
    let both = ["new", "--source=closed", "--source-url=https://git.example/you/digest"];
    let said = refused(&pressmark(scratch.path(), &both));
    let example = said.split("for example:").nth(1).unwrap_or_else(|| panic!("no example in {said}"));
    assert!(example.contains("--source closed") && !example.contains("--source-url"), "{said}");
    let said = refused(&pressmark(scratch.path(), &flags(&["summary"], &["--summary=Channel Digest"])));
    assert!(said.contains("  --summary: ") && !said.contains("  --name: "), "{said}");
    let said = refused(&pressmark(scratch.path(), &flags(&[], &["--landing-url=https://northwind.example/digest"])));
    assert!(said.contains("  --landing-url: ") && said.contains("give `--install request`"), "{said}");
}

#[test]
fn flags_for_existing_entries_are_noted_and_do_not_stop_the_command() {
    let (scratch, _) = demo_copy();
    let more = ["--publisher-name=Northwind", "--app-website=https://slack.com/"];
    let said = wrote(&pressmark(scratch.path(), &flags(&[], &more)));
    assert!(said.contains("note: --publisher-name is not used: `northwind-labs` is in publishers/ already"), "{said}");
    assert!(said.contains("note: --app-website is not used: `Slack` is in apps/ already"), "{said}");
}

#[test]
fn an_app_with_nearly_the_name_of_another_is_doubted() {
    let (scratch, content) = demo_copy();
    let near = flags(&["app"], &["--app=Slak", "--app-website=https://slack.com/"]);
    let said = refused(&pressmark(scratch.path(), &near));
    assert!(said.contains("--app: `Slak` is not in the catalogue and would come along as another app: did you mean `Slack`?"), "{said}");
    assert!(!content.join("apps/slak.yaml").exists());
    let kept = pressmark(scratch.path(), &[&near[..], &["--accept-warnings"]].concat());
    assert!(!printed(&kept).contains("did you mean"), "{}", printed(&kept));
}

#[test]
fn a_dry_run_prints_the_files_and_writes_none() {
    let (scratch, content) = demo_copy();
    let before = files(&content);
    let said = wrote(&pressmark(scratch.path(), &[FULL, &["--dry-run"]].concat()));
    assert!(said.contains("==> content/listings/channel-digest/listing.yaml <==\n# yaml-language-server:"), "{said}");
    assert_eq!(files(&content), before);
}

#[test]
fn hostile_answers_become_values_and_nothing_else() {
    let (scratch, content) = demo_copy();
    let hostile = [
        "--name=Orders: \"all\" #1 of 'them'",
        "--summary=Sends x: y, {a}, [b] & *c* to \\d #now",
        "--setup=# <script>alert(1)</script>",
        "--setup=- [x](javascript:alert(1)) ![y](https://evil.example/p.png)",
        "--keywords=- a: b,null",
        "--accept-agreement=yes",
    ];
    let output = pressmark(
        scratch.path(),
        &flags(&["name", "summary", "setup", "keywords", "accept-agreement"], &[&hostile[..], &["--accept-warnings"]].concat()),
    );
    wrote(&output);
    let raw = RawCatalogue::read(&Disk::new(&content), &|_, _| {}).expect("a folder");
    let listing = raw.listing("orders-all-1-of-them").expect("the listing").file;
    assert_eq!(listing.name.get().map(|name| &**name), Some("Orders: \"all\" #1 of 'them'"));
    assert_eq!(listing.summary.get().map(|summary| &**summary), Some("Sends x: y, {a}, [b] & *c* to \\d #now"));
    let keywords: Vec<&str> = listing.keywords.items().iter().map(|keyword| &*keyword.value).collect();
    assert_eq!(keywords, ["- a: b", "null"]);
    let (_, outline) = raw.listing("orders-all-1-of-them").and_then(|listing| listing.readme()).expect("the README");
    let headings: Vec<&str> = outline.headings.iter().map(|heading| &*heading.text).collect();
    assert_eq!(headings, ["Setup", "Known limits", "Troubleshooting"]);
    assert!(outline.links.is_empty() && outline.has_raw_html.is_none());
}

#[test]
fn invisible_characters_are_neither_printed_nor_part_of_links() {
    let (scratch, content) = demo_copy();
    let before = files(&content);
    let slug = flags(&[], &["--slug=../../escape", "--notes=\u{1b}]0;owned\u{7}\u{202e}"]);
    let said = refused(&pressmark(scratch.path(), &slug));
    assert!(said.contains("--slug: `../../escape` cannot be part of an address"), "{said}");
    assert!(!said.contains(['\u{7}', '\u{202e}']) && !said.contains("\u{1b}]"), "{said:?}");
    assert_eq!(files(&content), before);
    assert!(!scratch.path().join("escape").exists());
}

const README: &str = "# Channel Digest

[![build](https://ci.example/badge.svg)](https://ci.example/x) ![](logo.png)

Collects what happened in a channel and posts it every morning. It is quiet otherwise.

## Installation

- Install it and sign in.
- See [the guide](docs/guide.md).

## Contributing

See [CONTRIBUTING](CONTRIBUTING.md).

## Known issues

It reads public channels only.

## License

MIT License. Questions: support@northwind.example, [issue tracker](https://git.example/you/digest/issues).
";

#[test]
fn a_readme_begins_a_listing_without_what_leads_nowhere() {
    let (scratch, content) = demo_copy();
    fs::write(scratch.path().join("their.md"), README).expect("a README");
    let known = ["name", "summary", "setup", "limits", "license", "support-email"];
    let said = wrote(&pressmark(scratch.path(), &flags(&known, &["--from=their.md"])));
    assert!(
        said.contains("name from its first heading: Channel Digest") && said.contains("license from its licence section: MIT"),
        "{said}"
    );
    assert!(said.contains("skipped a part from the text: - See [the guide](docs/guide.md)."), "{said}");
    let readme = fs::read_to_string(content.join("listings/channel-digest/README.md")).expect("the README");
    assert!(readme.starts_with("Collects what happened") && readme.contains("- Install it and sign in.\n"), "{readme}");
    assert!(!readme.contains("docs/guide.md") && !readme.contains("## Contributing") && !readme.contains("## Setup"), "{readme}");
    is_clean(scratch.path(), "channel-digest");
}

#[test]
fn the_schemas_that_were_regenerated_are_one_line() {
    let (scratch, _) = demo_copy();
    pressmark(scratch.path(), &["schema"]);
    let said = wrote(&pressmark(scratch.path(), &flags(&[], &[])));
    assert!(said.contains("  schemas/ (regenerated)\n") && !said.contains(".schema.json"), "{said}");
}

const README_IN_HTML: &str = r#"<div align="center">
  <a href="https://digest.example"><img src="assets/mark.svg" alt="Mark" width="120"></a>
  <h1>Channel Digest</h1>

[![license](https://img.shields.io/badge/license-Apache--2.0-blue)](LICENSE)
<a href="https://ci.example/x"><img src="https://ci.example/b.svg" alt="build"></a>

<p align="center">
  Collects what happened in a channel and posts it every morning.
</p>

</div>

<h2>Setup</h2>

Install it and sign in.
"#;

#[test]
fn a_readme_with_its_title_in_html_begins_a_listing_without_tags() {
    let (scratch, content) = demo_copy();
    fs::write(scratch.path().join("their.md"), README_IN_HTML).expect("a README");
    let said = wrote(&pressmark(scratch.path(), &flags(&["name", "summary", "setup", "license"], &["--from=their.md"])));
    for taken in [
        "name from its first heading: Channel Digest\n",
        "summary from its first sentence: Collects what happened in a channel and posts it every morni…\n",
        "license from its badge: Apache-2.0\n",
    ] {
        assert!(said.contains(taken), "{said}");
    }
    assert!(!said.contains("skipped"), "{said}");
    let readme = fs::read_to_string(content.join("listings/channel-digest/README.md")).expect("the README");
    let start = "<p align=\"center\">\n  Collects what happened in a channel and posts it every morning.\n</p>\n\n<h2>Setup</h2>\n\nInstall it and sign in.\n";
    assert!(readme.starts_with(start), "{readme}");
    is_clean(scratch.path(), "channel-digest");
}

const OPENAPI: &str = r##"openapi: 3.1.0
info:
  title: "Teapot: Timer"
  summary: Watches the tea and rings when it is ready.
  version: 2.3.0
  contact: {email: help@teapot.example}
  license: {name: Apache 2.0}
  termsOfService: https://teapot.example/terms
paths:
  /teas:
    post:
      summary: Start a timer
      description: Starts to watch a pot. It rings once.
    get:
      summary: "List: all timers"
components:
  securitySchemes:
    key: {type: apiKey, name: k, in: header}
"##;

#[test]
fn an_openapi_document_begins_a_listing_as_yaml_and_as_json() {
    let as_json = r#"{
	"openapi": "3.1.0",
	"info": {
		"title": "Teapot: Timer", "summary": "Watches the tea and rings when it is ready.", "version": "2.3.0",
		"contact": {"email": "help@teapot.example"}, "license": {"name": "Apache 2.0"}, "termsOfService": "https:\/\/teapot.example\/terms"
	},
	"paths": {"\/teas": {
		"post": {"summary": "Start a timer", "description": "Starts to watch a pot. It rings once."}, "get": {"summary": "List: all timers"}
	}},
	"components": {"securitySchemes": {"key": {"type": "apiKey", "name": "k", "in": "header"}}}
}"#;
    let mut written = Vec::new();
    for (name, text) in [("api.yaml", OPENAPI), ("api.json", as_json)] {
        let (scratch, content) = demo_copy();
        fs::write(scratch.path().join(name), text).expect("a document");
        let from = format!("--from={name}");
        wrote(&pressmark(scratch.path(), &flags(&["name", "summary", "license", "support-email"], &[&from])));
        is_clean(scratch.path(), "teapot-timer");
        written.push(fs::read_to_string(content.join("listings/teapot-timer/listing.yaml")).expect("the listing"));
    }
    assert_eq!(written[0], written[1]);
    for line in [
        "name: \"Teapot: Timer\"",
        "license: Apache-2.0",
        "  - version: 2.3.0",
        "auth: [api-key]",
        "    - name: Start a timer",
        "    - name: \"List: all timers\"",
    ] {
        assert!(written[0].lines().any(|written| written == line), "`{line}` is missing in {}", written[0]);
    }
}

#[test]
fn a_file_to_begin_with_that_is_neither_is_named_with_the_reason() {
    let (scratch, _) = demo_copy();
    for (name, text, why) in [
        ("a.yaml", "name: x\n", "nor an OpenAPI document"),
        ("b.json", "{\"openapi\": \"3.1.0\",\n \"info\": {\"title\": ]}\n", "line 2 cannot be read: "),
    ] {
        fs::write(scratch.path().join(name), text).expect("a file");
        let output = pressmark(scratch.path(), &["new", "--from", name]);
        assert_eq!(output.status.code(), Some(2));
        assert!(
            printed(&output).contains(&format!("cannot start from `{name}`")) && printed(&output).contains(why),
            "{}",
            printed(&output)
        );
    }
    let output = pressmark(scratch.path(), &["new", "--from", "missing.md"]);
    assert_eq!(output.status.code(), Some(2), "{}", printed(&output));
}

#[test]
fn the_repository_follows_from_the_issue_tracker_of_a_readme() {
    let (scratch, content) = demo_copy();
    fs::write(scratch.path().join("their.md"), README).expect("a README");
    let known = ["name", "summary", "setup", "limits", "license", "support-email", "source-url"];
    let said = wrote(&pressmark(scratch.path(), &flags(&known, &["--from=their.md"])));
    assert!(said.contains("source-url from its link to a page of the repository: https://git.example/you/digest\n"), "{said}");
    let listing = fs::read_to_string(content.join("listings/channel-digest/listing.yaml")).expect("the listing");
    assert!(listing.contains("source_url: https://git.example/you/digest\n"), "{listing}");
}

#[test]
fn a_broken_document_is_reported_as_by_check() {
    let (scratch, _) = demo_copy();
    fs::write(scratch.path().join("a.yaml"), "openapi: 3.1.0\ninfo:\n\ttitle: A\n").expect("a file");
    let said = printed(&pressmark(scratch.path(), &["new", "--from", "a.yaml"]));
    assert!(said.contains("line 3 cannot be read: ") && said.contains("(tab-indentation)"), "{said}");
}

#[test]
fn a_text_without_an_ending_is_read_as_markdown() {
    let (scratch, _) = demo_copy();
    for name in ["a.txt", "ABOUT"] {
        fs::write(scratch.path().join(name), "# Tea\n\nBrews tea: green, black and white.\n").expect("a file");
        let said = refused(&pressmark(scratch.path(), &["new", "--from", name]));
        assert!(said.contains("name from its first heading: Tea") && said.contains("the text: 1 line\n"), "{said}");
        fs::write(scratch.path().join(name), "# an API\nopenapi: 3.1.0\ninfo: {title: Tea}\npaths: {/a: {get: {summary: Brew}}}\n")
            .expect("a file");
        let said = refused(&pressmark(scratch.path(), &["new", "--from", name]));
        assert!(said.contains("name from info.title: Tea") && said.contains("its paths: 1 operation\n"), "{said}");
    }
}

#[test]
fn the_help_shows_an_example_and_every_flag() {
    let help = printed(&pressmark(root(), &["new", "--help"]));
    assert!(help.contains("Examples:\n  pressmark new\n"), "{help}");
    for flag in ["--name <NAME>", "--app <NAME>", "--from <FILE>", "--accept-agreement <NAME>", "--force"] {
        assert!(help.contains(flag), "{flag} is missing in {help}");
    }
}

/// Someone at a terminal: for each question the answers given one after the other, and everything they are told.
struct Scripted {
    replies: Vec<(Topic, Reply)>,
    asked: Vec<Topic>,
    told: Vec<String>,
}

impl Scripted {
    fn new(replies: impl IntoIterator<Item = (Topic, &'static str)>) -> Self {
        let replies = replies.into_iter().map(|(topic, said)| match said {
            "<" => (topic, Reply::Back),
            "" => (topic, Reply::Values(Vec::new())),
            said => (topic, Reply::Values(vec![said.to_owned()])),
        });
        Self { replies: replies.collect(), asked: Vec::new(), told: Vec::new() }
    }
}

impl Prompt for Scripted {
    fn ask(&mut self, asked: &Asked) -> Result<Reply, Stopped> {
        let topic = asked.question.topic;
        self.asked.push(topic);
        if let Some(at) = self.replies.iter().position(|(about, _)| *about == topic) {
            return Ok(self.replies.remove(at).1);
        }
        // Everything else is answered with what is offered first, or with Enter.
        match (&asked.need, asked.offers.first()) {
            (Need::Optional, _) => Ok(Reply::Values(Vec::new())),
            (Need::Required, Some(offer)) => Ok(Reply::Values(vec![offer.value.clone()])),
            (Need::Required, None) => Ok(Reply::Values(vec![asked.question.example.to_owned()])),
            (Need::Default(usual), _) => Ok(Reply::Values(vec![(*usual).to_owned()])),
            (Need::Skip, _) => Err(Stopped),
        }
    }

    fn say(&mut self, said: Message<'_>) {
        let (Message::Note(text) | Message::Warning(text) | Message::Refusal(text)) = said;
        self.told.push(text.to_owned());
    }
}

fn dry_run() -> DryRun {
    let raw = RawCatalogue::read(&Disk::new(root().join("content")), &|_, _| {}).expect("the demo");
    DryRun::new(raw, jiff::civil::date(2026, 12, 1), false)
}

#[test]
fn the_wizard_asks_in_the_order_of_the_dialog_and_ends_with_a_valid_listing() {
    let dry_run = dry_run();
    let mut prompt = Scripted::new([]);
    let answers = interview(Interview::default(), &dry_run, &mut prompt).expect("answers");
    let dialog = [Topic::Source, Topic::App, Topic::Tags, Topic::Keywords, Topic::Install, Topic::Agreement];
    let asked: Vec<Topic> = prompt.asked.iter().copied().filter(|topic| dialog.contains(topic)).collect();
    assert_eq!(asked, dialog);
    let files = dry_run.files(&Submission { answers, ..Submission::default() });
    let (_, report) = dry_run.report(&files);
    assert!(report.is_empty(), "{report:?}");
}

#[test]
fn a_wrong_answer_shows_the_finding_and_is_asked_again() {
    let mut prompt =
        Scripted::new([(Topic::App, "slack"), (Topic::App, "Slack"), (Topic::Name, "Slack Messages"), (Topic::Name, "Digest")]);
    let answers = interview(Interview::default(), &dry_run(), &mut prompt).expect("answers");
    assert_eq!(prompt.asked.iter().filter(|topic| **topic == Topic::App).count(), 2);
    assert!(prompt.told.iter().any(|told| told.contains("unknown app `slack`: did you mean `Slack`?")), "{:?}", prompt.told);
    assert!(prompt.told.iter().any(|told| told.contains("`listings/slack-messages/` is taken")), "{:?}", prompt.told);
    assert_eq!((answers.text(Topic::App), answers.text(Topic::Name)), (Some("Slack"), Some("Digest")));
}

#[test]
fn a_warning_is_kept_only_by_the_same_answer_again() {
    let url = "http://git.example/you";
    let mut prompt = Scripted::new([(Topic::SourceUrl, url), (Topic::SourceUrl, url)]);
    let answers = interview(Interview::default(), &dry_run(), &mut prompt).expect("answers");
    assert_eq!(answers.text(Topic::SourceUrl), Some(url));
    assert_eq!(prompt.told.iter().filter(|told| told.contains("(url-not-https)")).count(), 1, "{:?}", prompt.told);
    let mut prompt = Scripted::new([(Topic::SourceUrl, url), (Topic::SourceUrl, "https://git.example/you")]);
    let answers = interview(Interview::default(), &dry_run(), &mut prompt).expect("answers");
    assert_eq!(answers.text(Topic::SourceUrl), Some("https://git.example/you"));
}

#[test]
fn an_answer_makes_later_questions_arise_and_back_removes_it() {
    let back = [
        (Topic::Install, "request"),
        (Topic::LandingUrl, "<"),
        (Topic::Install, "direct"),
        (Topic::Source, "closed"),
        (Topic::Publisher, "puffin-desk"),
    ];
    let mut prompt = Scripted::new(back);
    let answers = interview(Interview::default(), &dry_run(), &mut prompt).expect("answers");
    assert_eq!(answers.text(Topic::Install), Some("direct"));
    assert!(
        answers.text(Topic::LandingUrl).is_none() && !prompt.asked.contains(&Topic::SourceUrl) && prompt.asked.contains(&Topic::Regions)
    );
}

#[test]
fn values_of_a_file_are_suggested_and_flags_are_not_asked() {
    let mut suggestions = Answers::default();
    suggestions.set(Topic::Summary, ["Posts a digest."]);
    struct ResolvedTheme(Scripted, Vec<Vec<String>>);
    impl Prompt for ResolvedTheme {
        fn ask(&mut self, asked: &Asked) -> Result<Reply, Stopped> {
            if asked.question.topic == Topic::Summary {
                self.1.push(asked.initial.clone());
            }
            self.0.ask(asked)
        }
        fn say(&mut self, said: Message<'_>) {
            self.0.say(said);
        }
    }
    let start = Interview { answers: Answers::default().with(Topic::Name, "Digest"), suggestions };
    let mut prompt = ResolvedTheme(Scripted::new([]), Vec::new());
    interview(start, &dry_run(), &mut prompt).expect("answers");
    assert_eq!(prompt.1, [["Posts a digest."]]);
    assert!(!prompt.0.asked.contains(&Topic::Name));
}

#[test]
fn a_name_typed_for_a_publisher_leads_to_a_slug_and_to_the_name() {
    let mut prompt = Watched::new([(Topic::Publisher, "Zed Pub"), (Topic::PublisherName, "Zed Pub")]);
    let answers = interview(Interview::default(), &dry_run(), &mut prompt).expect("answers");
    assert!(prompt.inner.told.iter().any(|told| told.contains("its slug is `zed-pub`")), "{:?}", prompt.inner.told);
    assert_eq!(prompt.initial(Topic::Publisher), [Vec::<&str>::new()]);
    assert_eq!(prompt.initial(Topic::PublisherName), [["Zed Pub"]]);
    assert_eq!((answers.text(Topic::Publisher), answers.text(Topic::PublisherName)), (Some("zed-pub"), Some("Zed Pub")));
}

#[test]
fn a_refused_optional_answer_does_not_come_back_with_enter() {
    let mut prompt = Watched::new([(Topic::SupportEmail, "nobody@")]);
    let answers = interview(Interview::default(), &dry_run(), &mut prompt).expect("answers");
    assert_eq!(prompt.initial(Topic::SupportEmail), [Vec::<&str>::new(), Vec::new()]);
    assert_eq!(answers.text(Topic::SupportEmail), None);
}

#[test]
fn a_nearly_known_app_is_kept_by_the_same_answer_again() {
    let mut prompt = Scripted::new([(Topic::App, "Slak"), (Topic::App, "Slak"), (Topic::AppWebsite, "https://slak.example/")]);
    let answers = interview(Interview::default(), &dry_run(), &mut prompt).expect("answers");
    assert_eq!(prompt.told.iter().filter(|told| told.contains("did you mean `Slack`?")).count(), 1, "{:?}", prompt.told);
    assert_eq!(answers.text(Topic::App), Some("Slak"));
}

/// A script that also notes what was ready at each question.
struct Watched {
    inner: Scripted,
    seen: Vec<(Topic, Vec<String>)>,
}

impl Watched {
    fn new(replies: impl IntoIterator<Item = (Topic, &'static str)>) -> Self {
        Self { inner: Scripted::new(replies), seen: Vec::new() }
    }

    fn initial(&self, topic: Topic) -> Vec<Vec<&str>> {
        let own = self.seen.iter().filter(|(seen, _)| *seen == topic);
        own.map(|(_, initial)| initial.iter().map(String::as_str).collect()).collect()
    }
}

impl Prompt for Watched {
    fn ask(&mut self, asked: &Asked) -> Result<Reply, Stopped> {
        self.seen.push((asked.question.topic, asked.initial.clone()));
        self.inner.ask(asked)
    }

    fn say(&mut self, said: Message<'_>) {
        self.inner.say(said);
    }
}

#[test]
fn a_new_publisher_is_asked_for_an_account_and_then_for_its_number() {
    let given = [
        (Topic::Publisher, "mango-lab"),
        (Topic::PublisherName, "Mango Lab"),
        (Topic::AccountLogin, "@mango"),
        (Topic::AccountLogin, "mango"),
        (Topic::AccountId, ""),
        (Topic::AccountId, "990000120"),
    ];
    let dry_run = dry_run();
    let mut prompt = Watched::new(given);
    let answers = interview(Interview::default(), &dry_run, &mut prompt).expect("answers");
    assert!(
        prompt.inner.told.iter().any(|told| told.contains("`@mango` is not the name of an account: write `mango`")),
        "{:?}",
        prompt.inner.told
    );
    let asked: Vec<Topic> =
        prompt.inner.asked.iter().copied().filter(|topic| (Topic::PublisherName..Topic::Version).contains(topic)).collect();
    let expected =
        [Topic::PublisherName, Topic::PublisherUrl, Topic::AccountLogin, Topic::AccountLogin, Topic::AccountId, Topic::AccountId];
    assert_eq!(asked, expected);
    let hint = pressmark::submission::hint(Topic::AccountId, &answers, dry_run.raw()).expect("a hint");
    assert!(hint.contains("https://git.example/api/v1/users/mango"), "{hint}");
    let files = dry_run.files(&Submission { answers, ..Submission::default() });
    let (_, report) = dry_run.report(&files);
    assert!(report.is_empty(), "{report:?}");
}

#[test]
fn an_account_that_is_passed_over_is_not_asked_for_its_number() {
    let mut prompt = Scripted::new([(Topic::Publisher, "mango-lab"), (Topic::PublisherName, "Mango Lab")]);
    interview(Interview::default(), &dry_run(), &mut prompt).expect("answers");
    assert!(prompt.asked.contains(&Topic::AccountLogin) && !prompt.asked.contains(&Topic::AccountId), "{:?}", prompt.asked);
    let mut prompt = Scripted::new([]);
    interview(Interview::default(), &dry_run(), &mut prompt).expect("answers");
    assert!(!prompt.asked.contains(&Topic::AccountLogin), "whoever is there already is not asked: {:?}", prompt.asked);
}

#[test]
fn the_wizard_says_how_far_it_is() {
    struct Steps(Scripted, Vec<(usize, usize)>);
    impl Prompt for Steps {
        fn ask(&mut self, asked: &Asked) -> Result<Reply, Stopped> {
            self.1.push(asked.step);
            self.0.ask(asked)
        }
        fn say(&mut self, said: Message<'_>) {
            self.0.say(said);
        }
    }
    let mut prompt = Steps(Scripted::new([(Topic::Name, ""), (Topic::Name, "Channel Digest"), (Topic::Source, "")]), Vec::new());
    interview(Interview::default(), &dry_run(), &mut prompt).expect("answers");
    assert_eq!(prompt.1[..3].iter().map(|(at, _)| *at).collect::<Vec<_>>(), [1, 1, 2], "a question that is asked again is the same one");
    let &(last, of) = prompt.1.last().expect("a question");
    assert_eq!(last, of);
    assert!(prompt.0.told.iter().any(|told| told.contains("choose one with the arrow keys")), "{:?}", prompt.0.told);
}

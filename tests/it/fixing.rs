//! `check --fix` and `--diff`, on a copy of the demo that submitters have been at.

use std::fs;
use std::path::Path;

use crate::support::{demo_copy, pressmark, printed};

const TODAY: [&str; 2] = ["--today", "2026-12-01"];

/// A listing with eight slips whose right answer is certain, one that needs a person, and comments that must outlive the mending.
const BROKEN: &str = "# Looked after by the harbour team; ask in #harbour before changing the name.
name: '  Harbour Cards '   # no trailing space, please
app: trello # the catalogue writes it with a capital letter
summary: Posts arrivals and departures to a board, a card for each ship.
publisher: pebblecast

tags:
  # where visitors look for it
  - project-management

keywords: 'ships, harbours'

source: Open
source_url: https://git.example/pebblecast/harbour-cards
licence: mit # as in LICENSE
install: {url: https://pebblecast.example/install/harbour-cards}
support: {email: hello@pebblecast.example}
versions:
  - {version: 1.0.0, date: 2026/11/02, notes: The first release.}
operations: {actions: [{name: Post card, summary: Posts a card.}, {name: Post card, summary: Posts a card.}]}
agreement: {version: '2026-01', accepted_by: Pebblecast GmbH, accepted_on: 2026-11-01}
";

fn check(folder: &Path, args: &[&str]) -> std::process::Output {
    pressmark(folder, &[&["check"], &TODAY[..], args].concat())
}

fn broken() -> (tempfile::TempDir, std::path::PathBuf) {
    let (scratch, content) = demo_copy();
    let listing = content.join("listings/harbour-cards/listing.yaml");
    fs::create_dir_all(listing.parent().expect("a folder")).expect("a folder");
    fs::write(&listing, BROKEN).expect("a file");
    (scratch, listing)
}

#[test]
fn fixing_applies_certain_fixes_and_keeps_comments_order_and_empty_lines() {
    let (scratch, listing) = broken();
    let output = check(scratch.path(), &["--fix"]);
    let mended = fs::read_to_string(&listing).expect("the listing");
    println!("{mended}\n{}", printed(&output));
    for line in [
        "# Looked after by the harbour team; ask in #harbour before changing the name.",
        "name: Harbour Cards   # no trailing space, please",
        "app: Trello # the catalogue writes it with a capital letter",
        "  # where visitors look for it",
        "  - projects",
        "keywords: [ships, harbours]",
        "source: open",
        "license: MIT # as in LICENSE",
        "  - {version: 1.0.0, date: 2026-11-02, notes: The first release.}",
    ] {
        assert!(mended.lines().any(|found| found == line), "{line}");
    }
    let comments = |text: &str| text.lines().filter_map(|line| Some(line.split_once('#')?.1.to_owned())).collect::<Vec<_>>();
    assert_eq!(comments(&mended), comments(BROKEN), "no comment is lost");
    let blank = |text: &str| text.lines().filter(|line| line.is_empty()).count();
    assert_eq!(blank(&mended), blank(BROKEN), "no blank line is lost");
    assert!(mended.contains("name: Post card, summary: Posts a card.}, {name: Post card"), "two operations of one name are for a person");
}

#[test]
fn fixing_twice_changes_nothing_the_second_time() {
    let (scratch, listing) = broken();
    check(scratch.path(), &["--fix"]);
    let once = fs::read(&listing).expect("the listing");
    let again = check(scratch.path(), &["--fix"]);
    assert_eq!(fs::read(&listing).expect("the listing"), once);
    assert!(printed(&again).contains("no automatic fixes available"), "{}", printed(&again));
}

#[test]
fn the_diff_is_what_fixing_would_do_and_writes_nothing() {
    let (scratch, listing) = broken();
    let output = check(scratch.path(), &["--diff"]);
    assert_eq!(output.status.code(), Some(1), "there is something to change");
    assert_eq!(fs::read_to_string(&listing).expect("the listing"), BROKEN);
    let diff = String::from_utf8(output.stdout).expect("a diff in UTF-8");
    check(scratch.path(), &["--fix"]);
    let mended = fs::read_to_string(&listing).expect("the listing");
    let kept: Vec<&str> = BROKEN.lines().filter(|line| !mended.lines().any(|other| other == *line)).collect();
    let removed: Vec<&str> = diff.lines().filter(|line| !line.starts_with("---")).filter_map(|line| line.strip_prefix('-')).collect();
    assert_eq!(removed, kept);
    let after = check(scratch.path(), &["--diff"]);
    assert_eq!((after.status.code(), after.stdout.is_empty()), (Some(0), true), "{}", printed(&after));
}

#[test]
fn lines_of_a_file_from_windows_keep_their_ends() {
    let (scratch, listing) = broken();
    fs::write(&listing, BROKEN.replace('\n', "\r\n")).expect("a file");
    check(scratch.path(), &["--fix"]);
    let mended = fs::read_to_string(&listing).expect("the listing");
    assert!(mended.contains("app: Trello #"));
    assert_eq!(mended.matches('\n').count(), mended.matches("\r\n").count());
}

#[test]
fn only_named_files_are_reported_and_fixed() {
    let (scratch, listing) = broken();
    let other = check(scratch.path(), &["content/listings/slack-messages", "--fix"]);
    assert_eq!(other.status.code(), Some(0), "{}", printed(&other));
    assert_eq!(fs::read_to_string(&listing).expect("the listing"), BROKEN);
    let named = check(scratch.path(), &["content/listings/harbour-cards/listing.yaml"]);
    assert_eq!(named.status.code(), Some(1));
    let nowhere = check(scratch.path(), &["content/listings/harbor-cards"]);
    assert_eq!(nowhere.status.code(), Some(2), "{}", printed(&nowhere));
    assert!(printed(&nowhere).contains("harbor-cards"));
}

#[test]
fn the_day_decides_and_can_be_given() {
    let (scratch, content) = demo_copy();
    let listing = content.join("listings/slack-messages/listing.yaml");
    let text = fs::read_to_string(&listing).expect("the listing");
    fs::write(&listing, text.replace("date: 2026-11-17", "date: 2027-01-05")).expect("a file");
    let found = |day: &str| printed(&pressmark(scratch.path(), &["check", "--today", day])).contains("version-date-in-future");
    assert!(found("2027-01-02") && !found("2027-01-05"));
}

/// The listing `slack-messages` of a demo copy after `change` and `check --fix`.
fn mended(change: impl Fn(String) -> String, readme: Option<&str>) -> String {
    let (scratch, content) = demo_copy();
    let listing = content.join("listings/slack-messages/listing.yaml");
    let text = fs::read_to_string(&listing).expect("the listing");
    fs::write(&listing, change(text)).expect("a file");
    if let Some(readme) = readme {
        fs::write(content.join("listings/slack-messages/README.md"), readme).expect("a file");
    }
    let output = check(scratch.path(), &["--fix"]);
    println!("{}", printed(&output));
    fs::read_to_string(&listing).expect("the listing")
}

const SUPPORT: &str = "support:
  email: hello@pebblecast.example
  url: https://pebblecast.example/help/slack-messages
  docs: https://pebblecast.example/docs/slack-messages
";

#[test]
fn a_contact_that_only_the_readme_gives_is_moved_into_the_listing() {
    let readme = "Posts messages.\n\n## Setup\n\nSign in as bot@pebblecast.example.\n\n## Support\n\nWrite to [us](mailto:help@pebblecast.example).\n";
    let text = mended(|text| text.replace(SUPPORT, ""), Some(readme));
    assert!(text.ends_with("\nsupport: {email: help@pebblecast.example}\n"), "{text}");
    let elsewhere = readme.replace("## Support", "## Notes");
    let text = mended(|text| text.replace(SUPPORT, ""), Some(&elsewhere));
    assert!(!text.contains("support:"), "two addresses below no such heading are for a person: {text}");
}

#[test]
fn a_contact_in_the_wrong_place_is_moved_to_the_right_one() {
    let text = mended(|text| text.replace(SUPPORT, "email: hello@pebblecast.example # read daily\n"), None);
    assert!(text.contains("\nsupport: {email: hello@pebblecast.example} # read daily\n"), "{text}");
    let text = mended(|text| text.replace(SUPPORT, "support: hello@pebblecast.example\n"), None);
    assert!(text.contains("\nsupport: {email: hello@pebblecast.example}\n"), "{text}");
    let two = "email: hello@pebblecast.example\ndocs: https://pebblecast.example/docs\n";
    let text = mended(|text| text.replace(SUPPORT, two), None);
    assert!(text.contains(two), "two that want to go to one place are for a person: {text}");
}

#[test]
fn a_listing_is_checked_from_within_its_own_folder() {
    let (_scratch, listing) = broken();
    let folder = listing.parent().expect("a folder");
    let here = check(folder, &["."]);
    assert_eq!(here.status.code(), Some(1), "{}", printed(&here));
    assert!(printed(&here).contains("--> listing.yaml:"), "{}", printed(&here));
    let file = check(folder, &["listing.yaml", "--diff"]);
    assert!(printed(&file).contains("+app: Trello"), "{}", printed(&file));
}

//! Two listings with one name: the one that was there first keeps its page, and no one loses a page where that is not known.

use std::process::Command;

use crate::repository::{Scenario, listing};
use crate::support::{pressmark, printed};

/// A listing that another one wants to be mistaken for, and the later one, whose slug and date come first.
fn first() -> String {
    listing("Ledger Rows", "wren", "")
}

fn later() -> String {
    listing("Ledger Rows", "lone", "").replace("2026-01-01", "1999-01-01")
}

const FIRST: &str = "content/listings/z-ledger/listing.yaml";
const LATER: &str = "content/listings/a-ledger/listing.yaml";

/// The slugs of `z-ledger` and `a-ledger` that have a page after a build in `folder`, and what the build said.
fn built(folder: &std::path::Path) -> (Vec<&'static str>, String) {
    let said = printed(&pressmark(folder, &["build"]));
    let is_shown = |slug: &&str| folder.join(format!("public/listings/{slug}/index.html")).is_file();
    (["a-ledger", "z-ledger"].into_iter().filter(is_shown).collect(), said)
}

#[test]
fn of_two_listings_with_one_name_the_one_that_was_merged_first_keeps_its_page() {
    let scenario = Scenario::over(&[(FIRST, &first())]);
    scenario.write(LATER, later());
    scenario.commit("Add the second");
    let (shown, said) = built(scenario.path());
    assert_eq!(shown, ["z-ledger"], "{said}");
}

#[test]
fn a_listing_that_is_not_committed_yet_comes_after_those_that_are() {
    let scenario = Scenario::over(&[(FIRST, &first())]);
    scenario.write(LATER, later());
    let (shown, said) = built(scenario.path());
    assert_eq!(shown, ["z-ledger"], "{said}");
}

#[test]
fn both_keep_their_pages_where_history_does_not_say_who_was_first() {
    let together = Scenario::over(&[(FIRST, &first()), (LATER, &later())]);
    assert_eq!(built(together.path()).0, ["a-ledger", "z-ledger"], "one commit added both");

    let renamed = Scenario::over(&[("content/listings/old-ledger/listing.yaml", &first())]);
    renamed.write(LATER, later());
    renamed.commit("Add the second");
    renamed.git(&["mv", "content/listings/old-ledger", "content/listings/z-ledger"]);
    renamed.commit("Rename the first");
    assert_eq!(built(renamed.path()).0, ["a-ledger", "z-ledger"], "the first had another name");

    let scenario = Scenario::over(&[(FIRST, &first())]);
    scenario.write(LATER, later());
    scenario.commit("Add the second");
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let origin = format!("file://{}", scenario.path().display());
    let clone = Command::new("git").args(["clone", "-q", "--depth=1", &origin, "clone"]).current_dir(scratch.path()).status();
    assert!(clone.expect("git runs").success());
    assert_eq!(built(&scratch.path().join("clone")).0, ["a-ledger", "z-ledger"], "the clone has one commit");
}

//! `explain`: the pages of the rules on the command line.

use std::collections::BTreeSet;
use std::path::Path;

use crate::support::{pressmark, printed, root};

fn stdout(args: &[&str]) -> String {
    let output = pressmark(root(), args);
    assert_eq!(output.status.code(), Some(0), "{}", printed(&output));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn a_rule_is_explained_by_its_name_and_by_its_id() {
    let by_name = stdout(&["explain", "tags-missing"]);
    assert_eq!(by_name, stdout(&["explain", "l020"]));
    assert_eq!(by_name, stdout(&["explain", "L20"]));
    assert!(by_name.starts_with("# tags-missing (L020)\n"), "{by_name}");
    assert_eq!(stdout(&["explain", "tag-doubled"]), stdout(&["explain", "duplicate-tag"]));
    for part in ["## Incorrect", "## Correct", "## Level", "tags-missing: warn"] {
        assert!(by_name.contains(part), "{part} in {by_name}");
    }
}

#[test]
fn the_list_names_every_rule_on_a_line_its_id_first() {
    let ids: BTreeSet<&str> = pressmark::rules::all().map(|rule| rule.code.id).collect();
    let list = stdout(&["explain", "--list"]);
    let listed: Vec<&str> = list.lines().filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(listed.len(), ids.len());
    assert_eq!(listed.into_iter().collect::<BTreeSet<_>>(), ids);
}

#[test]
fn a_misspelt_rule_gets_the_nearest_name() {
    let output = pressmark(Path::new("."), &["explain", "tag-missing"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(printed(&output).contains("did you mean `tags-missing`?"), "{}", printed(&output));
}

//! The commands of git that a command prints for its change: a shell runs them as they are, and they commit the change and nothing else.

use std::path::Path;
use std::process::Command;

use crate::repository::Scenario;
use crate::support::{pressmark, printed};

const LISTING: &str = "content/listings/acme-messages/listing.yaml";
const SUSPEND: &[&str] = &["lifecycle", "suspend", "acme-messages", "--reason", "broken"];
const RENAME: &[&str] = &["lifecycle", "rename", "acme-messages", "acme-notes"];

/// Runs the program in `folder`, on a fixed day.
#[track_caller]
fn said_in(folder: &Path, args: &[&str]) -> String {
    let done = pressmark(folder, &[args, &["--today", "2026-12-01"]].concat());
    assert_eq!(done.status.code(), Some(0), "{args:?}: {}", printed(&done));
    printed(&done)
}

/// The commands that `said` prints for the step `what`.
fn command<'said>(said: &'said str, what: &str) -> &'said str {
    let mut lines = said.lines().skip_while(|line| !line.ends_with(&format!(" {what}:")));
    lines.nth(1).unwrap_or_else(|| panic!("no step `{what}`: {said}")).trim()
}

/// Runs `command` in a shell in `folder`, which exits with 0.
#[track_caller]
fn shell(folder: &Path, command: &str) {
    let mut shell = Command::new("sh");
    for who in ["AUTHOR", "COMMITTER"] {
        shell.env(format!("GIT_{who}_NAME"), "Test").env(format!("GIT_{who}_EMAIL"), "test@test.example");
    }
    let done = shell.args(["-c", command]).current_dir(folder).output().expect("a shell");
    assert_eq!(done.status.code(), Some(0), "{command}: {}", printed(&done));
}

/// Runs the program and the commit that it prints, and returns what that commit changes, without detecting renames.
#[track_caller]
fn committed(scenario: &Scenario, args: &[&str]) -> Vec<String> {
    let said = said_in(scenario.path(), args);
    shell(scenario.path(), command(&said, "commit it on a new branch"));
    changes(scenario)
}

fn changes(scenario: &Scenario) -> Vec<String> {
    scenario.git(&["show", "--format=", "--name-status", "--no-renames", "HEAD"]).lines().map(|line| line.replace('\t', " ")).collect()
}

#[test]
fn a_commit_contains_the_change_and_nothing_else() {
    let scenario = Scenario::new();
    scenario.write("content/pages/about.md", "---\ntitle: About\n---\nOurs.\n").write("notes.txt", "Mine.\n");
    scenario.git(&["add", "content/pages/about.md"]);
    assert_eq!(committed(&scenario, SUSPEND), [format!("M {LISTING}")]);
    assert_eq!(scenario.git(&["branch", "--show-current"]), "suspend-acme-messages");
    assert_eq!(scenario.git(&["status", "--porcelain"]), "A  content/pages/about.md\n?? notes.txt");
}

#[test]
fn a_branch_gets_a_name_that_none_has() {
    let scenario = Scenario::new();
    scenario.git(&["branch", "suspend-acme-messages"]);
    scenario.git(&["update-ref", "refs/remotes/upstream/suspend-acme-messages-2", "HEAD"]);
    scenario.git(&["remote", "add", "upstream", "https://git.example/library/catalogue"]);
    let said = said_in(scenario.path(), SUSPEND);
    shell(scenario.path(), command(&said, "commit it on a new branch"));
    assert_eq!(scenario.git(&["branch", "--show-current"]), "suspend-acme-messages-3");
    assert_eq!(command(&said, "push the branch"), "git push -u upstream suspend-acme-messages-3");
    assert!(said.contains("compare/main...suspend-acme-messages-3\n"), "{said}");
}

#[test]
fn a_branch_is_pushed_to_a_remote_that_exists() {
    let scenario = Scenario::new();
    let said = said_in(scenario.path(), SUSPEND);
    assert_eq!(
        command(&said, "add the remote repository, and push the branch"),
        "git remote add origin https://git.example/library/catalogue && git push -u origin suspend-acme-messages"
    );
}

#[test]
fn a_rename_commits_the_files_that_left() {
    let scenario = Scenario::over(&[("content/collections/start.yaml", "title: Start\nlistings: [{slug: acme-messages, why: Small.}]\n")]);
    scenario.write("content/listings/acme-messages/.notes", "Mine.\n").write("staged.txt", "Mine.\n");
    scenario.git(&["add", "staged.txt"]);
    let expected = [
        "M content/collections/start.yaml",
        "D content/listings/acme-messages/README.md",
        "D content/listings/acme-messages/listing.yaml",
        "A content/listings/acme-notes/.notes",
        "A content/listings/acme-notes/README.md",
        "A content/listings/acme-notes/listing.yaml",
    ];
    assert_eq!(committed(&scenario, RENAME), expected);
    assert_eq!(scenario.git(&["status", "--porcelain"]), "A  staged.txt");
}

#[test]
fn a_folder_that_was_never_committed_is_not_named() {
    let scenario = Scenario::new();
    let folder = "content/listings/acme-messages";
    let after = ["A content/listings/acme-notes/README.md", "A content/listings/acme-notes/listing.yaml"];
    // Neither committed nor staged; staged alone; committed alone.
    for (n, before) in ["rm -rq --cached", "rm -rq --cached ; add", "rm -rq --cached"].iter().enumerate() {
        scenario.git(&["checkout", "-q", "-f", "-B", "proposal", "main"]);
        for (step, args) in before.split(" ; ").enumerate() {
            scenario.git(&[&args.split(' ').collect::<Vec<_>>()[..], &[folder]].concat());
            if step == 0 && n < 2 {
                scenario.git(&["commit", "-q", "-m", "Not yet"]);
            }
        }
        let said = said_in(scenario.path(), RENAME);
        shell(scenario.path(), command(&said, "commit it on a new branch"));
        let added: Vec<String> = changes(&scenario).into_iter().filter(|line| line.starts_with('A')).collect();
        assert_eq!(added, after, "{n}: {said}");
        assert_eq!(changes(&scenario).len(), if n == 2 { 4 } else { 2 }, "{n}: {said}");
        assert_eq!(scenario.git(&["status", "--porcelain"]), "", "{n}: {said}");
    }
}

#[test]
fn a_change_that_was_undone_is_nothing_to_propose() {
    let scenario = Scenario::new();
    said_in(scenario.path(), SUSPEND);
    scenario.git(&["add", "-A"]);
    let said = said_in(scenario.path(), &["lifecycle", "restore", "acme-messages"]);
    assert!(
        said.ends_with("The change passes the check.\nThere is nothing to propose: the files are as they are in the last commit.\n"),
        "{said}"
    );
}

#[test]
fn a_folder_in_no_repository_is_said() {
    let scenario = Scenario::new();
    std::fs::remove_dir_all(scenario.file(".git")).expect("a repository");
    let said = said_in(&scenario.file("content"), SUSPEND);
    let what = "this folder is in no git repository, so there is no branch to propose; to start a repository here";
    assert!(!said.contains("git switch") && said.contains("git clone https://git.example/library/catalogue\n"), "{said}");
    shell(&scenario.file("content"), command(&said, what));
    assert_eq!(scenario.git(&["log", "--format=%s"]), "Suspend acme-messages");
    assert_eq!(scenario.git(&["status", "--porcelain"]), "");
}

#[test]
fn the_commands_work_from_another_folder() {
    let scenario = Scenario::new();
    let elsewhere = tempfile::tempdir().expect("a scratch folder");
    let content = scenario.file("content").to_string_lossy().into_owned();
    let said = said_in(elsewhere.path(), &[SUSPEND, &["--content", &content]].concat());
    shell(elsewhere.path(), command(&said, "commit it on a new branch"));
    assert_eq!(changes(&scenario), [format!("M {LISTING}")]);
    let said = said_in(&scenario.file("content/listings"), RENAME);
    shell(&scenario.file("content/listings"), command(&said, "commit it on a new branch"));
    assert_eq!(changes(&scenario).len(), 4, "{said}");
}

#[test]
fn a_release_and_a_new_listing_are_committed_alone() {
    let scenario = Scenario::new();
    scenario.write("staged.txt", "Mine.\n");
    scenario.git(&["add", "staged.txt"]);
    assert_eq!(committed(&scenario, &["release", "acme-messages", "1.1.0", "--notes", "Faster."]), [format!("M {LISTING}")]);
    let new: Vec<&str> = "new --yes --name Digest --app Slack --tags crm --source open --source-url https://git.example/wren/digest \
        --license MIT --support-email help@wren.example --install-url https://wren.example/install --publisher wren"
        .split_whitespace()
        .chain(["--summary", "Collects what happened in a channel.", "--setup", "Sign in.", "--limits", "Public channels only."])
        .chain(["--accept-agreement", "Wren Tools", "--accept-warnings"])
        .collect();
    assert_eq!(committed(&scenario, &new), ["A content/listings/digest/README.md", "A content/listings/digest/listing.yaml"]);
    assert_eq!(scenario.git(&["status", "--porcelain"]), "A  staged.txt");
}

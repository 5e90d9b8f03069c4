//! When a page was last changed, by the history of its files and by nothing else.

use std::path::Path;
use std::process::Command;

use crate::repository::Scenario;
use crate::support::{pressmark, printed};

const ABOUT: &str = "content/pages/about.md";
const NOTES: &str = "content/listings/wren-rows/docs/notes.md";

/// Commits what there is on `day`, as the committer's clock shows it.
fn commit_on(scenario: &Scenario, day: &str) {
    scenario.git(&["add", "-A"]);
    let args =
        ["-c", "user.name=Test", "-c", "user.email=test@test.example", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "A change"];
    let mut git = Command::new("git");
    git.args(args).current_dir(scenario.path()).env("GIT_COMMITTER_DATE", day).env("GIT_AUTHOR_DATE", "2001-01-01T00:00:00Z");
    assert!(git.output().expect("git runs").status.success());
}

/// A catalogue whose files are of the year 2025, but for a page and a listing.
fn scenario() -> Scenario {
    let scenario = Scenario::new();
    scenario.git(&["checkout", "-q", "--orphan", "dated"]);
    commit_on(&scenario, "2025-01-01T00:00:00Z");
    scenario.write(ABOUT, "---\ntitle: About\n---\nWho we are.\n");
    commit_on(&scenario, "2025-06-30T23:30:00-05:00");
    scenario.write(NOTES, "Notes.\n");
    commit_on(&scenario, "2025-08-01T12:00:00Z");
    scenario.git(&["mv", NOTES, "content/listings/wren-rows/docs/more.md"]);
    commit_on(&scenario, "2025-09-01T12:00:00Z");
    scenario
}

/// What the pages of the catalogue in `folder` say of their last changes, after a build with `flags`.
fn said(folder: &Path, flags: &[&str]) -> [Option<String>; 3] {
    let built = pressmark(folder, &[&["build", "--today", "2026-12-01"], flags].concat());
    assert!(folder.join("public/index.html").is_file(), "{}", printed(&built));
    ["about", "listings/wren-rows", "listings/wren-rows/docs/more"].map(|page| {
        let html = std::fs::read_to_string(folder.join(format!("public/{page}/index.html"))).expect("a page");
        let footer = html.split("<p>Page last changed on <time datetime=\"").nth(1).and_then(|rest| rest.split('"').next());
        let fact = html.split("<dt>Page last changed</dt><dd><time datetime=\"").nth(1).and_then(|rest| rest.split('"').next());
        assert!(page != "listings/wren-rows" || fact == footer, "{fact:?}, {footer:?}");
        footer.map(str::to_owned)
    })
}

#[test]
fn a_page_says_on_which_day_in_utc_its_files_were_last_committed() {
    let scenario = scenario();
    let day = |day: &str| Some(day.to_owned());
    assert_eq!(said(scenario.path(), &[]), [day("2025-07-01"), day("2025-09-01"), day("2025-09-01")]);
    let sitemap = std::fs::read_to_string(scenario.file("public/sitemap.xml")).expect("a sitemap");
    assert!(sitemap.contains("<lastmod>2025-07-01</lastmod>"), "{sitemap}");
    assert_eq!(said(scenario.path(), &["--no-git"]), [None, None, None]);
    scenario.write(ABOUT, "---\ntitle: About\n---\nWho we were.\n");
    commit_on(&scenario, "2025-10-01T00:00:00Z");
    assert_eq!(said(scenario.path(), &["--rev", "HEAD~1"])[0], day("2025-07-01"), "up to that commit");
}

#[test]
fn where_history_is_cut_off_or_missing_nothing_is_said() {
    let scenario = scenario();
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let from = format!("file://{}", scenario.path().display());
    let clone = |depth: &str| {
        let folder = scratch.path().join(depth);
        scenario.git(&["clone", "-q", "--depth", depth, &from, &folder.to_string_lossy()]);
        folder
    };
    assert_eq!(said(&clone("1"), &[]), [None, None, None]);
    let two = clone("2");
    let day = Some("2025-09-01".to_owned());
    assert_eq!(said(&two, &[]), [None, day.clone(), day]);
    std::fs::remove_dir_all(two.join(".git")).expect("it was there");
    assert_eq!(said(&two, &[]), [None, None, None], "an export");
    Command::new("git").args(["init", "-q"]).current_dir(&two).output().expect("git runs");
    assert_eq!(said(&two, &[]), [None, None, None], "a repository without a commit");
}

//! `no-content-change`

use crate::catalogue::{Change, FileChange};
use crate::diagnostic::{Findings, counted};
use crate::rules::rule::rule;
use crate::source::ContentPath;

rule! {
    /// Files change in their line ends or permissions only.
    ///
    /// A reviewer has to look at each of them and finds nothing, and the owners of other listings are asked about files that nobody meant to edit. It happens
    /// when an editor, or git on Windows, writes every line end anew. Nothing is lost when these files are taken out of the change.
    NO_CONTENT_CHANGE = { id: "R040", name: "no-content-change", former: ["form-only-change"], level: Info, since: "0.1", check: Change(check) }
}

/// Files named in one finding, at most.
const MOST_NAMED: usize = 8;

fn check(change: &Change<'_>, findings: &mut Findings<'_>) {
    let altered = |wanted: FileChange| change.files.content.iter().filter(move |(_, what)| **what == wanted).map(|(path, _)| path);
    let line_ends: Vec<_> = altered(FileChange::Altered).filter(|path| change.is_in_line_ends_only(path)).collect();
    say(
        findings,
        &line_ends,
        "line ends",
        "to keep it from coming back, let the editor keep line ends, and run `git config core.autocrlf input`",
    );
    let modes: Vec<_> = altered(FileChange::Mode).collect();
    say(findings, &modes, "permissions", "to keep it from coming back, run `git config core.fileMode false`");
}

fn say(findings: &mut Findings<'_>, paths: &[&ContentPath], what: &str, lasting: &str) {
    let Some(first) = paths.first() else { return };
    let named: Vec<String> = paths.iter().take(MOST_NAMED).map(|path| format!("`{path}`")).collect();
    let more = if paths.len() > MOST_NAMED { format!(" and {} more", paths.len() - MOST_NAMED) } else { String::new() };
    let verb = if paths.len() == 1 { "changes in its" } else { "change in their" };
    findings
        .elsewhere(first, None, format!("{} {verb} {what} only: {}{more}", counted(paths.len(), "file"), named.join(", ")))
        .help("take them out of the change: `git checkout BRANCH -- FILE …` with the branch that the change is for, then commit")
        .help(lasting);
}

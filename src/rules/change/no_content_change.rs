//! `no-content-change`

use crate::catalogue::{Change, FileChange};
use crate::diagnostic::{Findings, counted};
use crate::rules::rule::rule;
use crate::source::ContentPath;

rule! {
    /// Files change only in their line ends or permissions.
    ///
    /// A reviewer has to look at each of them and finds nothing, and the owners of other listings are asked about files that nobody meant to edit. It happens
    /// when an editor, or git on Windows, rewrites every line end. Nothing is lost when these files are removed from the change.
    NO_CONTENT_CHANGE = { id: "R040", name: "no-content-change", former: ["form-only-change"], level: Info, since: "0.1", check: Change(check) }
}

/// Most files named in one finding.
const MOST_NAMED: usize = 8;

fn check(change: &Change<'_>, findings: &mut Findings<'_>) {
    let altered = |wanted: FileChange| change.files.content.iter().filter(move |(_, what)| **what == wanted).map(|(path, _)| path);
    let line_ends: Vec<_> = altered(FileChange::Altered).filter(|path| change.is_in_line_ends_only(path)).collect();
    say(findings, &line_ends, "line ends", "to avoid this, set the editor to keep line ends, and run `git config core.autocrlf input`");
    let modes: Vec<_> = altered(FileChange::Mode).collect();
    say(findings, &modes, "permissions", "to avoid this, run `git config core.fileMode false`");
}

fn say(findings: &mut Findings<'_>, paths: &[&ContentPath], what: &str, lasting: &str) {
    let Some(first) = paths.first() else { return };
    let named: Vec<String> = paths.iter().take(MOST_NAMED).map(|path| format!("`{path}`")).collect();
    let more = if paths.len() > MOST_NAMED { format!(" and {} more", paths.len() - MOST_NAMED) } else { String::new() };
    let verb = if paths.len() == 1 { "changes only in its" } else { "change only in their" };
    findings
        .elsewhere(first, None, format!("{} {verb} {what}: {}{more}", counted(paths.len(), "file"), named.join(", ")))
        .help("remove them from the change: run `git checkout BRANCH -- FILE …` with the target branch, then commit")
        .help(lasting);
}

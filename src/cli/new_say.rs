//! What `pressmark new` says: what it took over, what is missing or wrong, and what comes next. Knows words; decides nothing.

use std::path::Path;

use super::new_example::word;
use super::proposal::{Proposal, Step};
use super::say;
use super::terminal;
use crate::catalogue::RawCatalogue;
use crate::format::{FileRole, how_long_names_are_held, listing_folder};
use crate::submission::origin::Taken;
use crate::submission::{self, AnswerProblem, NewFile, Question, account};
use crate::text::{printable, single_line};
use crate::workspace::Workspace;

/// A column wider than this is not filled up: its words begin on a line of their own.
const MAX_COLUMN: usize = 28;

/// Says what was taken over from `file`, and what was not.
pub(super) fn taken(file: &Path, taken: &[Taken]) {
    say::aside!("from {}:", file.display());
    for taken in taken {
        let value = submission::shown(&single_line(&taken.value));
        match &taken.left_out {
            None => say::aside!("  {} from {}: {value}", taken.what, taken.place),
            Some(why) => say::aside!("  skipped {} from {}: {value}\n    {why}", taken.what, taken.place),
        }
    }
}

/// Says what is worth knowing and stops nothing.
pub(super) fn notes(notes: &[String]) {
    for note in notes {
        say::aside!("{} {note}", terminal::bold("note:"));
    }
}

/// Says at once what is missing and what is wrong, and how it is done.
pub(super) fn wrong(open: &[&'static Question], problems: &[AnswerProblem], example: &str) {
    if !problems.is_empty() {
        say::aside!(
            "{} {}:",
            terminal::bold_red("error:"),
            counted(problems.len(), "problem with the answers", "problems with the answers")
        );
    }
    for problem in problems {
        match problem.topic {
            Some(topic) => say::aside!("  --{}: {}", Question::about(topic).flag, problem.in_flags()),
            None => say::aside!("  {}", problem.in_flags()),
        }
    }
    if !open.is_empty() {
        let words = counted(open.len(), "answer is missing", "answers are missing");
        say::aside!("{} {words}:", terminal::bold_red("error:"));
    }
    for question in open {
        let help = if question.instead.is_empty() { question.flag_help() } else { "One of these is enough".to_owned() };
        let flags = format!("{} {}", question.flags(), question.value);
        if flags.len() > MAX_COLUMN {
            say::aside!("  {flags}\n  {:MAX_COLUMN$}  {}", "", help);
        } else {
            say::aside!("  {flags:MAX_COLUMN$}  {help}");
        }
    }
    if !open.is_empty() {
        say::aside!("\nfor example:\n  {example}\n");
    }
    say::aside!("nothing was written");
}

fn counted(n: usize, one: &str, several: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {several}") }
}

/// Says what was written and what comes next. `is_named` tells whether a command finds `content` only where it is named.
pub(super) fn next_steps(
    content: &Workspace,
    is_named: bool,
    raw: &RawCatalogue,
    files: &[NewFile],
    has_schemas: bool,
) -> std::io::Result<()> {
    written(content, files)?;
    let slug = files.first().and_then(|file| file.path.segments().nth(1)).unwrap_or_default();
    let of_content = if is_named { format!(" --content {}", word(&content.folder().to_string_lossy())) } else { String::new() };
    // The listing's folder stands for all of its files; an app or a publisher comes along as a file.
    let own = listing_folder(slug);
    let folder = content.folder().join(&own);
    let before = vec![
        Step::new("read it through, add an icon (icon.svg or icon.png) and preview it", format!("pressmark serve --open{of_content}")),
        Step::new("after every change", format!("pressmark check{of_content} {}", word(&folder.to_string_lossy()))),
    ];
    let others = files.iter().map(|file| file.path.as_str()).filter(|path| !path.starts_with(&format!("{own}/")));
    let places = std::iter::once(own.as_str()).chain(others).map(str::to_owned).collect();
    let proposal = Proposal { branch: slug.to_owned(), title: format!("Add {slug}"), places, left: None };
    proposal.print(content, raw.settings(), ("\nThe listing passes the check.", ""), before)?;
    if !has_schemas {
        let command = terminal::bold(&format!("pressmark schema{of_content}"));
        say::line(&format!("\nFor completion and validation in your editor, write the schemas that these files name: {command}"))?;
    }
    Ok(())
}

/// Says what it costs that the file of the new `publisher` names no account, and how to add one.
pub(super) fn without_account(content: &Path, raw: &RawCatalogue, publisher: &str) -> std::io::Result<()> {
    let Some(place) = FileRole::Publisher.path(publisher).map(|path| content.join(path.as_str())) else { return Ok(()) };
    let (forge, page) = account::usual(raw.settings(), "LOGIN");
    let line = terminal::bold(&format!("accounts:\n       - {{forge: {forge}, login: LOGIN, id: NUMBER}}"));
    say::line(&format!("\nEvery update you make needs a reviewer until {} names your account:\n     {line}", place.display()))?;
    say::line(&format!("The number is the `id` at {}", printable(&page)))
}

/// Says where an announcement was written and what comes next.
pub(super) fn announced(content: &Workspace, raw: &RawCatalogue, files: &[NewFile]) -> std::io::Result<()> {
    written(content, files)?;
    let slug = files.first().map(|file| file.path.file_name().trim_end_matches(".yaml")).unwrap_or_default();
    let said = format!("\nThe announcement passes the check. Once merged, it reserves the name {}.", how_long_names_are_held());
    let places = files.iter().map(|file| file.path.to_string()).collect();
    let proposal = Proposal { branch: format!("intent-{slug}"), title: format!("Announce {slug}"), places, left: None };
    proposal.print(content, raw.settings(), (&said, ""), Vec::new())
}

fn written(content: &Workspace, files: &[NewFile]) -> std::io::Result<()> {
    files.iter().try_for_each(|file| say::line(&format!("  {}", content.folder().join(file.path.as_str()).display())))
}

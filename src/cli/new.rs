//! `pressmark new`: reads, asks or collects, and writes only what passes.
#![expect(clippy::disallowed_methods, reason = "this command reads the file of --from")]

use std::fs;
use std::io::{IsTerminal as _, Read as _};
use std::path::Path;

use super::new_args::NewArgs;
use super::{Outcome, content, day, new_example, new_issue, new_prompt, new_say, new_write, report, say, schema, terminal};
use crate::catalogue::RawCatalogue;
use crate::diagnostic::Format;
use crate::format::FileRole;
use crate::pipeline::Checked;
use crate::submission::origin::{self, Taken};
use crate::submission::{
    DryRun, Interview, NewFile, Stopped, Submission, interview, issue, missing, unused, with_defaults, without_account,
};
use crate::workspace::Workspace;

/// Asks for a listing and writes its folder.
pub(super) fn run(args: &NewArgs) -> Outcome {
    let content = content::find(args.content.as_deref())?;
    let raw = RawCatalogue::read(&content.disk(), &|_, _| {})?;
    let dry_run = DryRun::new(raw, day::today(args.today)?, args.force);
    let may_ask = !args.yes && args.from_issue.is_none() && std::io::stdin().is_terminal() && std::io::stderr().is_terminal();

    let mut submission = Submission { answers: args.answers.0.clone(), ..Submission::default() };
    let mut start = Interview::default();
    if let Some(file) = &args.from {
        let taken = take_over(file, &dry_run, &mut submission, &mut start)?;
        new_say::taken(file, &taken);
    }
    if let Some(file) = &args.from_issue {
        let body = new_issue::text_of(file)?;
        if issue::is_declaration(&body) {
            return announce(args, &content, &dry_run, &body, file);
        }
        let is_valid = new_issue::collect(&body, file, args, &dry_run, &mut submission)?;
        return if is_valid { finish(args, &content, &dry_run, &submission, false) } else { Ok(false) };
    }
    new_say::notes(&unused(&submission, dry_run.raw()));
    let is_valid = if may_ask { ask(start, args, &dry_run, &mut submission)? } else { collect(&start, args, &dry_run, &mut submission) };
    if is_valid { finish(args, &content, &dry_run, &submission, may_ask) } else { Ok(false) }
}

/// Writes the announcement that the declaration of intent `body` of the file `file` makes. It takes no answers from flags, and no one's place.
fn announce(args: &NewArgs, content: &Workspace, dry_run: &DryRun, body: &str, file: &Path) -> Outcome {
    if args.force || args.answers.0.topics().next().is_some() {
        return Err(format!("`{}` is a declaration of intent: it takes neither answers nor --force", file.display()).into());
    }
    let Some(announcement) = new_issue::declaration(body, file, args, dry_run)? else { return Ok(false) };
    let files = [announcement];
    if !put(args, content, dry_run, &files, false)? {
        return Ok(false);
    }
    if !args.dry_run {
        new_say::announced(content, dry_run.raw(), &files)?;
    }
    Ok(true)
}

/// Puts every question that is open; whether the flags left anything to build on.
fn ask(mut start: Interview, args: &NewArgs, dry_run: &DryRun, submission: &mut Submission) -> Result<bool, Stopped> {
    let mut wrong = dry_run.all_problems(submission);
    if args.accept_warnings {
        wrong.retain(|problem| problem.is_error);
    }
    if !wrong.is_empty() {
        new_say::wrong(&[], &wrong, "");
        return Ok(false);
    }
    say::wrapped("", "", "New listing. Esc: previous question (or quit at the first). Ctrl-C: stop. Nothing is written until the end.");
    say::aside!("");
    start.answers = std::mem::take(&mut submission.answers);
    submission.answers = interview(start, dry_run, &mut new_prompt::Terminal::default())?;
    Ok(true)
}

/// Takes what was given and found for all there is; whether that is enough and nothing of it is wrong.
fn collect(start: &Interview, args: &NewArgs, dry_run: &DryRun, submission: &mut Submission) -> bool {
    for topic in start.suggestions.topics() {
        submission.answers.set(topic, start.suggestions.list(topic));
    }
    submission.answers = with_defaults(std::mem::take(&mut submission.answers), dry_run.raw());
    let open = missing(&submission.answers, dry_run.raw());
    let mut wrong = dry_run.all_problems(submission);
    if args.accept_warnings {
        wrong.retain(|problem| problem.is_error);
    }
    if open.is_empty() && wrong.is_empty() {
        return true;
    }
    new_say::wrong(&open, &wrong, &new_example::example(args, &submission.answers, &wrong, dry_run.raw()));
    false
}

/// Checks the files of a listing as a whole, writes them when they pass, and says what comes next.
fn finish(args: &NewArgs, content: &Workspace, dry_run: &DryRun, submission: &Submission, may_ask: bool) -> Outcome {
    let files = dry_run.files(submission);
    if !put(args, content, dry_run, &files, may_ask)? {
        return Ok(false);
    }
    if !args.dry_run {
        new_say::next_steps(content, args.content.is_some(), dry_run.raw(), &files, schema::beside(content).is_dir())?;
        if let Some(publisher) = without_account(&submission.answers, dry_run.raw()) {
            new_say::without_account(content.folder(), dry_run.raw(), publisher)?;
        }
    }
    Ok(true)
}

/// Writes `files`, or prints them, when they pass the check; whether they do.
fn put(args: &NewArgs, content: &Workspace, dry_run: &DryRun, files: &[NewFile], may_ask: bool) -> Outcome {
    let led = |file: &NewFile| file.led(schema::led(&file.text, content));
    let files: &[NewFile] = &files.iter().map(led).collect::<Vec<_>>();
    let (raw, found) = dry_run.report(files);
    let checked = Checked { raw, report: found, ..Checked::default() };
    say::beside(format_args!("{}", report::text(&checked, content.folder(), None, Format::Human, terminal::style(&std::io::stderr()))));
    let counts = checked.report.counts();
    if counts.errors > 0 || (counts.warnings > 0 && !may_ask && !args.accept_warnings) {
        say::aside!("nothing was written: {}", counts);
        return Ok(false);
    }
    if args.dry_run {
        for file in files {
            say::document(&format!("==> {} <==\n{}\n", content.folder().join(file.path.as_str()).display(), file.text))?;
        }
        return Ok(true);
    }
    if may_ask {
        let paths: Vec<String> = files.iter().map(|file| format!("  {}", content.folder().join(file.path.as_str()).display())).collect();
        say::aside!("\nFiles to write:\n{}", paths.join("\n"));
        let question = if counts.warnings > 0 { "Write them anyway?" } else { "Write them?" };
        if !new_prompt::confirm(question, counts.warnings == 0)? {
            return Err(Stopped.into());
        }
    }
    new_write::write(content.folder(), files, args.force)?;
    // Schemas that are there learn the names that came along.
    let schemas = schema::beside(content);
    if schemas.is_dir() {
        schema::write_quietly(&schemas, FileRole::with_keys(), &schema::known(content)?)?;
        say::line(&format!("  {} (regenerated)", schemas.join("").display()))?;
    }
    Ok(true)
}

/// Reads the file of `--from`, and takes over what the rules let pass.
fn take_over(file: &Path, dry_run: &DryRun, submission: &mut Submission, start: &mut Interview) -> Result<Vec<Taken>, String> {
    let refused = |why: &dyn std::fmt::Display| format!("cannot start from `{}`: {why}", file.display());
    let opened = fs::File::open(file).map_err(|error| refused(&error))?;
    let mut bytes = Vec::new();
    opened.take(origin::MAX_BYTES + 1).read_to_end(&mut bytes).map_err(|error| refused(&error))?;
    if bytes.len() as u64 > origin::MAX_BYTES {
        return Err(refused(&format!("it is larger than {} MiB", origin::MAX_BYTES >> 20)));
    }
    let text = String::from_utf8(bytes).map_err(|_| refused(&"it is not UTF-8"))?;
    let auth: Vec<&str> = dry_run.raw().settings().auth.items().iter().filter_map(|entry| entry.id.get()).map(|id| &**id).collect();
    let found = origin::read(&file.to_string_lossy(), &text, &auth).map_err(|error| refused(&error))?;
    Ok(origin::take(found, dry_run, submission, start))
}

//! `pressmark check`

use std::borrow::Cow;
use std::error::Error;
use std::io;
use std::path::Path;

use super::args::CheckArgs;
use super::parts::parts;
use super::terminal::Bar;
use super::{Outcome, content, day, report, save, say};
use crate::autofix::{FixedFile, autofix};
use crate::diagnostic::counted;
use crate::format::FileRole;
use crate::pipeline::{self, Checked};
use crate::self_review::{markdown, review};
use crate::workspace::{Judged, Planned, Workspace};

/// Reads and checks the content, fixes it if asked to, and prints the report.
pub(super) fn run(args: &CheckArgs) -> Outcome {
    let reports = report::Reports::from_args(&args.report)?;
    if args.pre_submission.is_some() && !reports.prints_words() {
        return Err(
            "--pre-submission prints its checklist after the findings: write the report to a file, as in `--format json=FILE`".into()
        );
    }
    let content = content::find(args.content.content.as_deref())?;
    let bar = Bar::new();
    let progress = |stage, done, all| bar.show(stage, done, all);
    let folder = content.disk();
    let raw = pipeline::read(&folder, &progress)?;
    let named: Vec<String> = args.paths.iter().chain(&args.pre_submission).cloned().collect();
    let parts = parts(&raw, content.folder(), &named)?;
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let context = content.context(day::today(args.content.today)?)?.with_submitted(parts.iter().copied());
    let mut checked = if args.fix || args.diff {
        let outcome = autofix(&folder, raw, &context, &parts);
        if args.diff {
            bar.finish();
            return Ok(show(&outcome.files, outcome.n_fixes, content.folder())?);
        }
        for file in &outcome.files {
            save::over(&content.folder().join(file.path.as_str()), file.after.as_bytes())?;
        }
        say::aside!("{}", fixed("fixed", outcome.n_fixes, outcome.files.len()));
        outcome.checked
    } else {
        pipeline::judge(raw, &context)
    };
    if !parts.is_empty() {
        checked.report = checked.report.about(&parts);
    }
    // Single places are checked before a submission; the theme is no part of one.
    let beside = if parts.is_empty() { theme_findings(&content, &mut checked)? } else { Vec::new() };
    let time = bar.finish();
    reports.write_with(&checked, &beside, content.folder(), None)?;
    if let Cow::Owned(report) = report::with_beside(&checked.report, &beside) {
        checked.report = report;
    }
    if args.pre_submission.is_some() {
        print_self_review(&checked, &parts)?;
    }
    conclude(&checked, &parts, &time);
    Ok(checked.report.counts().errors == 0)
}

/// What is wrong with the theme and the templates that a build would use, in the folders beside the content.
fn theme_findings(content: &Workspace, checked: &mut Checked) -> Result<Vec<Judged>, Box<dyn Error>> {
    if report::has_unknown_theme(&checked.report) {
        return Ok(Vec::new());
    }
    let mut selection = content.theme(None, checked)?;
    // Whether a template of one's own can be rendered, only its pages show.
    if selection.has_templates() && selection.wrong().is_none() {
        let Planned { site, theme, .. } = content.plan(std::mem::take(&mut checked.resolved), &selection, None)?;
        if let Err(error) = pipeline::rehearse(site, &theme)
            && !selection.take_failure(&error)
        {
            return Err(error.into());
        }
    }
    Ok(selection.folders)
}

/// Prints the closing lines.
fn conclude(checked: &Checked, parts: &[&str], time: &str) {
    let subject = match parts {
        [] => counted(checked.raw.slugs(FileRole::Listing).count(), "listing"),
        [one] => format!("`{one}`"),
        several => format!("{} places", several.len()),
    };
    let said = match checked.report.counts().to_string() {
        said if said.is_empty() => "no problems found".to_owned(),
        said => said,
    };
    let allowed = match checked.n_allowed {
        0 => String::new(),
        1 => ", 1 finding allowed by its listing".to_owned(),
        n => format!(", {n} findings allowed by their listings"),
    };
    say::aside!("checked {subject} in {time}: {said}{allowed}");
    let n_fixable = checked.report.iter().filter(|diagnostic| diagnostic.is_fixable()).count();
    if n_fixable > 0 {
        say::aside!("{n_fixable} fixable with `pressmark check --fix` (preview with `--diff`)");
    }
}

/// Prints the checklist of the listing that `parts` name.
fn print_self_review(checked: &Checked, parts: &[&str]) -> Result<(), Box<dyn Error>> {
    let slug = parts.first().and_then(|part| part.strip_prefix("listings/")).ok_or("--pre-submission needs a listing")?;
    // What keeps the file from being read has been reported already.
    let Some(listing) = checked.raw.listing(slug) else { return Ok(()) };
    Ok(say::words(&format!("\n{}", markdown(&review(&listing, &checked.report))))?)
}

/// Prints the changes; whether there are none.
fn show(files: &[FixedFile], n_fixes: usize, content: &Path) -> io::Result<bool> {
    let prefix = format!("{}/", content.display());
    for file in files {
        say::document(&super::terminal::diff(&file.diff(&prefix)))?;
    }
    say::aside!("{}", fixed("would fix", n_fixes, files.len()));
    Ok(files.is_empty())
}

fn fixed(verb: &str, n_fixes: usize, n_files: usize) -> String {
    match (n_fixes, n_files) {
        (0, _) => "no automatic fixes available".to_owned(),
        (n_fixes, n_files) => format!("{verb} {} in {}", counted(n_fixes, "problem"), counted(n_files, "file")),
    }
}

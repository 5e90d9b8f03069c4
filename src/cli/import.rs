//! `pressmark import`
#![expect(clippy::disallowed_methods, reason = "this command reads the package")]

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::shared_args::{ContentArgs, DataFormat};
use super::{Outcome, content, day, report, say, schema, terminal, write_together};
use crate::catalogue::RawCatalogue;
use crate::diagnostic::{Format, counted};
use crate::package::{self, Action, Import, MAX_BYTES, Package, Plan, Problem};
use crate::pipeline::Checked;
use crate::text::printable;
use crate::workspace::Workspace;

/// The description of the command for `--help`.
pub(super) const ABOUT: &str = "\
Import listings from a package that `pressmark export` wrote

A listing that is not here yet becomes a new one, with version 1. A listing that is here, found by `imported_from`, by its slug or by its app and name, gets \
the package's contents as its newest version; its earlier versions stay. In both cases the new version is released at once.

The package is judged before anything is written, and the catalogue's own rules check the result. Everything is written, or nothing.";

/// The text below the flags.
pub(super) const EXAMPLES: &str = "\
Examples:
  pressmark import finance.zip --plan                what would change, and what depends on it
  pressmark import finance.zip --plan --format json
  pressmark import finance.zip --create";

#[derive(Debug, clap::Args)]
pub(super) struct ImportArgs {
    /// The package; `-` reads standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Print what would be created, changed and removed, and what depends on it; write nothing
    #[arg(long)]
    plan: bool,
    /// Create apps, tags and publishers that the catalogue does not have
    #[arg(long)]
    create: bool,
    #[command(flatten)]
    content: ContentArgs,
    /// The format of the plan
    #[arg(long, value_enum, default_value_t = DataFormat::Human)]
    format: DataFormat,
}

/// The plan as JSON, with what became of it.
#[derive(Serialize)]
struct Answer<'run> {
    #[serde(flatten)]
    plan: &'run Plan,
    /// What the rules say of the result.
    findings: Vec<Finding<'run>>,
    /// Whether it was written.
    written: bool,
}

/// A finding about the result.
#[derive(Serialize)]
struct Finding<'run> {
    name: &'run str,
    level: &'run str,
    path: &'run str,
    message: &'run str,
}

/// Judges the package, prints the plan, and writes it.
pub(super) fn run(args: &ImportArgs) -> Outcome {
    let package = read(&args.file).map_err(|why| format!("cannot import `{}`: {why}", args.file.display()))?;
    let content = content::find(args.content.content.as_deref())?;
    let folder = content.disk();
    let raw = RawCatalogue::read(&folder, &|_, _| {})?;
    let context = content.context(day::today(args.content.today)?)?;
    let import = package::plan(&package, &raw, &folder, &context, args.create)?;
    let is_valid = import.is_valid();
    if args.format == DataFormat::Human {
        report::words(&package::human(&import.plan))?;
    }
    let Import { plan, files, raw, report: found } = import;
    let checked = Checked { raw, report: found, ..Checked::default() };
    say::beside(format_args!("{}", report::text(&checked, content.folder(), None, Format::Human, terminal::style(&std::io::stderr()))));
    for Problem { message, help, .. } in &plan.problems {
        say::aside!("{} {}\n  help: {}", terminal::bold_red("error:"), printable(message), printable(help));
    }
    let is_written = is_valid && !args.plan;
    if is_written {
        write_together::write(content.folder(), &files)?;
    }
    if args.format == DataFormat::Json {
        say::document(&document(&plan, &checked, is_written)?)?;
    }
    if is_valid {
        conclude(&plan, &content, is_written);
    } else {
        let n_problems = plan.problems.len() + checked.report.counts().errors;
        say::aside!("{}: {}", if args.plan { "cannot be imported" } else { "nothing was written" }, counted(n_problems, "error"));
    }
    Ok(is_valid)
}

/// The package in `file`.
fn read(file: &Path) -> Result<Package, String> {
    let mut bytes = Vec::new();
    let limit = MAX_BYTES + 1;
    let read = match file == Path::new("-") {
        true => std::io::stdin().lock().take(limit).read_to_end(&mut bytes),
        false => File::open(file).and_then(|file| file.take(limit).read_to_end(&mut bytes)),
    };
    read.map_err(|error| error.to_string())?;
    Package::open(&bytes).map_err(|refused| refused.to_string())
}

fn document(plan: &Plan, checked: &Checked, written: bool) -> serde_json::Result<String> {
    let findings = checked.report.iter().map(|found| Finding {
        name: found.code.name,
        level: found.level.word(),
        path: found.path.as_str(),
        message: &found.message,
    });
    Ok(serde_json::to_string_pretty(&Answer { plan, findings: findings.collect(), written })? + "\n")
}

/// Prints the closing lines.
fn conclude(plan: &Plan, content: &Workspace, is_written: bool) {
    let n = |action: Action| plan.listings.iter().filter(|listing| listing.action == action).count();
    let (n_new, n_copies) = (n(Action::Create), n(Action::Update));
    let parts: Vec<String> =
        [(n_new, "new listing"), (n_copies, "new version")].into_iter().filter(|(n, _)| *n > 0).map(|(n, noun)| counted(n, noun)).collect();
    let what = parts.join(" and ");
    if !is_written {
        say::aside!("{what} can be imported; run it without `--plan` to write {}", counted(plan.files.len(), "file"));
        return;
    }
    say::aside!(
        "imported {what}: wrote {} in {}; every imported version is released",
        counted(plan.files.len(), "file"),
        content.folder().display()
    );
    if plan.companions.iter().any(|companion| !companion.exists) && schema::beside(content).is_dir() {
        say::aside!("run `pressmark schema`, so that editors know the new names");
    }
}

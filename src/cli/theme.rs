//! `pressmark theme`: lists, checks and creates themes.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::Subcommand;
use serde_json::json;

use super::report::Reports;
use super::theme_eject::{self, EjectArgs};
use super::{Outcome, content, report, say, terminal};
use crate::diagnostic::{Format, counted};
use crate::format::{Content, Document, SchemeChoice};
use crate::render::{UnknownVariable, built_in_document};
use crate::source::disk::Disk;
use crate::source::{ContentPath, Folder as _};
use crate::theme::{Pair, Palette, Seeds, pairs, settled};
use crate::workspace::Workspace;

pub(super) const ABOUT: &str = "List, check and create themes\n\n\
A theme is a folder in themes/ next to the content folder, with CSS, a theme.yaml or both, and templates for the parts of a page that it replaces. \
Everything else comes from the default theme.";
pub(super) const EXAMPLES: &str = "Examples:\n  pressmark theme list\n  pressmark theme new harbour\n  pressmark theme check harbour\n  pressmark theme check --json ledger\n  pressmark theme eject --theme harbour components/card.html";

#[derive(Debug, clap::Args)]
pub(super) struct ThemeArgs {
    #[command(subcommand)]
    command: ThemeCommand,
}

#[derive(Debug, Subcommand)]
enum ThemeCommand {
    /// Print the contrast of every colour pair used on a page
    ///
    /// Text needs 7:1; edges of controls and focus rings need 3:1. Reports variables that a template asks for and no page has. Exits with 1 if a pair has less,
    /// or a variable is unknown.
    Check(CheckArgs),
    /// Create a theme in themes/
    New(NewArgs),
    /// List the themes available to this catalogue
    List(ListArgs),
    /// Print a shipped template, to begin one of your own with
    ///
    /// A file in a theme's templates/ is used in place of the shipped template of the same name.
    Eject(EjectArgs),
}

#[derive(Debug, clap::Args)]
struct CheckArgs {
    /// A built-in theme, a folder in themes/, or a path to another folder [default: `theme` in catalogue.yaml]
    #[arg(value_name = "THEME")]
    theme: Option<String>,
    /// The content folder; themes/ is next to it [default: `content` here, or the catalogue that the current folder is in]
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, clap::Args)]
struct NewArgs {
    /// The name of the theme: lower-case letters, digits and hyphens
    #[arg(value_name = "NAME")]
    name: String,
    /// The content folder; themes/ is next to it [default: `content` here, or the catalogue that the current folder is in]
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
struct ListArgs {
    /// The content folder; themes/ is next to it [default: `content` here, or the catalogue that the current folder is in]
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
}

/// Does what was asked for.
pub(super) fn run(args: &ThemeArgs) -> Outcome {
    match &args.command {
        ThemeCommand::Check(args) => check(args),
        ThemeCommand::New(args) => new(args),
        ThemeCommand::List(args) => list(args),
        ThemeCommand::Eject(args) => theme_eject::run(args),
    }
}

fn check(args: &CheckArgs) -> Outcome {
    let content = Workspace::new(content::named(args.content.as_deref()));
    let selection = content.selection(args.theme.as_deref(), setting(content.folder()).as_deref())?;
    let document = selection.document();
    let file = document.as_ref().and_then(|document| match &document.content {
        Content::Theme(file) => Some(file),
        _ => None,
    });
    let errors = selection.wrong();
    let Some(seeds) = file.and_then(|file| Seeds::from_file(file)).map(settled) else {
        // Without an accent there is nothing to derive; the report says what is wrong with it.
        if let Some(wrong) = errors {
            Reports::from_args(&super::shared_args::ReportArgs { outputs: Vec::new() })?.write(&wrong.checked(), &wrong.prefix, None)?;
        }
        return Ok(false);
    };
    let pairs = pairs(&Palette::new(&seeds));
    let shows = [seeds.scheme != SchemeChoice::Dark, seeds.scheme != SchemeChoice::Light];
    let unknown: Vec<(&str, &UnknownVariable)> =
        selection.unknown.iter().filter_map(|unknown| Some((selection.origin(&unknown.template)?, unknown))).collect();
    if args.json {
        say::document(&as_json(&selection.name, &pairs, shows, &unknown, errors.is_some()))?;
    } else {
        // The verdict comes last, so that it is about everything.
        let style = terminal::style(&std::io::stdout());
        for folder in selection.folders.iter().filter(|folder| !folder.report.is_empty()) {
            say::words(&format!("{}\n", report::text(&folder.checked(), &folder.prefix, None, Format::Human, style)))?;
        }
        let n_errors = selection.folders.iter().map(|folder| folder.report.counts().errors).sum();
        say::words(&table(&selection.name, &pairs, shows, n_errors))?;
    }
    let passes = |(light, dark): &(Pair, Pair)| (!shows[0] || light.passes()) && (!shows[1] || dark.passes());
    Ok(errors.is_none() && pairs.iter().all(passes))
}

/// The theme that the catalogue's settings name.
fn setting(content: &Path) -> Option<String> {
    let path = ContentPath::settings();
    let bytes = Disk::new(content).read(&path, path.role().limit());
    match Document::read(path, bytes).content {
        Content::Settings(settings) => settings.theme.get().map(ToString::to_string),
        _ => None,
    }
}

/// The pairs a line each, with the contrast in the schemes that there are.
fn table(name: &str, pairs: &[(Pair, Pair)], shows: [bool; 2], n_errors: usize) -> String {
    let mut text = format!("{}\n\n", terminal::bold(&format!("Contrast of the theme `{name}`")));
    let heads = [("light", shows[0]), ("dark", shows[1])];
    let _ = write!(text, "{:<12} {:<10} {:>6}", "front", "on", "needs");
    for (head, _) in heads.iter().filter(|(_, shown)| *shown) {
        let _ = write!(text, "  {head:>12}");
    }
    text.push('\n');
    let mut n_failing = 0;
    for (light, dark) in pairs {
        let _ = write!(text, "{:<12} {:<10} {:>4}:1", light.front, light.back, light.bound);
        for (pair, _) in [light, dark].into_iter().zip(shows).filter(|(_, shown)| *shown) {
            // Rounded down: what fails does not look as if it passed.
            let ratio = (pair.ratio * 100.0).floor() / 100.0;
            let (colour, word) = if pair.passes() { (32, "pass") } else { (31, "FAIL") };
            n_failing += usize::from(!pair.passes());
            let _ = write!(text, "  {ratio:>6.2} \u{1b}[{colour}m{word:<5}\u{1b}[0m");
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
    }
    let verdict = match n_failing {
        0 if n_errors > 0 => format!("every pair passes, but the theme has {}, which would stop a build", counted(n_errors, "error")),
        0 => "every pair passes".to_owned(),
        1 => "1 pair fails".to_owned(),
        n => format!("{n} pairs fail"),
    };
    let _ = writeln!(text, "\n{verdict}");
    text
}

fn as_json(name: &str, pairs: &[(Pair, Pair)], shows: [bool; 2], unknown: &[(&str, &UnknownVariable)], has_errors: bool) -> String {
    let one = |scheme: &'static str, pair: &Pair| {
        json!({
            "scheme": scheme,
            "front": {"role": pair.front, "colour": pair.front_colour.to_string()},
            "back": {"role": pair.back, "colour": pair.back_colour.to_string()},
            "kind": pair.kind.word(),
            "ratio": (pair.ratio * 100.0).floor() / 100.0,
            "bound": pair.bound,
            "passes": pair.passes(),
        })
    };
    let light = pairs.iter().filter(|_| shows[0]).map(|(light, _)| one("light", light));
    let dark = pairs.iter().filter(|_| shows[1]).map(|(_, dark)| one("dark", dark));
    let pairs: Vec<_> = light.chain(dark).collect();
    let all = pairs.iter().all(|pair| pair["passes"] == true) && !has_errors;
    let variable = |(file, unknown): &(&str, &UnknownVariable)| json!({"file": file, "line": unknown.line, "column": unknown.column, "variable": unknown.variable, "nearest": unknown.nearest});
    let unknown: Vec<_> = unknown.iter().map(variable).collect();
    format!("{:#}\n", json!({"theme": name, "passes": all, "pairs": pairs, "unknown_variables": unknown}))
}

fn list(args: &ListArgs) -> Outcome {
    let content = Workspace::new(content::named(args.content.as_deref()));
    let own = content.theme_folders();
    for name in content.theme_names() {
        let folder = own.iter().find(|folder| folder.file_name().is_some_and(|found| found.to_string_lossy() == name));
        let description = match (&*name, folder) {
            (crate::theme::DEFAULT, _) | (_, None) => built_in_document(&name).and_then(|document| match document.content {
                Content::Theme(file) => file.description.get().map(ToString::to_string),
                _ => None,
            }),
            (_, Some(folder)) => Some(format!("{}", folder.display())),
        };
        say::line(&format!(
            "{}{}  {}",
            terminal::bold(&name),
            " ".repeat(16_usize.saturating_sub(name.len())),
            description.unwrap_or_default()
        ))?;
    }
    Ok(true)
}

#[expect(clippy::disallowed_methods, reason = "writing a new theme's files is what was asked for")]
fn new(args: &NewArgs) -> Outcome {
    let content = Workspace::new(content::named(args.content.as_deref()));
    let valid = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if args.name.is_empty() || !args.name.chars().all(valid) || args.name.starts_with('-') {
        return Err(format!("`{}` is not a valid theme name: use lower-case letters, digits and hyphens", args.name).into());
    }
    if crate::theme::built_in_names().contains(&&*args.name) {
        return Err(format!("`{}` is a built-in theme: choose another name", args.name).into());
    }
    let folder = content.beside().join("themes").join(&args.name);
    if folder.exists() {
        return Err(format!("`{}` already exists", folder.display()).into());
    }
    std::fs::create_dir_all(&folder).map_err(|error| format!("cannot create `{}`: {error}", folder.display()))?;
    for (name, text) in [("theme.yaml", THEME_YAML), ("theme.css", THEME_CSS)] {
        let place = folder.join(name);
        std::fs::write(&place, text).map_err(|error| format!("cannot write `{}`: {error}", place.display()))?;
        say::line(&format!("wrote {}", place.display()))?;
    }
    say::line(&format!(
        "\nTo see it while you change it, run\n  {}",
        terminal::bold(&format!("pressmark serve --theme {} --open", args.name))
    ))?;
    Ok(true)
}

const THEME_YAML: &str = include_str!("theme/theme.yaml");
const THEME_CSS: &str = include_str!("theme/theme.css");

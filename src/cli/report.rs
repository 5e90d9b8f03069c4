//! Reports on their way out: which formats go where, and the line that closes a run.
//!
//! Findings are what was asked for: they go to standard output in every format. What a run says about itself goes to standard error.
#![expect(clippy::disallowed_methods, reason = "a report may be asked for as a file")]

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::error::Error;
use std::path::{Component, Path, PathBuf};

use url::Url;

use super::scaffold::has_placeholder;
use super::shared_args::{Output, ReportArgs};
use super::{say, terminal};
use crate::catalogue::RawCatalogue;
use crate::diagnostic::human::Style;
use crate::diagnostic::{Code, Cost, Diagnostic, Format, Report, RuleDescription, Sources, counted, github};
use crate::format::Document;
use crate::language::Problem;
use crate::parse::secret;
use crate::pipeline::Checked;
use crate::rules;
use crate::site::{Address, Site};
use crate::source::ContentPath;
use crate::workspace::Judged;

/// The formats of a run, and where each is written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Reports {
    printed: Format,
    files: Vec<(Format, PathBuf)>,
}

impl Reports {
    /// Returns the outputs that `args` ask for.
    ///
    /// # Errors
    /// When two reports would go to the same place.
    pub(super) fn from_args(args: &ReportArgs) -> Result<Self, String> {
        let mut printed = None;
        let mut files: Vec<(Format, PathBuf)> = Vec::new();
        for Output { format, file } in &args.outputs {
            if let Some(file) = file {
                if files.iter().any(|(_, taken)| taken == file) {
                    return Err(format!("cannot write two reports to `{}`: give each its own file", file.display()));
                }
                files.push((*format, file.clone()));
            } else if let Some(first) = printed.replace(*format) {
                let (first, second) = (first.name(), format.name());
                return Err(format!(
                    "only one report can go to standard output, not both `{first}` and `{second}`: write `--format {second}=FILE` for one of them"
                ));
            }
        }
        Ok(Self { printed: printed.unwrap_or(Format::Human), files })
    }

    /// Whether what is printed may have more words after it: a document for programs may not.
    pub(super) fn prints_words(&self) -> bool {
        self.printed.is_for_people() || self.printed == Format::Markdown
    }

    /// Writes every report. `content` is the content folder as the user wrote it; `base` is where the site is published, unless its settings say so.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub(super) fn write(&self, checked: &Checked, content: &Path, base: Option<&Url>) -> Result<(), Box<dyn Error>> {
        self.write_with(checked, &[], content, base)
    }

    /// Writes every report, with the findings in the folders `beside` the content.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub(super) fn write_with(
        &self,
        checked: &Checked,
        beside: &[Judged],
        content: &Path,
        base: Option<&Url>,
    ) -> Result<(), Box<dyn Error>> {
        let report = with_beside(&checked.report, beside);
        let reports = std::slice::from_ref(&*report);
        self.write_as(&|format, style| {
            with_sources(reports, &checked.raw, beside, content, base, &|reports, sources| {
                reports.iter().map(|report| format.render(report, sources, style)).collect()
            })
        })
    }

    /// Writes what `text` makes of every report that is asked for.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub(super) fn write_as(&self, text: &dyn Fn(Format, Style) -> String) -> Result<(), Box<dyn Error>> {
        for (format, file) in &self.files {
            write_file(file, &text(*format, Style { colour: false, width: terminal::WIDTH_OF_FILES }))?;
        }
        let text = text(self.printed, terminal::style(&std::io::stdout()));
        Ok(print(self.printed, &text)?)
    }
}

/// Writes `text` to `file`, in folders that are made for it.
///
/// # Errors
/// When it cannot be written.
pub(super) fn write_file(file: &Path, text: &str) -> Result<(), String> {
    let failed = |error| format!("cannot write `{}`: {error}", file.display());
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    std::fs::write(file, text).map_err(failed)
}

/// The findings of `report` and those in the folders `beside` the content, if there are any. A theme within the content is in both.
pub(super) fn with_beside<'run>(report: &'run Report, beside: &[Judged]) -> Cow<'run, Report> {
    if beside.iter().all(|folder| folder.report.is_empty()) {
        return Cow::Borrowed(report);
    }
    let place = |found: &Diagnostic| (found.code, found.path.clone(), found.span);
    let known: HashSet<_> = report.iter().map(place).collect();
    let is_new = |found: &&Diagnostic| !known.contains(&place(found));
    Cow::Owned(report.clone().with(beside.iter().flat_map(|folder| folder.report.iter()).filter(is_new).cloned()))
}

/// Every finding as text.
pub(super) fn text(checked: &Checked, content: &Path, base: Option<&Url>, format: Format, style: Style) -> String {
    let reports = std::slice::from_ref(&checked.report);
    with_sources(reports, &checked.raw, &[], content, base, &|reports, sources| {
        reports.iter().map(|report| format.render(report, sources, style)).collect()
    })
}

/// Whether the settings name a theme that does not exist.
pub(super) fn has_unknown_theme(report: &Report) -> bool {
    report.iter().any(|found| found.code == rules::THEME_UNKNOWN.code)
}

/// Warns of what is wrong in message files.
pub(super) fn messages(problems: &[Problem]) {
    for problem in problems {
        say::aside!("{} {problem}", terminal::bold("warning:"));
    }
}

/// Writes some reports and the files they are about.
pub(super) type Tell<'call, T> = &'call dyn for<'run> Fn(&'run [Report], &Sources<'run>) -> T;

/// Returns the result of `tell` for `reports`, which are about files of `raw` and of the folders `beside` the content: it receives their texts, without keys and tokens, and the rules that speak.
/// `content` is the content folder as the user wrote it.
pub(super) fn with_sources<T>(
    reports: &[Report],
    raw: &RawCatalogue,
    beside: &[Judged],
    content: &Path,
    base: Option<&Url>,
    tell: Tell<'_, T>,
) -> T {
    let speaking: BTreeSet<Code> = reports.iter().flat_map(Report::iter).map(|diagnostic| diagnostic.code).collect();
    let settings = raw.settings();
    let address = base
        .or_else(|| settings.base_url.get().filter(|link| link.is_web() && !has_placeholder(settings)).map(|link| &link.url))
        .map(Address::new);
    let describe = |rule: &rules::Rule| {
        let url = address.as_ref().map(|address| address.absolute(&Site::rule(rule)));
        RuleDescription::new(rule.code, rule.level, &rules::guide(rule), url)
    };
    let rules: Vec<RuleDescription> = rules::all().filter(|rule| speaking.contains(&rule.code)).map(describe).collect();
    let outside = beside.iter().filter(|folder| prefix(&folder.prefix) != prefix(content));
    let outside: BTreeMap<&ContentPath, (&Document, String)> =
        outside.flat_map(|folder| folder.documents().iter().map(|document| (&document.path, (document, prefix(&folder.prefix))))).collect();
    let with_keys = raw.documents().chain(outside.values().map(|(document, _)| *document)).filter(|document| !document.secrets.is_empty());
    let redacted: BTreeMap<&ContentPath, String> =
        with_keys.filter_map(|document| Some((&document.path, secret::redact(document.text.as_deref()?, &document.secrets)))).collect();
    let text_of = |path: &ContentPath| {
        let outside = || outside.get(path).and_then(|(document, _)| document.text.as_deref());
        redacted.get(path).map(String::as_str).or_else(outside).or_else(|| raw.text(path))
    };
    let prefix_outside = |path: &ContentPath| outside.get(path).map(|(_, prefix)| prefix.as_str());
    let sources =
        Sources { text_of: &text_of, prefix: &prefix(content), start: &start(content), prefix_outside: &prefix_outside, rules: &rules };
    tell(reports, &sources)
}

/// The prefix of every path: the content folder as given, with `/` between segments and at the end, without redundant segments.
fn prefix(content: &Path) -> String {
    let mut prefix = String::new();
    for component in content.components() {
        match component {
            Component::CurDir => {}
            Component::RootDir => prefix.push('/'),
            Component::Prefix(drive) => prefix += &drive.as_os_str().to_string_lossy(),
            Component::ParentDir | Component::Normal(_) => {
                prefix += &component.as_os_str().to_string_lossy();
                prefix.push('/');
            }
        }
    }
    prefix
}

/// Returns the working directory as a path from the folder `content` with `/` at the end, when that is above it.
fn start(content: &Path) -> String {
    let n_up = content.components().filter(|component| *component == Component::ParentDir).count();
    if n_up == 0 || n_up < content.components().count() {
        return String::new();
    }
    let here = std::env::current_dir().unwrap_or_default();
    let mut names: Vec<String> = here.iter().rev().take(n_up).map(|name| format!("{}/", name.to_string_lossy())).collect();
    names.reverse();
    names.concat()
}

/// Prints a report.
fn print(format: Format, text: &str) -> std::io::Result<()> {
    if format.is_for_people() { words(text) } else { say::document(text) }
}

/// Prints a report for people.
pub(super) fn words(text: &str) -> std::io::Result<()> {
    // A runner of GitHub reads commands in whatever is printed: a report that quotes contributed lines must contain none.
    let in_actions = std::env::var("GITHUB_ACTIONS").is_ok_and(|value| value == "true");
    if in_actions { say::words(&github::inert(text)) } else { say::words(text) }
}

/// Returns the losses, a line each: how many values and files, and the pages that are left out, by name as long as there are few.
pub(super) fn unseen(checked: &Checked) -> Vec<String> {
    let mut lines = Vec::new();
    let lost: Vec<&Diagnostic> = checked.report.iter().filter(|found| matches!(found.cost, Cost::Unread | Cost::Value)).collect();
    let owners: BTreeSet<&str> = lost.iter().map(|found| found.path.listing_folder().unwrap_or(found.path.as_str())).collect();
    if !lost.is_empty() {
        let listings = lost.iter().filter_map(|found| found.path.listing_slug()).collect::<BTreeSet<_>>().len();
        let others = owners.len() - listings;
        let of = [(listings, "listing"), (others, "other file")].into_iter().filter(|(n, _)| *n > 0).map(|(n, noun)| counted(n, noun));
        lines.push(format!("visitors do not see {} in {}", counted(lost.len(), "value"), of.collect::<Vec<_>>().join(" and ")));
    }
    let left_out = &checked.resolved.left_out;
    if !left_out.is_empty() {
        let (named, rest) = left_out.split_at(left_out.len().min(5));
        let more = if rest.is_empty() { String::new() } else { format!(" and {} more", rest.len()) };
        lines.push(format!("not published: {}{more}", named.join(", ")));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_shown_by_a_path_that_a_reader_can_open() {
        for (content, called) in [
            ("content", "content/"),
            ("./content/", "content/"),
            (".", ""),
            ("../a//b", "../a/b/"),
            ("/srv/content", "/srv/content/"),
            ("/", "/"),
        ] {
            assert_eq!(prefix(Path::new(content)), called, "{content}");
        }
    }

    #[test]
    fn two_reports_never_share_a_place() {
        let output = |format, file: Option<&str>| Output { format, file: file.map(PathBuf::from) };
        let reports = |outputs: &[Output]| Reports::from_args(&ReportArgs { outputs: outputs.to_vec() });
        let both = reports(&[output(Format::Json, Some("a.json")), output(Format::Sarif, Some("a.sarif"))]).expect("two files");
        assert_eq!(both.printed, Format::Human, "files leave standard output as it is");
        assert!(
            reports(&[output(Format::Json, None), output(Format::Sarif, None)]).is_err_and(|error| error.contains("--format sarif=FILE"))
        );
        assert!(reports(&[output(Format::Json, Some("a")), output(Format::Sarif, Some("a"))]).is_err_and(|error| error.contains("`a`")));
    }
}

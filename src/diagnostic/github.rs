//! [Workflow commands](https://docs.github.com/actions/reference/workflow-commands-for-github-actions) of GitHub Actions, which shows them
//! as annotations at the lines of a pull request.
//!
//! GitHub keeps ten annotations of a level and drops the others of a step without a word. So the first nine of a level with more than ten
//! are annotations and the tenth says how many more there are and where; those are plain lines of the log, as in the concise format. Nothing is
//! lost, and the order is that of every format.
//!
//! Lines and columns count from 1, columns in Unicode code points, and `endColumn` is after the last character. GitHub takes columns only within one
//! line: a finding over several lines is annotated at its first one. A finding about a whole file is at its first line.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::concise::line;
use super::rendered::{RenderedDiagnostic, prepare};
use super::{Level, Report, Sources};
use crate::text::printable;

/// Annotations of a level that GitHub shows for a step.
const MAX_SHOWN: usize = 10;
/// Files that are named where findings are only counted.
const MAX_NAMED: usize = 5;

/// The report as lines of a log.
#[must_use]
pub fn render<'run>(report: &'run Report, sources: &Sources<'run>) -> String {
    let shown = prepare(report, sources);
    let mut text = String::new();
    let mut quotas = [Level::Error, Level::Warn, Level::Info].map(|level| Quota::new(level, &shown));
    for shown in &shown {
        let is_command = quotas.iter_mut().find(|quota| quota.level == shown.level).is_some_and(|quota| quota.takes(shown));
        text += &if is_command { command(shown) } else { inert(&line(shown)) };
        text.push('\n');
    }
    for quota in quotas {
        text += &quota.rest();
    }
    text
}

/// `text` as lines that the runner takes for nothing but text. It reads commands not only at the beginning of a line, but in their old form,
/// `##[name]`, anywhere in it, so that a quoted line of a contributed file could set the outputs of a step.
#[must_use]
pub fn inert(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let (indent, words) = line.split_at(line.len() - line.trim_start().len());
        let words = words.replace("##[", "#\\u{23}[");
        safe += indent;
        match words.strip_prefix("::") {
            Some(rest) => safe += &format!("\\u{{3a}}:{rest}"),
            None => safe += &words,
        }
    }
    safe
}

/// How many findings of a level may become annotations.
struct Quota<'run> {
    level: Level,
    n_left: usize,
    n_more: usize,
    in_files: BTreeSet<&'run str>,
}

impl<'run> Quota<'run> {
    fn new(level: Level, shown: &[RenderedDiagnostic<'_>]) -> Self {
        let of_level = shown.iter().filter(|shown| shown.level == level);
        let n_shown = of_level.clone().count();
        let n_left = if n_shown > MAX_SHOWN { MAX_SHOWN - 1 } else { n_shown };
        let n_more = of_level.skip(n_left).map(|shown| shown.n_findings).sum();
        Self { level, n_left, n_more, in_files: BTreeSet::new() }
    }

    fn takes(&mut self, shown: &'run RenderedDiagnostic<'_>) -> bool {
        if self.n_left == 0 {
            self.in_files.insert(&shown.path);
            return false;
        }
        self.n_left -= 1;
        true
    }

    /// The annotation that stands for those that GitHub would have dropped.
    fn rest(&self) -> String {
        if self.n_more == 0 {
            return String::new();
        }
        let word = word(self.level);
        let mut said = String::from("in ");
        let named: Vec<String> = self.in_files.iter().take(MAX_NAMED).map(|path| printable(path)).collect();
        said += &named.join(", ");
        if self.in_files.len() > MAX_NAMED {
            // Writing to a text cannot fail.
            let _ = write!(said, " and {} more files", self.in_files.len() - MAX_NAMED);
        }
        said += "\nthe log of this step lists them, one per line";
        format!("::{word} title={} more {word}s::{}\n", self.n_more, data(&said))
    }
}

fn command(shown: &RenderedDiagnostic<'_>) -> String {
    let (line, column) = shown.start();
    let end = shown.range.map(|range| range.end).filter(|end| end.line == line);
    let mut properties = vec![("file", shown.path.clone()), ("line", line.to_string())];
    properties.extend(end.map(|end| ("endLine", end.line.to_string())));
    properties.push(("col", column.to_string()));
    properties.extend(end.map(|end| ("endColumn", end.column.to_string())));
    properties.push(("title", format!("{} {}", shown.code.id, shown.code.name)));
    let properties: Vec<String> = properties.into_iter().map(|(name, value)| format!("{name}={}", property(&value))).collect();
    let said = shown.with_advice(shown.message.clone(), "");
    format!("::{} {}::{}", word(shown.level), properties.join(","), data(&said))
}

/// Returns GitHub's word for a level.
fn word(level: Level) -> &'static str {
    if level > Level::Info { level.noun() } else { "notice" }
}

/// The text of a command: what would end it or stand for something else is escaped.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property, which a comma or a colon would end.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

//! One finding a line: `path:line:column: level[id] message (name); what to do`.
//!
//! Lines and columns count from 1, columns in Unicode code points; a finding about a whole file is at 1:1.

use super::rendered::{RenderedDiagnostic, prepare};
use super::{Report, Sources};
use crate::text::printable;

/// The report as lines.
#[must_use]
pub fn render<'run>(report: &'run Report, sources: &Sources<'run>) -> String {
    prepare(report, sources).iter().map(|shown| line(shown) + "\n").collect()
}

/// The place and the rule of every finding, a line each without its end.
#[must_use]
pub fn places<'run>(report: &'run Report, sources: &Sources<'run>) -> Vec<String> {
    prepare(report, sources).iter().map(place).collect()
}

fn place(shown: &RenderedDiagnostic<'_>) -> String {
    let ((line, column), path, name) = (shown.start(), printable(&shown.path), shown.code.name);
    if shown.n_findings > 1 { format!("{path}: {name}, {}", shown.message) } else { format!("{path}:{line}:{column}: {name}") }
}

/// One finding with what to do about it, without an end of line.
pub(super) fn line(shown: &RenderedDiagnostic<'_>) -> String {
    let mut line = head(shown);
    for help in &shown.help {
        line += "; ";
        line += help;
    }
    match &shown.fix {
        Some(fix) if fix.is_certain() => line += "; fixable with `check --fix`",
        Some(fix) if shown.help.is_empty() => line += &format!("; suggestion: {}", fix.title),
        _ => {}
    }
    line
}

/// One finding without what to do about it.
pub(super) fn head(shown: &RenderedDiagnostic<'_>) -> String {
    let (line, column) = shown.start();
    let RenderedDiagnostic { code, level, message, .. } = shown;
    format!("{}:{line}:{column}: {}[{}] {message} ({})", printable(&shown.path), level.word(), code.id, code.name)
}

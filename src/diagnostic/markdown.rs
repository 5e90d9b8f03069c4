//! GitHub Flavored Markdown, for a comment on a pull request or the summary of a job.
//!
//! A list for each file, with help and fixes. Lines and columns count from 1, columns in Unicode code points; a finding about a whole file has no place.
//!
//! Words of contributed files cannot become anything else here, neither a mention nor a heading: see [`inline`]. GitHub refuses a comment of more than
//! 65,536 characters: a report that would be nearly as long leaves help and fixes out, and never a finding. What is longer anyway belongs in the summary of a job,
//! which takes a megabyte.

use std::fmt::Write as _;

use super::hunks::hunks;
use super::rendered::{RenderedDiagnostic, RenderedFix, prepare};
use super::{Report, Sources};
use crate::text::printable;

/// Bytes of a report with help and fixes, at most; some of the 65,536 characters are left for the job that posts it.
const MAX_BYTES: usize = 60_000;

/// The report as one document.
#[must_use]
pub fn render<'run>(report: &'run Report, sources: &Sources<'run>) -> String {
    let shown = prepare(report, sources);
    let counts = report.counts();
    let title = if report.is_empty() { "no problems found".to_owned() } else { counts.to_string() };
    let title = format!("### Pressmark: {title}\n");
    at_length(&shown, &title).unwrap_or_else(|| {
        let mut text = title;
        files(&shown, &mut text, &mut |text, shown| {
            *text += &item(shown);
            true
        });
        text
    })
}

/// The findings as a part of a longer text, in at most `max_bytes`: without help and fixes if they would be more, and of the findings only as many as fit,
/// with the number of the others.
#[must_use]
pub fn within<'run>(report: &'run Report, sources: &Sources<'run>, max_bytes: usize) -> String {
    let shown = prepare(report, sources);
    at_length_of(&shown, "", max_bytes).unwrap_or_else(|| {
        let mut text = String::new();
        let mut n_left = report.iter().count();
        files(&shown, &mut text, &mut |text, shown| {
            let item = item(shown);
            let fits = text.len() + item.len() < max_bytes;
            if fits {
                *text += &item;
                n_left -= shown.n_findings;
            }
            fits
        });
        if n_left > 0 {
            // Writing to a text cannot fail.
            let _ = writeln!(text, "\nand {n_left} more: run `pressmark check` to see all");
        }
        text
    })
}

fn at_length(shown: &[RenderedDiagnostic<'_>], title: &str) -> Option<String> {
    at_length_of(shown, title, MAX_BYTES)
}

/// The report with help and fixes; nothing as soon as it becomes too long: each of ten thousand fixes may quote a line of half a megabyte.
fn at_length_of(shown: &[RenderedDiagnostic<'_>], title: &str, max_bytes: usize) -> Option<String> {
    let mut text = title.to_owned();
    let is_whole = files(shown, &mut text, &mut |text, shown| {
        *text += &item(shown);
        *text += &details(shown);
        text.len() <= max_bytes
    });
    is_whole.then_some(text)
}

/// Writes every finding below the name of its file, until `write` says that it is enough; whether it never did.
fn files(shown: &[RenderedDiagnostic<'_>], text: &mut String, write: &mut dyn FnMut(&mut String, &RenderedDiagnostic<'_>) -> bool) -> bool {
    for file in shown.chunk_by(|a, b| a.path == b.path) {
        *text += &format!("\n#### {}\n\n", code(&printable(&file[0].path)));
        if !file.iter().all(|shown| write(text, shown)) {
            return false;
        }
    }
    true
}

/// The finding on one line, with its place.
fn item(shown: &RenderedDiagnostic<'_>) -> String {
    let place = shown.range.map(|range| format!(" {}:{}", range.start.line, range.start.column)).unwrap_or_default();
    format!("- {}\n", sentence(shown, &place))
}

/// The finding on one line, for a reader who sees its place.
pub(super) fn finding(shown: &RenderedDiagnostic<'_>) -> String {
    sentence(shown, "")
}

fn sentence(shown: &RenderedDiagnostic<'_>, place: &str) -> String {
    let level = shown.level.noun();
    let name = code(shown.code.name);
    // An address of the `url` crate contains neither `>` nor an end of line.
    let rule = shown.url().map_or_else(|| name.clone(), |url| format!("[{name}](<{url}>)"));
    format!("**{level}**{place}: {} ({} {rule})", inline(&shown.message), shown.code.id)
}

/// Returns the help and the fix, as parts of the list's item.
fn details(shown: &RenderedDiagnostic<'_>) -> String {
    let mut text = String::new();
    for help in &shown.help {
        text += &format!("  - {}\n", inline(help));
    }
    if let Some(fix) = &shown.fix {
        text += &diff(fix);
    }
    text
}

/// The fix as a diff, after a fence that no line of it can close.
fn diff(fix: &RenderedFix<'_>) -> String {
    let mut body = String::new();
    for hunk in hunks(fix) {
        for (sign, lines) in [('-', &hunk.before), ('+', &hunk.after)] {
            for line in lines {
                // Writing to a text cannot fail.
                let _ = writeln!(body, "  {sign}{}", printable(line).replace("\\u{9}", "\t"));
            }
        }
    }
    let fence = "`".repeat(longest_run(&body).max(2) + 1);
    let what = if fix.is_certain() { "`pressmark check --fix` does this:" } else { "Suggestion:" };
    if body.is_empty() { body } else { format!("\n  {what}\n\n  {fence}diff\n{body}  {fence}\n\n") }
}

/// A message as Markdown. What it quotes in backquotes is shown as code, where nothing has a meaning; the words between are our own and are shown as they
/// are while they contain nothing but letters and common punctuation. Otherwise the quoted text has broken out of its backquotes, and all of it becomes code:
/// no character of a contributor is ever left to an escape, because mentions and references are found after escapes have been undone.
#[must_use]
pub fn inline(message: &str) -> String {
    let parts: Vec<&str> = message.split('`').collect();
    let inner = parts.get(1..parts.len() - 1).unwrap_or_default();
    let is_valid =
        parts.len() % 2 == 1 && inner.iter().all(|part| !part.is_empty()) && parts.iter().step_by(2).all(|words| is_plain(words));
    if !is_valid {
        return code(message);
    }
    let quoted = |(n, part): (usize, &&str)| if n % 2 == 1 { code(part) } else { (*part).to_owned() };
    parts.iter().enumerate().map(quoted).collect()
}

/// Whether `words` mean nothing to Markdown nor to what a forge looks for in it: no `@name`, `#1`, `GH-1`, `host.example` or `https://…`.
#[must_use]
pub fn is_plain(words: &str) -> bool {
    let followed = words.chars().zip(words.chars().skip(1).map(Some).chain([None]));
    followed.into_iter().all(|(c, next)| match c {
        '.' | ':' | '/' => next.is_none_or(|next| matches!(next, ' ' | ',' | ';' | ')')),
        '-' => next.is_some_and(char::is_alphabetic),
        _ => c.is_alphanumeric() || matches!(c, ' ' | ',' | ';' | '?' | '(' | ')' | '"' | '\'' | '’' | '–' | '—' | '…'),
    })
}

/// `text` as a code span, after more backquotes than it contains in a row.
#[must_use]
pub fn code(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let ticks = "`".repeat(longest_run(text) + 1);
    let pad = if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) { " " } else { "" };
    format!("{ticks}{pad}{text}{pad}{ticks}")
}

/// The longest run of backquotes in `text`.
#[must_use]
pub fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

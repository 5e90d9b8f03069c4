//! A report in the format that was asked for, and the line that closes it.

use std::fmt::Write as _;
use std::path::Path;

use super::args::Format;
use super::terminal;
use crate::diagnostic::human::Style;
use crate::diagnostic::{Counts, concise, human};
use crate::pipeline::Checked;

/// More remarks than this are not drawn at length: the rest follows one line each.
const MAX_DRAWN: usize = 200;

/// Every remark as text. `content` is the content folder as the user wrote it.
pub(super) fn text(checked: &Checked, content: &Path, format: Format, style: Style) -> String {
    let prefix = format!("{}/", content.display());
    let mut text = String::new();
    for (place, diagnostic) in checked.report.iter().enumerate() {
        if format == Format::Human && place < MAX_DRAWN {
            text.push_str(&human::render(diagnostic, &|path| checked.draft.text(path), &prefix, style));
            text.push_str("\n\n");
        } else {
            text.push_str(&concise::line(diagnostic, checked.draft.text(&diagnostic.path), &prefix));
            text.push('\n');
        }
    }
    text
}

/// Prints every remark to standard error.
pub(super) fn print(checked: &Checked, content: &Path, format: Format) {
    anstream::eprint!("{}", text(checked, content, format, terminal::style()));
}

/// "3 errors, 1 warning", or nothing when there is nothing to say.
pub(super) fn counts(counts: Counts) -> String {
    let of = |n: usize, word: &str| (n > 0).then(|| format!("{n} {word}{}", if n == 1 { "" } else { "s" }));
    [of(counts.errors, "error"), of(counts.warnings, "warning"), of(counts.infos, "note")]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

/// What was left out, by name as long as there are few.
pub(super) fn left_out(checked: &Checked) -> Option<String> {
    let left_out = &checked.resolved.left_out;
    let mut text = String::new();
    let (shown, rest) = left_out.split_at(left_out.len().min(5));
    write!(text, "left out because of errors: {}", shown.join(", ")).ok()?;
    if !rest.is_empty() {
        write!(text, " and {} more", rest.len()).ok()?;
    }
    (!left_out.is_empty()).then_some(text)
}

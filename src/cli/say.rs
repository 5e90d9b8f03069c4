//! Standard output: what was asked for goes there; what is said beside it goes to standard error. A reader that has seen enough, such as `head`, is no failure; a disk that is full is one.

use std::fmt;
use std::io::{self, ErrorKind, Write};

use super::terminal;
use crate::diagnostic::wrap;

/// Prints words for people: colour goes where it is shown.
pub(super) fn words(text: &str) -> io::Result<()> {
    print(&mut anstream::stdout().lock(), text)
}

/// Prints a line of words for people.
pub(super) fn line(text: &str) -> io::Result<()> {
    words(&format!("{text}\n"))
}

/// Prints a document for programs, to the byte.
pub(super) fn document(text: &str) -> io::Result<()> {
    print(&mut io::stdout().lock(), text)
}

/// Prints a file.
pub(super) fn bytes(bytes: &[u8]) -> io::Result<()> {
    put(&mut io::stdout().lock(), bytes)
}

/// Says `words` beside what was asked for, on standard error. Nobody may be reading it any more: the command goes on and ends as it would have.
pub(super) fn beside(words: fmt::Arguments<'_>) {
    let _ = anstream::stderr().lock().write_fmt(words);
}

/// Says `text` beside what was asked for, broken at its spaces to the width of the terminal: `label` before it, and `indent` before every line.
pub(super) fn wrapped(label: &str, indent: &str, text: &str) {
    let width = terminal::style(&io::stderr()).width;
    for (n, line) in wrap(text, width.saturating_sub(indent.len() + 10 * usize::from(!label.is_empty()))).iter().enumerate() {
        let label = if n == 0 { label } else { "" };
        beside(format_args!("{indent}{label}{line}\n"));
    }
}

/// Says a line beside what was asked for, as [`beside`] does.
macro_rules! aside {
    ($($words:tt)*) => { $crate::cli::say::beside(format_args!("{}\n", format_args!($($words)*))) };
}

pub(super) use aside;

fn print(out: &mut impl Write, text: &str) -> io::Result<()> {
    put(out, text.as_bytes())
}

fn put(out: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    out.write_all(bytes).and_then(|()| out.flush()).or_else(|error| match error.kind() {
        ErrorKind::BrokenPipe => Ok(()),
        _ => Err(error),
    })
}

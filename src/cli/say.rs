//! Standard output: what was asked for goes there. A reader that has seen enough, such as `head`, is no failure; a disk that is full is one.

use std::io::{self, ErrorKind, Write};

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

fn print(out: &mut impl Write, text: &str) -> io::Result<()> {
    put(out, text.as_bytes())
}

fn put(out: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    out.write_all(bytes).and_then(|()| out.flush()).or_else(|error| match error.kind() {
        ErrorKind::BrokenPipe => Ok(()),
        _ => Err(error),
    })
}

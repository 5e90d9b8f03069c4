//! `path-note-not-one-line`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::format::bounds::PATH_NOTE_CHARS as MAX_CHARS;
use crate::rules::rule::rule;
use crate::rules::scalar::length;

rule! {
    /// The note on how to obtain the listing is not one short line.
    ///
    /// It is shown beside the button that leads to the landing page. A long text pushes the button out of sight; details belong on the
    /// landing page.
    ///
    /// ```yaml,fails
    /// install:
    ///   mode: request
    ///   landing_url: https://acme.example/messages
    ///   path_note: |
    ///     Ask on the page.
    ///     We reply within a day.
    /// ```
    /// ```yaml,passes
    /// install:
    ///   mode: request
    ///   landing_url: https://acme.example/messages
    ///   path_note: Ask on the page; we reply within a day.
    /// ```
    PATH_NOTE_NOT_ONE_LINE = { id: "L241", name: "path-note-not-one-line", level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let note = listing.file.install.get().and_then(|install| install.path_note.spanned());
    let Some(note) = note.filter(|_| !listing.is_gone()) else { return };
    let (n_lines, n_chars) = (note.trim().lines().count(), length(note));
    if n_lines > 1 {
        findings.at(note.span, format!("`path_note` has {n_lines} lines, the page shows one")).help("write one sentence");
    } else if n_chars > MAX_CHARS {
        findings
            .at(note.span, format!("`path_note` has {n_chars} characters, the limit is {MAX_CHARS}"))
            .help("keep the visitor's first step, and leave the rest to the landing page");
    }
}

//! `path-note-missing`

use crate::catalogue::RawListing;
use crate::diagnostic::{Advice, Findings};
use crate::format::InstallMode;
use crate::rules::rule::rule;

rule! {
    /// Visitors have to ask for the listing, but the listing does not say how.
    ///
    /// A landing page alone leaves visitors guessing whether to write, to pay or to wait. One line shows the clear path that the
    /// catalogue promises.
    ///
    /// ```yaml,fails
    /// install: {mode: request, landing_url: https://acme.example/messages}
    /// ```
    /// ```yaml,passes
    /// install: {mode: request, landing_url: https://acme.example/messages, path_note: Ask on the page; we reply within a day.}
    /// ```
    PATH_NOTE_MISSING = { id: "L042", name: "path-note-missing", level: Error, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(install) = listing.file.install.get().filter(|_| !listing.is_gone()) else { return };
    let Some(mode) = install.mode.spanned().filter(|mode| mode.value == InstallMode::Request) else { return };
    let is_empty = install.path_note.get().map_or(install.path_note.is_missing(), |note| note.trim().is_empty());
    if is_empty {
        findings
            .at(
                install.path_note.span().unwrap_or(mode.span),
                format!("`{}` is installed on request, but has no `path_note` that says how to obtain it", listing.slug),
            )
            .help(Advice::add("install.path_note").note("with the way from the page, such as: Ask on the page; we reply within a day."));
    }
}

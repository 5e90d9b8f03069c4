//! `landing-url-in-direct-mode`

use crate::catalogue::RawListing;
use crate::diagnostic::{Advice, Findings};
use crate::format::InstallMode;
use crate::rules::rule::rule;

rule! {
    /// The listing describes how to ask for it, although anyone can install it.
    ///
    /// One of the two is wrong, and visitors would be misled. `landing_url` and `path_note` belong to `mode: request`.
    ///
    /// ```yaml,fails
    /// install: {url: https://acme.example/install, landing_url: https://acme.example/messages}
    /// ```
    /// ```yaml,passes
    /// install: {url: https://acme.example/install}
    /// website: https://acme.example/messages
    /// ```
    LANDING_URL_IN_DIRECT_MODE = { id: "L043", name: "landing-url-in-direct-mode", level: Error, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(install) = listing.file.install.get().filter(|_| !listing.is_gone()) else { return };
    if install.mode.is_wrong() || install.mode() != InstallMode::Direct {
        return;
    }
    for (key, span) in [("install.landing_url", install.landing_url.span()), ("install.path_note", install.path_note.span())] {
        let Some(span) = span else { continue };
        findings
            .at(span, format!("`{key}` in a listing that anyone can install"))
            .help(Advice::remove(key).or(Advice::replace("install.mode", "request").note("if visitors have to ask first")));
    }
}

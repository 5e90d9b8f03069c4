//! `install-url-in-request-mode`

use crate::catalogue::RawListing;
use crate::diagnostic::{Advice, Findings};
use crate::format::InstallMode;
use crate::rules::rule::rule;

rule! {
    /// The listing says how to install it, although visitors have to ask for it first.
    ///
    /// The URL or command would be public, so nobody would have to ask, against the publisher's intention.
    ///
    /// ```yaml,fails
    /// install: {mode: request, url: https://acme.example/install, landing_url: https://acme.example/messages, path_note: Ask on the page.}
    /// ```
    /// ```yaml,passes
    /// install: {mode: request, landing_url: https://acme.example/messages, path_note: Ask on the page.}
    /// ```
    INSTALL_URL_IN_REQUEST_MODE = { id: "L044", name: "install-url-in-request-mode", level: Error, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(install) = listing.file.install.get().filter(|_| !listing.is_gone()) else { return };
    if install.mode() != InstallMode::Request {
        return;
    }
    for (key, span) in [("install.url", install.url.span()), ("install.command", install.command.span())] {
        let Some(span) = span else { continue };
        findings
            .at(span, format!("`{key}` in a listing with `mode: request`"))
            .help(Advice::remove(key).or(Advice::replace("install.mode", "direct").note("if anyone may install it")));
    }
}

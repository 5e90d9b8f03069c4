//! `landing-url-missing`

use crate::catalogue::RawListing;
use crate::diagnostic::{Advice, Findings};
use crate::format::InstallMode;
use crate::rules::rule::rule;

rule! {
    /// Visitors have to ask for the listing, but the listing names no page where they can.
    ///
    /// A listing may prevent direct installation if a page shows the listing and how to obtain it.
    ///
    /// ```yaml,fails
    /// install: {mode: request, path_note: Ask on the page.}
    /// ```
    /// ```yaml,passes
    /// install: {mode: request, landing_url: https://acme.example/messages, path_note: Ask on the page.}
    /// ```
    LANDING_URL_MISSING = { id: "L041", name: "landing-url-missing", level: Error, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(install) = listing.file.install.get().filter(|_| !listing.is_gone()) else { return };
    let Some(mode) = install.mode.spanned().filter(|mode| mode.value == InstallMode::Request) else { return };
    if install.landing_url.is_missing() {
        findings
            .at(mode.span, format!("`{}` is installed on request, but has no `landing_url`", listing.slug))
            .help(Advice::add("install.landing_url").note("with a public page that shows the listing and how to obtain it"));
    }
}

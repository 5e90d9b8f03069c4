//! `name-is-app`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::scalar::loose;
use crate::rules::vendor::{Bond, bond_of};

rule! {
    /// The listing has the name of its app, but its publisher does not make the app.
    ///
    /// Visitors would take it for the vendor's own listing, and the vendor could no longer use the name. The vendor of an app is known
    /// from the domains in `apps/` and the verified domains in `publishers/`.
    ///
    /// ```files,fails
    /// ==> apps/slack.yaml <==
    /// name: Slack
    /// website: https://slack.com/
    /// domains: [slack.com]
    /// ==> listings/acme/listing.yaml <==
    /// name: Slack
    /// app: Slack
    /// publisher: acme
    /// ```
    /// ```files,passes
    /// ==> apps/slack.yaml <==
    /// name: Slack
    /// website: https://slack.com/
    /// domains: [slack.com]
    /// ==> listings/acme/listing.yaml <==
    /// name: Slack Reminders
    /// app: Slack
    /// publisher: acme
    /// ```
    NAME_IS_APP = { id: "L201", name: "name-is-app", level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let file = listing.file;
    let (Some(name), Some(app), Some(publisher)) = (file.name.spanned(), file.app.get(), file.publisher.get()) else { return };
    if !listing.is_gone() && loose(name) == loose(app) && bond_of(listing.raw, app, publisher) == Bond::Stranger {
        findings
            .at(name.span, format!("`{}` is the name of the app itself, which `{publisher}` does not make", name.value))
            .help(format!("add what makes the listing different, such as `{app} Reminders`"));
    }
}

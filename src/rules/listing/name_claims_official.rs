//! `name-claims-official`

use super::vendor::{Bond, bond_of};
use crate::catalogue::ListingDraft;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// The name or the summary calls the connector official, and its publisher does not make the app.
    ///
    /// The catalogue itself marks what comes from an app's vendor, after checking it. A claim that nobody checked makes the mark worthless,
    /// and is how impostors are installed.
    ///
    /// ```files,fails
    /// ==> apps/slack.yaml <==
    /// name: Slack
    /// website: https://slack.com/
    /// domains: [slack.com]
    /// ==> listings/acme/listing.yaml <==
    /// name: Official Slack Messages
    /// app: Slack
    /// publisher: acme
    /// ```
    /// ```files,passes
    /// ==> apps/slack.yaml <==
    /// name: Slack
    /// website: https://slack.com/
    /// domains: [slack.com]
    /// ==> listings/acme/listing.yaml <==
    /// name: Slack Messages
    /// app: Slack
    /// publisher: acme
    /// ```
    NAME_CLAIMS_OFFICIAL = { id: "L202", name: "name-claims-official", level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &ListingDraft<'_>, findings: &mut Findings<'_>) {
    let file = listing.file;
    let (Some(app), Some(publisher)) = (file.app.get(), file.publisher.get()) else { return };
    if listing.is_gone() || bond_of(listing.draft, app, publisher) != Bond::Stranger {
        return;
    }
    for (what, text) in [("name", file.name.spanned()), ("summary", file.summary.spanned())] {
        if let Some(text) = text.filter(|text| claims(text)) {
            findings
                .at(text.span, format!("{what} calls the connector official, but `{publisher}` does not make {app}"))
                .help("take the word away; the catalogue marks connectors of an app's vendor by itself");
        }
    }
}

/// Whether `text` says "official" or "verified" of itself, not "unofficial".
fn claims(text: &str) -> bool {
    let is_claim = |word: &str| matches!(word.to_lowercase().as_str(), "official" | "officially" | "verified" | "certified");
    text.split(|c: char| !c.is_alphanumeric()).any(is_claim)
}

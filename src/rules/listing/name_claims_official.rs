//! `name-claims-official`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::rules::vendor::{Bond, bond_of};

rule! {
    /// The name or the summary calls the listing official, but its publisher does not make the app.
    ///
    /// The catalogue itself marks listings of an app's vendor, after checking them. An unchecked claim makes the mark worthless,
    /// and helps impostors.
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

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let file = listing.file;
    let (Some(app), Some(publisher)) = (file.app.get(), file.publisher.get()) else { return };
    if listing.is_gone() || bond_of(listing.raw, app, publisher) != Bond::Stranger {
        return;
    }
    for (what, text) in [("name", file.name.spanned()), ("summary", file.summary.spanned())] {
        if let Some(text) = text.filter(|text| claims(text, what)) {
            findings
                .at(text.span, format!("{what} calls the listing official, but `{publisher}` does not make {app}"))
                .help("remove the word; the catalogue marks listings of an app's vendor automatically");
        }
    }
}

/// Whether `text` says "official" or "verified" of the listing, not "unofficial". In a summary the word may be said of something else: "looks up
/// verified numbers".
fn claims(text: &str, what: &str) -> bool {
    let words: Vec<String> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let is_claim = |word: &String| matches!(word.as_str(), "official" | "officially" | "verified" | "certified");
    let is_connector = |word: &String| matches!(word.as_str(), "connector" | "integration" | "app" | "plugin" | "extension" | "listing");
    let said_of_it = |at: usize| what == "name" || words[at..].iter().take(5).any(is_connector);
    words.iter().enumerate().any(|(at, word)| is_claim(word) && said_of_it(at))
}

#[cfg(test)]
mod tests {
    use super::claims;

    #[test]
    fn a_summary_may_call_something_else_verified() {
        assert!(claims("Official Slack Messages", "name") && claims("The official Slack connector.", "summary"));
        assert!(!claims("Looks up verified phone numbers.", "summary") && !claims("Unofficial Slack Messages", "name"));
    }
}

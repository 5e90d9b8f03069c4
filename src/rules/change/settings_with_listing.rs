//! `settings-with-listing`

use crate::catalogue::Change;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use crate::source::ContentPath;

rule! {
    /// One change touches the catalogue's settings and a listing.
    ///
    /// What is allowed would be changed together with what it is to be allowed for. Listings are judged by the settings that are in force, so the settings come
    /// first and by themselves.
    ///
    /// ```files,fails
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// regions: [{id: us, label: United States}, {id: eu, label: Europe}]
    /// auth: [{id: oauth2, label: OAuth 2.0}]
    /// agreement: {current: "2026-01"}
    /// levels: {email-list: off}
    /// ==> listings/acme/notes.txt <==
    /// One.
    /// ```
    /// ```files,passes
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// regions: [{id: us, label: United States}, {id: eu, label: Europe}]
    /// auth: [{id: oauth2, label: OAuth 2.0}]
    /// agreement: {current: "2026-01"}
    /// levels: {email-list: off}
    /// ```
    SETTINGS_WITH_LISTING = { id: "R012", name: "settings-with-listing", level: Error, since: "0.1", check: Change(check) }
}

fn check(change: &Change<'_>, findings: &mut Findings<'_>) {
    let Some((path, _)) = ContentPath::new("catalogue.yaml").and_then(|path| change.files.content.get_key_value(&path)) else { return };
    let Some(listing) = change.listings.first() else { return };
    findings
        .elsewhere(path, None, format!("the settings would change together with listing `{}`", listing.slug))
        .help("propose the settings by themselves first; the listing is judged by those that are in force");
}

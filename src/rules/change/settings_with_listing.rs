//! `settings-with-listing`

use crate::catalogue::Change;
use crate::diagnostic::Findings;
use crate::format::SETTINGS;
use crate::rules::rule::rule;

rule! {
    /// One change touches the catalogue's settings and a listing.
    ///
    /// It would change the rules together with a listing that they apply to. Listings are judged by the settings in force, so propose the settings
    /// first, in a separate change.
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
    let Some((path, _)) = change.files.content.get_key_value(SETTINGS) else { return };
    let Some(listing) = change.listings.first() else { return };
    findings
        .elsewhere(path, None, format!("the settings and listing `{}` change together", listing.slug))
        .help("propose the settings first, in a separate change; the listing is judged by the settings in force");
}

//! `duplicate-label-id`

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::rules::repeats::repeats;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A region or an authentication method is defined twice.
    ///
    /// Pages would show the label of the first one and ignore the second.
    ///
    /// ```files,fails
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// regions: [{id: us, label: United States}, {id: us, label: Europe}]
    /// auth: [{id: oauth2, label: OAuth 2.0}]
    /// agreement: {current: "2026-01"}
    /// ```
    /// ```files,passes
    /// ==> catalogue.yaml <==
    /// title: Examples
    /// base_url: https://catalogue.example/
    /// regions: [{id: us, label: United States}, {id: eu, label: Europe}]
    /// auth: [{id: oauth2, label: OAuth 2.0}]
    /// agreement: {current: "2026-01"}
    /// ```
    DUPLICATE_LABEL_ID = { id: "C038", name: "duplicate-label-id", former: ["label-id-doubled"], level: Error, costs: Value, since: "0.1", check: Catalogue(check) }
}

fn check(raw: &RawCatalogue, findings: &mut Findings<'_>) {
    let Some(document) = raw.settings_file() else { return };
    let settings = raw.settings();
    for (noun, entries) in [("region", &settings.regions), ("authentication method", &settings.auth)] {
        let ids = entries.items().iter().filter_map(|entry| entry.id.spanned());
        for (id, first) in repeats(ids, |id| (&id.value, id.span)) {
            findings
                .elsewhere(&document.path, Some(id.span), format!("{noun} `{}` is defined twice", shortened(id)))
                .related(&document.path, Some(first), "first defined here")
                .help("keep one of the two");
        }
    }
}

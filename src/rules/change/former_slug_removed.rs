//! `former-slug-removed`

use crate::catalogue::Change;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// A former slug is removed from a listing.
    ///
    /// The old URL would lead nowhere, and someone else could take it over together with everyone who follows it.
    ///
    /// ```files,fails
    /// ==> before: listings/other/listing.yaml <==
    /// name: Other Rows
    /// app: HubSpot
    /// former_slugs: [old-rows]
    /// ==> listings/other/listing.yaml <==
    /// name: Other Rows
    /// app: HubSpot
    /// ```
    /// ```files,passes
    /// ==> before: listings/other/listing.yaml <==
    /// name: Other Rows
    /// app: HubSpot
    /// former_slugs: [old-rows]
    /// ==> listings/other/listing.yaml <==
    /// name: Other Rows
    /// app: HubSpot
    /// former_slugs: [old-rows, older-rows]
    /// ```
    FORMER_SLUG_REMOVED = { id: "R017", name: "former-slug-removed", former: ["former-slug-dropped"], level: Error, since: "0.1", check: Change(check) }
}

fn check(change: &Change<'_>, findings: &mut Findings<'_>) {
    for (_, was, is) in change.edited() {
        let now = is.file.former_slugs.items();
        for dropped in was.file.former_slugs.items().iter().filter(|old| now.iter().all(|new| new.value != old.value)) {
            findings
                .elsewhere(&is.document.path, is.file.former_slugs.span(), format!("former slug `{}` would be removed", dropped.value))
                .help("restore it: links to the old URL lead here");
        }
    }
}

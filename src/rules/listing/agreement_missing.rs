//! `agreement-missing`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// The listing does not record acceptance of the developer agreement.
    ///
    /// The agreement lets the catalogue publish the listing and act when something goes wrong. The rule does nothing in catalogues without
    /// `agreement.current`.
    ///
    /// ```files,fails
    /// ==> listings/acme/listing.yaml <==
    /// name: Acme Messages
    /// app: Slack
    /// ```
    /// ```files,passes
    /// ==> listings/acme/listing.yaml <==
    /// name: Acme Messages
    /// app: Slack
    /// agreement: {version: "2026-01", accepted_by: Acme Works, accepted_on: 2026-01-02}
    /// ```
    AGREEMENT_MISSING = { id: "L295", name: "agreement-missing", level: Error, since: "0.1", enforced_from: (2027, 6, 1), check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let current = listing.raw.settings().agreement.get().and_then(|agreement| agreement.current.get());
    let Some(current) = current.filter(|_| listing.file.agreement.is_missing() && !listing.is_gone()) else { return };
    findings
        .whole(format!("listing `{}` does not record acceptance of the developer agreement", listing.slug))
        .help(format!("read `agreements/{current}.md`, then add `agreement: {{version: \"{current}\", accepted_by: …, accepted_on: …}}`"));
}

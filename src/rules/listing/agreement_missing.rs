//! `agreement-missing`

use crate::catalogue::ListingDraft;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// Nobody has accepted the developer agreement for this listing.
    ///
    /// The agreement is what lets the catalogue publish the listing and act when something goes wrong. Catalogues that name none in
    /// `agreement.current` are left alone.
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
    AGREEMENT_MISSING = { id: "L295", name: "agreement-missing", level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &ListingDraft<'_>, findings: &mut Findings<'_>) {
    let current = listing.draft.settings().agreement.get().and_then(|agreement| agreement.current.get());
    let Some(current) = current.filter(|_| listing.file.agreement.is_absent() && !listing.is_gone()) else { return };
    findings
        .whole(format!("nobody has accepted the developer agreement for `{}`", listing.slug))
        .help(format!("read `agreements/{current}.md`, then add `agreement: {{version: \"{current}\", accepted_by: …, accepted_on: …}}`"));
}

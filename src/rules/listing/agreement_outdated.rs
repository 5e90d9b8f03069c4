//! `agreement-outdated`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::format::FileRole;
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// The listing accepts a version of the agreement that is no longer in force.
    ///
    /// The old promises may differ from what visitors are told now. The publisher has to read the new text and accept it; until then
    /// the listing stays as it is.
    ///
    /// ```files,fails
    /// ==> agreements/2025-10.md <==
    /// ## Terms
    ///
    /// Be fair.
    /// ==> listings/acme/listing.yaml <==
    /// name: Acme Messages
    /// app: Slack
    /// agreement: {version: "2025-10", accepted_by: Acme Works, accepted_on: 2025-11-02}
    /// ```
    /// ```files,passes
    /// ==> agreements/2025-10.md <==
    /// ## Terms
    ///
    /// Be fair.
    /// ==> listings/acme/listing.yaml <==
    /// name: Acme Messages
    /// app: Slack
    /// agreement: {version: "2026-01", accepted_by: Acme Works, accepted_on: 2026-01-02}
    /// ```
    AGREEMENT_OUTDATED = { id: "L296", name: "agreement-outdated", level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let current = listing.raw.settings().agreement.get().and_then(|agreement| agreement.current.get());
    let accepted = listing.file.agreement.get().and_then(|agreement| agreement.version.spanned());
    let (Some(current), Some(accepted)) = (current, accepted.filter(|_| !listing.is_gone())) else { return };
    let is_known = |version: &str| listing.raw.file(FileRole::Agreement, version).is_some();
    if accepted.value != *current && is_known(accepted) && is_known(current) {
        findings
            .at(accepted.span, format!("the listing accepts agreement `{}`, which is no longer in force", shortened(accepted)))
            .label(format!("the current version is `{current}`"))
            .help(format!("read `agreements/{current}.md`, then update `version`, `accepted_by` and `accepted_on`"));
    }
}

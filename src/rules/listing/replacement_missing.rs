//! `replacement-missing`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::format::Reason;
use crate::rules::rule::rule;

rule! {
    /// The listing is superseded, but does not name its replacement.
    ///
    /// Everyone who reads the notice wants to know what to use instead.
    ///
    /// ```yaml,fails
    /// lifecycle: {state: deprecated, since: 2026-01-02, reason: superseded}
    /// ```
    /// ```yaml,passes
    /// lifecycle: {state: deprecated, since: 2026-01-02, reason: superseded, replaced_by: other}
    /// ```
    REPLACEMENT_MISSING = { id: "L293", name: "replacement-missing", level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(lifecycle) = listing.file.lifecycle.get().filter(|lifecycle| lifecycle.replaced_by.is_missing()) else { return };
    if let Some(reason) = lifecycle.reason.spanned().filter(|reason| reason.value == Reason::Superseded) {
        findings
            .at(reason.span, "listing is superseded, but names no replacement")
            .help("add `replaced_by:` with the slug of the listing to use instead, or choose another reason");
    }
}

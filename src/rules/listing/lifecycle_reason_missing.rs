//! `lifecycle-reason-missing`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::format::Reason;
use crate::rules::rule::rule;

rule! {
    /// The listing is no longer active, and gives no reason.
    ///
    /// Users of the listing have to decide whether to leave it at once or some day. "Superseded" and "security" call for different
    /// answers.
    ///
    /// ```yaml,fails
    /// lifecycle: {state: deprecated, since: 2026-01-02}
    /// ```
    /// ```yaml,passes
    /// lifecycle: {state: deprecated, since: 2026-01-02, reason: unmaintained}
    /// ```
    LIFECYCLE_REASON_MISSING = { id: "L290", name: "lifecycle-reason-missing", level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(lifecycle) = listing.file.lifecycle.get() else { return };
    if let Some(state) = lifecycle.state.spanned().filter(|_| lifecycle.reason.is_missing()) {
        findings
            .at(state.span, format!("listing is {}, but gives no reason", state.word()))
            .help(format!("add `reason:` with one of {}", Reason::WORDS.join(", ")));
    }
}

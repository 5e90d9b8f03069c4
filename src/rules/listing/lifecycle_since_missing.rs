//! `lifecycle-since-missing`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;

rule! {
    /// The listing is no longer active, and does not say since when.
    ///
    /// Pages and feeds show the day. Without it, a visitor cannot tell news from history, and a maintainer cannot tell when a
    /// grace period is over.
    ///
    /// ```yaml,fails
    /// lifecycle: {state: deprecated, reason: unmaintained}
    /// ```
    /// ```yaml,passes
    /// lifecycle: {state: deprecated, reason: unmaintained, since: 2026-01-02}
    /// ```
    LIFECYCLE_SINCE_MISSING = { id: "L291", name: "lifecycle-since-missing", level: Warn, since: "0.1", check: Listing(check) }
}

fn check(listing: &RawListing<'_>, findings: &mut Findings<'_>) {
    let Some(lifecycle) = listing.file.lifecycle.get() else { return };
    if let Some(state) = lifecycle.state.spanned().filter(|_| lifecycle.since.is_missing()) {
        findings.at(state.span, format!("listing is {}, but does not say since when", state.word())).help("add `since:` with the day");
    }
}

//! `lifecycle-since-in-future`

use crate::catalogue::ListingDraft;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use jiff::civil::Date;

rule! {
    /// The end of the listing lies in the future.
    ///
    /// Pages show the state at once, whatever day stands behind it: visitors would be told that a listing is gone which still works.
    ///
    /// ```yaml,fails
    /// lifecycle: {state: deprecated, reason: unmaintained, since: 2126-01-02}
    /// ```
    /// ```yaml,passes
    /// lifecycle: {state: deprecated, reason: unmaintained, since: 2026-01-02}
    /// ```
    LIFECYCLE_SINCE_IN_FUTURE = { id: "L292", name: "lifecycle-since-in-future", level: Warn, since: "0.1", check: Dated(check) }
}

fn check(listing: &ListingDraft<'_>, today: Date, findings: &mut Findings<'_>) {
    let Some(lifecycle) = listing.file.lifecycle.get() else { return };
    let tomorrow = today.tomorrow().unwrap_or(today);
    if let (Some(since), Some(state)) = (lifecycle.since.spanned().filter(|since| since.value > tomorrow), lifecycle.state.get()) {
        findings
            .at(since.span, format!("listing is {} from {}, which is yet to come", state.word(), since.value))
            .help("submit the change when the day has come, and announce it in `note:` or in the README until then");
    }
}

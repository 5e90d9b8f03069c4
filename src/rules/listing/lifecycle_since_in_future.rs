//! `lifecycle-since-in-future`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use jiff::civil::Date;

rule! {
    /// The end date of the listing is in the future.
    ///
    /// Pages show the state at once, whatever its date: visitors would be told that a listing is gone while it still works.
    ///
    /// ```yaml,fails
    /// lifecycle: {state: deprecated, reason: unmaintained, since: 2126-01-02}
    /// ```
    /// ```yaml,passes
    /// lifecycle: {state: deprecated, reason: unmaintained, since: 2026-01-02}
    /// ```
    LIFECYCLE_SINCE_IN_FUTURE = { id: "L292", name: "lifecycle-since-in-future", level: Warn, since: "0.1", check: Dated(check) }
}

fn check(listing: &RawListing<'_>, today: Date, findings: &mut Findings<'_>) {
    let Some(lifecycle) = listing.file.lifecycle.get() else { return };
    let tomorrow = today.tomorrow().unwrap_or(today);
    if let (Some(since), Some(state)) = (lifecycle.since.spanned().filter(|since| since.value > tomorrow), lifecycle.state.get()) {
        findings
            .at(since.span, format!("listing is {} since {}, which is in the future", state.word(), since.value))
            .help("submit the change on that day, and announce it in `note:` or in the README until then");
    }
}

//! `tested-date-in-future`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use jiff::civil::Date;

rule! {
    /// The day of the test is in the future.
    ///
    /// Visitors read the date as a promise that the listing worked on that day.
    ///
    /// ```yaml,fails
    /// tested: {version: 1.0.0, on: 2126-01-02, what: Messages in a test channel.}
    /// ```
    /// ```yaml,passes
    /// tested: {version: 1.0.0, on: 2026-01-02, what: Messages in a test channel.}
    /// ```
    TESTED_DATE_IN_FUTURE = { id: "L298", name: "tested-date-in-future", level: Error, costs: Value, since: "0.1", check: Dated(check) }
}

fn check(listing: &RawListing<'_>, today: Date, findings: &mut Findings<'_>) {
    let tested = listing.file.tested.get().and_then(|tested| tested.on.spanned());
    let tomorrow = today.tomorrow().unwrap_or(today);
    if let Some(day) = tested.filter(|day| day.value > tomorrow && !listing.is_gone()) {
        findings.at(day.span, format!("the test date {} is in the future", day.value)).help("write the day on which it was tested");
    }
}

//! `review-date-in-future`

use jiff::civil::Date;

use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::format::ReviewFile;
use crate::rules::rule::rule;

rule! {
    /// The date of a review record is in the future.
    ///
    /// An approval or a demonstration with a future date happened on another day, or not at all. Someone who reads the record later cannot
    /// trust the rest of it.
    ///
    /// ```files,fails
    /// ==> listings/acme/review.yaml <==
    /// approved_by: A maintainer
    /// approved_on: 2126-01-03
    /// ```
    /// ```files,fails
    /// ==> listings/acme/review.yaml <==
    /// approved_by: A maintainer
    /// approved_on: 2026-01-03
    /// meeting: {held_on: 2126-01-02}
    /// ```
    /// ```files,passes
    /// ==> listings/acme/review.yaml <==
    /// approved_by: A maintainer
    /// approved_on: 2026-01-03
    /// meeting: {held_on: 2026-01-02}
    /// ```
    REVIEW_DATE_IN_FUTURE = { id: "C047", name: "review-date-in-future", level: Warn, since: "0.1", check: Calendar(check) }
}

fn check(raw: &RawCatalogue, today: Date, findings: &mut Findings<'_>) {
    let tomorrow = today.tomorrow().unwrap_or(today);
    for (document, record) in raw.all::<ReviewFile>() {
        let held = record.meeting.get().and_then(|meeting| meeting.held_on.spanned());
        for (what, day) in [("it was approved", record.approved_on.spanned()), ("the meeting was held", held)] {
            if let Some(day) = day.filter(|day| day.value > tomorrow) {
                findings
                    .elsewhere(&document.path, Some(day.span), format!("{what} on {}, which is in the future", day.value))
                    .help("write the day on which it happened");
            }
        }
    }
}

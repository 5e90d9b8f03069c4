//! `agreement-date-in-future`

use crate::catalogue::RawListing;
use crate::diagnostic::Findings;
use crate::rules::rule::rule;
use jiff::civil::Date;

rule! {
    /// The acceptance date of the agreement is in the future.
    ///
    /// A date that cannot be right makes the whole statement worthless when it is needed.
    ///
    /// ```yaml,fails
    /// agreement: {version: "2026-01", accepted_by: Acme Works, accepted_on: 2126-01-02}
    /// ```
    /// ```yaml,passes
    /// agreement: {version: "2026-01", accepted_by: Acme Works, accepted_on: 2026-01-02}
    /// ```
    AGREEMENT_DATE_IN_FUTURE = { id: "L297", name: "agreement-date-in-future", level: Error, since: "0.1", check: Dated(check) }
}

fn check(listing: &RawListing<'_>, today: Date, findings: &mut Findings<'_>) {
    let accepted = listing.file.agreement.get().and_then(|agreement| agreement.accepted_on.spanned());
    let tomorrow = today.tomorrow().unwrap_or(today);
    if let Some(day) = accepted.filter(|day| day.value > tomorrow && !listing.is_gone()) {
        findings
            .at(day.span, format!("the acceptance date {} is in the future", day.value))
            .help("write the day on which the agreement was read and accepted");
    }
}

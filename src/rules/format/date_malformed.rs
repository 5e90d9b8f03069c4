//! `date-malformed`

use super::problems::malformed;
use super::scalar::shortened;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::Form;
use crate::rules::rule::rule;

rule! {
    /// A date is not written as year, month and day, or names a day that does not exist.
    ///
    /// `01.02.2026` is January in one country and February in another; pages sort by these dates.
    ///
    /// ```yaml,fails
    /// versions:
    ///   - {version: 1.0.0, date: 01.02.2026}
    /// ```
    /// ```yaml,passes
    /// versions:
    ///   - {version: 1.0.0, date: 2026-02-01}
    /// ```
    DATE_MALFORMED = { id: "F020", name: "date-malformed", level: Error, fixed: true, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for (span, text, because) in malformed(document, Form::Date) {
        let remark = findings.at(span, format!("`{}` is not a date", shortened(text)));
        let remark = if because.is_empty() { remark } else { remark.label("there is no such day") };
        match day_of(text) {
            Some(day) => remark.help(format!("write `{day}`: the time of day is not kept")).fix(span, day),
            None => remark.help("write year, month and day with their zeros, such as `2026-05-01`"),
        };
    }
}

/// The day of a date with a time, such as `2026-05-01T10:00:00Z`.
fn day_of(text: &str) -> Option<&str> {
    let (day, time) = text.split_at_checked(10)?;
    (time.starts_with(['T', ' ']) && day.parse::<jiff::civil::Date>().is_ok()).then_some(day)
}

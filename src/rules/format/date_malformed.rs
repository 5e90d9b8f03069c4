//! `date-malformed`

use jiff::civil::Date;

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
            Some(day) => remark.help(format!("write `{day}`")).fix(span, day.to_string()),
            None => remark.help("write year, month and day with their zeros, such as `2026-05-01`"),
        };
    }
}

/// The day that is meant without doubt: the year comes first and everything else is a matter of signs (`2026/5/1`, `2026.05.01`), or a time
/// follows (`2026-05-01T10:00:00Z`).
fn day_of(text: &str) -> Option<Date> {
    let (day, time) = text.split_once(['T', ' ']).unwrap_or((text, "00"));
    // `2026-05-01 to 2026-06-01` is no day and a time.
    let is_time = time
        .split(['+', 'Z', ' '])
        .next()
        .is_some_and(|time| time.len() >= 2 && time.bytes().take(2).all(|byte| byte.is_ascii_digit()) && !time.contains('-'));
    if !is_time || time.contains(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | '-' | ' ' | 'Z'))) {
        return None;
    }
    let [year, month, day]: [&str; 3] = day.split(['-', '/', '.']).collect::<Vec<_>>().try_into().ok()?;
    let is_number = |part: &str, lengths: &[usize]| lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_sound = is_number(year, &[4]) && is_number(month, &[1, 2]) && is_number(day, &[1, 2]);
    if !is_sound {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::day_of;

    #[test]
    fn a_day_is_sure_when_its_year_comes_first() {
        for text in ["2026/5/1", "2026.05.01", "2026-5-01", "2026-05-01T10:00:00Z", "2026-05-01 10:00"] {
            assert_eq!(day_of(text), Some(jiff::civil::date(2026, 5, 1)), "{text}");
        }
        for text in [
            "01.05.2026",
            "26/5/1",
            "2026-13-01",
            "2026-02-30",
            "2026-05",
            "soon",
            "2026-05-01-02",
            "2026-05-01 to 2026-06-01",
            "2026-05-01 2026-06-01",
            "2026-05-01 (or so)",
        ] {
            assert_eq!(day_of(text), None, "{text}");
        }
    }
}

//! `date-malformed`

use jiff::civil::Date;

use super::problems::malformed;
use crate::diagnostic::Findings;
use crate::format::Document;
use crate::parse::problem::Form;
use crate::parse::typographic::enclosed;
use crate::rules::pasted::{QUOTES_BELONG, in_plain_characters};
use crate::rules::rule::rule;
use crate::rules::scalar::shortened;

rule! {
    /// A date is not written as year, month and day, or is a day that does not exist.
    ///
    /// `01.02.2026` is January in one country and February in another; pages are sorted by these dates.
    ///
    /// ```yaml,fails
    /// versions:
    ///   - {version: 1.0.0, date: 01.02.2026}
    /// ```
    /// ```yaml,passes
    /// versions:
    ///   - {version: 1.0.0, date: 2026-02-01}
    /// ```
    DATE_MALFORMED = { id: "F020", name: "date-malformed", level: Error, costs: Unread, since: "0.1", check: Document(check) }
}

fn check(document: &Document, findings: &mut Findings<'_>) {
    for (span, text, because) in malformed(document, Form::Date) {
        if !because.is_empty() {
            findings.at(span, format!("`{}` is not a date: there is no such day", shortened(text)));
            continue;
        }
        let finding = findings.at(span, format!("`{}` is not a date", shortened(text)));
        let inner = enclosed(text).map(str::trim);
        let finding = if inner.is_some() { finding.label(QUOTES_BELONG) } else { finding };
        let plain = in_plain_characters(inner.unwrap_or(text));
        let text = plain.as_deref().or(inner).unwrap_or(text);
        match (day_of(text), written_day(text)) {
            (Some(day), _) => finding.help(format!("write `{day}`")).fix(span, day.to_string()),
            (None, Some(day)) => finding.help(format!("write `{day}` if you mean that day")).suggest(span, day.to_string()),
            (None, None) => finding.help("write the year, month and day with leading zeros, such as `2026-05-01`"),
        };
    }
}

/// The day that is meant beyond doubt: the year comes first and only separators or zeros differ (`2026/5/1`, `2026.05.01`), or a time
/// follows (`2026-05-01T10:00:00Z`).
fn day_of(text: &str) -> Option<Date> {
    let (day, time) = text.split_once(['T', ' ']).unwrap_or((text, "00"));
    // `2026-05-01 to 2026-06-01` is not a day and a time.
    let is_time = time
        .split(['+', 'Z', ' '])
        .next()
        .is_some_and(|time| time.len() >= 2 && time.bytes().take(2).all(|byte| byte.is_ascii_digit()) && !time.contains('-'));
    if !is_time || time.contains(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | '-' | ' ' | 'Z'))) {
        return None;
    }
    let [year, month, day]: [&str; 3] = day.split(['-', '/', '.']).collect::<Vec<_>>().try_into().ok()?;
    let is_number = |part: &str, lengths: &[usize]| lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_valid = is_number(year, &[4]) && is_number(month, &[1, 2]) && is_number(day, &[1, 2]);
    if !is_valid {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// The one day that a text can mean whose year comes last or whose month is a word: `11/20/2026`, `2 Nov 2026`, `Nov 2nd, 2026`.
fn written_day(text: &str) -> Option<Date> {
    let parts: [&str; 3] = text.split([' ', ',', '.', '/', '-']).filter(|part| !part.is_empty()).collect::<Vec<_>>().try_into().ok()?;
    let month_of = |part: &str| {
        let word = part.to_lowercase();
        let at = MONTHS.iter().position(|month| month.starts_with(&word)).filter(|_| word.len() >= 3)?;
        i8::try_from(at + 1).ok()
    };
    let number = |part: &str| {
        let digits = part.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let is_ordinal = matches!(&part[digits.len()..], "" | "st" | "nd" | "rd" | "th");
        (is_ordinal && matches!(digits.len(), 1 | 2)).then(|| digits.parse::<i8>().ok())?
    };
    let year = |part: &str| (part.len() == 4).then(|| part.parse::<i16>().ok())?;
    let [first, second, last] = parts;
    let (year, month, day) = match (month_of(first), month_of(second)) {
        (Some(month), _) => (year(last)?, month, number(second)?),
        (_, Some(month)) => match year(first) {
            Some(year) => (year, month, number(last)?),
            None => (year(last)?, month, number(first)?),
        },
        (None, None) => match (number(first)?, number(second)?) {
            (day @ 13.., month) | (month, day @ 13..) => (year(last)?, month, day),
            (day, month) if day == month => (year(last)?, month, day),
            _ => return None,
        },
    };
    Date::new(year, month, day).ok()
}

/// The months in full; three letters tell them apart.
const MONTHS: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

#[cfg(test)]
mod tests {
    use super::{day_of, written_day};

    #[test]
    fn a_date_with_one_reading_is_a_likely_fix() {
        for text in
            ["11/20/2026", "20/11/2026", "20.11.2026", "20 Nov 2026", "Nov 20, 2026", "November 20th, 2026", "20-Nov-2026", "2026 Nov 20"]
        {
            assert_eq!(written_day(text), Some(jiff::civil::date(2026, 11, 20)), "{text}");
        }
        assert_eq!(written_day("05/05/2026"), Some(jiff::civil::date(2026, 5, 5)));
        for text in ["01.05.2026", "11/20/26", "31 Nov 2026", "2 No 2026", "Nov 2026", "20 + 11 2026", "soon"] {
            assert_eq!(written_day(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_with_the_year_first_is_a_certain_fix() {
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

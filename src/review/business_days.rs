//! Days on which reviewers work: Monday to Friday. Knows no holidays, which differ from desk to desk.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

/// The day that is `n` business days after `from`; with `n` of 0, `from` itself or the Monday after its weekend.
///
/// Stays at the end of the calendar, in the year 9999.
#[must_use]
pub fn business_days_later(from: Date, n: u32) -> Date {
    let mut day = from;
    let mut left = n;
    while left > 0 || is_weekend(day) {
        let Ok(next) = day.tomorrow() else { return day };
        day = next;
        if !is_weekend(day) {
            left = left.saturating_sub(1);
        }
    }
    day
}

/// How many business days have begun after `from`, up to and with `until`; 0 when `until` is not later.
#[must_use]
pub fn business_days_between(from: Date, until: Date) -> u32 {
    let n_days = from.until(until).map_or(0, |span| span.get_days().max(0));
    let (n_weeks, rest) = (n_days / 7, n_days % 7);
    let in_rest = (1..=rest).filter(|&n| from.checked_add(n.days()).is_ok_and(|day| !is_weekend(day))).count();
    u32::try_from(n_weeks * 5).unwrap_or(0) + u32::try_from(in_rest).unwrap_or(0)
}

fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    // 2026-11-20 is a Friday.
    #[test]
    fn weekends_do_not_count() {
        let friday = date(2026, 11, 20);
        assert_eq!(business_days_later(friday, 0), friday);
        assert_eq!(business_days_later(friday, 1), date(2026, 11, 23));
        assert_eq!(business_days_later(friday, 5), date(2026, 11, 27));
        assert_eq!(business_days_later(date(2026, 11, 21), 0), date(2026, 11, 23), "asked on a Saturday");
        assert_eq!(business_days_later(date(2026, 11, 21), 1), date(2026, 11, 23), "the first day of work after a Saturday");
    }

    #[test]
    fn adding_and_counting_business_days_agree() {
        for start in 0..14 {
            let from = date(2026, 11, 16).checked_add(start.days()).expect("a day");
            for n in 1..30 {
                assert_eq!(business_days_between(from, business_days_later(from, n)), n, "{from} + {n}");
            }
        }
        assert_eq!(business_days_between(date(2026, 11, 20), date(2026, 11, 19)), 0);
    }

    #[test]
    fn the_end_of_the_calendar_does_not_panic() {
        assert_eq!(business_days_later(Date::MAX, 3), Date::MAX);
    }
}

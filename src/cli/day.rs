//! What day it is, and what time. The only place that asks.

use std::time::SystemTime;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The day that `given` names; otherwise that of `SOURCE_DATE_EPOCH` (seconds since 1970, see
/// [reproducible-builds.org](https://reproducible-builds.org/specs/source-date-epoch/)); otherwise today. All of it in UTC, so that a
/// catalogue is judged alike wherever it is checked.
///
/// # Errors
/// When `SOURCE_DATE_EPOCH` is set to something that is no point in time.
#[expect(clippy::disallowed_methods, reason = "the command line is where the clock and the environment come in")]
pub(super) fn today(given: Option<Date>) -> Result<Date, String> {
    if let Some(day) = given {
        return Ok(day);
    }
    match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(seconds) => seconds
            .parse()
            .ok()
            .and_then(|seconds| Timestamp::from_second(seconds).ok())
            .map(day_of)
            .ok_or_else(|| format!("SOURCE_DATE_EPOCH is `{seconds}`, not a number of seconds since 1970")),
        Err(_) => Ok(day_of(Timestamp::now())),
    }
}

/// The time by the clock of this machine, to be compared with the times of files.
#[expect(clippy::disallowed_methods, reason = "the command line is where the clock comes in")]
pub(super) fn now() -> SystemTime {
    SystemTime::now()
}

/// Reads a day from the command line.
pub(super) fn parse(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "write a date as year, month and day, such as 2026-11-21".to_owned())
}

fn day_of(moment: Timestamp) -> Date {
    moment.to_zoned(TimeZone::UTC).date()
}

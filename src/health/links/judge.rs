//! What an answer means. Only 404 and 410, seen in two runs at least a day apart and by nothing in between refuted, is dead; everything else that is no
//! success could not be checked, and is nobody's duty. Pure functions over recorded answers.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// How far apart two runs have to be whose answers count as two.
const APART: SignedDuration = SignedDuration::from_hours(24);

/// An answer younger than this is not asked for again. Less than a day, so that a nightly run that starts a little early asks all the same.
const FRESH: SignedDuration = SignedDuration::from_hours(20);

/// What came of asking.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// A server answered with this status.
    Status(u16),
    /// It leads to another registrable domain, which was not asked.
    Elsewhere(String),
    /// Nothing was learnt, and why.
    Unknown(String),
}

impl Answer {
    fn is_gone(&self) -> bool {
        matches!(self, Self::Status(404 | 410))
    }

    fn is_well(&self) -> bool {
        matches!(self, Self::Status(200..=299) | Self::Elsewhere(_))
    }
}

/// What is remembered of an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// What came of asking last.
    pub answer: Answer,
    /// When that was.
    pub checked: Timestamp,
    /// Since when it answers 404 or 410, as far as it was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_dead: Option<Timestamp>,
    /// When it did so last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_dead: Option<Timestamp>,
}

impl Record {
    /// Whether it need not be asked again at `now`. A record of the future is none.
    #[must_use]
    pub fn is_fresh(&self, now: Timestamp) -> bool {
        let age = now.duration_since(self.checked);
        age >= SignedDuration::ZERO && age < FRESH
    }
}

/// The record after `answer` came at `now`. A success forgets that it was ever dead; an answer that says nothing forgets nothing.
#[must_use]
pub fn recorded(before: Option<&Record>, answer: Answer, now: Timestamp) -> Record {
    let earlier = before.filter(|_| !answer.is_well());
    let (mut first_dead, mut last_dead) = (earlier.and_then(|record| record.first_dead), earlier.and_then(|record| record.last_dead));
    if answer.is_gone() {
        // A day that is yet to come was written by a clock that was wrong.
        first_dead = first_dead.filter(|first| *first <= now).or(Some(now));
        last_dead = Some(now);
    }
    Record { answer, checked: now, first_dead, last_dead }
}

/// What is known of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Judgement {
    /// It answers.
    Well,
    /// It has been gone in two runs, a day or more apart.
    Dead {
        /// When it was first seen so.
        since: Timestamp,
        /// 404 or 410.
        status: u16,
    },
    /// It was gone once; another run will tell.
    Doubtful,
    /// It leads to another owner's domain.
    Moved {
        /// Where to.
        to: String,
    },
    /// It could not be checked, and why.
    Unknown(String),
}

/// What `record` says.
#[must_use]
pub fn judge(record: &Record) -> Judgement {
    match &record.answer {
        Answer::Status(200..=299) => Judgement::Well,
        Answer::Status(status @ (404 | 410)) => match (record.first_dead, record.last_dead) {
            (Some(since), Some(last)) if last.duration_since(since) >= APART => Judgement::Dead { since, status: *status },
            _ => Judgement::Doubtful,
        },
        Answer::Status(status) => Judgement::Unknown(format!("it answers {status}")),
        Answer::Elsewhere(to) => Judgement::Moved { to: to.clone() },
        Answer::Unknown(why) => Judgement::Unknown(why.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NIGHT: i64 = 1_790_000_000;

    /// What is said after `answers`, each at an hour.
    fn after(answers: &[(i64, Answer)]) -> Judgement {
        let at = |hour: i64| Timestamp::from_second(NIGHT + hour * 3600).expect("a time");
        let record =
            answers.iter().fold(None, |before: Option<Record>, (hour, answer)| Some(recorded(before.as_ref(), answer.clone(), at(*hour))));
        judge(&record.expect("an answer"))
    }

    fn unknown() -> Answer {
        Answer::Unknown("timed out".to_owned())
    }

    #[test]
    fn gone_once_is_not_dead() {
        assert_eq!(after(&[(0, Answer::Status(404))]), Judgement::Doubtful);
        assert_eq!(after(&[(0, Answer::Status(404)), (2, Answer::Status(404))]), Judgement::Doubtful, "twice in a morning is once");
    }

    #[test]
    fn gone_in_two_runs_a_day_apart_is_dead() {
        let since = Timestamp::from_second(NIGHT).expect("a time");
        assert_eq!(after(&[(0, Answer::Status(404)), (24, Answer::Status(410))]), Judgement::Dead { since, status: 410 });
        assert_eq!(
            after(&[(0, Answer::Status(404)), (12, unknown()), (30, Answer::Status(404))]),
            Judgement::Dead { since, status: 404 },
            "a timeout between says nothing"
        );
    }

    #[test]
    fn an_address_that_came_back_is_well() {
        assert_eq!(after(&[(0, Answer::Status(404)), (24, Answer::Status(200))]), Judgement::Well);
        assert_eq!(after(&[(0, Answer::Status(404)), (24, Answer::Status(200)), (48, Answer::Status(404))]), Judgement::Doubtful);
    }

    #[test]
    fn nothing_else_is_ever_dead() {
        for status in [301, 400, 401, 403, 405, 418, 429, 451, 500, 503] {
            let answers = [(0, Answer::Status(status)), (30, Answer::Status(status)), (60, Answer::Status(status))];
            assert!(matches!(after(&answers), Judgement::Unknown(_)), "{status}");
        }
        assert!(matches!(after(&[(0, Answer::Status(404)), (30, unknown())]), Judgement::Unknown(_)));
    }

    #[test]
    fn a_clock_that_was_wrong_kills_nothing() {
        assert_eq!(after(&[(9_000, Answer::Status(404)), (0, Answer::Status(404))]), Judgement::Doubtful);
    }
}

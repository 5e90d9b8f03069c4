//! What an answer means. A URL is dead if it answered 404 or 410 in two runs at least a day apart, without a success in between. Any other failure
//! means that it could not be checked, and is no task. Pure functions over recorded answers.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// The least time between two failures of a dead URL.
const APART: SignedDuration = SignedDuration::from_hours(24);

/// A URL is checked again after this time. Less than a day, so that a nightly run that starts a little early still checks it.
const FRESH: SignedDuration = SignedDuration::from_hours(20);

/// The result of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// A server answered with this status.
    Status(u16),
    /// A landing page that answered with a success and does not contain these names of listings, which it is for.
    Unnamed(Vec<String>),
    /// It redirects to this URL on another registrable domain, which was not contacted.
    Elsewhere(String),
    /// No answer, with the reason.
    Unknown(String),
}

impl Answer {
    fn is_gone(&self) -> bool {
        matches!(self, Self::Status(404 | 410))
    }

    fn is_alive(&self) -> bool {
        matches!(self, Self::Status(200..=299) | Self::Unnamed(_) | Self::Elsewhere(_))
    }
}

/// The record of a URL.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkStatus {
    /// The last answer.
    pub answer: Answer,
    /// The time of the last answer.
    pub checked: Timestamp,
    /// The time of the first answer 404 or 410 since the last success.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_seen_dead: Option<Timestamp>,
    /// The time of the last answer 404 or 410 since the last success.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_seen_dead: Option<Timestamp>,
}

impl LinkStatus {
    /// The status after `answer` at `now`; `before` is the status until then. A success clears the earlier failures, an unknown answer keeps them.
    #[must_use]
    pub fn after(before: Option<&Self>, answer: Answer, now: Timestamp) -> Self {
        let earlier = before.filter(|_| !answer.is_alive());
        let mut first_seen_dead = earlier.and_then(|status| status.first_seen_dead);
        let mut last_seen_dead = earlier.and_then(|status| status.last_seen_dead);
        if answer.is_gone() {
            // A time in the future comes from a wrong clock.
            first_seen_dead = first_seen_dead.filter(|first| *first <= now).or(Some(now));
            last_seen_dead = Some(now);
        }
        Self { answer, checked: now, first_seen_dead, last_seen_dead }
    }

    /// Whether it need not be checked again at `now`. A status from the future is not fresh.
    #[must_use]
    pub fn is_fresh(&self, now: Timestamp) -> bool {
        let age = now.duration_since(self.checked);
        age >= SignedDuration::ZERO && age < FRESH
    }
}

/// The state of a URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Judgement {
    /// It answers with a success.
    Alive,
    /// It answers with a success, but does not contain these names of listings, whose landing page it is.
    Unnamed(Vec<String>),
    /// It answered 404 or 410 in two runs, a day or more apart.
    Dead {
        /// The time of the first such answer.
        since: Timestamp,
        /// 404 or 410.
        status: u16,
    },
    /// It answered 404 or 410 once; another run will decide.
    FailedOnce,
    /// It redirects to another registrable domain.
    Moved {
        /// The URL it redirects to.
        to: String,
    },
    /// It could not be checked, with the reason.
    Unknown(String),
}

/// The state of `link`.
#[must_use]
pub fn judge(link: &LinkStatus) -> Judgement {
    match &link.answer {
        Answer::Status(200..=299) => Judgement::Alive,
        Answer::Status(status @ (404 | 410)) => match (link.first_seen_dead, link.last_seen_dead) {
            (Some(since), Some(last)) if last.duration_since(since) >= APART => Judgement::Dead { since, status: *status },
            _ => Judgement::FailedOnce,
        },
        Answer::Status(status) => Judgement::Unknown(format!("it answers {status}")),
        Answer::Unnamed(names) => Judgement::Unnamed(names.clone()),
        Answer::Elsewhere(to) => Judgement::Moved { to: to.clone() },
        Answer::Unknown(why) => Judgement::Unknown(why.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NIGHT: i64 = 1_790_000_000;

    /// The judgement after `answers`, each at an hour.
    fn after(answers: &[(i64, Answer)]) -> Judgement {
        let at = |hour: i64| Timestamp::from_second(NIGHT + hour * 3600).expect("a time");
        let status = answers
            .iter()
            .fold(None, |before: Option<LinkStatus>, (hour, answer)| Some(LinkStatus::after(before.as_ref(), answer.clone(), at(*hour))));
        judge(&status.expect("an answer"))
    }

    fn unknown() -> Answer {
        Answer::Unknown("timed out".to_owned())
    }

    #[test]
    fn one_404_is_not_dead() {
        assert_eq!(after(&[(0, Answer::Status(404))]), Judgement::FailedOnce);
        assert_eq!(after(&[(0, Answer::Status(404)), (2, Answer::Status(404))]), Judgement::FailedOnce, "twice in a morning is once");
    }

    #[test]
    fn two_404s_a_day_apart_are_dead() {
        let since = Timestamp::from_second(NIGHT).expect("a time");
        assert_eq!(after(&[(0, Answer::Status(404)), (24, Answer::Status(410))]), Judgement::Dead { since, status: 410 });
        assert_eq!(
            after(&[(0, Answer::Status(404)), (12, unknown()), (30, Answer::Status(404))]),
            Judgement::Dead { since, status: 404 },
            "a timeout between says nothing"
        );
    }

    #[test]
    fn a_success_after_404_is_alive() {
        assert_eq!(after(&[(0, Answer::Status(404)), (24, Answer::Status(200))]), Judgement::Alive);
        assert_eq!(after(&[(0, Answer::Status(404)), (24, Answer::Status(200)), (48, Answer::Status(404))]), Judgement::FailedOnce);
    }

    #[test]
    fn other_statuses_are_never_dead() {
        for status in [301, 400, 401, 403, 405, 418, 429, 451, 500, 503] {
            let answers = [(0, Answer::Status(status)), (30, Answer::Status(status)), (60, Answer::Status(status))];
            assert!(matches!(after(&answers), Judgement::Unknown(_)), "{status}");
        }
        assert!(matches!(after(&[(0, Answer::Status(404)), (30, unknown())]), Judgement::Unknown(_)));
    }

    #[test]
    fn a_wrong_clock_does_not_make_a_url_dead() {
        assert_eq!(after(&[(9_000, Answer::Status(404)), (0, Answer::Status(404))]), Judgement::FailedOnce);
    }
}

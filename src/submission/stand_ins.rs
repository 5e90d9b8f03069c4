//! Valid answers instead of those that are not known yet, so that only the new answer can be at fault.

use super::{Need, QUESTIONS, StandIn, Submission, need, offers};
use crate::catalogue::RawCatalogue;

/// `submission`, with stand-ins for everything that was not answered.
pub(super) fn completed(raw: &RawCatalogue, mut submission: Submission) -> Submission {
    let answers = &mut submission.answers;
    for question in QUESTIONS {
        let topic = question.topic;
        if answers.text(topic).is_some() {
            continue;
        }
        match need(topic, answers, raw) {
            Need::Required => match question.stand_in {
                StandIn::Text(text) => answers.set(topic, [text]),
                StandIn::Offer => answers.set(topic, offers(topic, raw).into_iter().next().map(|offer| offer.value)),
            },
            Need::Default(usual) => answers.set(topic, [usual]),
            Need::Optional | Need::Skip => {}
        }
    }
    submission
}

//! Sound answers in the place of those that are not known yet, so that only the new answer can be at fault.

use super::{Need, QUESTIONS, Submission, Topic, need};
use crate::catalogue::Draft;

/// A name that stands for one that is not known yet.
pub(super) const STAND_IN: &str = "stand-in-for-it";

/// `submission`, with stand-ins for everything that was not answered.
pub(super) fn completed(draft: &Draft, mut submission: Submission) -> Submission {
    let answers = &mut submission.answers;
    for question in QUESTIONS {
        let topic = question.topic;
        if answers.text(topic).is_some() {
            continue;
        }
        match need(topic, answers, draft) {
            Need::Required => answers.set(topic, stand_in(draft, topic)),
            Need::Default(usual) => answers.set(topic, [usual]),
            Need::Optional | Need::Skip => {}
        }
    }
    submission
}

fn stand_in(draft: &Draft, topic: Topic) -> Option<String> {
    let text = match topic {
        // An app of its own cannot be mistaken for the one that the name or a keyword repeats.
        Topic::Slug | Topic::App | Topic::Publisher | Topic::InstallCommand | Topic::AccountLogin => STAND_IN,
        Topic::Name => "Your Listing",
        Topic::License => "MIT",
        Topic::AccountId => "1",
        Topic::Tags => return draft.tag_ids().first().map(|&id| id.to_owned()),
        Topic::Regions => {
            return draft.settings().regions.items().iter().find_map(|region| region.id.get()).map(ToString::to_string);
        }
        Topic::AppWebsite | Topic::LandingUrl | Topic::SupportDocs | Topic::SourceUrl => "https://stand-in-for-it.example/",
        _ => "A stand-in for it",
    };
    Some(text.to_owned())
}

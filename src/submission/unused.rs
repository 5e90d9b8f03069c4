//! Answers that nothing is written of. Knows which files are there already.

use super::{Answers, Question, Submission, Topic, companions, shown};
use crate::catalogue::RawCatalogue;
use crate::format::FileRole;

/// Returns the notes on answers in `submission` that leave no trace in the files, a line each.
#[must_use]
pub fn unused(submission: &Submission, raw: &RawCatalogue) -> Vec<String> {
    let answers = &submission.answers;
    let mut said = Vec::new();
    let mut say = |topic: Topic, why: String| {
        if answers.text(topic).is_some() {
            said.push(format!("--{} is not used: {why}", Question::about(topic).flag));
        }
    };
    if let Some(app) = answers.text(Topic::App).filter(|app| !companions::is_new_app(app, raw)) {
        say(Topic::AppWebsite, format!("`{}` is in apps/ already", shown(app)));
    }
    if let Some(slug) = publisher_there(answers, raw) {
        for topic in [Topic::PublisherName, Topic::PublisherUrl, Topic::AccountForge, Topic::AccountLogin, Topic::AccountId] {
            say(topic, format!("`{slug}` is in publishers/ already, and only its own file changes it"));
        }
    }
    if publisher_there(answers, raw).is_none() && answers.text(Topic::AccountLogin).is_none() {
        say(Topic::AccountForge, "it goes with --account-login and --account-id".to_owned());
    }
    if submission.readme.is_some() {
        say(Topic::Description, "the text of --from is the description".to_owned());
    }
    if raw.settings().agreement.get().and_then(|agreement| agreement.current.get()).is_none() {
        say(Topic::Agreement, "this catalogue has no developer agreement".to_owned());
    }
    said
}

fn publisher_there<'answers>(answers: &'answers Answers, raw: &RawCatalogue) -> Option<&'answers str> {
    answers.text(Topic::Publisher).filter(|slug| raw.file(FileRole::Publisher, slug).is_some())
}

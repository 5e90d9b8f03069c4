//! What is still to be asked: a pure function of the answers and the catalogue. Knows which answer makes which fact true.

use super::need::Case;
use super::{Answers, Fact, Need, QUESTIONS, Question, Requirements, Topic, companions, slug_of};
use crate::catalogue::RawCatalogue;
use crate::format::FileRole;

/// Whether the question about `topic` arises after `answers`, in the catalogue `raw`.
#[must_use]
pub fn need(topic: Topic, answers: &Answers, raw: &RawCatalogue) -> Need {
    if answers.is_provided(topic) {
        return Need::Skip;
    }
    need_when(topic, &Requirements::from_settings(raw.settings()), &|fact| holds(fact, answers, raw))
}

/// Whether the question about `topic` arises in a catalogue of these `terms`, while the facts are as `holds` says.
#[must_use]
pub fn need_when(topic: Topic, requirements: &Requirements, holds: &dyn Fn(Fact) -> bool) -> Need {
    (Question::about(topic).need)(&Case::new(requirements, holds))
}

fn holds(fact: Fact, answers: &Answers, raw: &RawCatalogue) -> bool {
    let has = |topic| answers.text(topic).is_some();
    match fact {
        Fact::Closed => answers.text(Topic::Source) == Some("closed"),
        Fact::Request => answers.text(Topic::Install) == Some("request"),
        Fact::NoSlug => has(Topic::Name) && slug_of(answers).is_none(),
        Fact::NewApp => answers.text(Topic::App).is_some_and(|app| companions::is_new_app(app, raw)),
        Fact::NewPublisher => answers.text(Topic::Publisher).is_some_and(|slug| raw.file(FileRole::Publisher, slug).is_none()),
        Fact::SourceUrl => has(Topic::SourceUrl),
        Fact::InstallUrl => has(Topic::InstallUrl),
        Fact::InstallCommand => has(Topic::InstallCommand),
        Fact::SupportEmail => has(Topic::SupportEmail),
        Fact::SupportUrl => has(Topic::SupportUrl),
        Fact::AccountLogin => has(Topic::AccountLogin),
        Fact::AccountId => has(Topic::AccountId),
    }
}

/// The next question to ask.
#[must_use]
pub fn next(answers: &Answers, raw: &RawCatalogue) -> Option<&'static Question> {
    open(answers, raw).next()
}

/// The questions that are still to be asked, as far as the answers say now.
pub(super) fn open(answers: &Answers, raw: &RawCatalogue) -> impl Iterator<Item = &'static Question> {
    let is_open =
        |question: &&Question| question.is_asked && !answers.is_settled(question.topic) && need(question.topic, answers, raw) != Need::Skip;
    QUESTIONS.iter().filter(is_open)
}

/// Every question that has to be answered and is not, where no one can be asked.
#[must_use]
pub fn missing(answers: &Answers, raw: &RawCatalogue) -> Vec<&'static Question> {
    let is_missing = |question: &&Question| answers.text(question.topic).is_none() && need(question.topic, answers, raw) == Need::Required;
    QUESTIONS.iter().filter(is_missing).collect()
}

/// The answers with the usual one wherever nothing was said.
#[must_use]
pub fn with_defaults(mut answers: Answers, raw: &RawCatalogue) -> Answers {
    for question in QUESTIONS {
        if let (false, Need::Default(usual)) = (answers.is_settled(question.topic), need(question.topic, &answers, raw)) {
            answers.set(question.topic, [usual]);
        }
    }
    answers
}

#[cfg(test)]
mod tests {
    use super::{Need, missing, need};
    use crate::catalogue::RawCatalogue;
    use crate::format::Document;
    use crate::rules;
    use crate::source::ContentPath;
    use crate::submission::{Answers, Topic};

    fn raw(settings: &str) -> RawCatalogue {
        let path = ContentPath::new("catalogue.yaml").expect("a valid path");
        RawCatalogue::from_documents([Document::read(path, Ok(settings.as_bytes().to_vec()))])
    }

    #[test]
    fn the_rules_that_make_an_answer_needed_exist() {
        for rule in ["source-url-missing", "license-missing", "regions-missing-on-closed-source"] {
            assert!(rules::named(rule).is_some(), "{rule}");
        }
    }

    #[test]
    fn a_value_that_no_rule_checks_is_not_asked_for() {
        let strict = need(Topic::SourceUrl, &Answers::default(), &raw("title: A\n"));
        let lax = need(Topic::SourceUrl, &Answers::default(), &raw("title: A\nlevels: {source-url-missing: off}\n"));
        assert_eq!((strict, lax), (Need::Required, Need::Optional));
    }

    #[test]
    fn closed_source_needs_regions_and_no_source_url() {
        let raw = raw("title: A\nregions: [{id: us, label: US}, {id: eu, label: EU}]\n");
        let answers = Answers::default().with(Topic::Source, "closed");
        let topics: Vec<Topic> = missing(&answers, &raw).iter().map(|question| question.topic).collect();
        assert!(topics.contains(&Topic::Regions) && !topics.contains(&Topic::SourceUrl) && !topics.contains(&Topic::License), "{topics:?}");
    }

    #[test]
    fn one_way_to_find_help_is_enough() {
        let raw = raw("title: A\n");
        let answers = Answers::default().with(Topic::SupportEmail, "help@acme.example");
        assert_eq!(need(Topic::SupportDocs, &Answers::default(), &raw), Need::Required);
        assert_eq!(need(Topic::SupportDocs, &answers, &raw), Need::Optional);
    }
}

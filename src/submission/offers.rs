//! What the catalogue offers as answers, and what there is to say before a question. Knows labels; decides nothing.

use super::{Answers, Kind, Question, Topic, account, slug_of};
use crate::catalogue::RawCatalogue;
use crate::format::{FileRole, SourceSwitch, TagsFile, listing_folder};

/// One answer to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The value that is written.
    pub value: String,
    /// The label.
    pub label: String,
}

fn offer(value: &str, label: impl Into<String>) -> Offer {
    Offer { value: value.to_owned(), label: label.into() }
}

/// The answers that the catalogue offers to the question about `topic`.
#[must_use]
pub fn offers(topic: Topic, raw: &RawCatalogue) -> Vec<Offer> {
    let settings = raw.settings();
    let labels = |entries: &[crate::source::Spanned<crate::format::LabelEntry>]| {
        entries.iter().filter_map(|entry| Some((entry.id.get()?, entry.label.get()?))).map(|(id, label)| labelled(id, label)).collect()
    };
    match topic {
        Topic::App => raw.app_names().into_iter().map(|name| offer(name, name)).collect(),
        Topic::Tags => {
            let tags = raw.all::<TagsFile>().flat_map(|(_, tags)| &tags.0);
            tags.filter_map(|tag| Some(labelled(tag.id.get()?, tag.label.get().map_or("", |label| label)))).collect()
        }
        Topic::Publisher => {
            let name =
                |slug: &str| raw.publisher(slug).and_then(|publisher| publisher.name.get()).map_or(String::new(), ToString::to_string);
            raw.slugs(FileRole::Publisher).map(|slug| labelled(slug, &name(slug))).collect()
        }
        Topic::Regions => labels(settings.regions.items()),
        Topic::Auth => labels(settings.auth.items()),
        _ => {
            let question = Question::about(topic);
            question.among.iter().map(|value| offer(value, question.english_choice(value))).collect()
        }
    }
}

fn labelled(id: &str, label: &str) -> Offer {
    offer(id, if label.is_empty() { id.to_owned() } else { format!("{label} ({id})") })
}

/// Returns the notes before the question about `topic`: the bounds of an answer, and notes of the catalogue.
#[must_use]
pub fn hint(topic: Topic, answers: &Answers, raw: &RawCatalogue) -> Option<String> {
    let settings = raw.settings();
    let question = Question::about(topic);
    let own = match topic {
        Topic::AccountId => {
            let page = answers.text(Topic::AccountLogin).and_then(|login| account::page(answers, settings, login));
            let place = page.map_or("It is on the page of the account.".to_owned(), |page| format!("It is `id` at {page}"));
            Some(format!("{} {place}", question.english_hint("the forge", false)?))
        }
        _ => question.english_hint(account::forge(answers, settings), is_free(raw)),
    };
    let more = match topic {
        Topic::Description => Some(format!("It becomes {}README.md.", folder(answers))),
        Topic::App => Some("Type to search.".to_owned()),
        Topic::AppWebsite => {
            let target = settings.review.get().and_then(|review| review.targets.get()).and_then(|targets| targets.get("new-app"));
            target.map(|days| format!("It takes about {} business days.", days.0))
        }
        Topic::AccountLogin => Some("For an account on another forge, start again with --account-forge.".to_owned()),
        Topic::Agreement => {
            let current = settings.agreement.get()?.current.get()?;
            let text = raw.file(FileRole::Agreement, current).map_or(String::new(), |document| format!(", {}", document.path));
            Some(format!("Read version {current}{text} first: writing a name accepts it for that person or company."))
        }
        _ => None,
    };
    let typed = match question.kind {
        Kind::Words => Some("Separate them with commas.".to_owned()),
        Kind::Points => Some("One per line; an empty line ends it.".to_owned()),
        Kind::Paragraphs => Some("One paragraph per line; an empty line ends it.".to_owned()),
        Kind::Line | Kind::Choice | Kind::ChoiceOrLine | Kind::Choices => None,
    };
    let parts: Vec<String> = [own, more, typed].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// Whether listings may change between open and closed source whenever they like.
pub(super) fn is_free(raw: &RawCatalogue) -> bool {
    raw.settings().policy.or_default().source_switch() == SourceSwitch::Free
}

fn folder(answers: &Answers) -> String {
    slug_of(answers).map(|slug| format!("{}/", listing_folder(&slug))).unwrap_or_default()
}

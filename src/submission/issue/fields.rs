//! The fields of the form, which are made of the questions, and what there is to choose in them. Knows what the form has beside the questions.

use std::sync::LazyLock;

use crate::catalogue::RawCatalogue;
use crate::submission::form::{FormField, form};
use crate::submission::offers::is_free;
use crate::submission::words::question_in_words;
use crate::submission::{Kind, QUESTIONS, Question, Requirements, Topic, offers};
use crate::text::single_line;

/// The last choice where a list may lack what someone needs.
pub const NOT_LISTED: &str = "It is not in the list";

/// More choices than this are no help: the field becomes a line of text.
const MAX_OPTIONS: usize = 400;

/// The subject of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// A question of `pressmark new`.
    Answer(Topic),
    /// The name of an app that the list lacks.
    OtherApp,
    /// Whether the developer agreement is accepted.
    Consent,
    /// Words to the reviewers, which do not go into the listing.
    Comments,
}

/// How a field is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    /// One line.
    Line,
    /// One line of words with commas between them.
    Words,
    /// Paragraphs with empty lines between them.
    Paragraphs,
    /// One point a line.
    Points,
    /// One choice.
    Pick,
    /// Any number of choices.
    Picks,
    /// A box to tick.
    Tick,
}

/// A field of the form.
#[derive(Debug)]
pub struct Field {
    /// Its name for programs, unique in the form.
    pub id: &'static str,
    /// The heading above it, unique in the form: what the reader of a filled-in form goes by.
    pub label: &'static str,
    /// The question that it answers.
    pub about: About,
    /// How it is filled in.
    pub input: Input,
}

impl Field {
    fn for_question(question: &Question) -> Self {
        let input = match question.kind {
            Kind::Words => Input::Words,
            Kind::Paragraphs => Input::Paragraphs,
            Kind::Points => Input::Points,
            Kind::Choice => Input::Pick,
            Kind::Choices => Input::Picks,
            // Another app has a field of its own; a publisher is written by name.
            Kind::ChoiceOrLine if question.topic == Topic::App => Input::Pick,
            Kind::ChoiceOrLine | Kind::Line => Input::Line,
        };
        Self { id: question.flag, label: question.label, about: About::Answer(question.topic), input }
    }
}

/// Every field that a form may have, in the order of the questions.
pub static FIELDS: LazyLock<Vec<Field>> = LazyLock::new(|| {
    let field = |id, label, about, input| Field { id, label, about, input };
    let mut fields = Vec::new();
    for question in QUESTIONS.iter().filter(|question| question.is_in_form) {
        if question.topic == Topic::Agreement {
            fields.push(field("consent", "Developer agreement", About::Consent, Input::Tick));
        }
        fields.push(Field::for_question(question));
        if question.topic == Topic::App {
            fields.push(field("app-other", "App that is not in the list", About::OtherApp, Input::Line));
        }
    }
    fields.push(field("remarks", "Anything else", About::Comments, Input::Paragraphs));
    fields
});

/// A field of the form of one catalogue.
#[derive(Debug)]
pub struct FieldHere {
    /// The field.
    pub field: &'static Field,
    /// The help text.
    pub help: String,
    /// Whether the form cannot be sent without it.
    pub is_required: bool,
}

/// The fields that the form of the catalogue `raw` has: those of questions that may arise in it.
#[must_use]
pub fn fields(raw: &RawCatalogue) -> Vec<FieldHere> {
    let rows = form(&Requirements::from_settings(raw.settings()));
    let row = |topic: Topic| rows.iter().find(|row| row.question.topic == topic).filter(|row| row.may_arise());
    let here = |field: &'static Field| {
        let (help, is_required) = match field.about {
            About::Answer(topic) => {
                let row = row(topic)?;
                (help(row, raw), row.is_always_needed() || field.input == Input::Pick)
            }
            About::OtherApp => {
                ("Its name, exactly as its vendor writes it. A new app is verified first, which takes longer.".to_owned(), false)
            }
            About::Consent => row(Topic::Agreement).map(|_| ("I have read the developer agreement and accept it".to_owned(), true))?,
            About::Comments => {
                ("For the reviewers; it does not go into the listing. A category that is missing, for example.".to_owned(), false)
            }
        };
        Some(FieldHere { field, help, is_required })
    };
    FIELDS.iter().filter_map(here).collect()
}

/// Returns the help text of the field of `row`.
fn help(row: &FormField, raw: &RawCatalogue) -> String {
    let question = row.question;
    if question.topic == Topic::Publisher {
        return "The name of the company or person that publishes it, as visitors are to see it, or the publisher's short name in this catalogue.".to_owned();
    }
    let typed = match question.kind {
        Kind::Words => Some("Separate them with commas.".to_owned()),
        Kind::Points => Some("One per line.".to_owned()),
        Kind::Paragraphs => Some("Plain text; an empty line begins a new paragraph.".to_owned()),
        _ => None,
    };
    let usual = row.usual.filter(|_| question.among.is_empty()).map(|usual| format!("Left empty: {}.", usual.trim_end_matches('.')));
    let parts = [question_in_words(row), question.english_hint("the forge", is_free(raw)), typed, usual];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Returns the choices of the catalogue for `field`: the label in the form, and the value. None where there is too much to choose from, or nothing at all.
#[must_use]
pub fn options(field: &Field, raw: &RawCatalogue) -> Vec<(String, String)> {
    let (About::Answer(topic), Input::Pick | Input::Picks) = (field.about, field.input) else { return Vec::new() };
    let offers = offers(topic, raw);
    if offers.len() > MAX_OPTIONS {
        return Vec::new();
    }
    // Forges put commas between several choices.
    let label = |label: &str| single_line(&label.replace(',', " "));
    let mut seen = std::collections::BTreeSet::new();
    offers.into_iter().map(|offer| (label(&offer.label), offer.value)).filter(|(label, _)| seen.insert(label.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::FIELDS;

    #[test]
    fn labels_and_ids_are_unique() {
        for (n, field) in FIELDS.iter().enumerate() {
            let is_alike = |other: &super::Field| other.label.eq_ignore_ascii_case(field.label) || other.id == field.id;
            assert!(!FIELDS[n + 1..].iter().any(is_alike), "{}", field.label);
            // A label is in a heading and in YAML as it is.
            assert!(field.label.chars().all(|c| c.is_ascii_alphabetic() || " -'".contains(c)), "{}", field.label);
        }
    }
}

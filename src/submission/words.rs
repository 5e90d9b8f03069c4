//! What is said of a question, in the words of the site's own messages. The commands and the forms of forges speak English.

use std::sync::LazyLock;

use super::form::{self, FormField, Limits};
use super::{Fact, Kind, Question, Requirements, Topic};
use crate::language::Language;

/// The question of `row` in English, with the case in which it arises; nothing when only a flag answers it.
pub(super) fn question_in_words(row: &FormField) -> Option<String> {
    let case = match row.only_when() {
        Some((Fact::Closed, false)) => "Open source: ",
        Some((Fact::Request, false)) => "Direct installation: ",
        Some((Fact::Request, true)) => "Installation on request: ",
        Some((Fact::NewApp, true)) => "A new app: ",
        Some((Fact::NewPublisher, true)) => "A new publisher: ",
        _ => "",
    };
    row.question.is_asked.then(|| format!("{case}{}", row.question.english_prompt()))
}

static ENGLISH: LazyLock<Language> = LazyLock::new(Language::default);

impl Question {
    /// Returns the question in `language`; empty for a question that only a flag answers.
    #[must_use]
    pub fn prompt(&self, language: &Language) -> String {
        if self.is_asked { language.text(&format!("ask-{}", self.flag)) } else { String::new() }
    }

    /// Returns the hint in `language`. `host` is the host of the catalogue's forge, and `may_switch_source` whether listings may
    /// change between open and closed source whenever they like.
    #[must_use]
    pub fn hint(&self, language: &Language, host: &str, may_switch_source: bool) -> Option<String> {
        let max = Limits::for_question(self).most().unwrap_or_default();
        let variant = if self.topic == Topic::Source && may_switch_source { "-free" } else { "" };
        self.is_hinted.then(|| language.say(&format!("hint-{}{variant}", self.flag), &[("max", max.into()), ("host", host.into())]))
    }

    /// Returns the label of `value`, a choice of any catalogue.
    #[must_use]
    pub fn choice(&self, value: &str, language: &Language) -> String {
        if self.among.contains(&value) { language.text(&format!("offer-{value}")) } else { value.to_owned() }
    }

    /// Returns the question in English.
    #[must_use]
    pub fn english_prompt(&self) -> String {
        self.prompt(&ENGLISH)
    }

    pub(super) fn english_hint(&self, host: &str, may_switch_source: bool) -> Option<String> {
        self.hint(&ENGLISH, host, may_switch_source)
    }

    pub(super) fn english_choice(&self, value: &str) -> String {
        self.choice(value, &ENGLISH)
    }

    /// Returns the help of its flag.
    #[must_use]
    pub fn flag_help(&'static self) -> String {
        let row = form::field(self, &Requirements::UNKNOWN);
        let mut said = question_in_words(&row).unwrap_or_else(|| self.label.to_owned());
        let typed = match self.kind {
            Kind::Words | Kind::Choices => Some("Separated by commas"),
            Kind::Points | Kind::Paragraphs => Some("Repeat the flag for each"),
            Kind::Line | Kind::Choice | Kind::ChoiceOrLine => None,
        };
        let values: Vec<String> = self.among.iter().map(|value| format!("`{value}`")).collect();
        let among = (!values.is_empty()).then(|| values.join(" or "));
        for part in [among, self.english_hint("the forge", false), typed.map(str::to_owned)].into_iter().flatten() {
            said.push_str(if said.ends_with(['?', '.']) { " " } else { ". " });
            said.push_str(&part);
        }
        let said = said.trim_end_matches('.');
        row.usual.map_or_else(|| said.to_owned(), |usual| format!("{said} [default: {usual}]"))
    }
}

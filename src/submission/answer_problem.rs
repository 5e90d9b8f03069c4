//! What a catalogue has to say to answers, as data, and how a command line and an issue form word it. Knows flags and the headings of the form; knows no rule.

use super::{Question, Topic, shown};
use crate::diagnostic::{Action, Advice, Change, Diagnostic, Level};
use crate::format::FileRole;
use crate::text::printable;

/// One problem with answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerProblem {
    /// The question whose answer causes it; `None` when no single one does.
    pub topic: Option<Topic>,
    /// The problem.
    message: String,
    /// The help. Each of the ways in one entry is enough.
    help: Vec<Vec<Way>>,
    /// The name of the rule that says so.
    rule: Option<&'static str>,
    /// Whether the listing could not be published with it.
    pub is_error: bool,
}

/// One way out of a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Way {
    /// In words that are the same everywhere.
    Text(String),
    /// Write this name instead of the one that was given.
    Instead(String),
    /// Answer a question, if there is one right answer with it; the note says more.
    Answer(Topic, Option<String>, String),
    /// Leave a question unanswered.
    Omit(Topic, String),
    /// Write over the files that are there.
    Overwrite,
}

impl AnswerProblem {
    /// An error in the answer to `topic`.
    pub(super) fn error(topic: Topic, message: String) -> Self {
        Self { topic: Some(topic), message, help: Vec::new(), rule: None, is_error: true }
    }

    /// The same as a warning.
    pub(super) fn warning(self) -> Self {
        Self { is_error: false, ..self }
    }

    /// The same with what to do about it.
    pub(super) fn help(mut self, ways: impl IntoIterator<Item = Way>) -> Self {
        self.help.push(ways.into_iter().collect());
        self
    }

    /// A finding of a rule about the answer to `topic`; `None` when it asks for nothing to be done.
    pub(super) fn from_diagnostic(found: &Diagnostic, topic: Option<Topic>) -> Option<Self> {
        let role = found.path.role();
        let ways = |advice: &Advice| match advice {
            Advice::Text(text) => vec![Way::Text(text.clone())],
            Advice::Instead(name) => vec![Way::Instead(name.clone())],
            Advice::Change(changes) => changes.iter().map(|change| way(role, change)).collect(),
        };
        let help = found.help.iter().map(ways).collect();
        let is_error = found.level == Level::Error;
        (found.level >= Level::Warn).then(|| Self { topic, message: found.message.clone(), help, rule: Some(found.code.name), is_error })
    }

    /// The problem in one line, for someone who answers with flags.
    #[must_use]
    pub fn in_flags(&self) -> String {
        self.worded(|way| Some(in_flags(way)))
    }

    /// The problem in one line, for someone who fills in the form of a forge.
    #[must_use]
    pub fn in_form(&self) -> String {
        self.worded(in_form)
    }

    fn worded(&self, word: impl Fn(&Way) -> Option<String>) -> String {
        let mut line = self.message.clone();
        let help = self.help.iter().map(|ways| ways.iter().filter_map(&word).collect::<Vec<_>>().join(", or "));
        for (n, help) in help.filter(|help| !help.is_empty()).enumerate() {
            line.push_str(if n == 0 { ": " } else { "; " });
            line.push_str(&help);
        }
        printable(&self.rule.map_or(line.clone(), |rule| format!("{line} ({rule})")))
    }

    /// Returns the suggested replacement of `value`, if the problem is about it.
    #[must_use]
    pub fn instead_of(&self, value: &str) -> Option<&str> {
        let offered = self.help.iter().flatten().find_map(|way| match way {
            Way::Instead(name) => Some(name.as_str()),
            _ => None,
        });
        offered.filter(|_| self.message.contains(&format!("`{}`", shown(value))))
    }
}

/// The way to make `change` in a file with `role`: by the question that is written there, or else in the words of the file.
fn way(role: FileRole, change: &Change) -> Way {
    let Some(question) = Question::for_key(role, change.key) else { return Way::Text(change.to_string()) };
    let (topic, note) = (question.topic, change.note.clone());
    match &change.action {
        Action::Add => Way::Answer(topic, None, note),
        Action::Replace(value) => Way::Answer(topic, Some(value.clone()), note),
        Action::Remove => Way::Omit(topic, note),
    }
}

fn in_flags(way: &Way) -> String {
    match way {
        Way::Text(text) => text.clone(),
        Way::Instead(name) => format!("did you mean `{name}`?"),
        Way::Answer(topic, None, note) => noted(format!("give `--{}`", Question::about(*topic).flag), note),
        Way::Answer(topic, Some(value), note) => noted(format!("give `--{} {value}`", Question::about(*topic).flag), note),
        Way::Omit(topic, note) => noted(format!("leave `--{}` out", Question::about(*topic).flag), note),
        Way::Overwrite => "write over it with --force".to_owned(),
    }
}

/// `None` for what the form has no field for.
fn in_form(way: &Way) -> Option<String> {
    Some(match way {
        Way::Text(_) | Way::Instead(_) => in_flags(way),
        Way::Answer(topic, None, note) => noted(format!("fill in `{}`", Question::about(*topic).heading()?), note),
        Way::Answer(topic, Some(value), note) => {
            let label = Question::about(*topic).english_choice(value);
            noted(format!("answer `{}` with `{label}`", Question::about(*topic).heading()?), note)
        }
        Way::Omit(topic, note) => noted(format!("leave `{}` empty", Question::about(*topic).heading()?), note),
        Way::Overwrite => return None,
    })
}

fn noted(said: String, note: &str) -> String {
    if note.is_empty() { said } else { format!("{said} {note}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Findings;
    use crate::source::ContentPath;

    /// How the advice of a finding in the file at `path` is worded for those who give flags, and for those who fill in the form.
    fn worded(path: &str, advice: Advice) -> [String; 2] {
        let path = ContentPath::new(path).expect("a valid path");
        let mut found = Vec::new();
        let code = crate::diagnostic::Code { id: "L000", name: "wrong" };
        Findings::new(code, Level::Error, &path, &mut found).whole("it is wrong").help(advice);
        let problem = AnswerProblem::from_diagnostic(&found[0], None).expect("an objection");
        [problem.in_flags(), problem.in_form()]
    }

    #[test]
    fn each_channel_says_the_same_advice_in_its_own_words() {
        let listing = |advice| worded("listings/acme/listing.yaml", advice);
        for (advice, of_flags, of_form) in [
            (
                Advice::remove("install.landing_url").or(Advice::replace("install.mode", "request").note("if visitors have to ask first")),
                "leave `--landing-url` out, or give `--install request` if visitors have to ask first",
                "leave `Landing page` empty, or answer `Direct installation` with `Only those who ask (through a page of yours)` if visitors have to ask first",
            ),
            (
                Advice::add("install.path_note").note("with one line"),
                "give `--path-note` with one line",
                "fill in `Way from the landing page` with one line",
            ),
            (Advice::remove("parent"), "remove `parent`", "remove `parent`"),
            (Advice::from("write one sentence"), "write one sentence", "write one sentence"),
            (Advice::Instead("Slack".to_owned()), "did you mean `Slack`?", "did you mean `Slack`?"),
        ] {
            assert_eq!(listing(advice), [of_flags, of_form].map(|said| format!("it is wrong: {said} (wrong)")));
        }
    }

    #[test]
    fn a_key_is_named_with_its_file() {
        let [of_listing, of_app] =
            ["listings/acme/listing.yaml", "apps/acme.yaml"].map(|path| worded(path, Advice::add("website"))[0].clone());
        assert_eq!((&*of_listing, &*of_app), ("it is wrong: give `--website` (wrong)", "it is wrong: give `--app-website` (wrong)"));
    }

    #[test]
    fn the_form_offers_no_way_that_it_has_no_field_for() {
        let taken = AnswerProblem::error(Topic::Name, "taken".to_owned()).help([
            Way::Text("choose another name".to_owned()),
            Way::Answer(Topic::AccountId, None, String::new()),
            Way::Overwrite,
        ]);
        assert_eq!(taken.in_form(), "taken: choose another name");
        assert_eq!(taken.in_flags(), "taken: choose another name, or give `--account-id`, or write over it with --force");
    }
}

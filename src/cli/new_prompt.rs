//! The questions of `pressmark new` on a terminal. The only file that names `inquire`; it knows how a question is put, and judges no answer.

use inquire::{Confirm, InquireError, MultiSelect, Select, Text};

use super::terminal;
use crate::diagnostic::printable;
use crate::submission::{Asked, Kind, Need, Prompt, Reply, Said, Stopped};

/// The entry of a list that leads to a line of text.
const OTHER: &str = "another one, which is not in the list";

/// The terminal that the program was started on.
pub(super) struct Terminal;

impl Prompt for Terminal {
    fn ask(&mut self, asked: &Asked) -> Result<Reply, Stopped> {
        let answer = match asked.kind {
            Kind::Line | Kind::Words => line(asked).map(|text| asked.question.values(&text)),
            Kind::Lines => lines(asked),
            Kind::Choice | Kind::ChoiceOrLine => choice(asked),
            Kind::Choices => choices(asked),
        };
        match answer {
            Ok(values) => Ok(Reply::Values(values)),
            Err(InquireError::OperationCanceled) => Ok(Reply::Back),
            Err(_) => Err(Stopped),
        }
    }

    fn say(&mut self, said: Said<'_>) {
        match said {
            Said::Note(text) => anstream::eprintln!("  {text}"),
            Said::Warning(text) => anstream::eprintln!("  {} {text}", terminal::bold("warning:")),
            Said::Refusal(text) => anstream::eprintln!("  {} {text}", terminal::bold_red("no:")),
        }
    }
}

/// Whether to go on. Nobody there, Esc and Ctrl-C are a no.
pub(super) fn confirm(question: &str, usual: bool) -> bool {
    Confirm::new(question).with_default(usual).prompt().unwrap_or(false)
}

fn help(asked: &Asked) -> Option<String> {
    asked.hint.as_deref().map(printable)
}

fn line(asked: &Asked) -> Result<String, InquireError> {
    let (help, initial) = (help(asked), printable(&asked.initial.join(", ")));
    let mut text = Text::new(asked.question.prompt);
    text.help_message = help.as_deref();
    match &asked.need {
        Need::Default(usual) if *usual == initial => text = text.with_default(usual),
        _ if !initial.is_empty() => text = text.with_initial_value(&initial),
        _ => {}
    }
    text.prompt()
}

/// Line after line, until one is empty.
fn lines(asked: &Asked) -> Result<Vec<String>, InquireError> {
    let help = help(asked);
    let mut lines: Vec<String> = Vec::new();
    loop {
        let initial = asked.initial.get(lines.len()).map(|line| printable(line)).unwrap_or_default();
        let mut text = Text::new(if lines.is_empty() { asked.question.prompt } else { "Next line (Enter ends):" });
        text.help_message = help.as_deref();
        if !initial.is_empty() {
            text = text.with_initial_value(&initial);
        }
        match text.prompt()?.trim() {
            "" => return Ok(lines),
            line => lines.push(line.to_owned()),
        }
    }
}

fn choice(asked: &Asked) -> Result<Vec<String>, InquireError> {
    let mut labels: Vec<String> = asked.offers.iter().map(|offer| printable(&offer.label)).collect();
    if asked.kind == Kind::ChoiceOrLine {
        labels.push(OTHER.to_owned());
    }
    let initial = asked.initial.first();
    let at = initial.map_or(0, |initial| asked.offers.iter().position(|offer| offer.value == *initial).unwrap_or(labels.len() - 1));
    let help = help(asked);
    let mut select = Select::new(asked.question.prompt, labels).with_starting_cursor(at);
    select.help_message = help.as_deref();
    let chosen = select.raw_prompt()?.index;
    match asked.offers.get(chosen) {
        Some(offer) => Ok(vec![offer.value.clone()]),
        None => line(asked).map(|text| asked.question.values(&text)),
    }
}

fn choices(asked: &Asked) -> Result<Vec<String>, InquireError> {
    let labels: Vec<String> = asked.offers.iter().map(|offer| printable(&offer.label)).collect();
    let is_chosen = |(_, offer): &(usize, &crate::submission::Offer)| asked.initial.contains(&offer.value);
    let initial: Vec<usize> = asked.offers.iter().enumerate().filter(is_chosen).map(|(at, _)| at).collect();
    let help = format!("{}space chooses, Enter ends, type to search", help(asked).map(|help| format!("{help}; ")).unwrap_or_default());
    let chosen = MultiSelect::new(asked.question.prompt, labels).with_default(&initial).with_help_message(&help).raw_prompt()?;
    Ok(chosen.into_iter().filter_map(|option| asked.offers.get(option.index)).map(|offer| offer.value.clone()).collect())
}

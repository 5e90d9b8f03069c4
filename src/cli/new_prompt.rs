//! The questions of `pressmark new` and `pressmark init` on a terminal. The only file that names `inquire`; it knows how a question is put, and judges no answer.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::fmt;

use inquire::ui::{RenderConfig, Styled};
use inquire::{Confirm, InquireError, MultiSelect, Select, Text};

use super::{say, terminal};
use crate::submission::{Asked, Kind, Message, Need, Prompt, Reply, Stopped, Topic};
use crate::text::printable;

/// The entry of a list that leads to a line of text.
const OTHER: &str = "another one, not in the list";
/// The entry that Enter alone takes where an answer is a claim that no one may make by accident.
const NONE: &str = "none chosen yet";

/// What lists say below the question, short enough for a narrow terminal.
const KEYS: &str = "↑↓: move, type: search, Enter: choose";
const KEYS_OF_SEVERAL: &str = "Space: choose, type: search, Enter: done";

/// What is written after a question that Esc has left.
const LEFT: &str = "(Esc)";

/// The terminal that the program was started on.
pub(super) struct Terminal {
    /// The question whose hint is on the screen.
    hinted: Option<Topic>,
}

impl Default for Terminal {
    fn default() -> Self {
        set_up();
        Self { hinted: None }
    }
}

/// Says how questions are drawn.
fn set_up() {
    inquire::set_global_render_config(RenderConfig::default().with_canceled_prompt_indicator(Styled::new(LEFT)));
}

impl Prompt for Terminal {
    fn ask(&mut self, asked: &Asked) -> Result<Reply, Stopped> {
        let topic = asked.question.topic;
        if let Some(hint) = asked.hint.as_deref().filter(|_| self.hinted != Some(topic)) {
            say::wrapped("", "  ", &printable(hint));
        }
        self.hinted = Some(topic);
        let (step, of) = asked.step;
        let prompt = &format!("{step} of {of}: {}", asked.prompt);
        let answer = match asked.kind {
            Kind::Line | Kind::Words => line(prompt, asked, &asked.initial.join(", ")).map(|text| asked.question.values(&text)),
            Kind::Points | Kind::Paragraphs => lines(prompt, asked),
            Kind::Choice | Kind::ChoiceOrLine => choice(prompt, asked),
            Kind::Choices => choices(prompt, asked),
        };
        reply(answer)
    }

    fn say(&mut self, said: Message<'_>) {
        match said {
            Message::Note(text) => say::wrapped("", "  ", text),
            Message::Warning(text) => say::wrapped(&terminal::bold("warning: "), "  ", text),
            Message::Refusal(text) => say::wrapped(&terminal::bold_red("no: "), "  ", text),
        }
    }
}

/// Whether the answer is yes; Esc and Ctrl-C stop.
pub(super) fn confirm(question: &str, usual: bool) -> Result<bool, Stopped> {
    set_up();
    Confirm::new(question).with_default(usual).prompt().map_err(|_| Stopped)
}

/// Asks for a line of text; Enter alone gives `usual`.
pub(super) fn ask_line(question: &str, help: &str, usual: &str) -> Result<Reply, Stopped> {
    set_up();
    say::wrapped("", "  ", help);
    reply(Text::new(question).with_default(&printable(usual)).prompt().map(|text| vec![text]))
}

/// Asks for a line of text that begins as `initial`, and can be empty.
pub(super) fn edit_line(question: &str, help: &str, initial: &str) -> Result<Reply, Stopped> {
    set_up();
    say::wrapped("", "  ", help);
    reply(Text::new(question).with_initial_value(&printable(initial)).prompt().map(|text| vec![text]))
}

fn reply(answer: Result<Vec<String>, InquireError>) -> Result<Reply, Stopped> {
    match answer {
        Ok(values) => Ok(Reply::Values(values)),
        Err(InquireError::OperationCanceled) => Ok(Reply::Back),
        Err(_) => Err(Stopped),
    }
}

fn line(prompt: &str, asked: &Asked, initial: &str) -> Result<String, InquireError> {
    let initial = printable(initial);
    let mut text = Text::new(prompt);
    match &asked.need {
        Need::Default(usual) if *usual == initial => text = text.with_default(usual),
        _ if !initial.is_empty() => text = text.with_initial_value(&initial),
        _ => {}
    }
    text.prompt()
}

/// Line after line, until one is empty.
fn lines(prompt: &str, asked: &Asked) -> Result<Vec<String>, InquireError> {
    let mut lines: Vec<String> = Vec::new();
    loop {
        let initial = asked.initial.get(lines.len()).map(|line| printable(line)).unwrap_or_default();
        let mut text = Text::new(if lines.is_empty() { prompt } else { "Next line (Enter to finish):" });
        if !initial.is_empty() {
            text = text.with_initial_value(&initial);
        }
        match text.prompt()?.trim() {
            "" => return Ok(lines),
            line => lines.push(line.to_owned()),
        }
    }
}

fn choice(prompt: &str, asked: &Asked) -> Result<Vec<String>, InquireError> {
    let rows = rows(asked);
    let at = start(asked, &rows);
    // What was typed to search the list is the beginning of an answer that is not in it.
    let typed = RefCell::new(String::new());
    let scorer = |input: &str, row: &Row, label: &str, _: usize| {
        input.clone_into(&mut typed.borrow_mut());
        score(input, row, label)
    };
    let select = Select::new(prompt, rows).with_help_message(KEYS).with_starting_cursor(at).with_scorer(&scorer).with_sorter(&sort);
    let chosen = select.raw_prompt()?.value;
    if let Some(offer) = chosen.offer.and_then(|at| asked.offers.get(at)) {
        return Ok(vec![offer.value.clone()]);
    }
    if asked.kind == Kind::Choice {
        return Ok(Vec::new());
    }
    let typed = typed.into_inner();
    let initial = if typed.trim().is_empty() { asked.initial.join("") } else { typed };
    line(prompt, asked, initial.trim()).map(|text| asked.question.values(&text))
}

/// One row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    label: String,
    /// The index of the offer; `None` for the entry that leads to a line of text.
    offer: Option<usize>,
}

impl fmt::Display for Row {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.label)
    }
}

fn rows(asked: &Asked) -> Vec<Row> {
    let offers = asked.offers.iter().enumerate().map(|(at, offer)| Row { label: printable(&offer.label), offer: Some(at) });
    let other = (asked.kind == Kind::ChoiceOrLine).then_some(OTHER);
    let none = (asked.kind == Kind::Choice && asked.need == Need::Required).then_some(NONE);
    let row = |label: &str| Row { label: label.to_owned(), offer: None };
    // Enter alone must not publish in the name of the first publisher in the list.
    let (before, after) = if asked.question.topic == Topic::Publisher { (other, None) } else { (none, other) };
    before.map(row).into_iter().chain(offers).chain(after.map(row)).collect()
}

/// The row that Enter takes: what was answered before, or the first.
fn start(asked: &Asked, rows: &[Row]) -> usize {
    let Some(initial) = asked.initial.first() else { return 0 };
    let offer = asked.offers.iter().position(|offer| offer.value == *initial);
    rows.iter().position(|row| row.offer == offer).unwrap_or(0)
}

/// The place of a row among those that remain while someone types `input`: what is not in the list can always be said, after all that is.
fn score(input: &str, row: &Row, label: &str) -> Option<i64> {
    let input = input.trim().to_lowercase();
    match row.offer {
        None if input.is_empty() => Some(0),
        None => Some(i64::MIN),
        Some(_) => label.to_lowercase().contains(&input).then_some(0),
    }
}

/// The best first, and those that are alike in the order of the list.
fn sort(rows: &mut [(usize, i64)]) {
    rows.sort_by_key(|&(_, score)| Reverse(score));
}

fn choices(prompt: &str, asked: &Asked) -> Result<Vec<String>, InquireError> {
    let labels: Vec<String> = asked.offers.iter().map(|offer| printable(&offer.label)).collect();
    let is_chosen = |(_, offer): &(usize, &crate::submission::Offer)| asked.initial.contains(&offer.value);
    let initial: Vec<usize> = asked.offers.iter().enumerate().filter(is_chosen).map(|(at, _)| at).collect();
    let chosen = MultiSelect::new(prompt, labels).with_default(&initial).with_help_message(KEYS_OF_SEVERAL).raw_prompt()?;
    Ok(chosen.into_iter().filter_map(|option| asked.offers.get(option.index)).map(|offer| offer.value.clone()).collect())
}

#[cfg(test)]
mod tests {
    use super::{Row, rows, score, sort, start};
    use crate::submission::{Asked, Need, Offer, Question, Topic};

    fn asked(topic: Topic, initial: &[&str]) -> Asked {
        let values = if topic == Topic::Source { ["open", "closed"] } else { ["brambleworks", "northwind-labs"] };
        let offers = values.map(|slug| Offer { value: slug.to_owned(), label: format!("The {slug}") });
        let initial = initial.iter().map(|&text| text.to_owned()).collect();
        let question = Question::about(topic);
        Asked {
            question,
            prompt: question.english_prompt(),
            step: (1, 1),
            kind: question.kind,
            need: Need::Required,
            offers: offers.to_vec(),
            hint: None,
            initial,
        }
    }

    fn typed(input: &str, rows: &[Row]) -> Vec<Option<usize>> {
        let mut scored: Vec<(usize, i64)> =
            rows.iter().enumerate().filter_map(|(at, row)| Some((at, score(input, row, &row.label)?))).collect();
        sort(&mut scored);
        scored.into_iter().map(|(at, _)| rows[at].offer).collect()
    }

    #[test]
    fn typing_a_name_that_is_not_in_the_list_leaves_the_way_to_a_new_one() {
        for topic in [Topic::App, Topic::Publisher] {
            let rows = rows(&asked(topic, &[]));
            assert_eq!(typed("Zed Pub", &rows), [None], "{topic:?}");
            assert_eq!(typed("NORTH", &rows), [Some(1), None], "{topic:?}");
            assert_eq!(typed("", &rows), rows.iter().map(|row| row.offer).collect::<Vec<_>>(), "{topic:?}");
        }
    }

    #[test]
    fn enter_alone_names_no_stranger_as_publisher() {
        let chosen = |topic, initial: &[&str]| {
            let asked = asked(topic, initial);
            let rows = rows(&asked);
            rows[start(&asked, &rows)].offer
        };
        assert_eq!(chosen(Topic::Publisher, &[]), None);
        assert_eq!(chosen(Topic::Publisher, &["northwind-labs"]), Some(1));
        assert_eq!(chosen(Topic::Publisher, &["zed-pub"]), None);
        assert_eq!(chosen(Topic::App, &[]), Some(0));
    }

    #[test]
    fn enter_alone_does_not_say_that_the_source_is_open() {
        let asked = |initial: &[&str]| asked(Topic::Source, initial);
        let chosen = |asked: &Asked| rows(asked)[start(asked, &rows(asked))].offer;
        assert_eq!(chosen(&asked(&[])), None);
        assert_eq!(chosen(&asked(&["open"])), Some(0));
        assert_eq!(rows(&asked(&[])).len(), 3);
    }
}

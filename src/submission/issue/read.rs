//! A filled-in form → answers. Boxes of a form are a task list in it. Everything in it is untrusted; it is text and stays text.

use super::fields::{About, FIELDS, Field, Input, NOT_LISTED, options};
use super::sections;
use crate::catalogue::RawCatalogue;
use crate::format::FileRole;
use crate::submission::{Answers, Question, Topic, shown, slug};

/// A longer text is no form, in bytes: forges allow 64 Ki characters, of four bytes at most.
pub const MAX_BYTES: u64 = 256 * 1024;

/// More values than this in one field are no answer.
const MAX_VALUES: usize = 100;

/// The content of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filled {
    /// The answers.
    pub answers: Answers,
    /// The problems of the form itself, in the order of its fields.
    pub misfilled: Vec<Misfilled>,
    /// The message to the reviewers.
    pub comments: Vec<String>,
}

/// A field that cannot be read as it is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfilled {
    /// The label of the field.
    pub label: &'static str,
    /// The problem, and what to do.
    pub line: String,
}

/// The text is no form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FormError {
    /// None of its headings is one of the form's.
    #[error("it has no heading of the form, such as `### {}`", Question::about(Topic::Name).label)]
    NoForm,
    /// There is more of it than a forge lets people write.
    #[error("it has more than {} KiB", MAX_BYTES >> 10)]
    TooLong,
}

/// Reads the text of an issue. `raw` tells what there was to choose, and who publishes here already.
///
/// # Errors
/// When `body` is no filled-in form.
pub fn read(body: &str, raw: &RawCatalogue) -> Result<Filled, FormError> {
    if body.len() as u64 > MAX_BYTES {
        return Err(FormError::TooLong);
    }
    let sections = sections::sections(&sections::plain(body), |heading| FIELDS.iter().find(|field| field.label == heading));
    if sections.is_empty() {
        return Err(FormError::NoForm);
    }
    let mut filled = Filled::default();
    let mut other_app = None;
    let mut has_consent = false;
    for field in FIELDS.iter() {
        let mut own = sections.iter().filter(|(of, _)| std::ptr::eq(*of, field)).map(|(_, answer)| answer);
        let (Some(answer), rest) = (own.next(), own.count()) else { continue };
        let mut wrong = |line: String| filled.misfilled.push(Misfilled { label: field.label, line });
        if rest > 0 {
            // Which of them is the answer cannot be told, and guessing would let one field speak for another.
            wrong(format!("`### {}` occurs {} times: remove it from the answers", field.label, rest + 1));
            continue;
        }
        let values = match values(field, answer, raw) {
            Ok(values) => values,
            Err(line) => {
                wrong(line);
                continue;
            }
        };
        match field.about {
            About::OtherApp => other_app = values.into_iter().next(),
            About::Consent => has_consent = !values.is_empty(),
            About::Comments => filled.comments = values,
            About::Answer(Topic::Publisher) => publisher(&values, raw, &mut filled.answers),
            About::Answer(topic) if !values.is_empty() => filled.answers.set(topic, values),
            About::Answer(_) => {}
        }
    }
    if let Some(name) = other_app {
        if filled.answers.text(Topic::App).is_some() {
            let line = format!("`{}` is not used, because an app is chosen above: choose `{NOT_LISTED}` there", shown(&name));
            filled.misfilled.push(Misfilled { label: label(About::OtherApp), line });
        } else {
            filled.answers.set(Topic::App, [name]);
        }
    }
    if !has_consent && filled.answers.text(Topic::Agreement).is_some() {
        // A name without the tick accepts nothing.
        filled.answers.forget(Topic::Agreement);
        filled.misfilled.push(Misfilled { label: label(About::Consent), line: "the box is not ticked".to_owned() });
    }
    Ok(filled)
}

fn label(about: About) -> &'static str {
    FIELDS.iter().find(|field| field.about == about).map_or("", |field| field.label)
}

/// The values in an answer to `field`.
fn values(field: &Field, answer: &str, raw: &RawCatalogue) -> Result<Vec<String>, String> {
    let Some(answer) = sections::answer(answer) else { return Ok(Vec::new()) };
    let answer = answer.as_str();
    let lines = || answer.lines().map(str::trim).filter(|line| !line.is_empty());
    let values: Vec<String> = match field.input {
        Input::Line if lines().count() > 1 => return Err("it has several lines: write it in one".to_owned()),
        Input::Line => vec![answer.to_owned()],
        Input::Words => {
            lines().flat_map(|line| line.split(',')).map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect()
        }
        Input::Points => lines().map(without_mark).filter(|point| !point.is_empty()).map(str::to_owned).collect(),
        Input::Paragraphs => paragraphs(answer),
        Input::Tick => lines().filter_map(ticked).map(str::to_owned).collect(),
        Input::Pick => {
            let picked = picked(field, answer, raw);
            if picked.len() > 1 {
                return Err(format!("{} are chosen: choose one", picked.len()));
            }
            picked
        }
        Input::Picks => picked(field, answer, raw),
    };
    if values.len() > MAX_VALUES {
        return Err(format!("it has {} entries: {MAX_VALUES} are enough", values.len()));
    }
    Ok(values)
}

/// Returns the chosen values: the ticked ones of a task list, or everything between commas. Values that were no choices are kept for the rules to judge.
fn picked(field: &Field, answer: &str, raw: &RawCatalogue) -> Vec<String> {
    let lines: Vec<&str> = answer.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let is_tasks = lines.iter().any(|line| is_task(line));
    let chosen: Vec<&str> = match (is_tasks, field.input) {
        (true, _) => lines.into_iter().filter_map(ticked).collect(),
        // The name of an app may have a comma in it.
        (false, Input::Pick) => lines,
        (false, _) => lines.into_iter().flat_map(|line| line.split(',')).map(str::trim).collect(),
    };
    let options = options(field, raw);
    let value =
        |chosen: &str| options.iter().find(|(label, _)| label == chosen).map_or_else(|| chosen.to_owned(), |(_, value)| value.clone());
    chosen.into_iter().filter(|chosen| !chosen.is_empty() && *chosen != NOT_LISTED).map(value).collect()
}

/// Takes the publisher by name or by slug: whoever is there by that name is meant, anyone else is new and gets the slug that the name makes.
fn publisher(values: &[String], raw: &RawCatalogue, answers: &mut Answers) {
    let Some(told) = values.first() else { return };
    let there = publisher_called(told, raw);
    if there.is_none() {
        answers.set(Topic::PublisherName, [told]);
    }
    let new = || if slug::is_valid(told) { Some(told.clone()) } else { slug::of_name(told) };
    answers.set(Topic::Publisher, [there.or_else(new).unwrap_or_else(|| told.clone())]);
}

/// The slug of the publisher whose name or slug `told` is.
pub(super) fn publisher_called(told: &str, raw: &RawCatalogue) -> Option<String> {
    let is_called = |slug: &&str| raw.publisher(slug).and_then(|publisher| publisher.name.get()).is_some_and(|name| **name == *told);
    let by_slug = || raw.slugs(FileRole::Publisher).find(|slug| *slug == told);
    raw.slugs(FileRole::Publisher).find(is_called).or_else(by_slug).map(str::to_owned)
}

/// The paragraphs of `text`, each on one line.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for line in text.lines().map(str::trim) {
        match (line.is_empty(), paragraphs.last_mut()) {
            (false, Some(last)) => {
                if !last.is_empty() {
                    last.push(' ');
                }
                last.push_str(line);
            }
            (true, Some(last)) if last.is_empty() => {}
            _ => paragraphs.push(String::new()),
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

/// A point without the mark of a list, which people write by habit.
fn without_mark(line: &str) -> &str {
    let bullet = ["- ", "* ", "+ "].iter().find_map(|mark| line.strip_prefix(mark));
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let number =
        || (1..=3).contains(&digits).then(|| line[digits..].strip_prefix(". ").or_else(|| line[digits..].strip_prefix(") "))).flatten();
    bullet.or_else(number).unwrap_or(line).trim()
}

fn is_task(line: &str) -> bool {
    ["- [ ] ", "- [x] ", "- [X] ", "* [ ] ", "* [x] "].iter().any(|mark| line.starts_with(mark))
}

/// Returns the text beside a ticked box.
fn ticked(line: &str) -> Option<&str> {
    ["- [x] ", "- [X] ", "* [x] "].iter().find_map(|mark| line.strip_prefix(mark)).map(str::trim)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{FormError, read};
    use crate::catalogue::RawCatalogue;
    use crate::format::Document;
    use crate::source::ContentPath;
    use crate::submission::{Topic, files};

    fn raw() -> RawCatalogue {
        let file = |path: &str, text: &str| Document::read(ContentPath::new(path).expect("a valid path"), Ok(text.as_bytes().to_vec()));
        RawCatalogue::from_documents([
            file("catalogue.yaml", "title: A\n"),
            file("tags.yaml", "- {id: chat, label: 'Chat, voice'}\n- {id: files, label: Files}\n"),
            file("apps/slack.yaml", "name: Slack\nwebsite: https://slack.com/\n"),
            file("publishers/acme.yaml", "name: Acme Ltd\n"),
        ])
    }

    fn text(body: &str, topic: Topic) -> Option<String> {
        read(body, &raw()).expect("a form").answers.text(topic).map(str::to_owned)
    }

    #[test]
    fn a_form_without_an_answer_answers_nothing() {
        assert_eq!(text("### Summary\n\n_No response_\n\n### Publisher\n\n_No response_\n", Topic::Summary), None);
        assert_eq!(read("Hello\n### Other\n", &raw()), Err(FormError::NoForm));
    }

    #[test]
    fn line_ends_of_any_kind_are_read() {
        let body = "### Setup\r\n\r\n1. Sign in.\r\n- Choose.\r\n\r\n### Summary\r\n\r\nShort\r\n";
        let filled = read(body, &raw()).expect("a form");
        assert_eq!(filled.answers.list(Topic::Setup), ["Sign in.", "Choose."]);
        assert_eq!(filled.answers.text(Topic::Summary), Some("Short"));
    }

    #[test]
    fn choices_are_read_from_commas_and_from_boxes() {
        let of_commas = read("### Categories\n\nChat voice (chat), Files (files), It is not in the list\n", &raw()).expect("a form");
        let of_boxes = read("### Categories\n\n- [x] Chat voice (chat)\n- [ ] Other\n- [X] Files (files)\n", &raw()).expect("a form");
        assert_eq!(of_commas.answers.list(Topic::Tags), ["chat", "files"]);
        assert_eq!(of_commas.answers, of_boxes.answers);
    }

    #[test]
    fn a_heading_of_the_form_inside_an_answer_is_reported() {
        let filled = read("### Description\n\nHello\n### Publisher\nacme\n\n### Publisher\n\nMine\n", &raw()).expect("a form");
        assert_eq!(filled.answers.text(Topic::Publisher), None);
        assert_eq!(filled.misfilled.len(), 1);
        assert_eq!(filled.misfilled[0].label, "Publisher");
    }

    #[test]
    fn other_headings_and_yaml_in_answers_stay_text() {
        let body = "### Listing name\n\nname: x\n### Summary\n\n\"]}\nsource: closed\n\n### Description\n\n#### Own heading\n---\n- a: b\n";
        let filled = read(body, &raw()).expect("a form");
        assert_eq!(filled.answers.text(Topic::Name), Some("name: x"));
        assert_eq!(filled.answers.text(Topic::Summary), None, "several lines are told, not joined");
        assert_eq!(filled.answers.list(Topic::Description), ["#### Own heading --- - a: b"]);
        assert_eq!(filled.answers.text(Topic::Source), None);
    }

    #[test]
    fn hidden_parts_of_the_issue_are_left_out() {
        assert_eq!(
            text("### Summary\n<!-- at most 160 characters -->\nSyncs<!-- evil --> orders\n", Topic::Summary).as_deref(),
            Some("Syncs orders")
        );
        assert_eq!(text("### Summary\nSyncs <!-- orders\n\n### Listing name\n\nA\n", Topic::Name).as_deref(), Some("A"));
    }

    #[test]
    fn a_publisher_is_known_by_name_and_by_slug_and_else_is_new() {
        for told in ["Acme Ltd", "acme"] {
            let filled = read(&format!("### Publisher\n\n{told}\n"), &raw()).expect("a form");
            assert_eq!((filled.answers.text(Topic::Publisher), filled.answers.text(Topic::PublisherName)), (Some("acme"), None), "{told}");
        }
        let filled = read("### Publisher\n\nZed & Sons\n", &raw()).expect("a form");
        assert_eq!(filled.answers.text(Topic::PublisherName), Some("Zed & Sons"));
    }

    #[test]
    fn a_name_without_the_tick_accepts_nothing() {
        let body = |mark: &str| format!("### Developer agreement\n\n- [{mark}] I have read it\n\n### Accepted by\n\nAcme\n");
        assert_eq!(text(&body("x"), Topic::Agreement).as_deref(), Some("Acme"));
        assert_eq!(text(&body(" "), Topic::Agreement), None);
    }

    #[test]
    fn an_app_is_chosen_or_named_but_not_both() {
        let named = "### App\n\nIt is not in the list\n\n### App that is not in the list\n\nSlack, Inc\n";
        assert_eq!(text(named, Topic::App).as_deref(), Some("Slack, Inc"));
        let both = read("### App\n\nSlack\n\n### App that is not in the list\n\nSlock\n", &raw()).expect("a form");
        assert_eq!((both.answers.text(Topic::App), both.misfilled.len()), (Some("Slack"), 1));
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic_and_writes_inside_the_catalogue(bits in prop::collection::vec("(### (Listing name|App|Publisher|Summary|Setup)\n)?[ -~\n\u{80}-\u{2fff}]{0,40}", 0..12)) {
            if let Ok(filled) = read(&bits.join("\n"), &raw()) {
                let submission = crate::submission::Submission { answers: filled.answers, ..Default::default() };
                for file in files(&submission, &raw(), jiff::civil::date(2026, 12, 1)) {
                    prop_assert!(["listings/", "apps/", "publishers/"].iter().any(|folder| file.path.as_str().starts_with(folder)));
                }
            }
        }
    }
}

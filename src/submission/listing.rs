//! The text of a new `listing.yaml`: what was answered, and beside it, in comments, what else could be said. Every answer passes through the writer of
//! scalars, and none is in a comment.

use jiff::civil::Date;

use super::sheet::Sheet;
use super::{Answers, Need, Submission, Topic, need};
use crate::catalogue::RawCatalogue;
use crate::format::bounds::{KEYWORDS, SCREENSHOTS, SUMMARY_CHARS};
use crate::format::{in_block, scalar};

/// The file of `submission`, written on the day `today`.
pub(super) fn text(submission: &Submission, raw: &RawCatalogue, today: Date) -> Sheet {
    let answers = &submission.answers;
    let mut sheet = Writer { sheet: Sheet::default(), answers };
    sheet.note(&format!(
        "What visitors see first. The name is unique in the catalogue; the summary is one line of at most {SUMMARY_CHARS} characters."
    ));
    sheet.pair("", "name", Topic::Name, "name: Channel Messages");
    sheet.pair("", "app", Topic::App, "app: Slack");
    sheet.pair("", "summary", Topic::Summary, "summary: Posts a message for every new order.");
    sheet.pair("", "publisher", Topic::Publisher, "publisher: your-name");
    sheet.note(&format!("Where visitors look: ids from tags.yaml, and up to {KEYWORDS} search keywords that stand nowhere else."));
    sheet.list("tags", Topic::Tags, "tags: [messaging]");
    sheet.list("keywords", Topic::Keywords, "keywords: [refunds, gift cards]");
    sheet.note("`closed` hides the code; it does not restrict installing.");
    sheet.pair("", "source", Topic::Source, "source: open");
    if answers.text(Topic::Source) != Some("closed") || answers.text(Topic::SourceUrl).is_some() {
        sheet.pair("", "source_url", Topic::SourceUrl, "source_url: https://git.example/you/connector");
    }
    sheet.note("The licence of the code as an SPDX expression, such as MIT or Apache-2.0.");
    sheet.pair("", "license", Topic::License, "license: MIT");
    install(&mut sheet, raw);
    sheet.note("Where people find help: at least one of the three.");
    sheet.group("support", &[Topic::SupportEmail, Topic::SupportUrl, Topic::SupportDocs]);
    sheet.pair("  ", "email", Topic::SupportEmail, "email: help@you.example");
    sheet.pair("  ", "url", Topic::SupportUrl, "url: https://you.example/help");
    sheet.pair("  ", "docs", Topic::SupportDocs, "docs: https://you.example/docs");
    versions(&mut sheet, today);
    tested(&mut sheet, today);
    if answers.text(Topic::Regions).is_some() || need(Topic::Regions, answers, raw) != Need::Skip {
        sheet.note("The data centres it is offered in: ids from catalogue.yaml. Without this line: all.");
        sheet.list("regions", Topic::Regions, "regions: [us, eu]");
    }
    if answers.text(Topic::Auth).is_some() || need(Topic::Auth, answers, raw) != Need::Skip {
        sheet.note("How it signs in: ids from catalogue.yaml.");
        sheet.list("auth", Topic::Auth, "auth: [oauth2]");
    }
    operations(&mut sheet, submission);
    sheet.note("Pages of your own.");
    sheet.pair("", "website", Topic::Website, "website: https://you.example/connector");
    sheet.pair("", "docs_url", Topic::DocsUrl, "docs_url: https://you.example/docs");
    sheet.pair("", "privacy_url", Topic::PrivacyUrl, "privacy_url: https://you.example/privacy");
    sheet.pair("", "terms_url", Topic::TermsUrl, "terms_url: https://you.example/terms");
    sheet.note(&format!("Up to {SCREENSHOTS} pictures of it at work, in this folder, each with words for those who cannot see it."));
    sheet.line("# screenshots:\n#   - {file: screenshots/first.png, alt: What the picture shows}");
    agreement(&mut sheet, raw, today);
    sheet.sheet
}

fn install(sheet: &mut Writer<'_>, raw: &RawCatalogue) {
    sheet.note(
        "`direct`: anyone can install it. `request`: visitors ask on your landing page first. Never write a private share link here.",
    );
    sheet.line("install:");
    sheet.pair("  ", "mode", Topic::Install, "mode: direct");
    let is_request = sheet.answers.text(Topic::Install) == Some("request");
    let is_given = |topic| sheet.answers.text(topic).is_some();
    let (direct, request) =
        (is_given(Topic::InstallUrl) || is_given(Topic::InstallCommand), is_given(Topic::LandingUrl) || is_given(Topic::PathNote));
    let has_template = raw.settings().install.get().is_some_and(|install| !install.url_template.is_missing());
    if direct || !is_request {
        let example = if has_template {
            "url: https://you.example/install  # instead of the catalogue's own address"
        } else {
            "url: https://you.example/install"
        };
        sheet.pair("  ", "url", Topic::InstallUrl, example);
        sheet.pair("  ", "command", Topic::InstallCommand, "command: get-connector channel-messages");
    }
    if request || is_request {
        sheet.pair("  ", "landing_url", Topic::LandingUrl, "landing_url: https://you.example/connector");
        sheet.pair("  ", "path_note", Topic::PathNote, "path_note: Ask on the page; we reply within a day.");
    }
}

fn versions(sheet: &mut Writer<'_>, today: Date) {
    sheet.note("Newest first. Write versions as you write them elsewhere, all in one way.");
    if sheet.answers.text(Topic::Version).is_none() {
        return sheet.line("# versions:\n#   - version: 1.0.0");
    }
    sheet.line("versions:");
    sheet.pair("  - ", "version", Topic::Version, "");
    sheet.line(&format!("    date: {today}"));
    sheet.pair("    ", "notes", Topic::Notes, "notes: First release.");
}

fn tested(sheet: &mut Writer<'_>, today: Date) {
    sheet.note("What was tested, when, and in which version.");
    let (Some(version), Some(_)) = (sheet.answers.text(Topic::Version), sheet.answers.text(Topic::Tested)) else {
        return sheet.line("# tested: {version: 1.0.0, on: 2026-05-01, what: New orders in a test shop.}");
    };
    let version = value_of(Topic::Version, version);
    sheet.line(&format!("tested:\n  version: {version}\n  on: {today}"));
    sheet.pair("  ", "what", Topic::Tested, "");
}

fn operations(sheet: &mut Writer<'_>, submission: &Submission) {
    sheet.note("What it can wait for, and what it can do.");
    if submission.actions.is_empty() {
        sheet.line("# operations:\n#   triggers:\n#     - {name: New order, summary: Starts when an order comes in.}\n#   actions:\n#     - {name: Post message, summary: Posts a text to a channel.}");
        return;
    }
    sheet.line("operations:\n  actions:");
    for (name, summary) in &submission.actions {
        sheet.line(&format!("    - name: {}", in_block(name)));
        if !summary.is_empty() {
            sheet.line(&format!("      summary: {}", in_block(summary)));
        }
    }
}

fn agreement(sheet: &mut Writer<'_>, raw: &RawCatalogue, today: Date) {
    let current = raw.settings().agreement.get().and_then(|agreement| agreement.current.get());
    let (Some(current), Some(by)) = (current, sheet.answers.text(Topic::Agreement)) else { return };
    sheet.note("Who accepted the developer agreement, and when. Its text is in agreements/.");
    // Quoted: editors take `2026-01` for a date otherwise.
    let version = scalar(current);
    let version = if version.starts_with('"') { version } else { format!("\"{version}\"") };
    sheet.line(&format!("agreement:\n  version: {version}"));
    sheet.answer(Topic::Agreement, &format!("  accepted_by: {}", in_block(by)));
    sheet.line(&format!("  accepted_on: {today}"));
}

/// A file that grows line by line.
struct Writer<'answers> {
    sheet: Sheet,
    answers: &'answers Answers,
}

impl Writer<'_> {
    fn line(&mut self, line: &str) {
        self.sheet.push(line);
        self.sheet.push("\n");
    }

    /// A line that the answer to `topic` writes.
    fn answer(&mut self, topic: Topic, line: &str) {
        self.sheet.answer(topic, &format!("{line}\n"));
    }

    /// A comment that opens a group of keys.
    fn note(&mut self, words: &str) {
        self.line(&format!("\n# {words}"));
    }

    /// `key: value`, or the example in a comment when nothing was answered.
    fn pair(&mut self, before: &str, key: &str, topic: Topic, example: &str) {
        match self.answers.text(topic) {
            Some(value) => self.answer(topic, &format!("{before}{key}: {}", value_of(topic, value))),
            None if example.is_empty() => {}
            None => self.line(&format!("{before}# {example}")),
        }
    }

    /// `key: [one, two]`, or the example in a comment when nothing was answered.
    fn list(&mut self, key: &str, topic: Topic, example: &str) {
        match self.answers.list(topic) {
            [] => self.line(&format!("# {example}")),
            values => {
                let values: Vec<String> = values.iter().map(|value| scalar(value)).collect();
                self.answer(topic, &format!("{key}: [{}]", values.join(", ")));
            }
        }
    }

    /// `key:` above its group, in a comment when the group would be empty.
    fn group(&mut self, key: &str, members: &[Topic]) {
        let is_empty = members.iter().all(|&topic| self.answers.text(topic).is_none());
        self.line(&if is_empty { format!("# {key}:") } else { format!("{key}:") });
    }
}

/// A value that is text and looks like a number gets quotes, for editors that would complain; a version is written as people write it.
fn value_of(topic: Topic, value: &str) -> String {
    let written = in_block(value);
    let is_number = value.bytes().all(|byte| byte.is_ascii_digit() || b"._-+:eExXoO".contains(&byte));
    if is_number && topic != Topic::Version && !written.starts_with('"') { format!("\"{written}\"") } else { written }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use crate::catalogue::RawCatalogue;
    use crate::format::{Content, Document};
    use crate::parse::unseen::shown;
    use crate::source::ContentPath;
    use crate::submission::{Answers, QUESTIONS, Submission, Topic, files};

    /// A line as people may paste it: mostly signs that mean something in YAML, Markdown or a terminal.
    const HOSTILE: &str = "(?s)([-#:,\\[\\]{}&*!|>'\"%@`~?\\\\ \t\r\n\u{202e}\u{feff}\u{1b}a-c0-9]|.){1,24}";

    #[test]
    fn no_answer_is_lost() {
        let mut answers = Answers::default();
        for question in QUESTIONS {
            answers.set(question.topic, [format!("https://x.example/answer-{}", question.flag)]);
        }
        answers.set(Topic::Slug, ["acme"]);
        answers.set(Topic::Publisher, ["answer-publisher"]);
        let settings = ContentPath::new("catalogue.yaml").expect("a valid path");
        let raw = RawCatalogue::from_documents([Document::read(settings, Ok(b"agreement: {current: \"1\"}\n".to_vec()))]);
        let written = files(&Submission { answers, ..Submission::default() }, &raw, date(2026, 12, 1));
        let all: String = written.iter().map(|file| format!("{} {}", file.path, file.text)).collect();
        let lost: Vec<&str> =
            QUESTIONS.iter().map(|question| question.flag).filter(|flag| !all.contains(&format!("answer-{flag}"))).collect();
        assert_eq!(lost, ["slug"], "the slug is the folder's name: {all}");
    }

    proptest! {
        #[test]
        fn any_answer_is_read_back_as_it_is_seen(name in HOSTILE, keywords in prop::collection::vec(HOSTILE, 0..4), notes in HOSTILE) {
            prop_assume!(!name.trim().is_empty() && !notes.trim().is_empty());
            let mut answers = Answers::default().with(Topic::Slug, "acme").with(Topic::Name, &name).with(Topic::Notes, &notes);
            answers = answers.with(Topic::Version, "1.0.0").with(Topic::App, &notes);
            answers.set(Topic::Keywords, keywords);
            let submission = Submission { actions: vec![(name, notes)], answers, ..Submission::default() };
            let file = files(&submission, &RawCatalogue::default(), date(2026, 12, 1)).remove(0);
            let document = Document::read(file.path, Ok(file.text.into_bytes()));
            prop_assert_eq!(&document.problems, &Vec::new());
            let Content::Listing(listing) = document.content else { return Err(TestCaseError::fail("no listing")) };
            let answers = &submission.answers;
            let seen = |topic: Topic| answers.text(topic).map(|text| shown(text).into_owned());
            prop_assert_eq!(listing.name.get().map(ToString::to_string), seen(Topic::Name));
            let version = listing.versions.items().first().and_then(|version| version.notes.get());
            prop_assert_eq!(version.map(ToString::to_string), seen(Topic::Notes));
            let keywords: Vec<&str> = listing.keywords.items().iter().map(|keyword| &*keyword.value).collect();
            prop_assert_eq!(keywords, answers.list(Topic::Keywords).iter().map(|keyword| shown(keyword)).collect::<Vec<_>>());
        }
    }
}

//! Whether the catalogue would take the new files: they are laid over it, and its own rules speak. Knows no rule by name.

use std::cell::OnceCell;
use std::collections::HashSet;

use jiff::civil::Date;

use super::new_file::NewFile;
use super::stand_ins::{STAND_IN, completed};
use super::verdict::line;
use super::{
    Answers, Need, Objection, QUESTIONS, Submission, Topic, Verdict, account, companions, files, flag_words, need, occupied, slug, slug_of,
};
use crate::catalogue::Draft;
use crate::diagnostic::{Diagnostic, Level, Report};
use crate::format::{Document, Place};
use crate::rules::{self, Occasion};
use crate::source::ContentPath;

/// What an account is made of.
const ACCOUNT: [Topic; 3] = [Topic::AccountForge, Topic::AccountLogin, Topic::AccountId];

/// A catalogue that is about to get a new listing.
#[derive(Debug)]
pub struct Trial {
    draft: Draft,
    today: Date,
    may_overwrite: bool,
}

impl Trial {
    /// A trial against `draft`. With `may_overwrite`, files that are there are no obstacle.
    #[must_use]
    pub fn new(draft: Draft, today: Date, may_overwrite: bool) -> Self {
        Self { draft, today, may_overwrite }
    }

    /// The catalogue without the new files.
    #[must_use]
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// The day on which it is submitted.
    #[must_use]
    pub fn today(&self) -> Date {
        self.today
    }

    /// The files of `submission`.
    #[must_use]
    pub fn files(&self, submission: &Submission) -> Vec<NewFile> {
        files(submission, &self.draft, self.today)
    }

    /// Which of `files` are there already.
    #[must_use]
    pub fn taken<'files>(&self, files: &'files [NewFile]) -> Vec<&'files ContentPath> {
        files.iter().map(|file| &file.path).filter(|path| self.draft.document(path.as_str()).is_some()).collect()
    }

    /// The catalogue with the new files, and what its rules say because of them: what they say without them is not counted.
    #[must_use]
    pub fn report(&self, files: &[NewFile]) -> (Draft, Report) {
        let own: HashSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
        let before: HashSet<String> =
            self.run(&self.draft, files).iter().filter(|remark| !own.contains(remark.path.as_str())).map(key).collect();
        let with = over(self.draft.documents(), files);
        let caused = self.run(&with, files).iter().filter(|remark| !before.contains(&key(remark))).cloned().collect();
        (with, Report::new(caused))
    }

    /// What is wrong with the folder that `answers` lead to.
    #[must_use]
    pub fn objections(&self, answers: &Answers) -> Vec<String> {
        let Some(slug) = slug_of(answers) else { return Vec::new() };
        if let Some(objection) = slug::objection(&slug) {
            return vec![objection];
        }
        occupied::objection(&slug, answers, &self.draft, self.may_overwrite).into_iter().collect()
    }

    /// What the catalogue says to the answer to `topic`, the last one of `answers`, as far as it was not to be said before it.
    ///
    /// Whatever has not been answered yet is filled in with sound stand-ins, so that only the new answer can be at fault.
    #[must_use]
    pub fn verdict(&self, answers: &Answers, topic: Topic) -> Verdict {
        self.verdict_of(answers, topic, &OnceCell::new())
    }

    /// The same, with a place for what the rules say of all `answers`, which is the same for every topic.
    fn verdict_of(&self, answers: &Answers, topic: Topic, said: &OnceCell<Report>) -> Verdict {
        let mut verdict = Verdict::default();
        if topic == Topic::Publisher {
            verdict.errors.extend(answers.text(topic).and_then(slug::objection_to_publisher));
        }
        verdict.errors.extend(self.objection_to_account(answers, topic));
        // Who publishes it decides whether the folder may be written over.
        if matches!(topic, Topic::Name | Topic::Slug | Topic::Publisher) {
            verdict.errors.extend(self.objections(answers));
        }
        if !verdict.errors.is_empty() {
            return verdict;
        }
        if topic == Topic::App {
            verdict.warnings.extend(self.doubt_about_app(answers));
        }
        let mut before = answers.clone();
        before.forget(topic);
        let of = |answers| completed(&self.draft, Submission { answers, ..Submission::default() });
        let after = of(answers.clone());
        verdict.extend(self.new_in(of(before), &after, said.get_or_init(|| self.remarks(&after))));
        verdict
    }

    /// What the catalogue says to all of `submission` together: each problem with the question whose answer causes it, as far as one answer alone does.
    #[must_use]
    pub fn objections_to_all(&self, submission: &Submission) -> Vec<Objection> {
        let answers = &submission.answers;
        let slug_topic = if answers.text(Topic::Slug).is_some() { Topic::Slug } else { Topic::Name };
        let of_slug = |line| Objection { topic: Some(slug_topic), line, is_error: true };
        let mut found: Vec<Objection> = self.objections(answers).into_iter().map(of_slug).collect();
        let mut answers = answers.clone();
        if !found.is_empty() {
            // The other answers are judged all the same, in a folder that does no harm.
            answers.set(Topic::Slug, [STAND_IN]);
        }
        if let Some(line) = answers.text(Topic::Publisher).and_then(slug::objection_to_publisher) {
            found.push(Objection { topic: Some(Topic::Publisher), line, is_error: true });
            answers.set(Topic::Publisher, [STAND_IN]);
        }
        for (topic, line) in ACCOUNT.map(|topic| (topic, self.objection_to_account(&submission.answers, topic))) {
            if let Some(line) = line {
                found.push(Objection { topic: Some(topic), line, is_error: true });
                answers.forget(topic);
            }
        }
        let doubt = self.doubt_about_app(&answers).map(|line| Objection { topic: Some(Topic::App), line, is_error: false });
        found.extend(doubt);
        found.extend(self.placed(&Submission { answers, ..submission.clone() }));
        found.sort_by_key(|objection| objection.topic);
        found
    }

    /// What is wrong with the answer about `topic` as a part of an account, where one is asked for.
    fn objection_to_account(&self, answers: &Answers, topic: Topic) -> Option<String> {
        let text = answers.text(topic).filter(|_| ACCOUNT.contains(&topic) && need(topic, answers, &self.draft) != Need::Skip)?;
        account::objection(topic, text)
    }

    fn doubt_about_app(&self, answers: &Answers) -> Option<String> {
        companions::doubt(answers.text(Topic::App)?, &self.draft)
    }

    /// What the rules say to `submission`, each finding with the question it is about: of all whose answers cause it alone, the one that wrote the line
    /// it points at, or else the last.
    fn placed(&self, submission: &Submission) -> Vec<Objection> {
        let remarks = self.caused(&Submission::default(), submission);
        let remarks: Vec<&Diagnostic> = remarks.iter().filter(|remark| remark.level >= Level::Warn).collect();
        if remarks.is_empty() {
            return Vec::new();
        }
        let given = QUESTIONS.iter().filter(|question| submission.answers.text(question.topic).is_some());
        let said = OnceCell::new();
        let causes: Vec<_> = given.map(|question| (question, self.verdict_of(&submission.answers, question.topic, &said))).collect();
        let files = self.files(&completed(&self.draft, submission.clone()));
        let mut found: Vec<Objection> = Vec::new();
        for remark in remarks {
            let said = line(remark);
            let text = files.iter().find(|file| file.path == remark.path).map_or("", |file| &file.text);
            let key = remark.span.and_then(|span| flag_words::key_at(text, span.start as usize));
            let mut alone: Vec<_> =
                causes.iter().filter(|(_, own)| own.lines().any(|line| *line == said)).map(|(question, _)| question).collect();
            let wrote_it = alone.iter().position(|question| key.is_some_and(|key| question.is_written_as(key)));
            let about = wrote_it.map(|at| alone.swap_remove(at)).or_else(|| alone.last().copied());
            let objection = Objection {
                topic: about.map(|question| question.topic),
                line: flag_words::in_flags(&said),
                is_error: remark.level == Level::Error,
            };
            if !found.contains(&objection) {
                found.push(objection);
            }
        }
        found
    }

    /// What should or must be mended in the README of `submission`, with the places.
    #[must_use]
    pub fn remarks_on_readme(&self, submission: &Submission) -> Vec<Diagnostic> {
        let after = completed(&self.draft, submission.clone());
        let is_about_it = |remark: &&Diagnostic| remark.level >= Level::Warn && matches!(Place::of(&remark.path), Place::Readme(_));
        self.remarks(&after).iter().filter(is_about_it).cloned().collect()
    }

    /// What the catalogue says to the operations of `submission`.
    #[must_use]
    pub fn verdict_on_actions(&self, submission: &Submission) -> Verdict {
        let without = Submission { actions: Vec::new(), ..submission.clone() };
        let mut verdict = Verdict::default();
        verdict.extend(self.caused(&without, submission));
        verdict
    }

    /// What is to be said after `after` and was not to be said after `before`.
    fn caused(&self, before: &Submission, after: &Submission) -> Vec<Diagnostic> {
        let after = completed(&self.draft, after.clone());
        self.new_in(completed(&self.draft, before.clone()), &after, &self.remarks(&after))
    }

    /// What of `said`, which the rules say of `after`, they do not say of `before` in the same folder.
    fn new_in(&self, mut before: Submission, after: &Submission, said: &Report) -> Vec<Diagnostic> {
        if let Some(slug) = slug_of(&after.answers) {
            before.answers.set(Topic::Slug, [slug]);
        }
        let known: HashSet<String> = self.remarks(&before).iter().map(loose_key).collect();
        said.iter().filter(|remark| !known.contains(&loose_key(remark))).cloned().collect()
    }

    /// What the rules say of the catalogue's vocabulary and listings with the new files. Texts and pictures of others play no part in an answer.
    fn remarks(&self, submission: &Submission) -> Report {
        let mut new = self.files(submission);
        let own = new.first().map_or_else(String::new, |file| file.path.folder().to_owned());
        let counts = |document: &&Document| {
            document.path.is_below(&own)
                || !matches!(
                    Place::of(&document.path),
                    Place::Readme(_) | Place::ListingFile(_) | Place::Review(_) | Place::Page(_) | Place::PageImage | Place::Collection(_)
                )
        };
        let stand_in = NewFile::new(&format!("publishers/{STAND_IN}.yaml"), format!("name: {STAND_IN}\nmay_hide_source: true\n"));
        new.push(stand_in);
        self.run(&over(self.draft.documents().filter(counts), &new), &new)
    }

    /// What the rules say of `draft`, in which `files` are being submitted: no rule that has begun gives them time.
    fn run(&self, draft: &Draft, files: &[NewFile]) -> Report {
        let occasion = Occasion::on(self.today).submitting(files.iter().map(|file| file.path.as_str()));
        rules::run(draft, &occasion).report
    }
}

fn over<'draft>(documents: impl Iterator<Item = &'draft Document>, files: &[NewFile]) -> Draft {
    let new = files.iter().map(|file| Document::read(file.path.clone(), Ok(file.text.clone().into_bytes())));
    Draft::of(documents.cloned().chain(new))
}

fn key(remark: &Diagnostic) -> String {
    format!("{:?} {}", remark.span, loose_key(remark))
}

/// What makes two remarks the same while the lines of the new listing move.
fn loose_key(remark: &Diagnostic) -> String {
    format!("{} {} {}", remark.code.id, remark.path, remark.message)
}

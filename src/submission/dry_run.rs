//! Whether the catalogue would take the new files: they are laid over it, and its own rules speak. Knows no rule by name.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet, VecDeque};
use std::rc::Rc;

use jiff::civil::Date;

use super::new_file::NewFile;
use super::questions::STAND_IN;
use super::sheet::topic_at;
use super::stand_ins::completed;
use super::{AnswerProblem, Answers, Need, Submission, Topic, account, companions, files, need, occupied, slug, slug_of};
use crate::catalogue::{Change, ChangedFiles, FileChange, People, RawCatalogue};
use crate::diagnostic::{Diagnostic, Level, Report};
use crate::format::{Document, FileRole};
use crate::rules::{self, Levels, RunContext};
use crate::source::{ContentPath, Span};

/// The parts of an account.
const ACCOUNT: [Topic; 3] = [Topic::AccountForge, Topic::AccountLogin, Topic::AccountId];

/// So many runs are remembered: the answers before one question are those after the last.
const RUNS: usize = 2;

/// A catalogue that is about to get a new listing.
#[derive(Debug)]
pub struct DryRun {
    raw: RawCatalogue,
    today: Date,
    may_overwrite: bool,
    /// The findings in the files of each run, the latest last.
    said: RefCell<VecDeque<(Vec<NewFile>, Rc<Report>)>>,
}

impl DryRun {
    /// A dry run against `raw`. With `may_overwrite`, files that are there are no obstacle.
    #[must_use]
    pub fn new(raw: RawCatalogue, today: Date, may_overwrite: bool) -> Self {
        Self { raw, today, may_overwrite, said: RefCell::default() }
    }

    /// The catalogue without the new files.
    #[must_use]
    pub fn raw(&self) -> &RawCatalogue {
        &self.raw
    }

    /// The day on which it is submitted.
    #[must_use]
    pub fn today(&self) -> Date {
        self.today
    }

    /// The files of `submission`.
    #[must_use]
    pub fn files(&self, submission: &Submission) -> Vec<NewFile> {
        files(submission, &self.raw, self.today)
    }

    /// Returns those of `files` that exist already.
    #[must_use]
    pub fn taken<'files>(&self, files: &'files [NewFile]) -> Vec<&'files ContentPath> {
        files.iter().map(|file| &file.path).filter(|path| self.raw.document(path.as_str()).is_some()).collect()
    }

    /// The catalogue with the new files, and what its rules say because of them: what they say without them is not counted.
    #[must_use]
    pub fn report(&self, files: &[NewFile]) -> (RawCatalogue, Report) {
        let own: HashSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
        let with = over(self.raw.documents(), files);
        let after = self.run(&with, files);
        let of_others = || after.iter().filter(|found| !own.contains(found.path.as_str()));
        let before: HashSet<String> = match of_others().next() {
            Some(_) => self.run(&self.raw, files).iter().map(key).collect(),
            None => HashSet::new(),
        };
        let is_caused = |found: &&Diagnostic| own.contains(found.path.as_str()) || !before.contains(&key(found));
        let caused = after.iter().filter(is_caused).cloned().collect();
        (with, Report::new(caused))
    }

    /// The catalogue with `text` as the file at `path`, and what its rules say because of that edit, wherever the lines are now: the rules about changes among
    /// them, as far as they do not depend on who proposes it.
    #[must_use]
    pub fn report_on_edit(&self, path: &ContentPath, text: &str) -> (RawCatalogue, Report) {
        let edit = NewFile { path: path.clone(), text: text.to_owned(), parts: Vec::new() };
        let files = std::slice::from_ref(&edit);
        let with = over(self.raw.documents(), files);
        let mut known: HashMap<String, usize> = HashMap::new();
        for finding in self.run(&self.raw, files).iter() {
            *known.entry(loose_key(finding)).or_default() += 1;
        }
        let is_caused = |found: &&Diagnostic| match known.get_mut(&loose_key(found)) {
            Some(n) if *n > 0 => {
                *n -= 1;
                false
            }
            _ => true,
        };
        let caused = self.run(&with, files).iter().filter(is_caused).cloned().collect();
        let changed = ChangedFiles { content: [(path.clone(), FileChange::Altered)].into(), ..ChangedFiles::default() };
        let change = Change::new(&self.raw, &with, &changed, People::default());
        let of_change = rules::run_change(&change, &Levels::from_settings(self.raw.settings()));
        let report = Report::new(caused).with(of_change.iter().cloned());
        (with, report)
    }

    /// Returns the problem of the folder that `answers` lead to.
    #[must_use]
    pub fn folder_problem(&self, answers: &Answers) -> Option<AnswerProblem> {
        let topic = if answers.text(Topic::Slug).is_some() { Topic::Slug } else { Topic::Name };
        let slug = slug_of(answers)?;
        let invalid = slug::problem(&slug).map(|message| AnswerProblem::error(topic, message));
        invalid.or_else(|| occupied::problem(topic, &slug, answers, &self.raw, self.may_overwrite))
    }

    /// Returns the problems that the answer to `topic`, the last one of `answers`, causes. Errors come first.
    ///
    /// Missing answers are filled in with valid stand-ins, so that only the new answer can be at fault.
    #[must_use]
    pub fn problems_with(&self, answers: &Answers, topic: Topic) -> Vec<AnswerProblem> {
        let mut found = Vec::new();
        if topic == Topic::Publisher {
            found.extend(answers.text(topic).and_then(slug::publisher_problem));
        }
        found.extend(self.account_problem(answers, topic));
        // Who publishes it decides whether the folder may be written over.
        if matches!(topic, Topic::Name | Topic::Slug | Topic::Publisher) {
            found.extend(self.folder_problem(answers));
        }
        if !found.is_empty() {
            return found;
        }
        if topic == Topic::App {
            found.extend(self.doubt_about_app(answers));
        }
        let mut before = answers.clone();
        before.forget(topic);
        let of = |answers| Submission { answers, ..Submission::default() };
        found.extend(self.caused(of(before), of(answers.clone()), Some(topic)));
        found.sort_by_key(|problem| !problem.is_error);
        found
    }

    /// Returns the problems with all of `submission`, each with the question whose answer it is about.
    ///
    /// Problems of the whole, which no answer wrote, are those of [`Self::report`].
    #[must_use]
    pub fn all_problems(&self, submission: &Submission) -> Vec<AnswerProblem> {
        let mut answers = submission.answers.clone();
        let mut found: Vec<AnswerProblem> = self.folder_problem(&answers).into_iter().collect();
        if !found.is_empty() {
            // The other answers are judged all the same, in a folder that does no harm.
            answers.set(Topic::Slug, [STAND_IN]);
        }
        if let Some(problem) = answers.text(Topic::Publisher).and_then(slug::publisher_problem) {
            found.push(problem);
            answers.set(Topic::Publisher, [STAND_IN]);
        }
        for problem in ACCOUNT.into_iter().filter_map(|topic| self.account_problem(&submission.answers, topic)) {
            answers.forget(problem.topic.unwrap_or(Topic::AccountLogin));
            found.push(problem);
        }
        found.extend(self.doubt_about_app(&answers));
        found.extend(self.placed(&Submission { answers, ..submission.clone() }));
        found.sort_by_key(|problem| problem.topic);
        found
    }

    /// Returns the problem of the answer about `topic` as a part of an account, where one is asked for.
    fn account_problem(&self, answers: &Answers, topic: Topic) -> Option<AnswerProblem> {
        let text = answers.text(topic).filter(|_| ACCOUNT.contains(&topic) && need(topic, answers, &self.raw) != Need::Skip)?;
        account::problem(topic, text).map(|message| AnswerProblem::error(topic, message))
    }

    fn doubt_about_app(&self, answers: &Answers) -> Option<AnswerProblem> {
        companions::doubt(answers.text(Topic::App)?, &self.raw)
    }

    /// Returns the findings of the rules in `submission`, each with the question whose answer wrote the place that it points at. What points at a stand-in, or
    /// at nothing that was answered, is not said.
    fn placed(&self, submission: &Submission) -> Vec<AnswerProblem> {
        let files = self.files(&completed(&self.raw, submission.clone()));
        let topic_of =
            |path: &ContentPath, span: Option<Span>| topic_at(&files.iter().find(|file| file.path == *path)?.parts, span?.start as usize);
        let mut found: Vec<AnswerProblem> = Vec::new();
        for finding in self.said_of(&files).iter() {
            let others = finding.related.iter().filter_map(|related| topic_of(&related.path, related.span));
            let Some(topic) = topic_of(&finding.path, finding.span).into_iter().chain(others).next() else { continue };
            let is_given = submission.answers.text(topic).is_some();
            // A text that came along has no question of its own.
            let is_text = topic == Topic::Description && submission.readme.is_some();
            let problem = AnswerProblem::from_diagnostic(finding, is_given.then_some(topic)).filter(|_| is_given || is_text);
            found.extend(problem.filter(|problem| !found.contains(problem)));
        }
        found
    }

    /// Returns the warnings and errors in the README of `submission`, with their spans.
    #[must_use]
    pub fn remarks_on_readme(&self, submission: &Submission) -> Vec<Diagnostic> {
        let files = self.files(&completed(&self.raw, submission.clone()));
        let is_about_it = |found: &&Diagnostic| found.level >= Level::Warn && found.path.role() == FileRole::Readme;
        self.said_of(&files).iter().filter(is_about_it).cloned().collect()
    }

    /// Returns the problems with the operations of `submission`.
    #[must_use]
    pub fn problems_with_actions(&self, submission: &Submission) -> Vec<AnswerProblem> {
        let without = Submission { actions: Vec::new(), ..submission.clone() };
        self.caused(without, submission.clone(), None)
    }

    /// Returns the problems of `after` that `before` does not have, in the same folder: about the answer to `topic`, if there is one.
    fn caused(&self, before: Submission, after: Submission, topic: Option<Topic>) -> Vec<AnswerProblem> {
        let (mut before, after) = (completed(&self.raw, before), completed(&self.raw, after));
        if let Some(slug) = slug_of(&after.answers) {
            before.answers.set(Topic::Slug, [slug]);
        }
        let known: HashSet<String> = self.said_of(&self.files(&before)).iter().map(loose_key).collect();
        let mut found: Vec<AnswerProblem> = Vec::new();
        for finding in self.said_of(&self.files(&after)).iter().filter(|finding| !known.contains(&loose_key(finding))) {
            found.extend(AnswerProblem::from_diagnostic(finding, topic).filter(|problem| !found.contains(problem)));
        }
        found
    }

    /// Returns the findings in the catalogue's vocabulary and listings with the new `files`. Texts and pictures of others play no part in an answer.
    fn said_of(&self, files: &[NewFile]) -> Rc<Report> {
        let known = self.said.borrow().iter().find(|(of, _)| of == files).map(|(_, report)| report.clone());
        known.unwrap_or_else(|| {
            let folder = files.first().map_or("", |file| file.path.folder());
            let counts = |document: &&Document| match document.role {
                _ if document.path.is_below(folder) => true,
                FileRole::Page | FileRole::PageImage | FileRole::Collection => false,
                role => role == FileRole::Listing || document.path.listing_slug().is_none(),
            };
            let stand_in = format!("name: {STAND_IN}\nmay_hide_source: true\n");
            let stand_in = NewFile::new(FileRole::Publisher, STAND_IN, stand_in.into());
            let raw = over(self.raw.documents().filter(counts), files.iter().chain([&stand_in]));
            let report = Rc::new(self.run(&raw, files));
            let mut said = self.said.borrow_mut();
            said.push_back((files.to_vec(), report.clone()));
            if said.len() > RUNS {
                said.pop_front();
            }
            report
        })
    }

    /// Returns the findings in `raw`, in which `files` are being submitted: no rule that has begun gives them time. Rules about single files look at no
    /// others, which say what they said before.
    fn run(&self, raw: &RawCatalogue, files: &[NewFile]) -> Report {
        let context = RunContext::new(self.today).with_submitted(files.iter().map(|file| file.path.as_str()));
        let folder = files.first().map_or("", |file| file.path.folder());
        let is_own = |path: &ContentPath| path.is_below(folder) || context.is_submitted(path);
        rules::run_on(raw, &context, &Levels::from_settings(raw.settings()), &is_own).report
    }
}

fn over<'raw>(documents: impl Iterator<Item = &'raw Document>, files: impl IntoIterator<Item = &'raw NewFile>) -> RawCatalogue {
    let new = files.into_iter().map(|file| Document::read(file.path.clone(), Ok(file.text.clone().into_bytes())));
    RawCatalogue::from_documents(documents.cloned().chain(new))
}

fn key(found: &Diagnostic) -> String {
    format!("{:?} {}", found.span, loose_key(found))
}

/// Returns the identity of a finding while the lines of the new listing move.
fn loose_key(found: &Diagnostic) -> String {
    format!("{} {} {}", found.code.id, found.path, found.message)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Document, DryRun, RawCatalogue, Submission, Topic};
    use crate::source::ContentPath;
    use crate::submission::Answers;

    #[test]
    fn however_many_answers_are_wrong_the_rules_run_once() {
        let settings = ContentPath::new("catalogue.yaml").expect("a valid path");
        let raw = RawCatalogue::from_documents([Document::read(settings, Ok(b"title: A\n".to_vec()))]);
        let dry_run = DryRun::new(raw, date(2026, 12, 1), false);
        let answers = Answers::default()
            .with(Topic::Name, "Digest")
            .with(Topic::Summary, &"long ".repeat(60))
            .with(Topic::SourceUrl, "http://git.example/you/digest")
            .with(Topic::License, "GPL");
        let found = dry_run.all_problems(&Submission { answers, ..Submission::default() });
        let about: Vec<Option<Topic>> = found.iter().map(|problem| problem.topic).collect();
        assert_eq!(about, [Topic::SourceUrl, Topic::License, Topic::Summary].map(Some), "{found:?}");
        assert_eq!(dry_run.said.borrow().len(), 1);
    }
}

//! Answers that are somewhere else already: in a README or in an OpenAPI document. Knows where to look; everything found is untrusted and is judged by
//! the rules before it is taken.

mod head;
mod licence;
mod openapi;
mod prune;
mod readme;
mod repository;

use jiff::civil::Date;

use super::{AnswerProblem, Answers, DryRun, Interview, Need, Operation, Question, Submission, Topic, need};
use crate::catalogue::RawCatalogue;
use crate::diagnostic::counted;
use crate::format::{Content, Document, FileRole};
use crate::parse::problem::{Problem, ProblemKind};
use crate::parse::yaml::{self, Node, NodeKind};
use crate::rules::{self, RunContext};
use crate::source::Spanned;

/// Larger files are not read, in bytes.
pub const MAX_BYTES: u64 = 4 * 1024 * 1024;

/// The values found in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Answers, each with the place it was found at.
    pub values: Vec<FoundValue>,
    /// A text to begin the description with.
    pub readme: Option<String>,
    /// The capabilities of the listing.
    pub actions: Vec<Operation>,
}

/// One answer that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundValue {
    /// The question that it answers.
    pub topic: Topic,
    /// The answer.
    pub values: Vec<String>,
    /// Its place, such as `info.title`.
    pub place: &'static str,
}

impl Found {
    fn add(&mut self, topic: Topic, place: &'static str, value: impl Into<String>) {
        let value = value.into();
        let is_new = !self.values.iter().any(|found| found.topic == topic);
        if is_new && !value.trim().is_empty() {
            self.values.push(FoundValue { topic, values: vec![value.trim().to_owned()], place });
        }
    }
}

/// The result for one value that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The question that it answers, by its flag.
    pub what: &'static str,
    /// Its place.
    pub place: &'static str,
    /// The answer.
    pub value: String,
    /// Why it was not taken.
    pub left_out: Option<String>,
}

/// Takes over what was `found`, as far as no flag answers it and the rules find nothing wrong with it. What is asked anyway becomes a suggestion,
/// the rest an answer.
pub fn take(found: Found, dry_run: &DryRun, submission: &mut Submission, start: &mut Interview) -> Vec<Taken> {
    let mut taken = Vec::new();
    for FoundValue { topic, values, place } in found.values {
        let is_needless = topic == Topic::InstallCommand && need(topic, &submission.answers, dry_run.raw()) == Need::Skip;
        if submission.answers.is_settled(topic) || is_needless {
            continue;
        }
        let mut tried = submission.answers.clone();
        tried.set(topic, &values);
        let left_out = dry_run.problems_with(&tried, topic).first().map(AnswerProblem::in_flags);
        let question = Question::about(topic);
        if left_out.is_none() {
            if question.is_asked { start.suggestions.set(topic, &values) } else { submission.answers.set(topic, &values) }
        }
        taken.push(Taken { what: question.flag, place, value: values.join(", "), left_out });
    }
    if let Some(readme) = found.readme {
        taken.extend(take_readme(readme, dry_run, submission, &start.suggestions));
    }
    if !found.actions.is_empty() {
        let value = counted(found.actions.len(), "operation");
        let tried = Submission { actions: found.actions, ..submission.clone() };
        let left_out = dry_run.problems_with_actions(&tried).first().map(AnswerProblem::in_flags);
        if left_out.is_none() {
            submission.actions = tried.actions;
        }
        taken.push(Taken { what: "operations", place: "its paths", value, left_out });
    }
    taken
}

/// Takes over the text of a README but for the parts that the rules object to: a link into the repository leads nowhere from the catalogue.
fn take_readme(readme: String, dry_run: &DryRun, submission: &mut Submission, suggestions: &Answers) -> Vec<Taken> {
    let mut answers = submission.answers.clone();
    if let (None, Some(name)) = (answers.text(Topic::Name), suggestions.text(Topic::Name)) {
        answers.set(Topic::Name, [name]);
    }
    let tried = Submission { answers, ..submission.clone() };
    let object = |text: &str| dry_run.remarks_on_readme(&Submission { readme: Some(text.to_owned()), ..tried.clone() });
    let (kept, cuts) = prune::prune(readme, object);
    let of_cut = |cut: prune::Cut| Taken { what: "a part", place: "the text", value: cut.text, left_out: Some(cut.why) };
    let mut taken: Vec<Taken> = cuts.into_iter().map(of_cut).collect();
    taken.push(Taken { what: "README", place: "the text", value: counted(kept.lines().count(), "line"), left_out: None });
    for topic in readme::told(&kept) {
        submission.answers.mark_provided(topic);
    }
    submission.readme = Some(kept);
    taken
}

/// The file cannot be begun with.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OriginError {
    /// Neither a README nor an OpenAPI document.
    #[error(
        "it is neither Markdown (a file that ends in `.md` or `.txt`, or in nothing) nor an OpenAPI document, whose first key is `openapi` or `swagger`"
    )]
    Unknown,
    /// It looks like one, but cannot be read.
    #[error("line {line} cannot be read: {why}")]
    Broken {
        /// The line where reading stopped, from 1.
        line: usize,
        /// The problem there, as `check` would report it.
        why: String,
    },
    /// It nests or branches too much to be read.
    #[error("{0}; a copy with `info` and the paths that matter will do")]
    TooComplex(&'static str),
}

/// Reads `text`, the file called `name`. `auth` are the ways of signing in that the catalogue knows.
///
/// # Errors
/// When the file is of no known kind, or cannot be read.
pub fn read(name: &str, text: &str, auth: &[&str]) -> Result<Found, OriginError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let name = name.to_lowercase();
    let name = name.rsplit(['/', '\\']).next().unwrap_or(&name);
    let is_markdown = name == "readme" || name.ends_with(".md") || name.ends_with(".markdown");
    let may_be_text = name.ends_with(".txt") || !name.contains('.');
    if is_markdown || (may_be_text && !looks_like_data(text)) {
        return Ok(readme::found(text));
    }
    let (root, problems) = yaml::parse(text);
    // Our reader goes on past mistakes, so as to report them all; what someone else's document says is not guessed at.
    let is_broken = |problem: &&Problem| matches!(problem.kind, ProblemKind::Mistake(_) | ProblemKind::Syntax(_));
    if let Some(broken) = problems.iter().find(is_broken) {
        return Err(what_broke(text, broken));
    }
    match root {
        Some(root) if get(&root, "openapi").is_some() || get(&root, "swagger").is_some() => Ok(openapi::found(&root, auth)),
        Some(_) => Err(OriginError::Unknown),
        None => Err(problems.first().map_or(OriginError::Unknown, |problem| what_broke(text, problem))),
    }
}

fn what_broke(text: &str, problem: &Problem) -> OriginError {
    if let ProblemKind::TooComplex(why) = problem.kind {
        return OriginError::TooComplex(why);
    }
    let until = problem.span.and_then(|span| text.get(..span.start as usize)).unwrap_or_default();
    let why = in_words(text, problem).unwrap_or_else(|| "it is neither YAML nor JSON".to_owned());
    OriginError::Broken { line: until.matches('\n').count() + 1, why }
}

/// Returns the message of the rule that reports such a `problem`.
fn in_words(text: &str, problem: &Problem) -> Option<String> {
    let path = FileRole::App.path("document")?;
    let mut document = Document::read(path.clone(), Ok(text.as_bytes().to_vec()));
    // Of an app's file nothing is to be said but this problem.
    document.content = Content::Nothing;
    document.problems = vec![problem.clone()];
    document.links.clear();
    document.secrets.clear();
    // Rules about the form of a file know no day.
    let report = rules::run(&RawCatalogue::from_documents([document]), &RunContext::new(Date::ZERO)).report;
    let found = report.iter().find(|found| found.path == path && found.span == problem.span)?;
    AnswerProblem::from_diagnostic(found, None).map(|problem| problem.in_flags())
}

/// Whether the first line that is no comment begins an object of JSON or sets a key of YAML. Headings of Markdown look like comments and are passed over.
fn looks_like_data(text: &str) -> bool {
    let first = text.lines().find(|line| !line.trim().is_empty() && !line.starts_with('#') && line.trim_end() != "---").unwrap_or_default();
    let is_key =
        |key: &str| !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_".contains(&byte));
    let sets_key = first
        .trim_end()
        .split_once(':')
        .is_some_and(|(key, rest)| is_key(key.trim_matches('"')) && (rest.is_empty() || rest.starts_with(' ')));
    first.starts_with('{') || sets_key
}

/// The value of `key` in a group.
fn get<'node>(node: &'node Node, key: &str) -> Option<&'node Node> {
    entries(node).iter().find(|(name, _)| &*name.value == key).map(|(_, value)| value)
}

/// The keys and values of a group; none of anything else.
fn entries(node: &Node) -> &[(Spanned<Box<str>>, Node)] {
    match &node.kind {
        NodeKind::Mapping(entries) => entries,
        _ => &[],
    }
}

/// The text at the end of a path of keys.
fn text<'node>(node: &'node Node, keys: &[&str]) -> Option<&'node str> {
    let node = keys.iter().try_fold(node, |node, key| get(node, key))?;
    match &node.kind {
        NodeKind::Scalar { text, .. } if !node.is_null() => Some(text),
        _ => None,
    }
}

/// The first sentence of `text`.
fn first_sentence(text: &str) -> &str {
    let ends = |(at, c): (usize, char)| {
        let rest = &text[at + c.len_utf8()..];
        let is_end = matches!(c, '。' | '！' | '？') || (matches!(c, '.' | '!' | '?') && (rest.is_empty() || rest.starts_with(' ')));
        // `e.g. this` goes on; a sentence begins with an upper-case letter or a script without case.
        let continues = rest.trim_start().starts_with(char::is_lowercase);
        (is_end && !continues).then_some(at + c.len_utf8())
    };
    text.char_indices().find_map(ends).map_or(text, |end| &text[..end])
}

#[cfg(test)]
mod tests {
    use super::first_sentence;

    #[test]
    fn a_sentence_ends_where_the_next_begins() {
        assert_eq!(first_sentence("Syncs orders, e.g. refunds, to v1.2. Then rests."), "Syncs orders, e.g. refunds, to v1.2.");
        assert_eq!(first_sentence("No end"), "No end");
        assert_eq!(first_sentence("注文を送る。次"), "注文を送る。");
    }
}

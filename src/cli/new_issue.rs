//! `pressmark new --from-issue`: a filled-in form instead of questions. Says what is wrong in the words of the form; asks nothing.
#![expect(clippy::disallowed_methods, reason = "this command reads the text of an issue")]

use std::fs;
use std::io::Read;
use std::path::Path;

use super::new_args::NewArgs;
use super::{say, terminal};
use crate::catalogue::Account;
use crate::diagnostic::counted;
use crate::submission::issue::{self, About, FIELDS, Filled};
use crate::submission::{DryRun, NewFile, Question, Submission, Topic, account, missing, with_defaults};
use crate::text::printable;

/// Takes over the form `body` of the file `file`; whether nothing is missing and nothing wrong. Flags go before the form.
pub(super) fn collect(body: &str, file: &Path, args: &NewArgs, dry_run: &DryRun, submission: &mut Submission) -> Result<bool, String> {
    let Filled { answers, misfilled, comments } =
        issue::read(body, dry_run.raw()).map_err(|error| format!("cannot read `{}` as a form: {error}", file.display()))?;
    for topic in answers.topics().filter(|topic| !args.answers.0.is_settled(*topic)) {
        submission.answers.set(topic, answers.list(topic));
    }
    if let Some(author) = author(args, dry_run)? {
        account::take(&author, &mut submission.answers);
    }
    submission.answers = with_defaults(std::mem::take(&mut submission.answers), dry_run.raw());
    to_reviewers(&comments);

    let mut said: Vec<(String, String)> = misfilled.iter().map(|wrong| (wrong.label.to_owned(), wrong.line.clone())).collect();
    // A field that cannot be read is not missing as well, nor is the name beside a box that is not ticked.
    let of_consent = FIELDS.iter().find(|field| field.about == About::Consent).map(|field| field.label);
    let is_reported = |topic: Topic, label: &str| {
        misfilled.iter().any(|wrong| wrong.label == label || (topic == Topic::Agreement && of_consent == Some(wrong.label)))
    };
    for question in missing(&submission.answers, dry_run.raw()) {
        let Some(label) = question.heading() else {
            said.push((format!("--{}", question.flag), "also pass this flag".to_owned()));
            continue;
        };
        if !is_reported(question.topic, label) {
            let others = question.instead.iter().filter_map(|&topic| Question::about(topic).heading());
            let others: String = others.map(|label| format!(", or `{label}`")).collect();
            said.push((label.to_owned(), format!("fill in this field{others}")));
        }
    }
    for problem in dry_run.all_problems(submission) {
        if problem.is_error || !args.accept_warnings {
            let question = problem.topic.map(Question::about);
            let label = question.map(|question| question.heading().map_or_else(|| format!("--{}", question.flag), str::to_owned));
            said.push((label.unwrap_or_else(|| "The listing".to_owned()), problem.in_form()));
        }
    }
    if said.is_empty() {
        return Ok(true);
    }
    // From the top of the form to its end, as it is fixed.
    said.sort_by_key(|(label, _)| FIELDS.iter().position(|field| field.label == label).unwrap_or(FIELDS.len()));
    refuse(said.iter().map(|(label, line)| (label.as_str(), line.as_str())));
    Ok(false)
}

/// The file of the announcement that the declaration of intent `body` of the file `file` makes; `None` when it is not filled in as it should be.
pub(super) fn declaration(body: &str, file: &Path, args: &NewArgs, dry_run: &DryRun) -> Result<Option<NewFile>, String> {
    let author = author(args, dry_run)?;
    let declaration = issue::declaration(body, dry_run.raw(), dry_run.today(), author.as_ref())
        .map_err(|error| format!("cannot read `{}` as a form: {error}", file.display()))?;
    to_reviewers(&declaration.about);
    if declaration.file.is_none() {
        refuse(declaration.misfilled.iter().map(|wrong| (wrong.label, wrong.line.as_str())));
    }
    Ok(declaration.file)
}

/// The account that filled in the form, as the flags name it.
fn author(args: &NewArgs, dry_run: &DryRun) -> Result<Option<Account>, String> {
    let Some(id) = args.author_id.as_deref() else { return Ok(None) };
    if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(format!("`{}` is not an account number", printable(id)));
    }
    let of_settings = || dry_run.raw().settings().repository.get()?.forge.get().map(|forge| forge.word());
    let forge =
        args.forge.as_deref().or_else(of_settings).ok_or("cannot tell which forge the account of --author-id belongs to: pass --forge")?;
    Ok(Some(Account { forge: forge.into(), id: id.into(), login: args.author_login.as_deref().map(Into::into) }))
}

fn to_reviewers(comments: &[String]) {
    for finding in comments {
        say::aside!("{} {}", terminal::bold("to the reviewers:"), printable(finding));
    }
}

/// Says what is wrong with a form, field by field.
fn refuse<'said>(said: impl ExactSizeIterator<Item = (&'said str, &'said str)>) {
    say::aside!("{} {} in the form:", terminal::bold_red("error:"), counted(said.len(), "problem"));
    for (label, line) in said {
        say::aside!("  {label}: {line}");
    }
    say::aside!("nothing was written");
}

/// The text of the issue in `file`, `-` for standard input, as far as a form may be long.
pub(super) fn text_of(file: &Path) -> Result<String, String> {
    let refused = |why: &dyn std::fmt::Display| format!("cannot read `{}`: {why}", file.display());
    let mut bytes = Vec::new();
    let opened: Box<dyn Read> = if file == Path::new("-") {
        Box::new(std::io::stdin().lock())
    } else {
        Box::new(fs::File::open(file).map_err(|error| refused(&error))?)
    };
    // One byte more than the limit, so that a text that is too long is noticed.
    opened.take(issue::MAX_BYTES + 1).read_to_end(&mut bytes).map_err(|error| refused(&error))?;
    if bytes.len() as u64 > issue::MAX_BYTES {
        return Err(refused(&issue::FormError::TooLong));
    }
    String::from_utf8(bytes).map_err(|_| refused(&"it is not UTF-8"))
}

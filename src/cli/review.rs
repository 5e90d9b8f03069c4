//! `pressmark review`

use std::error::Error;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::forge_env::ForgeEnv;
use super::report::Reports;
use super::shared_args::{ContentArgs, ReportArgs};
use super::terminal::Bar;
use super::{Outcome, content, day, forge_env, report, say};
use crate::catalogue::{Account, People};
use crate::diagnostic::{Format, Suggestion, Syntax, counted};
use crate::output::{Writer, Written};
use crate::review::preview::{self, STYLESHEET};
use crate::review::{self, NextActor, Review, Revisions, Verdict};
use crate::rules::RunContext;
use crate::source::git::{GitError, Object, Repository};
use crate::text::pretty_json;
use crate::workspace::{Workspace, folder};

pub(super) const ABOUT: &str = "Review a change: what it does to each listing, which problems it introduces, who has to look at it, and by when

Compares the catalogue at --base with the result of merging --head into it. Both are read from git's object store: nothing is checked out, and nothing from the change is run. \
Owners, settings and levels are taken from the base. In the CI of GitHub, GitLab, Forgejo and Gitea, the revisions and the author are known; elsewhere --base defaults to the default \
branch of `origin` and --head to HEAD.

Exit codes: 0 ready to merge or a reviewer decides, 1 the submitter must act, 2 failure.";

pub(super) const EXAMPLES: &str = "Examples:
  pressmark review
  pressmark review --base origin/main --head my-branch
  pressmark review --preview preview && xdg-open preview/index.html
  pressmark review --format markdown=comment.md --format json=review.json --format github
  pressmark review --author-id 990000107 --author-login wren --forge github";

/// The arguments of `review`.
#[derive(Debug, clap::Args)]
pub(super) struct ReviewArgs {
    /// The revision to merge into [default: in CI that of the pull request, else `origin/HEAD`, `main` or `master`]
    #[arg(long, value_name = "REV")]
    base: Option<String>,
    /// The proposed revision [default: in CI that of the pull request, else HEAD]
    #[arg(long, value_name = "REV")]
    head: Option<String>,
    #[command(flatten)]
    content: ContentArgs,
    #[command(flatten)]
    report: ReportArgs,
    /// The forge of the accounts and the suggestions: github, gitlab, forgejo or gitea [default: that of the CI, else `repository` in catalogue.yaml]
    #[arg(long, value_name = "FORGE")]
    forge: Option<String>,
    /// The number of the account that submits the change
    #[arg(long, value_name = "NUMBER")]
    author_id: Option<String>,
    /// The login of that account, for display
    #[arg(long, value_name = "LOGIN")]
    author_login: Option<String>,
    /// The number of an account that has approved the change. Can be repeated
    #[arg(long, value_name = "NUMBER")]
    approver_id: Vec<String>,
    /// The day of submission, from which the target is counted [default: in CI that of the pull request, else today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day::parse)]
    submitted: Option<Date>,
    /// Write the changed pages, before and after, to this folder
    ///
    /// This is a small site: index.html marks the differences word by word and links to the rendered pages. It opens from any folder with a
    /// double click and from any host; it contains no scripts and loads nothing. Settings and theme come from the base. Keep it as a CI artifact,
    /// or publish it and pass its URL with --preview-url. The folder must be new, empty, or an earlier preview.
    #[arg(long, value_name = "DIR")]
    preview: Option<PathBuf>,
    /// Write the fixes for lines of the change to this file, so that the forge can suggest them
    ///
    /// A JSON list: `path` from the root of the repository, `first_line` and `last_line` from 1, and `body`, a comment in the Markdown of GitHub or
    /// GitLab with a `suggestion` block that replaces these lines. The list is empty for other forges, which have no such blocks.
    #[arg(long, value_name = "FILE")]
    suggestions: Option<PathBuf>,
    /// Write a short comment that mentions the submitter to this file
    ///
    /// A forge notifies nobody of a comment that was edited. Post this one where the second line of the review's comment, which names the verdict,
    /// is another one than before.
    #[arg(long, value_name = "FILE")]
    notice: Option<PathBuf>,
    /// Mention this account in the notice instead of the author: the person who filled in the form of which a program made the change
    #[arg(long, value_name = "LOGIN", requires = "notice")]
    submitter_login: Option<String>,
    /// Also print hints that a new listing was generated or made from a template, for maintainers
    ///
    /// Each names what was seen. They are in the human and the JSON format, never in the comment for the submitter, and do not affect the verdict.
    #[arg(long)]
    triage: bool,
    /// The URL of the preview, for the comment
    #[arg(long, value_name = "URL")]
    preview_url: Option<String>,
}

/// Reviews a change and prints what becomes of it.
pub(super) fn run(args: &ReviewArgs) -> Outcome {
    let reports = Reports::from_args(&args.report)?;
    let env = forge_env::read();
    let repository = Repository::around(Path::new("."))?;
    let content = Workspace::new(content::named(args.content.content.as_deref()));
    let folder = folder(&repository, content.folder())?;
    if let Some(target) = &args.preview {
        content::apart(&content, target)?;
    }
    let (base, head) = commits(&repository, args, &env)?;
    let bar = Bar::new();
    let origin = repository.merge_base(&base, &head, &|words| say::aside!("{words}"))?;
    let revisions = review::revisions(&repository, (base, head), &folder, &|done, all| bar.show("reading", done, all))?;
    let today = day::today(args.content.today)?;
    // What is checked out decides nothing: what is submitted comes after what is there.
    let context = RunContext { history: None, ..content.context(today)? };
    let mut review = review::judge(&revisions, people(args, &env, &revisions), &context, args.submitted.or(env.submitted).unwrap_or(today));
    if args.triage {
        review.outcome.hints = review::triage(&review.change);
    }
    let previewed = args.preview.as_deref().map(|target| preview(&repository, &review, &revisions, &folder, target)).transpose()?;
    if let Some(target) = &args.suggestions {
        let offered = offered(&repository, &review, &revisions, &origin, Path::new(&folder), forge(args, &env, &revisions))?;
        report::write_file(target, &pretty_json(&offered))?;
    }
    if let Some(target) = &args.notice {
        report::write_file(target, &review::notice(&review, args.submitter_login.as_deref()))?;
    }
    let time = bar.finish();
    reports.write_as(&|format, style| text(&review, format, style, content.folder(), args))?;
    say::aside!("{}", closing(&review, &time));
    if let (Some(written), Some(target)) = (previewed, &args.preview) {
        say::aside!("preview of the changed pages: {} ({})", target.join("index.html").display(), counted(written.n_files, "file"));
    }
    Ok(matches!(review.outcome.verdict, Verdict::Approve | Verdict::Review))
}

/// Writes the pages that `review` touches to `target`. `content` is the content folder from the root of the repository.
fn preview(
    repository: &Repository,
    review: &Review<'_>,
    revisions: &Revisions,
    content: &str,
    target: &Path,
) -> Result<Written, Box<dyn Error>> {
    let writer = Writer::again(target, STYLESHEET)?;
    let material = preview::material(repository, review, revisions, content)?;
    for (path, bytes) in preview::preview(review, revisions, &material)? {
        writer.file(&path, &bytes)?;
    }
    Ok(writer.finish()?)
}

/// The fixes that `forge` can offer beside lines of the change.
fn offered(
    repository: &Repository,
    review: &Review<'_>,
    revisions: &Revisions,
    origin: &Object,
    content: &Path,
    forge: Option<&str>,
) -> Result<Vec<Suggestion>, GitError> {
    let syntax = match forge {
        None | Some("github") => Syntax::GitHub,
        Some("gitlab") => Syntax::GitLab,
        Some(_) => return Ok(Vec::new()),
    };
    let reports = std::slice::from_ref(&review.report);
    report::with_sources(reports, review.change.head, &[], content, None, &|reports, sources| {
        review::offers(repository, revisions, origin, (&reports[0], sources), syntax)
    })
}

fn commits(repository: &Repository, args: &ReviewArgs, env: &ForgeEnv) -> Result<(Object, Object), Box<dyn Error>> {
    let head = repository.commit(args.head.as_deref().or(env.head.as_deref()).unwrap_or("HEAD"))?;
    if let Some(base) = args.base.as_deref().or(env.base.as_deref()) {
        return Ok((repository.commit(base)?, head));
    }
    let known = ["origin/HEAD", "origin/main", "origin/master", "main", "master"];
    let base = known.iter().find_map(|name| repository.commit(name).ok());
    Ok((base.ok_or("cannot find a base branch (tried origin/HEAD, main and master): pass --base")?, head))
}

/// The forge, which numbers accounts and shows suggestions.
fn forge<'run>(args: &'run ReviewArgs, env: &ForgeEnv, revisions: &Revisions) -> Option<&'run str> {
    let of_settings =
        || revisions.before.settings().repository.get().and_then(|repository| repository.forge.get()).map(|forge| forge.word());
    args.forge.as_deref().or(env.forge).or_else(of_settings)
}

fn people(args: &ReviewArgs, env: &ForgeEnv, revisions: &Revisions) -> People {
    let Some(forge) = forge(args, env, revisions) else { return People::default() };
    let account = |id: &str, login: Option<&str>| Account { forge: forge.into(), id: id.into(), login: login.map(Into::into) };
    let login = args.author_login.as_deref().or(env.author_login.as_deref());
    let author = args.author_id.as_deref().or(env.author_id.as_deref()).map(|id| account(id, login));
    People { author, consenting: args.approver_id.iter().map(|id| account(id, None)).collect() }
}

/// The review in one of the formats.
fn text(review: &Review<'_>, format: Format, style: crate::diagnostic::human::Style, content: &Path, args: &ReviewArgs) -> String {
    let reports = std::slice::from_ref(&review.report);
    report::with_sources(reports, review.change.head, &[], content, None, &|reports, sources| {
        let drawn = reports.iter().map(|report| match format {
            Format::Json => pretty_json(&review.outcome),
            Format::Markdown => review::comment(review, (report, sources), args.preview_url.as_deref()),
            Format::Human => format.render(report, sources, style) + &review::summary(&review.outcome),
            format => format.render(report, sources, style),
        });
        drawn.collect()
    })
}

/// The closing line: how much was reviewed, how long it took, and the verdict.
fn closing(review: &Review<'_>, time: &str) -> String {
    let n_listings = counted(review.change.listings.len(), "changed listing");
    let verdict = match (review.outcome.verdict, review.outcome.next_actor) {
        (Verdict::Approve, _) => "ready to merge",
        (Verdict::Reject, _) => "not allowed by the catalogue's policy",
        (_, NextActor::Reviewer) => "a reviewer decides",
        _ => "the submitter must act",
    };
    format!("reviewed {n_listings} in {time}: {verdict}")
}

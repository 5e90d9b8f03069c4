//! `pressmark health`
#![expect(
    clippy::disallowed_methods,
    reason = "the link cache is a file, its times come from the clock, and tokens are in the environment"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::shared_args::{CacheArgs, ContentArgs};
use super::terminal::{self, Bar};
use super::{Outcome, cache, content, day, report, say};
use crate::diagnostic::human::{self, Style};
use crate::diagnostic::{Report, Sources, counted};
use crate::health::links::{
    LinkCache, LinkChecker, LinkMemory, LinkStatus, LinkSummary, Politeness, PublicHosts, ask_forges, check_all, repositories, targets,
    tasks,
};
use crate::health::{Actor, Group, Health, health, json, markdown};
use crate::pipeline::Checked;
use crate::self_review::{Completeness, Missing, completeness};
use crate::text::printable;

pub(super) const ABOUT: &str = "List maintenance tasks for published listings, and who can do them\n\n\
    Stale listings, outdated agreements, overdue announcements, orphans, contacts that reach no one, parents that moved on and, with \
    --links, dead links. Tasks for publishers come first, oldest first. The catalogue's levels and exceptions also apply here.\n\n\
    Exit codes: 0 nothing to do, 1 tasks found, 2 failure.";

pub(super) const EXAMPLES: &str = "Examples:\n  pressmark health\n  pressmark health --format markdown=health.md\n  pressmark health --links --cache .cache --format json";

/// The link cache, in the cache folder.
const CACHE_FILE: &str = "links.json";

#[derive(Debug, clap::Args)]
pub(super) struct HealthArgs {
    #[command(flatten)]
    content: ContentArgs,
    /// Check every URL in active listings, publishers and apps
    ///
    /// Polite: one request at a time and one per second for each domain, robots.txt is honoured, and a result is cached for most of a day. Only a URL that answers 404
    /// or 410 in two runs at least a day apart becomes a task, so keep the cache between runs.
    #[arg(long)]
    links: bool,
    /// Check at most N URLs, least recently checked first
    #[arg(long, value_name = "N", default_value_t = 2_000, requires = "links")]
    max_links: usize,
    /// Remember in this file who owns the repositories that listings lead to, and where URLs redirect to
    ///
    /// The next run with the same file reports what has changed: a repository with another owner, by the forge's number, or a redirect to another domain.
    /// Asks the APIs of GitHub, GitLab, Codeberg, gitea.com and the catalogue's own forge; tokens for higher limits are taken from GITHUB_TOKEN and
    /// GITLAB_TOKEN.
    #[arg(long, value_name = "FILE", requires = "links")]
    memory: Option<PathBuf>,
    /// Also print how complete each listing is, and what to do about what it lacks; this is never published and changes no exit code
    #[arg(long)]
    completeness: bool,
    #[command(flatten)]
    cache: CacheArgs,
    /// The report format: human, json or markdown; with =FILE, the report is written to that file. Can be repeated
    #[arg(long = "format", value_name = "FORMAT[=FILE]", default_value = "human", value_parser = output)]
    outputs: Vec<Output>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Human,
    Json,
    Markdown,
}

#[derive(Debug, Clone)]
struct Output {
    format: Format,
    file: Option<PathBuf>,
}

fn output(text: &str) -> Result<Output, String> {
    let (name, file) = text.split_once('=').map_or((text, None), |(name, file)| (name, Some(file)));
    let format = match name {
        "human" => Format::Human,
        "json" => Format::Json,
        "markdown" => Format::Markdown,
        _ => return Err("the formats are human, json and markdown".to_owned()),
    };
    match file {
        Some("") => Err(format!("no file given after `{name}=`: write `{name}=FILE`, or `{name}` for standard output")),
        file => Ok(Output { format, file: file.map(PathBuf::from) }),
    }
}

/// Reads the catalogue, checks links if asked to, and prints the tasks.
pub(super) fn run(args: &HealthArgs) -> Outcome {
    if args.outputs.iter().filter(|output| output.file.is_none()).count() > 1 {
        return Err("only one report can go to standard output: write `--format FORMAT=FILE` for the others".into());
    }
    let content = content::find(args.content.content.as_deref())?;
    let today = day::today(args.content.today)?;
    let bar = Bar::new();
    let checked = content.check(today, &|stage, done, all| bar.show(stage, done, all))?;
    let mut found = health(&checked.raw, &checked.report, today);
    let mut links = None;
    if args.links {
        let (more, summary) = check_links(args, &checked, &bar)?;
        found = found.with(more);
        links = Some(summary);
    }
    let completeness = args.completeness.then(|| completeness(&checked.raw, &checked.report));
    let time = bar.finish();
    let report_of = |group: &Group| Report::new(group.tasks.iter().map(|task| task.diagnostic.clone()).collect());
    let reports: Vec<Report> = found.groups.iter().map(report_of).collect();
    for output in &args.outputs {
        let style = match output.file {
            Some(_) => Style { colour: false, width: terminal::WIDTH_OF_FILES },
            None => terminal::style(&std::io::stdout()),
        };
        let text = report::with_sources(&reports, &checked.raw, &[], content.folder(), None, &|reports, sources| match output.format {
            Format::Human => {
                drawn(&found, links.as_ref(), reports, sources, style) + &measured(completeness.as_deref().unwrap_or_default(), style)
            }
            Format::Json => json(&found, links.as_ref(), completeness.as_deref(), today, sources),
            Format::Markdown => markdown(&found, links.as_ref(), today),
        });
        match &output.file {
            Some(file) => report::write_file(file, &text)?,
            None if output.format == Format::Human => report::words(&text)?,
            None => say::document(&text)?,
        }
    }
    say::aside!("{}", closing(&found, links.as_ref(), &time));
    Ok(found.n_tasks() == 0)
}

/// Checks the URLs that are due, saves the link cache, and returns the tasks and figures.
fn check_links(args: &HealthArgs, checked: &Checked, bar: &Bar) -> Result<(Vec<crate::health::Task>, LinkSummary), String> {
    let now = moment(args.content.today)?;
    let targets = targets(&checked.raw);
    let file = cache::folder(&args.cache).map(|folder| folder.join(CACHE_FILE));
    let mut cache =
        file.as_deref().and_then(|file| std::fs::read_to_string(file).ok()).map(|text| LinkCache::read(&text)).unwrap_or_default();
    // Before anyone is asked: a damaged file ends the run, and no answer is lost.
    let memory = args.memory.as_deref().map(|file| Ok::<_, String>((file, memory(file)?))).transpose()?;
    let due = cache.due(&targets, now, args.max_links);
    let checker = LinkChecker::new(Arc::new(PublicHosts), Politeness::default());
    let answers = check_all(&checker, &targets, &due, &|done| bar.show("checking links", done, due.len()));
    let n_asked = answers.len();
    for (url, answer) in answers {
        let record = LinkStatus::after(cache.links.get(&url), answer, now);
        cache.links.insert(url, record);
    }
    let (mut tasks, summary) = tasks(&targets, &cache, n_asked);
    cache.retain(&targets);
    if let Some(file) = file {
        replace(&file, &cache.text()).map_err(|error| format!("cannot save the link cache in `{}`: {error}", file.display()))?;
    }
    if let Some((file, mut memory)) = memory {
        let (repositories, today) = (repositories(&checked.raw), now.to_zoned(TimeZone::UTC).date());
        let due = memory.due(&repositories, today, args.max_links.min(MAX_REPOSITORIES));
        let owners = ask_forges(&checker, &repositories, &due, &token, &|done| bar.show("asking forges", done, due.len()));
        memory.learn_owners(&repositories, owners, today);
        memory.learn_redirects(&targets, &cache, today);
        tasks.extend(memory.tasks(&repositories, &targets));
        replace(file, &memory.text()).map_err(|error| format!("cannot save the memory in `{}`: {error}", file.display()))?;
    }
    Ok((tasks, summary))
}

/// The memory in `file`, which is empty before the first run.
fn memory(file: &Path) -> Result<LinkMemory, String> {
    match std::fs::read_to_string(file) {
        Ok(text) => LinkMemory::read(&text).map_err(|error| format!("`{}` is not a memory of links: {error}", file.display())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(LinkMemory::default()),
        Err(error) => Err(format!("cannot read `{}`: {error}", file.display())),
    }
}

/// The most repositories that are asked about in a run: with the pause between them, five minutes.
const MAX_REPOSITORIES: usize = 300;

/// The token for the API at `host`, from the environment.
fn token(host: &str) -> Option<String> {
    let name = match host {
        "api.github.com" => "GITHUB_TOKEN",
        "gitlab.com" => "GITLAB_TOKEN",
        _ => return None,
    };
    std::env::var(name).ok().filter(|token| !token.is_empty())
}

/// Writes `text` to a new file and renames it to `file`, so that an interrupted run loses nothing.
fn replace(file: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let beside = file.with_extension("json.new");
    std::fs::write(&beside, text)?;
    std::fs::rename(&beside, file)
}

/// The time recorded for answers: midnight of `--today`, else now. A date alone would not show whether two runs are a day apart.
fn moment(today: Option<Date>) -> Result<Timestamp, String> {
    match today {
        Some(day) => day.to_zoned(TimeZone::UTC).map(|zoned: Zoned| zoned.timestamp()).map_err(|error| error.to_string()),
        None => Ok(Timestamp::now()),
    }
}

/// The tasks as `check` prints findings, below a heading with the actor and the subject.
fn drawn<'run>(health: &Health, links: Option<&LinkSummary>, reports: &'run [Report], sources: &Sources<'run>, style: Style) -> String {
    let bold = |text: &str| if style.colour { terminal::bold(text) } else { text.to_owned() };
    let mut text = String::new();
    let mut actor = None;
    for (group, report) in health.groups.iter().zip(reports) {
        if actor.replace(group.actor) != Some(group.actor) {
            let whose = match group.actor {
                Actor::Publisher => "for publishers",
                Actor::Maintainer => "for maintainers",
            };
            let _ = writeln!(text, "{}\n", bold(&format!("== {whose}: {}", counted(health.n_of(group.actor), "task"))));
        }
        let name = group.subject.slug().map(|slug| format!(" `{}`", printable(slug))).unwrap_or_default();
        let since = group.since.map(|since| format!(", since {since}")).unwrap_or_default();
        let _ = writeln!(text, "{}\n", bold(&format!("-- {}{name}{since}", group.subject.kind())));
        text += &human::render(report, sources, style);
    }
    for unchecked in links.map(|links| &links.unchecked).into_iter().flatten() {
        let _ = writeln!(text, "not checked: {}: {}", printable(&unchecked.url), unchecked.because);
    }
    text
}

/// How complete each listing is, and what to do about the rest.
fn measured(listings: &[Completeness], style: Style) -> String {
    let mut text = String::new();
    for Completeness { listing, done, of, missing } in listings {
        let heading = format!("{}: {done} of {of}", printable(listing));
        let _ = writeln!(text, "{}", if style.colour { terminal::bold(&heading) } else { heading });
        for Missing { question, help, .. } in missing {
            let _ = writeln!(text, "  - {question}: {}", printable(&help.join("; ")));
        }
    }
    text
}

fn closing(health: &Health, links: Option<&LinkSummary>, time: &str) -> String {
    let links = links.map(|links| format!("\n{}", links.sentence())).unwrap_or_default();
    let said = match health.n_tasks() {
        0 => "nothing to do".to_owned(),
        n => {
            format!(
                "{} ({} for publishers, {} for maintainers)",
                counted(n, "task"),
                health.n_of(Actor::Publisher),
                health.n_of(Actor::Maintainer)
            )
        }
    };
    format!("checked catalogue health in {time}: {said}{links}")
}

//! `pressmark health`
#![expect(clippy::disallowed_methods, reason = "what is known of addresses is kept in a file; when it was learnt is read from the clock")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::shared_args::{CacheArgs, ContentArgs};
use super::terminal::{self, Bar};
use super::{Outcome, cache, content, day, report, say, words};
use crate::diagnostic::human::{self, Style};
use crate::diagnostic::{Report, Sources, printable};
use crate::health::links::{Asker, LinkSummary, Manners, Memory, PublicNames, ask_all, duties, recorded, targets};
use crate::health::{Actor, Group, Health, health, json, markdown, n_duties};
use crate::pipeline::{self, Checked};
use crate::rules::Occasion;
use crate::source::disk::Disk;

pub(super) const ABOUT: &str = "List maintenance tasks for published listings, and who can do them\n\n\
    Stale listings, outdated agreements, overdue announcements, orphans, contacts that reach no one, parents that moved on and, with \
    --links, dead links. Tasks for publishers come first, oldest first. The catalogue's levels and exceptions also apply here.\n\n\
    Exit codes: 0 nothing to do, 1 tasks found, 2 failure.";

pub(super) const EXAMPLES: &str = "Examples:\n  pressmark health\n  pressmark health --format markdown=health.md\n  pressmark health --links --cache .cache --format json";

/// Where the answers of servers are kept, in the folder of the cache.
const MEMORY: &str = "links.json";

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

/// Reads the catalogue, asks servers if that is wanted, and prints what there is to do.
pub(super) fn run(args: &HealthArgs) -> Outcome {
    if args.outputs.iter().filter(|output| output.file.is_none()).count() > 1 {
        return Err("only one report can go to standard output: write `--format FORMAT=FILE` for the others".into());
    }
    let content = content::find(&args.content.content);
    let today = day::today(args.content.today)?;
    let bar = Bar::new();
    let folder = Disk::new(&content);
    let occasion = words::speaking(Occasion::on(today), &content)?;
    let checked = pipeline::check(&folder, &occasion, &|stage, done, all| bar.show(stage, done, all))?;
    let mut found = health(&checked.draft, &checked.report, today);
    let mut links = None;
    if args.links {
        let (more, summary) = ask(args, &checked, &bar)?;
        found = found.with(more);
        links = Some(summary);
    }
    let time = bar.finish();
    let report_of = |group: &Group| Report::new(group.duties.iter().map(|duty| duty.diagnostic.clone()).collect());
    let reports: Vec<Report> = found.groups.iter().map(report_of).collect();
    for output in &args.outputs {
        let style = match output.file {
            Some(_) => Style { colour: false, width: terminal::WIDTH_OF_FILES },
            None => terminal::style(&std::io::stdout()),
        };
        let text = report::with_sources(&reports, &checked.draft, &content, None, &|reports, sources| match output.format {
            Format::Human => drawn(&found, links.as_ref(), reports, sources, style),
            Format::Json => json(&found, links.as_ref(), today, sources),
            Format::Markdown => markdown(&found, links.as_ref(), today),
        });
        match &output.file {
            Some(file) => report::write_file(file, &text)?,
            None if output.format == Format::Human => report::words(&text)?,
            None => say::document(&text)?,
        }
    }
    eprintln!("{}", closing(&found, links.as_ref(), &time));
    Ok(found.n_duties() == 0)
}

/// The duties of the addresses: what is due is asked, what was learnt is kept.
fn ask(args: &HealthArgs, checked: &Checked, bar: &Bar) -> Result<(Vec<crate::health::Duty>, LinkSummary), String> {
    let now = moment(args.content.today)?;
    let targets = targets(&checked.draft);
    let file = cache::folder(&args.cache).map(|folder| folder.join(MEMORY));
    let mut memory =
        file.as_deref().and_then(|file| std::fs::read_to_string(file).ok()).map(|text| Memory::read(&text)).unwrap_or_default();
    let due = memory.due(&targets, now, args.max_links);
    let asker = Asker::new(Arc::new(PublicNames), Manners::default());
    let answers = ask_all(&asker, &targets, &due, &|done| bar.show("asking", done, due.len()));
    let n_asked = answers.len();
    for (url, answer) in answers {
        let record = recorded(memory.links.get(&url), answer, now);
        memory.links.insert(url, record);
    }
    let (duties, summary) = duties(&targets, &memory, n_asked);
    memory.forget_all_but(&targets);
    if let Some(file) = file {
        keep(&file, &memory.text()).map_err(|error| format!("cannot save the link cache in `{}`: {error}", file.display()))?;
    }
    Ok((duties, summary))
}

/// Writes `text` beside `file` and moves it in, so that a run that is cut off forgets nothing.
fn keep(file: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let beside = file.with_extension("json.new");
    std::fs::write(&beside, text)?;
    std::fs::rename(&beside, file)
}

/// The moment at which answers are heard: the midnight of `--today`, else now. Days alone would not tell whether two runs are a day apart.
fn moment(today: Option<Date>) -> Result<Timestamp, String> {
    match today {
        Some(day) => day.to_zoned(TimeZone::UTC).map(|zoned: Zoned| zoned.timestamp()).map_err(|error| error.to_string()),
        None => Ok(Timestamp::now()),
    }
}

/// The duties as `check` draws findings, below the name of whom and what they are about.
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
            let _ = writeln!(text, "{}\n", bold(&format!("== {whose}: {}", n_duties(health.n_of(group.actor)))));
        }
        let name = group.subject.slug().map(|slug| format!(" `{}`", printable(slug))).unwrap_or_default();
        let since = group.since.map(|since| format!(", since {since}")).unwrap_or_default();
        let _ = writeln!(text, "{}\n", bold(&format!("-- {}{name}{since}", group.subject.kind())));
        text += &human::render(report, sources, style);
    }
    for unchecked in links.map(|links| &links.could_not_be_checked).into_iter().flatten() {
        let _ = writeln!(text, "not checked: {}: {}", printable(&unchecked.url), unchecked.because);
    }
    text
}

fn closing(health: &Health, links: Option<&LinkSummary>, time: &str) -> String {
    let links = links.map(|links| format!("\n{}", links.sentence())).unwrap_or_default();
    let said = match health.n_duties() {
        0 => "nothing to do".to_owned(),
        n => {
            format!("{}: {} for publishers, {} for maintainers", n_duties(n), health.n_of(Actor::Publisher), health.n_of(Actor::Maintainer))
        }
    };
    format!("checked catalogue health in {time}: {said}{links}")
}

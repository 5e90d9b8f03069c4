//! `pressmark queue`
#![expect(clippy::disallowed_methods, reason = "this command reads the forge's file and writes the page of the queue")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::shared_args::{AppearanceArgs, ContentArgs, DataFormat};
use super::{Outcome, content, day, report, say, terminal, unsettled};
use crate::pipeline::Checked;
use crate::queue::{Queue, feed, human, json, page, queue, read, records, table};
use crate::render::{RenderOptions, Renderer};
use crate::review;
use crate::site::Site;
use crate::text::pretty_json;
use crate::workspace::{Planned, Workspace};

pub(super) const ABOUT: &str = "Write a status page of open submissions: who acts next, how long each has waited, and its target\n\n\
    Reads the forge's list of open pull requests and the results of `pressmark review`, if any, and writes /queue/ into a built site: a page, an Atom \
    feed and JSON. Run it after `pressmark build`, and set `review.queue: true` in catalogue.yaml so that the site links to it.\n\n\
    With --records, it prints the review record of every listing instead.";

pub(super) const EXAMPLES: &str = "Examples:\n  gh pr list --limit 1000 --json number,title,url,author,labels,createdAt,updatedAt,isDraft,reviewDecision,headRefOid,files > open.json\n  pressmark queue --submissions open.json --reviews reviews\n  pressmark queue --records";

/// Bytes of a list of submissions, at most.
const MAX_LIST: u64 = 64 << 20;

/// Bytes of the outcome of one review, at most.
const MAX_OUTCOME: u64 = 8 << 20;

#[derive(Debug, clap::Args)]
pub(super) struct QueueArgs {
    /// The forge's list of open pull requests as JSON, from `gh pr list --json` or the API of GitHub, GitLab, Forgejo or Gitea
    #[arg(long, value_name = "FILE", required_unless_present = "records")]
    submissions: Option<PathBuf>,
    /// A folder with the output of `pressmark review --format json`, one <number>.json per pull request
    #[arg(long, value_name = "DIR", requires = "submissions")]
    reviews: Option<PathBuf>,
    #[command(flatten)]
    content: ContentArgs,
    #[command(flatten)]
    appearance: AppearanceArgs,
    /// The folder with the built site [default: `public`, next to the catalogue that the current folder is in]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The URL of the published site [default: `base_url` in catalogue.yaml]
    #[arg(long, value_name = "URL")]
    base_url: Option<url::Url>,
    /// The format of the output
    #[arg(long, value_enum, default_value_t = DataFormat::Human)]
    format: DataFormat,
    /// Print who approved each listing, in which areas, and the evidence from the meeting; write nothing
    #[arg(long, conflicts_with = "submissions")]
    records: bool,
}

/// Reads the list, writes the page and its files, and prints the queue.
pub(super) fn run(args: &QueueArgs) -> Outcome {
    let content = content::find(args.content.content.as_deref())?;
    let today = day::today(args.content.today)?;
    let checked = content.check(today, &|_, _, _| {})?;
    let Some(submissions) = &args.submissions else {
        return print_records(&checked, args.format);
    };
    let repository = checked.resolved.catalogue.settings.repository.as_ref();
    let folder = repository.and_then(|repository| repository.folder.as_deref()).unwrap_or(content.in_repository());
    let list = read(&text(submissions, MAX_LIST)?, folder).map_err(|error| format!("cannot read `{}`: {error}", submissions.display()))?;
    for why in &list.skipped {
        say::aside!("{} skipped in `{}`: {why}", terminal::bold("warning:"), submissions.display());
    }
    let mut outcomes = BTreeMap::new();
    for submission in &list.submissions {
        if let Some(outcome) = args.reviews.as_deref().and_then(|folder| outcome(folder, submission.number)) {
            outcomes.insert(submission.number, outcome);
        }
    }
    let queue = queue(list.submissions, &outcomes, checked.raw.settings(), today);
    write(args, &content, checked, &queue)?;
    match args.format {
        DataFormat::Human => report::words(&human(&queue))?,
        DataFormat::Json => say::document(&json(&queue))?,
    }
    say::aside!("{}", queue.sentence());
    Ok(true)
}

fn print_records(checked: &Checked, format: DataFormat) -> Outcome {
    let rows = records(&checked.raw);
    match format {
        DataFormat::Human => report::words(&table(&rows))?,
        DataFormat::Json => say::document(&pretty_json(&rows))?,
    }
    Ok(true)
}

/// The text of a file that is not larger than it may be.
fn text(file: &Path, limit: u64) -> Result<String, String> {
    let failed = |error: std::io::Error| format!("cannot read `{}`: {error}", file.display());
    let n_bytes = fs::metadata(file).map_err(failed)?.len();
    if n_bytes > limit {
        return Err(format!("`{}` has {n_bytes} bytes; the limit is {limit}", file.display()));
    }
    fs::read_to_string(file).map_err(failed)
}

/// The outcome of the review of number `number`. One that cannot be read is said and left out: labels also give the state.
fn outcome(folder: &Path, number: u64) -> Option<review::Outcome> {
    let file = folder.join(format!("{number}.json"));
    if !file.is_file() {
        return None;
    }
    let read = text(&file, MAX_OUTCOME).and_then(|text| serde_json::from_str(&text).map_err(|error| error.to_string()));
    if let Err(why) = &read {
        say::aside!("{} ignored `{}`: {why}", terminal::bold("warning:"), file.display());
    }
    read.ok()
}

/// Writes the page, the feed and the data into the built site.
fn write(args: &QueueArgs, content: &Workspace, checked: Checked, queue: &Queue) -> Result<(), Box<dyn std::error::Error>> {
    unsettled::refuse(&checked, content.folder(), args.base_url.is_some())?;
    let selection = content.theme(args.appearance.theme.as_deref(), &checked)?;
    let is_linked = checked.resolved.catalogue.settings.queue;
    let Planned { site, theme, problems } = content.plan(checked.resolved, &selection, args.base_url.as_ref())?;
    report::messages(&problems);
    let renderer = Renderer::new(std::sync::Arc::new(site), &theme, &RenderOptions::default())?;
    let site = renderer.site();
    let files = [
        (Site::queue(), renderer.queue(&page(queue))?),
        (Site::beside_queue("feed.xml"), feed(queue, site)),
        (Site::beside_queue("queue.json"), json(queue).into_bytes()),
    ];
    let out = content::site(args.out.as_deref(), args.content.content.as_deref())?;
    for (path, bytes) in files {
        let file = out.join(path.file_path());
        let failed = |error: std::io::Error| format!("cannot write `{}`: {error}", file.display());
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(failed)?;
        }
        fs::write(&file, bytes).map_err(failed)?;
    }
    if !is_linked {
        say::aside!("no page links to /queue/; to add a link, set `review.queue: true` in catalogue.yaml");
    }
    Ok(())
}

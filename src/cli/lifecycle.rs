//! `pressmark lifecycle`: changes the state, the slug or the publisher of a listing as a person would, says what happens next, and how to propose it.

use std::collections::BTreeMap;
use std::path::Path;

use clap::Subcommand;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use jiff::civil::Date;

use super::lifecycle_say::{consequences, proposers};
use super::proposal::Proposal;
use super::shared_args::ContentArgs;
use super::{Outcome, content, day, parts, report, say, terminal, write_together};
use crate::autofix::FixedFile;
use crate::catalogue::{Account, People, RawCatalogue};
use crate::diagnostic::{Format, Level, Report};
use crate::format::{Reason, State, listing_folder};
use crate::lifecycle::{Ending, Event, Plan, Rename, Transfer, plan};
use crate::review::{self, Revisions};
use crate::rules::RunContext;
use crate::source::{ContentPath, Folder};

pub(super) const ABOUT: &str = "Suspend, deprecate, unpublish, remove, restore, rename or transfer a listing\n\n\
    Edits the files like a person: only what changes, with comments and order kept. Checks the result with the catalogue's rules, those of a review among them, \
    and writes everything or nothing. Then says what visitors, feeds and installed copies see, who should be told, and which commands propose the change.";

pub(super) const EXAMPLES: &str = "Examples:\n  pressmark lifecycle suspend channel-digest --reason security --note 'Sends messages to another host.'\n  \
    pressmark lifecycle deprecate channel-digest --replaced-by channel-digest-2\n  \
    pressmark lifecycle remove channel-digest --reason author-request --diff\n  \
    pressmark lifecycle restore channel-digest\n  \
    pressmark lifecycle rename channel-digest morning-digest\n  \
    pressmark lifecycle transfer channel-digest northwind-labs --accepted-by 'Northwind Labs Ltd'";

#[derive(Debug, clap::Args)]
pub(super) struct LifecycleArgs {
    #[command(subcommand)]
    command: LifecycleCommand,
}

#[derive(Debug, Subcommand)]
enum LifecycleCommand {
    /// Say that a listing must not be installed for now: its page stays, without an install button
    #[command(
        after_help = "Example:\n  pressmark lifecycle suspend channel-digest --reason security --note 'Sends messages to another host.'"
    )]
    Suspend(EndArgs),
    /// Say that visitors should use something else: it can still be installed
    #[command(
        after_help = "Examples:\n  pressmark lifecycle deprecate channel-digest --replaced-by channel-digest-2\n  pressmark lifecycle deprecate channel-digest --reason unmaintained"
    )]
    Deprecate(DeprecateArgs),
    /// Withdraw a listing for its publisher: a page remains, and it can be restored
    #[command(after_help = "Example:\n  pressmark lifecycle unpublish channel-digest --reason author-request")]
    Unpublish(EndArgs),
    /// Remove a listing for good: a page says why, and its slug is never used again
    #[command(
        after_help = "Example:\n  pressmark lifecycle remove channel-digest --reason policy --note 'It copied another listing.' --diff"
    )]
    Remove(EndArgs),
    /// Make a listing active again
    #[command(after_help = "Example:\n  pressmark lifecycle restore channel-digest")]
    Restore(RestoreArgs),
    /// Give a listing another slug: its former URL leads to the new one
    ///
    /// Moves its folder, keeps the former slug in `former_slugs`, and updates the files that name it: `depends_on`, `parent`, `derived_from`, `replaced_by`,
    /// collections, and links in Markdown.
    #[command(after_help = "Example:\n  pressmark lifecycle rename channel-digest morning-digest")]
    Rename(RenameArgs),
    /// Give a listing to another publisher
    ///
    /// The new publisher accepts the agreement in force; --accepted-by records it. A listing that is deprecated as unmaintained is adopted: it is active again, and
    /// needs --support with a contact of the new publisher.
    #[command(
        after_help = "Examples:\n  pressmark lifecycle transfer channel-digest northwind-labs --accepted-by 'Northwind Labs Ltd'\n  pressmark lifecycle transfer channel-digest northwind-labs --support help@northwind.example"
    )]
    Transfer(TransferArgs),
}

#[derive(Debug, clap::Args)]
struct TargetArgs {
    /// The slug of the listing, or its folder
    #[arg(value_name = "LISTING")]
    listing: String,
    /// Show the change, and write nothing
    #[arg(long, visible_alias = "dry-run")]
    diff: bool,
    #[command(flatten)]
    content: ContentArgs,
}

#[derive(Debug, clap::Args)]
struct DetailArgs {
    /// The slug of the listing to use instead
    #[arg(long, value_name = "SLUG")]
    replaced_by: Option<String>,
    /// A sentence for visitors: what happened, and what to do
    #[arg(long, value_name = "TEXT", value_parser = text)]
    note: Option<String>,
    /// The first day of the state [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day::parse)]
    date: Option<Date>,
}

#[derive(Debug, clap::Args)]
struct EndArgs {
    #[command(flatten)]
    target: TargetArgs,
    /// Why, in the words of the content format
    #[arg(long, value_parser = reasons())]
    reason: Reason,
    #[command(flatten)]
    detail: DetailArgs,
}

#[derive(Debug, clap::Args)]
struct DeprecateArgs {
    #[command(flatten)]
    target: TargetArgs,
    /// Why, in the words of the content format [default: superseded, with --replaced-by]
    #[arg(long, required_unless_present = "replaced_by", value_parser = reasons())]
    reason: Option<Reason>,
    #[command(flatten)]
    detail: DetailArgs,
}

#[derive(Debug, clap::Args)]
struct RestoreArgs {
    #[command(flatten)]
    target: TargetArgs,
}

#[derive(Debug, clap::Args)]
struct RenameArgs {
    #[command(flatten)]
    target: TargetArgs,
    /// The new slug
    #[arg(value_name = "SLUG")]
    to: String,
    /// Leave files of other listings and collections alone: the former slug leads to the new one, and only a maintainer can change several listings at once
    #[arg(long)]
    keep_references: bool,
}

#[derive(Debug, clap::Args)]
struct TransferArgs {
    #[command(flatten)]
    target: TargetArgs,
    /// The slug of the new publisher
    #[arg(value_name = "PUBLISHER")]
    publisher: String,
    /// Who accepted the agreement in force for the new publisher, once they have
    #[arg(long, value_name = "NAME", value_parser = text)]
    accepted_by: Option<String>,
    /// The new contact for help: an e-mail address or a URL
    #[arg(long, value_name = "CONTACT", value_parser = text)]
    support: Option<String>,
    /// The day on which the agreement was accepted [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day::parse, requires = "accepted_by")]
    date: Option<Date>,
}

/// Takes one of the reasons of the content format, which shells complete.
fn reasons() -> impl TypedValueParser<Value = Reason> {
    let reason = |word: String| Reason::from_word(&word).ok_or("no reason of the content format");
    PossibleValuesParser::new(Reason::WORDS).try_map(reason)
}

fn text(text: &str) -> Result<String, String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty()).ok_or_else(|| "write a text, or leave it out".to_owned())
}

/// What a command does to a listing.
struct Task<'args> {
    /// The verb in the title and the branch.
    verb: &'static str,
    target: &'args TargetArgs,
    event: Event,
}

impl LifecycleCommand {
    /// The task on the day `today`.
    fn task(&self, today: impl Fn(&TargetArgs) -> Result<Date, String>) -> Result<Task<'_>, String> {
        let ended = |verb, state, target, reason, detail: &DetailArgs| {
            let DetailArgs { replaced_by, note, date } = detail;
            let since = date.map_or_else(|| today(target), Ok)?;
            Ok(Task {
                verb,
                target,
                event: Event::Ended(Ending { state, since, reason, replaced_by: replaced_by.clone(), note: note.clone() }),
            })
        };
        match self {
            Self::Suspend(args) => ended("suspend", State::Suspended, &args.target, args.reason, &args.detail),
            Self::Deprecate(args) => {
                ended("deprecate", State::Deprecated, &args.target, args.reason.unwrap_or(Reason::Superseded), &args.detail)
            }
            Self::Unpublish(args) => ended("unpublish", State::Unpublished, &args.target, args.reason, &args.detail),
            Self::Remove(args) => ended("remove", State::Removed, &args.target, args.reason, &args.detail),
            Self::Restore(args) => Ok(Task { verb: "restore", target: &args.target, event: Event::Restored }),
            Self::Rename(args) => {
                let rename = Rename { to: args.to.clone(), keeps_references: args.keep_references };
                Ok(Task { verb: "rename", target: &args.target, event: Event::Renamed(rename) })
            }
            Self::Transfer(args) => {
                let TransferArgs { target, publisher, accepted_by, support, date } = args;
                let on = date.map_or_else(|| today(target), Ok)?;
                let (to, accepted_by, support) = (publisher.clone(), accepted_by.clone(), support.clone());
                Ok(Task { verb: "transfer", target, event: Event::Transferred(Transfer { to, accepted_by, on, support }) })
            }
        }
    }
}

/// Makes what was asked for happen, if it causes no error.
pub(super) fn run(args: &LifecycleArgs) -> Outcome {
    let Task { verb, target, event } = args.command.task(|target| day::today(target.content.today))?;
    let content = content::find(target.content.content.as_deref())?;
    let folder = content.disk();
    let raw = RawCatalogue::read(&folder, &|_, _| {})?;
    let today = day::today(target.content.today)?;
    let slug = parts::listing(&raw, content.folder(), &target.listing)?;
    let plan = plan(&raw, &slug, &event, today).map_err(|why| format!("{why}\nnothing was written"))?;
    let files = edited(&folder, &raw, &plan);
    let (after, changed) = plan.applied(&raw);
    let revisions = Revisions::uncommitted(raw, after, changed);
    // What is on the disk decides, not who is at the keyboard: the command is for those who maintain the catalogue.
    let settings = revisions.before.settings().review.or_default();
    let maintainer = settings.maintainers.items().iter().find_map(|entry| Account::from_fields(&entry.forge, &entry.id, &entry.login));
    let context = RunContext { history: None, ..content.context(today)? };
    let review = review::judge(&revisions, People { author: maintainer.clone(), ..People::default() }, &context, today);
    let found = if maintainer.is_some() { review.report.clone() } else { without_policy(&review.report) };
    say::beside(format_args!("{}", drawn(&found, review.change.head, content.folder())));
    let counts = found.counts();
    if counts.errors > 0 {
        let hint = missing(&event, &found).map(|hint| format!("\n{hint}")).unwrap_or_default();
        say::aside!("nothing was written: {counts}{hint}");
        return Ok(false);
    }
    let change = Edited {
        content: content.folder(),
        moved: plan.moved.as_ref().map(|(from, to)| [from, to].map(|slug| listing_folder(slug))),
        files,
    };
    if target.diff {
        change.show()?;
        return Ok(true);
    }
    change.write()?;
    change.tell()?;
    say::line("\nOnce it is published:")?;
    for line in consequences(&event, &review.change, &slug) {
        say::line(&format!("  - {line}"))?;
    }
    let (more_branch, more_title) = match &event {
        Event::Renamed(rename) => (String::new(), format!(" to {}", rename.to)),
        Event::Transferred(transfer) => (format!("-{}", transfer.to), format!(" to {}", transfer.to)),
        _ => Default::default(),
    };
    let title = format!("{}{} {slug}{more_title}", verb.get(..1).unwrap_or_default().to_uppercase(), verb.get(1..).unwrap_or_default());
    let left = change.moved.as_ref().map(|[from, _]| from.clone());
    let proposal = Proposal { branch: format!("{verb}-{slug}{more_branch}"), title, places: change.places(), left };
    let who = proposers(&event, &review, &slug, maintainer.is_some());
    proposal.print(&content, revisions.before.settings(), ("\nThe change passes the check.", &who), Vec::new())?;
    Ok(true)
}

/// What the command needs to be told when the rules refuse a transfer.
fn missing(event: &Event, found: &Report) -> Option<String> {
    let Event::Transferred(Transfer { to, accepted_by, support, .. }) = event else { return None };
    let is_found = |name: &str| found.iter().any(|found| found.code.name == name);
    if accepted_by.is_none() && is_found("agreement-not-accepted-again") {
        return Some(format!("once `{to}` has read and accepted the agreement, add --accepted-by with the name of who did"));
    }
    let is_incomplete = support.is_none() && is_found("adoption-incomplete");
    is_incomplete.then(|| format!("add --support with an e-mail address or a URL of `{to}`"))
}

/// A change on its way to the disk.
struct Edited<'run> {
    /// The content folder.
    content: &'run Path,
    /// The folder of the listing before and after, if it is moved.
    moved: Option<[String; 2]>,
    /// The files with another text, by the path that they have afterwards.
    files: Vec<FixedFile>,
}

impl Edited<'_> {
    fn place(&self, path: &str) -> String {
        self.content.join(path).to_string_lossy().into_owned()
    }

    /// Prints the change as a diff.
    fn show(&self) -> std::io::Result<()> {
        if let Some([from, to]) = &self.moved {
            say::document(&format!("rename from {}\nrename to {}\n", self.place(from), self.place(to)))?;
        }
        self.files.iter().try_for_each(|file| say::document(&terminal::diff(&file.diff(&format!("{}/", self.content.display())))))
    }

    /// Writes everything or nothing.
    fn write(&self) -> Result<(), String> {
        let bytes: BTreeMap<ContentPath, Option<Vec<u8>>> =
            self.files.iter().map(|file| (file.path.clone(), Some(file.after.clone().into_bytes()))).collect();
        match &self.moved {
            Some([from, to]) => write_together::move_and_write(self.content, from, to, &bytes),
            None => write_together::write(self.content, &bytes),
        }
    }

    /// Prints what was written.
    fn tell(&self) -> std::io::Result<()> {
        if let Some([from, to]) = &self.moved {
            say::line(&format!("  {} -> {}", self.place(from), self.place(to)))?;
        }
        self.files.iter().try_for_each(|file| say::line(&format!("  {}", self.place(file.path.as_str()))))
    }

    /// What is to be committed of the files that are there now, from the content folder.
    fn places(&self) -> Vec<String> {
        let folder = self.moved.as_ref().map(|[_, to]| to.as_str());
        let is_moved = |file: &&FixedFile| folder.is_some_and(|folder| file.path.is_below(folder));
        let files = self.files.iter().filter(|file| !is_moved(file)).map(|file| file.path.as_str());
        folder.into_iter().chain(files).map(str::to_owned).collect()
    }
}

/// The files of `plan` before and after, by the path that they have afterwards.
fn edited(folder: &dyn Folder, raw: &RawCatalogue, plan: &Plan) -> Vec<FixedFile> {
    let file = |(path, text): (&ContentPath, &String)| {
        let document = raw.document(plan.path_before(path).as_str())?;
        Some(FixedFile { path: path.clone(), ..FixedFile::new(folder, document, text) })
    };
    plan.texts.iter().filter_map(file).collect()
}

/// `report` without what only a maintainer may do: a catalogue that names none cannot know who they are.
fn without_policy(report: &Report) -> Report {
    let is_policy = |name: &str| matches!(name, "suspension-lifted" | "too-many-listings");
    Report::new(report.iter().filter(|found| !is_policy(found.code.name) || found.level < Level::Error).cloned().collect())
}

fn drawn(report: &Report, raw: &RawCatalogue, content: &Path) -> String {
    report::with_sources(std::slice::from_ref(report), raw, &[], content, None, &|reports, sources| {
        reports.iter().map(|report| Format::Human.render(report, sources, terminal::style(&std::io::stderr()))).collect()
    })
}

//! Commands and flags, with the texts that teach them.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

use clap::{ColorChoice, Parser, Subcommand};

use super::scaffold::Noun;
use super::shared_args::{AppearanceArgs, CacheArgs, ContentArgs, ForgeParser, ReportArgs};
use crate::forge::Forge;

/// Turns a folder of approved listings into a marketplace catalogue: a fast, searchable, fully static website.
#[derive(Debug, Parser)]
#[command(name = "pressmark", version, about, max_term_width = 100, subcommand_required = true, arg_required_else_help = true)]
#[command(
    after_help = "Exit codes: 0 no errors, 1 errors found, 2 failure. Warnings and notes do not change the exit code.\n\nGet started:\n  pressmark init my-catalogue && cd my-catalogue && pressmark serve --open"
)]
pub(super) struct Args {
    /// When to use colour; auto means on a terminal, unless NO_COLOR is set
    #[arg(long, global = true, value_name = "WHEN", value_enum, default_value_t = ColorChoice::Auto)]
    pub(super) color: ColorChoice,
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Write the website into a folder
    ///
    /// Reads the content folder, reports every problem, skips what is broken and writes the rest. Unchanged files are left alone; if the build fails, the
    /// folder stays as it was. Findings go to standard output in every format; messages about the run go to standard error.
    #[command(
        after_help = "Examples:\n  pressmark build\n  pressmark build --base-url https://example.github.io/catalogue/ --strict\n  pressmark build --rev HEAD"
    )]
    Build(BuildArgs),
    /// Report every problem in the content, and fix what can be fixed automatically
    ///
    /// Without --fix, no content is changed. Listings named as PATH count as submissions: a new rule applies to them at once, even while older listings
    /// still have time to comply. Findings go to standard output in every format; messages about the run go to standard error.
    #[command(
        after_help = "Examples:\n  pressmark check\n  pressmark check content/listings/my-connector\n  pressmark check --diff\n  pressmark check --fix\n  pressmark check --pre-submission my-connector\n  pressmark check --format github --format sarif=report.sarif"
    )]
    Check(CheckArgs),
    /// Serve the site locally with live reload
    ///
    /// Without --host, only this machine can reach it. If a file is broken, its report is shown on top of the last good page.
    #[command(
        after_help = "Examples:\n  pressmark serve --open\n  pressmark serve --content ../catalogue/content --port 8080\n  pressmark serve --host 0.0.0.0\n  pressmark serve --manual --open"
    )]
    Serve(ServeArgs),
    /// Review a change between two git revisions
    #[command(long_about = super::review::ABOUT, after_help = super::review::EXAMPLES)]
    Review(super::review::ReviewArgs),
    /// Search like the website does
    ///
    /// Uses the same index: prefixes, typos, "quoted phrases", and the filters app:…, publisher:… and tag:….
    #[command(after_help = super::search::EXAMPLES)]
    Search(super::search::SearchArgs),
    /// List maintenance tasks for published listings, and who can do them
    #[command(long_about = super::health::ABOUT, after_help = super::health::EXAMPLES)]
    Health(super::health::HealthArgs),
    /// Write a status page of open submissions
    #[command(long_about = super::queue::ABOUT, after_help = super::queue::EXAMPLES)]
    Queue(super::queue::QueueArgs),
    /// Create a new catalogue, or add CI workflows to an existing one
    ///
    /// On a terminal it asks for what the flags leave open; Esc goes back, Ctrl-C stops and writes nothing. Without a terminal, or with --yes, it never
    /// asks: everything can be changed in catalogue.yaml later.
    #[command(
        after_help = "Examples:\n  pressmark init my-catalogue\n  pressmark init --title 'Our plugins' --noun plugin --base-url https://plugins.example/ my-catalogue\n  pressmark init --forge github my-catalogue\n  pressmark init --forge github --refresh"
    )]
    Init(InitArgs),
    /// Explain a rule: what it reports, why, and how to fix it
    ///
    /// Give the name or the id of the rule, as reports show them: `explain tags-missing`, `explain L020`.
    #[command(after_help = "Examples:\n  pressmark explain tags-missing\n  pressmark explain --list")]
    Explain(ExplainArgs),
    /// Print a page of the manual, or list the pages
    #[command(long_about = super::manual::ABOUT, after_help = super::manual::EXAMPLES)]
    Manual(super::manual::ManualArgs),
    /// Print the interface messages of a language, to translate or override them
    ///
    /// Message files in templates/messages/ next to the content folder override the built-in ones.
    #[command(after_help = super::messages::EXAMPLES)]
    Messages(super::messages::MessagesArgs),
    /// Write JSON Schemas for editor completion and validation
    #[command(long_about = super::schema::ABOUT, after_help = super::schema::EXAMPLES)]
    Schema(super::schema::SchemaArgs),
    /// Create the folder of a new listing that passes the check
    ///
    /// On a terminal it asks for everything the flags leave open, in the order of a publishing dialog; Esc goes back, Ctrl-C stops. Without a terminal, or with
    /// --yes, it never asks, and reports everything that is missing or wrong at once. The catalogue's own rules check every answer, and nothing is
    /// written unless the whole folder passes.
    #[command(
        after_help = "Examples:\n  pressmark new\n  pressmark new --from ../connector/README.md\n  pressmark new --from-issue issue.md --dry-run\n  pressmark new --from openapi.yaml --app Slack --tags messaging --dry-run\n  pressmark new --name 'Channel Digest' --app Slack --tags messaging \\\n    --summary 'Collects what happened in a channel and posts it every morning.' \\\n    --setup 'Install it and sign in.' --setup 'Choose a channel.' --limits 'It reads public channels only.' \\\n    --source open --source-url https://git.example/you/channel-digest --license MIT --support-email help@you.example \\\n    --publisher your-name --publisher-name 'Your Name' --accept-agreement 'Your Name'"
    )]
    New(super::new_args::NewArgs),
    /// Add a version to your listing
    #[command(long_about = super::release::ABOUT, after_help = super::release::EXAMPLES)]
    Release(super::release::ReleaseArgs),
    /// Suspend, deprecate, unpublish, remove, restore, rename or transfer a listing
    #[command(long_about = super::lifecycle::ABOUT, after_help = super::lifecycle::EXAMPLES)]
    Lifecycle(super::lifecycle::LifecycleArgs),
    /// Compare installed listings with a catalogue
    #[command(long_about = super::updates::ABOUT, after_help = super::updates::EXAMPLES)]
    Updates(super::updates::UpdatesArgs),
    /// Copy a published site into a folder
    #[command(long_about = super::mirror::ABOUT, after_help = super::mirror::EXAMPLES)]
    Mirror(super::mirror::MirrorArgs),
    /// Write listings into a package that another catalogue can import
    #[command(long_about = super::export::ABOUT, after_help = super::export::EXAMPLES)]
    Export(super::export::ExportArgs),
    /// Import listings from a package that `pressmark export` wrote
    #[command(long_about = super::import::ABOUT, after_help = super::import::EXAMPLES)]
    Import(super::import::ImportArgs),
    /// List, check and create themes
    #[command(long_about = super::theme::ABOUT, after_help = super::theme::EXAMPLES)]
    Theme(super::theme::ThemeArgs),
    /// Print shell completions
    #[command(after_help = "Example:\n  pressmark completions bash > ~/.local/share/bash-completion/completions/pressmark")]
    Completions {
        /// The shell to complete for
        shell: clap_complete::Shell,
    },
}

#[derive(Debug, clap::Args)]
pub(super) struct BuildArgs {
    #[command(flatten)]
    pub(super) content: ContentArgs,
    #[command(flatten)]
    pub(super) report: ReportArgs,
    #[command(flatten)]
    pub(super) appearance: AppearanceArgs,
    /// The output folder [default: `public`, next to the catalogue that the current folder is in]
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    /// The URL of the published site; its path becomes the base path [default: `base_url` in catalogue.yaml]
    #[arg(long, value_name = "URL")]
    pub(super) base_url: Option<url::Url>,
    #[command(flatten)]
    pub(super) cache: CacheArgs,
    /// Build the content folder of this commit, read from git's object store
    ///
    /// A checkout can differ from the commit, because `.gitattributes` converts files on checkout. This reads the bytes that were reviewed. Themes
    /// and templates next to the content folder also come from the commit.
    #[arg(long, value_name = "REV")]
    pub(super) rev: Option<String>,
    /// Do not ask git for the history of the content: pages do not show when they were last changed
    #[arg(long)]
    pub(super) no_git: bool,
    /// Write nothing if there is any error
    #[arg(long)]
    pub(super) strict: bool,
    /// Write .br and .gz files next to text files, for servers that send them
    #[arg(long)]
    pub(super) compress: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct CheckArgs {
    /// The listings, folders or files to report on [default: everything]
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<String>,
    #[command(flatten)]
    pub(super) content: ContentArgs,
    #[command(flatten)]
    pub(super) report: ReportArgs,
    /// Apply every fix that is certain; comments, order and formatting are kept
    #[arg(long)]
    pub(super) fix: bool,
    /// Print a checklist of everything a listing needs before submission
    #[arg(long, value_name = "LISTING", conflicts_with_all = ["paths", "fix", "diff"])]
    pub(super) pre_submission: Option<String>,
    /// Show what --fix would change, and write nothing
    #[arg(long, conflicts_with_all = ["fix", "outputs"])]
    pub(super) diff: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct ServeArgs {
    #[command(flatten)]
    pub(super) content: ContentArgs,
    #[command(flatten)]
    pub(super) appearance: AppearanceArgs,
    /// The port to listen on; 0 picks any free port
    #[arg(long, default_value_t = 4170)]
    pub(super) port: u16,
    /// The IP address to listen on; 0.0.0.0 lets other machines reach the preview, as in a container
    #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    pub(super) host: IpAddr,
    /// Open the site in a browser
    #[arg(long)]
    pub(super) open: bool,
    /// Serve the manual of this program instead of a catalogue
    #[arg(long, conflicts_with_all = ["content", "theme", "today"])]
    pub(super) manual: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct ExplainArgs {
    /// The rule's name or id
    #[arg(required_unless_present = "list")]
    pub(super) rule: Option<String>,
    /// List every rule, one per line, with its id first
    #[arg(long, conflicts_with = "rule")]
    pub(super) list: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct InitArgs {
    /// The folder to create the catalogue in; it must be new or empty, or with --forge contain a catalogue
    #[arg(default_value = ".")]
    pub(super) folder: PathBuf,
    /// The title of the catalogue
    #[arg(long, value_name = "TEXT", value_parser = clap::builder::NonEmptyStringValueParser::new())]
    pub(super) title: Option<String>,
    /// What a listing is called: the word for one, and the word for several if that is not its plural in English [default: connector]
    #[arg(long, value_name = "ONE[,SEVERAL]", value_parser = super::init_ask::noun)]
    pub(super) noun: Option<Noun>,
    /// The URL of the catalogue's git repository
    #[arg(long, value_name = "URL", value_parser = super::init_ask::repository)]
    pub(super) repository: Option<String>,
    /// The URL of the published site
    #[arg(long, value_name = "URL", value_parser = super::init_ask::base_url)]
    pub(super) base_url: Option<String>,
    /// Never ask, also on a terminal
    #[arg(long, short)]
    pub(super) yes: bool,
    /// Add what this forge needs to review submissions, publish the site and maintain it. Existing files are kept
    #[arg(long, value_name = "FORGE", value_parser = ForgeParser)]
    pub(super) forge: Option<Forge>,
    /// Regenerate the submission form with the current apps and categories
    #[arg(long, requires = "forge")]
    pub(super) refresh: bool,
    /// The content folder of the catalogue that is there, below that folder, such as `packages/catalogue/content`; `.` is the folder itself [default: `content`]
    #[arg(long, value_name = "DIR", requires = "forge")]
    pub(super) content: Option<PathBuf>,
}

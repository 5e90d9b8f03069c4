//! Commands and flags, with the texts that teach them.

use std::path::PathBuf;

use clap::{ColorChoice, Parser, Subcommand};

use super::shared_args::{CacheArgs, ContentArgs, ForgeParser, LookArgs, ReportArgs};
use crate::forge::Forge;

/// Turns a folder of approved listings into a marketplace catalogue: a fast, searchable, fully static website.
#[derive(Debug, Parser)]
#[command(name = "pressmark", version, about, max_term_width = 100, subcommand_required = true, arg_required_else_help = true)]
#[command(
    after_help = "Exit codes: 0 all is well, 1 there are findings, 2 pressmark itself failed.\n\nStart with:\n  pressmark init my-catalogue && cd my-catalogue && pressmark serve --open"
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
    /// Reads the content folder, reports every problem, leaves out what is broken and writes the rest. Files whose bytes are the same are left alone; a
    /// build that fails leaves the folder as it was. Findings go to standard output in every format; what the run says about itself goes to standard error.
    #[command(
        after_help = "Examples:\n  pressmark build\n  pressmark build --base-url https://example.github.io/catalogue/ --strict\n  pressmark build --rev HEAD"
    )]
    Build(BuildArgs),
    /// Report every problem of the content, and mend what can be mended
    ///
    /// Without --fix no content is changed. Listings that are named are taken as submissions: a new rule that older listings still have time for binds
    /// them at once. Findings go to standard output in every format; what the run says about itself goes to standard error.
    #[command(
        after_help = "Examples:\n  pressmark check\n  pressmark check content/listings/my-connector\n  pressmark check --diff\n  pressmark check --fix\n  pressmark check --pre-submission my-connector\n  pressmark check --format github --format sarif=report.sarif"
    )]
    Check(CheckArgs),
    /// Show the website on this machine, and every saved change at once
    ///
    /// Only this machine can reach it. A broken file shows its report over the last good page.
    #[command(after_help = "Examples:\n  pressmark serve --open\n  pressmark serve --content ../catalogue/content --port 8080")]
    Serve(ServeArgs),
    /// Judge a change between two git revisions: what it does, what it introduces, who decides
    #[command(long_about = super::review::ABOUT, after_help = super::review::EXAMPLES)]
    Review(super::review::ReviewArgs),
    /// Answer a query as the search of the website does
    ///
    /// From the same index: prefixes, slips of the finger, "quoted phrases", and app:…, publisher:… and tag:… as filters.
    #[command(after_help = super::search::EXAMPLES)]
    Search(super::search::SearchArgs),
    /// List what has to be done about listings that were approved long ago, and by whom
    #[command(long_about = super::health::ABOUT, after_help = super::health::EXAMPLES)]
    Health(super::health::HealthArgs),
    /// Write the page of submissions that are under way
    #[command(long_about = super::queue::ABOUT, after_help = super::queue::EXAMPLES)]
    Queue(super::queue::QueueArgs),
    /// Begin a new catalogue that builds at once, or add the recipes of a forge to one that is there
    #[command(
        after_help = "Examples:\n  pressmark init my-catalogue\n  pressmark init --forge github my-catalogue\n  pressmark init --forge github --refresh"
    )]
    Init(InitArgs),
    /// Tell what a rule finds, why, and how to put it right
    ///
    /// A rule is called by its name or by its id, as findings give them: `explain tags-missing`, `explain L020`.
    #[command(after_help = "Examples:\n  pressmark explain tags-missing\n  pressmark explain --list")]
    Explain(ExplainArgs),
    /// Print the words of the site in a language, to begin another one or to change some
    ///
    /// Message files in templates/messages/ beside the content folder are laid over the shipped ones.
    #[command(after_help = super::messages::EXAMPLES)]
    Messages(super::messages::MessagesArgs),
    /// Write JSON Schemas, by which an editor completes and checks content files
    #[command(long_about = super::schema::ABOUT, after_help = super::schema::EXAMPLES)]
    Schema(super::schema::SchemaArgs),
    /// Write the folder of a new listing that passes the check
    ///
    /// On a terminal it asks what the flags have not answered, in the order of a publishing dialog; Esc goes back, Ctrl-C stops. Without a terminal, or with
    /// --yes, it never asks: everything that is missing or wrong is told at once. Every answer is judged by the catalogue's own rules, and nothing is
    /// written unless the whole folder passes them.
    #[command(
        after_help = "Examples:\n  pressmark new\n  pressmark new --from ../connector/README.md\n  pressmark new --from-issue issue.md --dry-run\n  pressmark new --from openapi.yaml --app Slack --tags messaging --dry-run\n  pressmark new --name 'Channel Digest' --app Slack --tags messaging \\\n    --summary 'Collects what happened in a channel and posts it every morning.' \\\n    --setup 'Install it and sign in.' --setup 'Choose a channel.' --limits 'It reads public channels only.' \\\n    --source-url https://git.example/you/channel-digest --license MIT --support-email help@you.example \\\n    --publisher your-name --publisher-name 'Your Name' --accept-agreement 'Your Name'"
    )]
    New(super::new_args::NewArgs),
    /// Look after themes: which there are, whether their colours can be read, and a new one to begin with
    #[command(long_about = super::theme::ABOUT, after_help = super::theme::EXAMPLES)]
    Theme(super::theme::ThemeArgs),
    /// Print completions for a shell
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
    pub(super) look: LookArgs,
    /// The folder to write [default: `public`, beside the catalogue that the current folder is in]
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    /// Where the site will be published; a path in it is the base path [default: `base_url` in catalogue.yaml]
    #[arg(long, value_name = "URL")]
    pub(super) base_url: Option<url::Url>,
    #[command(flatten)]
    pub(super) cache: CacheArgs,
    /// Build the content folder of this commit, read from git's objects
    ///
    /// A checkout can hold other bytes than a commit: `.gitattributes` converts files on their way into it. This reads the bytes that were reviewed. Themes
    /// and templates beside the content folder are those of the commit, too.
    #[arg(long, value_name = "REV")]
    pub(super) rev: Option<String>,
    /// Write nothing when there is an error
    #[arg(long)]
    pub(super) strict: bool,
    /// Put a .br and a .gz beside every file of text, for servers that send those
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
    /// Make every fix that is certain to be right; comments, order and formatting stay
    #[arg(long)]
    pub(super) fix: bool,
    /// Hold a listing against everything that is asked of it, as a checklist to finish before it is submitted
    #[arg(long, value_name = "LISTING", conflicts_with_all = ["paths", "fix", "diff"])]
    pub(super) pre_submission: Option<String>,
    /// Show what --fix would change instead of the findings, and write nothing
    #[arg(long, conflicts_with_all = ["fix", "outputs"])]
    pub(super) diff: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct ServeArgs {
    #[command(flatten)]
    pub(super) content: ContentArgs,
    #[command(flatten)]
    pub(super) look: LookArgs,
    /// The port to listen on; 0 takes any free one
    #[arg(long, default_value_t = 4170)]
    pub(super) port: u16,
    /// Open the site in the browser
    #[arg(long)]
    pub(super) open: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct ExplainArgs {
    /// The rule's name or id
    #[arg(required_unless_present = "list")]
    pub(super) rule: Option<String>,
    /// Name every rule, one a line, its id first
    #[arg(long, conflicts_with = "rule")]
    pub(super) list: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct InitArgs {
    /// The folder to begin in; it must be new or empty, or with --forge hold a catalogue already
    #[arg(default_value = ".")]
    pub(super) folder: PathBuf,
    /// Add what this forge needs to review submissions, publish the site and look after it. Files that are there are kept as they are
    #[arg(long, value_name = "FORGE", value_parser = ForgeParser)]
    pub(super) forge: Option<Forge>,
    /// Write the form for submissions anew, with the apps and categories that the catalogue has by now
    #[arg(long, requires = "forge")]
    pub(super) refresh: bool,
    /// The content folder of the catalogue that is there, below that folder, such as `packages/catalogue/content`; `.` is the folder itself [default: `content`]
    #[arg(long, value_name = "DIR", requires = "forge")]
    pub(super) content: Option<PathBuf>,
}

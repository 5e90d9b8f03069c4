//! The flags of `pressmark new`. Those that answer a question come from the table of questions, so that none can be forgotten.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::submission::{Answers, QUESTIONS};

#[derive(Debug, clap::Args)]
pub(super) struct NewArgs {
    /// The content folder [default: `content` here, or the catalogue that the current folder is in]
    #[arg(long, value_name = "DIR")]
    pub(super) content: Option<PathBuf>,
    /// Begin with a repository's README (Markdown, also as plain text) or an OpenAPI document (JSON or YAML)
    #[arg(long, value_name = "FILE")]
    pub(super) from: Option<PathBuf>,
    /// Take the answers from the text of an issue that was filled in through a form of `init --forge`; - is standard input. Never asks. A declaration of
    /// intent becomes an announcement
    #[arg(long, value_name = "FILE", conflicts_with = "from")]
    pub(super) from_issue: Option<PathBuf>,
    /// The number of the account that filled in the form: an announcement holds its name for it, and a new publisher belongs to it
    #[arg(long, value_name = "NUMBER", requires = "from_issue")]
    pub(super) author_id: Option<String>,
    /// The name of that account, for people
    #[arg(long, value_name = "LOGIN", requires = "author_id")]
    pub(super) author_login: Option<String>,
    /// The forge of that account [default: `repository` in catalogue.yaml]
    #[arg(long, value_name = "FORGE", requires = "author_id")]
    pub(super) forge: Option<String>,
    /// Print the files and write nothing
    #[arg(long)]
    pub(super) dry_run: bool,
    /// Write over the files of a listing of the same publisher
    #[arg(long)]
    pub(super) force: bool,
    /// Write in spite of warnings
    #[arg(long)]
    pub(super) accept_warnings: bool,
    /// Never ask, and write without asking for confirmation
    #[arg(long, short)]
    pub(super) yes: bool,
    /// The day to take for today [default: that of SOURCE_DATE_EPOCH, or of the clock]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(super) today: Option<jiff::civil::Date>,
    #[command(flatten)]
    pub(super) answers: AnswerArgs,
}

/// What the flags answer.
#[derive(Debug)]
pub(super) struct AnswerArgs(pub(super) Answers);

impl clap::Args for AnswerArgs {
    fn augment_args(command: Command) -> Command {
        QUESTIONS.iter().fold(command.next_help_heading("Answers"), |command, question| {
            let action = if question.takes_several() { ArgAction::Append } else { ArgAction::Set };
            command.arg(Arg::new(question.flag).long(question.flag).value_name(question.value).help(question.flag_help()).action(action))
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl clap::FromArgMatches for AnswerArgs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut answers = Answers::default();
        for question in QUESTIONS {
            if let Some(given) = matches.get_many::<String>(question.flag) {
                answers.set(question.topic, given.flat_map(|text| question.values(text)));
            }
        }
        Ok(Self(answers))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

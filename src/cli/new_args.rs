//! The flags of `pressmark new`. Those that answer a question come from the table of questions, so that none can be forgotten.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::submission::{Answers, QUESTIONS};

#[derive(Debug, clap::Args)]
pub(super) struct NewArgs {
    /// The content folder [default: `content` here, or the catalogue that the current folder is in]
    #[arg(long, value_name = "DIR")]
    pub(super) content: Option<PathBuf>,
    /// Start from a README (Markdown or plain text) or an OpenAPI document (JSON or YAML)
    #[arg(long, value_name = "FILE")]
    pub(super) from: Option<PathBuf>,
    /// Take the answers from the text of an issue created with a form of `init --forge`; - reads standard input. Never asks. A declaration of
    /// intent becomes an announcement
    #[arg(long, value_name = "FILE", conflicts_with = "from")]
    pub(super) from_issue: Option<PathBuf>,
    /// The number of the account that filled in the form: an announcement reserves its name for this account, and a new publisher belongs to it
    #[arg(long, value_name = "NUMBER", requires = "from_issue")]
    pub(super) author_id: Option<String>,
    /// The login of that account, for display
    #[arg(long, value_name = "LOGIN", requires = "author_id")]
    pub(super) author_login: Option<String>,
    /// The forge of that account [default: `repository` in catalogue.yaml]
    #[arg(long, value_name = "FORGE", requires = "author_id")]
    pub(super) forge: Option<String>,
    /// Print the files instead of writing them
    #[arg(long)]
    pub(super) dry_run: bool,
    /// Overwrite the files of a listing of the same publisher
    #[arg(long)]
    pub(super) force: bool,
    /// Write despite warnings
    #[arg(long)]
    pub(super) accept_warnings: bool,
    /// Never ask, and write without confirmation
    #[arg(long, short)]
    pub(super) yes: bool,
    /// Use this date instead of today [default: SOURCE_DATE_EPOCH if set, else the current date]
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(super) today: Option<jiff::civil::Date>,
    #[command(flatten)]
    pub(super) answers: AnswerArgs,
}

/// The answers of the flags.
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

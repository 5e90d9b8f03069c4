//! The command line: the only module that prints, and the only one that looks at the clock and the environment.

mod args;
mod build;
mod cache;
mod check;
mod content;
mod day;
mod examples;
mod explain;
mod export;
mod forge_env;
mod health;
mod import;
mod init;
mod init_ask;
mod init_forge;
mod lifecycle;
mod lifecycle_say;
mod manual;
mod messages;
mod mirror;
mod new;
mod new_args;
mod new_example;
mod new_issue;
mod new_prompt;
mod new_say;
mod new_write;
mod parts;
mod preview;
mod preview_findings;
mod proposal;
mod queue;
mod release;
mod report;
mod review;
mod save;
mod say;
mod scaffold;
mod schema;
mod search;
mod shared_args;
mod terminal;
mod theme;
mod theme_eject;
mod unsettled;
mod updates;
mod write_together;

use std::error::Error;
use std::process::ExitCode;

use clap::{CommandFactory as _, FromArgMatches as _};

use args::{Args, Command};

use crate::submission::Stopped;

/// The result of a command: `Ok(true)` exits with 0 (no errors), `Ok(false)` with 1 (errors found), `Err` with 2 (failure).
type Outcome = Result<bool, Box<dyn Error>>;

/// Runs the command that the arguments name. Exit codes: 0 no errors, 1 errors found, 2 failure.
#[must_use]
pub fn main() -> ExitCode {
    let matches = with_manual(Args::command()).get_matches();
    let Args { color, command } = Args::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    terminal::choose_colour(color);
    let outcome = match command {
        Command::Build(args) => build::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Serve(args) => preview::run(&args),
        Command::Review(args) => review::run(&args),
        Command::Health(args) => health::run(&args),
        Command::Queue(args) => queue::run(&args),
        Command::Release(args) => release::run(&args),
        Command::Lifecycle(args) => lifecycle::run(&args),
        Command::Updates(args) => updates::run(&args),
        Command::Mirror(args) => mirror::run(&args),
        Command::Init(args) => init::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Manual(args) => manual::run(&args),
        Command::Messages(args) => messages::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Search(args) => search::run(&args),
        Command::New(args) => new::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Import(args) => import::run(&args),
        Command::Theme(args) => theme::run(&args),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut with_manual(Args::command()), "pressmark", &mut script);
            say::document(&String::from_utf8_lossy(&script)).map(|()| true).map_err(Into::into)
        }
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            fail(&*error);
            ExitCode::from(2)
        }
    }
}

/// `command`, whose help and that of every command below it ends with where the manual is.
fn with_manual(command: clap::Command) -> clap::Command {
    let ended = |command: clap::Command, how: &str| {
        let help = command.get_after_help().map(|help| examples::folded(&help.to_string())).unwrap_or_default();
        command.after_help(format!("{help}\n\nManual: {how}").trim_start().to_owned())
    };
    let names = |command: &clap::Command| command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect::<Vec<_>>();
    let all = names(&command).iter().fold(command, |command, name| {
        command.mut_subcommand(name, |sub| {
            let how = format!("pressmark manual {}", manual::page_of_command(name));
            let below = names(&sub).iter().fold(sub, |sub, name| sub.mut_subcommand(name, |sub| ended(sub, &how)));
            ended(below, &how)
        })
    });
    ended(all, "pressmark manual, or in a browser: pressmark serve --manual")
}

/// Prints an error with its chain of causes.
fn fail(error: &(dyn Error + 'static)) {
    // Someone who stops at a question has made no mistake.
    if error.is::<Stopped>() {
        return say::aside!("{error}");
    }
    say::aside!("{} {error}", terminal::bold_red("error:"));
    let mut cause = error.source();
    while let Some(error) = cause {
        say::aside!("  caused by: {error}");
        cause = error.source();
    }
}

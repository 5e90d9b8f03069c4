//! Groups of flags that several commands share. Knows no command.

use std::path::PathBuf;

use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::error::{ContextKind, ContextValue};

use crate::diagnostic::Format;
use crate::forge::Forge;

#[derive(Debug, clap::Args)]
pub(super) struct ContentArgs {
    /// The content folder [default: `content` here, or the catalogue that the current folder is in]
    #[arg(long, value_name = "DIR")]
    pub(super) content: Option<PathBuf>,
    /// Use this date instead of today in rules that look at dates [default: SOURCE_DATE_EPOCH if set, else the current date]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = super::day::parse)]
    pub(super) today: Option<jiff::civil::Date>,
}

#[derive(Debug, clap::Args)]
pub(super) struct ReportArgs {
    /// The report format [default: human]; with =FILE, the report is written to that file. Can be repeated
    ///
    /// Without a file, the report goes to standard output; only one report can. If every report has a file, standard output gets the default format.
    #[arg(long = "format", value_name = "FORMAT[=FILE]", value_parser = OutputParser)]
    pub(super) outputs: Vec<Output>,
}

/// The format of what a command says about data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum DataFormat {
    /// Text for people
    Human,
    /// JSON for programs
    Json,
}

/// A report to be written: its format, and the file it goes to instead of standard output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Output {
    pub(super) format: Format,
    pub(super) file: Option<PathBuf>,
}

/// Reads `FORMAT` and `FORMAT=FILE`.
#[derive(Clone)]
pub(super) struct OutputParser;

impl TypedValueParser for OutputParser {
    type Value = Output;

    fn parse_ref(&self, command: &clap::Command, arg: Option<&clap::Arg>, value: &std::ffi::OsStr) -> Result<Output, clap::Error> {
        let text = StringValueParser::new().parse_ref(command, arg, value)?;
        let (name, file) = text.split_once('=').map_or((&*text, None), |(name, file)| (name, Some(file)));
        let names = clap::builder::PossibleValuesParser::new(Format::ALL.map(Format::name));
        let name = names.parse_ref(command, arg, std::ffi::OsStr::new(name))?;
        let Some(format) = Format::ALL.into_iter().find(|format| format.name() == name) else { unreachable!("one of the names above") };
        if file == Some("") {
            let message =
                format!("no file given after `--format {name}=`: write `--format {name}=FILE`, or `--format {name}` for standard output\n");
            return Err(command.clone().error(clap::error::ErrorKind::InvalidValue, message));
        }
        Ok(Output { format, file: file.map(PathBuf::from) })
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(Format::ALL.into_iter().map(|format| PossibleValue::new(format.name()).help(format.purpose()))))
    }
}

/// Reads the name of a forge.
#[derive(Clone)]
pub(super) struct ForgeParser;

impl TypedValueParser for ForgeParser {
    type Value = Forge;

    fn parse_ref(&self, command: &clap::Command, arg: Option<&clap::Arg>, value: &std::ffi::OsStr) -> Result<Forge, clap::Error> {
        let names = clap::builder::PossibleValuesParser::new(Forge::ALL.map(Forge::name));
        let name = names.parse_ref(command, arg, value).map_err(|mut error| {
            // Forgejo began as a copy of Gitea, and the names are not similar.
            if value.eq_ignore_ascii_case("gitea") {
                error.insert(ContextKind::SuggestedValue, ContextValue::String(Forge::Forgejo.name().to_owned()));
            }
            error
        })?;
        let Some(forge) = Forge::ALL.into_iter().find(|forge| forge.name() == name) else { unreachable!("one of the names above") };
        Ok(forge)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(Forge::ALL.into_iter().map(|forge| PossibleValue::new(forge.name()))))
    }
}

#[derive(Debug, clap::Args)]
pub(super) struct AppearanceArgs {
    /// The theme: a built-in one, a folder in themes/, or a path to another folder [default: `theme` in catalogue.yaml]
    #[arg(long, value_name = "NAME|DIR")]
    pub(super) theme: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct CacheArgs {
    /// The folder for what the next build need not make again [default: the platform's cache folder]
    ///
    /// It can be deleted at any time. Keep it between CI runs, so that only new images take time.
    #[arg(long, value_name = "DIR")]
    pub(super) cache: Option<PathBuf>,
    /// Do not use or write a cache
    #[arg(long, conflicts_with = "cache")]
    pub(super) no_cache: bool,
}

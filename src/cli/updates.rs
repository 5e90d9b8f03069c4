//! `pressmark updates`: the reference client of the contract. Over a site, it reads two files.
#![expect(clippy::disallowed_methods, reason = "this command reads a list of what is installed, and the files of a built site")]

use std::error::Error;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

use url::Url;

use super::shared_args::ContentArgs;
use super::terminal::{self, Bar};
use super::{Outcome, content, day, report, say};
use crate::contract::{self, FOLDER, Removed, Updates};
use crate::diagnostic::counted;
use crate::http::Remote;
use crate::pipeline;
use crate::site;
use crate::text::printable;
use crate::updates::{Comparison, Finding, compare, installed, json, markdown};

pub(super) const ABOUT: &str = "Compare installed listings with a catalogue\n\n\
    Shows what has an update, what was removed and why, what has another name, which installed versions were withdrawn, and which parents have a newer version. \
    Over a published site, it reads /api/v1/updates.json and /api/v1/removed.json, and nothing else.\n\n\
    Exit codes: 0 nothing to do, 1 something needs action, 2 failure.";

pub(super) const EXAMPLES: &str = "Examples:\n  pressmark updates --installed installed.txt --from https://catalogue.example/\n  \
    pressmark updates --installed - --format json < installed.json\n\nThe list has a line `slug version` for each installed listing, or is JSON: [{\"slug\", \"version\", \"catalogue\"}].";

/// Bytes of a list, at most.
const MAX_LIST: u64 = 8 * 1024 * 1024;

/// Bytes of a document of the contract, at most: ten times what a catalogue of a hundred thousand listings needs.
const MAX_DOCUMENT: u64 = 64 * 1024 * 1024;

/// How long a document may take.
const TIMEOUT: Duration = Duration::from_secs(60);

#[derive(Debug, clap::Args)]
pub(super) struct UpdatesArgs {
    /// The list of what is installed; `-` reads standard input
    #[arg(long, value_name = "FILE")]
    installed: PathBuf,
    /// The catalogue: the URL of a published site or of its /api/v1/, or the folder of a built site [default: the content folder]
    #[arg(long, value_name = "URL|DIR", conflicts_with_all = ["content", "today"])]
    from: Option<String>,
    /// The output format; json has every installed listing
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    #[command(flatten)]
    content: ContentArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// What needs action, then notes
    Human,
    /// Every installed listing
    Json,
    /// The text of an issue
    Markdown,
}

/// Reads the list and the catalogue, and prints what has become of each entry.
pub(super) fn run(args: &UpdatesArgs) -> Outcome {
    let list = text(&args.installed)?;
    let list = installed(&list).map_err(|why| format!("`{}`: {why}", args.installed.display()))?;
    let (updates, removed) = match &args.from {
        Some(from) => documents(from)?,
        None => of_content(&args.content)?,
    };
    let compared = compare(list, &updates, &removed);
    match args.format {
        Format::Human => report::words(&human(&compared))?,
        Format::Json => say::document(&json(&compared))?,
        Format::Markdown => say::document(&markdown(&compared))?,
    }
    say::aside!("{}", closing(&compared));
    Ok(!compared.needs_action())
}

fn text(file: &Path) -> Result<String, String> {
    let failed = |why: &dyn std::fmt::Display| format!("cannot read `{}`: {why}", file.display());
    let is_stdin = file == Path::new("-");
    let mut bytes = Vec::new();
    let read = |source: &mut dyn Read, bytes: &mut Vec<u8>| source.take(MAX_LIST + 1).read_to_end(bytes);
    let read = if is_stdin {
        read(&mut std::io::stdin().lock(), &mut bytes)
    } else {
        std::fs::File::open(file).and_then(|mut file| read(&mut file, &mut bytes))
    };
    read.map_err(|error| failed(&error))?;
    if bytes.len() as u64 > MAX_LIST {
        return Err(failed(&format!("it is larger than {} MiB", MAX_LIST >> 20)));
    }
    String::from_utf8(bytes).map_err(|_| failed(&"it is not UTF-8"))
}

type Documents = (Updates, Removed);

fn of_content(args: &ContentArgs) -> Result<Documents, Box<dyn Error>> {
    let content = content::find(args.content.as_deref())?;
    let context = content.context(day::today(args.today)?)?;
    let bar = Bar::new();
    let checked = pipeline::check(&content.disk(), &context, &|stage, done, all| bar.show(stage, done, all))?;
    bar.finish();
    let catalogue = &checked.resolved.catalogue;
    let address = pipeline::address(&catalogue.settings, None);
    Ok((site::updates(catalogue, &address), site::removed(catalogue, &address)))
}

/// The two documents of the site that `from` names.
fn documents(from: &str) -> Result<Documents, String> {
    if from.contains("://") {
        let url = Url::parse(from).map_err(|why| format!("`{}` is not a URL: {why}", printable(from)))?;
        let base = contract_folder(url);
        let remote = Remote::new(&base, TIMEOUT).map_err(|why| why.to_string())?;
        let bytes = |name: &str| {
            let hint = format!("is `{}` the address of a catalogue?", printable(from));
            remote.file(name, MAX_DOCUMENT).map_err(|why| format!("{}; {hint}", printable(&why.to_string())))
        };
        let place = |name: &str| format!("{}{name}", remote.base());
        return Ok((read(&place("updates.json"), &bytes("updates.json")?)?, read(&place("removed.json"), &bytes("removed.json")?)?));
    }
    let folder = Path::new(from);
    let folder = if folder.join("updates.json").is_file() { folder.to_owned() } else { folder.join(FOLDER) };
    let bytes = |name: &str| {
        let file = folder.join(name);
        let failed =
            |why: &dyn std::fmt::Display| format!("cannot read `{}`: {why}; is `{from}` the folder of a built site?", file.display());
        let opened = std::fs::File::open(&file).map_err(|error| failed(&error))?;
        let mut bytes = Vec::new();
        opened.take(MAX_DOCUMENT + 1).read_to_end(&mut bytes).map_err(|error| failed(&error))?;
        if bytes.len() as u64 > MAX_DOCUMENT { Err(failed(&"it is too large")) } else { Ok(bytes) }
    };
    let place = |name: &str| folder.join(name).display().to_string();
    Ok((read(&place("updates.json"), &bytes("updates.json")?)?, read(&place("removed.json"), &bytes("removed.json")?)?))
}

/// The folder of the contract of the site at `url`, which may be that folder.
fn contract_folder(mut url: Url) -> Url {
    url.set_query(None);
    url.set_fragment(None);
    let path = url.path().trim_end_matches('/').to_owned();
    let folder = format!("/{FOLDER}");
    let is_folder = format!("{path}/").ends_with(&folder);
    url.set_path(&if is_folder { format!("{path}/") } else { format!("{path}{folder}") });
    url
}

fn read<T: serde::de::DeserializeOwned>(place: &str, bytes: &[u8]) -> Result<T, String> {
    contract::read(bytes).map_err(|why| format!("`{}` {}", printable(place), printable(&why.to_string())))
}

/// The listings that need action, then those with a note.
fn human(compared: &Comparison) -> String {
    let (action, others): (Vec<_>, Vec<_>) = compared.entries.iter().partition(|entry| entry.needs_action());
    let notes: Vec<_> = others.into_iter().filter(|entry| !entry.findings.is_empty()).collect();
    let line = |entry: &&crate::updates::Compared, is_bold: bool| {
        let name = printable(&format!("{} {}", entry.installed.slug, entry.installed.version));
        let said: Vec<String> = entry.findings.iter().map(Finding::words).collect();
        format!("{}: {}\n", if is_bold { terminal::bold(&name) } else { name }, printable(&said.join("; ")))
    };
    action.iter().map(|entry| line(entry, true)).chain(notes.iter().map(|entry| line(entry, false))).collect()
}

fn closing(compared: &Comparison) -> String {
    let n_action = compared.entries.iter().filter(|entry| entry.needs_action()).count();
    let n_notes = compared.entries.iter().filter(|entry| !entry.needs_action() && !entry.findings.is_empty()).count();
    let said = match (n_action, n_notes) {
        (0, 0) => "everything is up to date".to_owned(),
        (0, notes) => format!("nothing to do, {}", counted(notes, "note")),
        (1, 0) => "1 needs action".to_owned(),
        (n, 0) => format!("{n} need action"),
        (n, notes) => format!("{n} to act on, {}", counted(notes, "note")),
    };
    format!("compared {} with {}: {said}", counted(compared.entries.len(), "installed listing"), printable(&compared.catalogue))
}

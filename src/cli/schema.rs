//! `pressmark schema`
#![expect(clippy::disallowed_methods, reason = "this command writes the schemas of a catalogue")]

use std::fs;
use std::path::{Path, PathBuf};

use super::{Outcome, content, say, terminal};
use crate::catalogue::{RawCatalogue, vocabulary};
use crate::format::schema::{self, Term, Vocabulary};
use crate::format::{FileRole, NameKind, reference};
use crate::package;
use crate::rules;
use crate::source::ContentPath;
use crate::updates;
use crate::workspace::Workspace;

/// The description of the command for `--help`.
pub(super) const ABOUT: &str = "\
Write JSON Schemas for editor completion and validation

An editor with a YAML language server (in VS Code: the “YAML” extension by Red Hat) then suggests every key with its description, completes the names \
of your apps, tags and publishers, and underlines mistakes as you type.

A file names its schema in its first line:

  # yaml-language-server: $schema=../../../schemas/listing.schema.json

or the editor's settings do so for many files at once, in VS Code's .vscode/settings.json:

  \"yaml.schemas\": {\"schemas/listing.schema.json\": \"content/listings/*/listing.yaml\"}

The schemas contain the names in the content folder at the time: run the command again after you add an app, a tag or a publisher, or use \
--generic, which accepts any name.";

/// The text below the flags.
pub(super) const EXAMPLES: &str = "\
Examples:
  pressmark schema                  write schemas/listing.schema.json and the others
  pressmark schema listing          print the schema of a listing
  pressmark schema --generic --out ~/pressmark-schemas
  pressmark schema --reference      print a reference for people, as Markdown";

type Schema = fn() -> String;

/// What is no content file and has a schema all the same: its name, and the schema.
const DATA: [(&str, Schema); 2] = [("package", package::schema), ("updates", updates::schema)];

#[derive(Debug, clap::Args)]
pub(super) struct SchemaArgs {
    /// Print the schema of this kind of file instead of writing all of them; `package` is the manifest of an exported package, `updates` what `pressmark updates --format json` prints
    #[arg(value_name = "KIND", value_parser = clap::builder::PossibleValuesParser::new(FileRole::with_keys().map(FileRole::name).chain(DATA.map(|(name, _)| name))))]
    kind: Option<String>,
    /// The output folder [default: `schemas` next to the content folder]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The content folder with the names to offer [default: `content` here, or the catalogue that the current folder is in, if there is one]
    #[arg(long, value_name = "DIR")]
    content: Option<PathBuf>,
    /// Accept the names of any catalogue
    #[arg(long)]
    generic: bool,
    /// Print the content format reference, as a page for a catalogue
    #[arg(long, exclusive = true)]
    reference: bool,
}

/// Prints or writes what was asked for.
pub(super) fn run(args: &SchemaArgs) -> Outcome {
    if args.reference {
        say::document(&reference::page())?;
        return Ok(true);
    }
    if let Some((name, schema)) = DATA.iter().find(|(name, _)| args.kind.as_deref() == Some(*name)) {
        match &args.out {
            Some(out) => put(out, &format!("{name}.schema.json"), &schema())?,
            None => say::document(&schema())?,
        }
        return Ok(true);
    }
    let content = Workspace::new(content::named(args.content.as_deref()));
    let is_there = args.content.is_some() || content.folder().is_dir();
    let vocabulary = if args.generic || !is_there { Vocabulary::default() } else { known(&content)? };
    let kind = args.kind.as_deref().and_then(FileRole::named);
    if let (Some(kind), None) = (kind, &args.out) {
        say::document(&schema::text(kind, &vocabulary))?;
        return Ok(true);
    }
    let kinds = FileRole::with_keys().filter(|known| kind.is_none_or(|kind| kind == *known));
    if let Some(out) = &args.out {
        write(out, kinds, &vocabulary)?;
        return Ok(true);
    }
    write(&beside(&content), kinds, &vocabulary)?;
    if let Some(path) = ContentPath::new(FileRole::Listing.pattern()) {
        let line = led(&schema::modeline(FileRole::Listing, &path), &content);
        say::line(&format!("\nThe first line of a listing.yaml points an editor to its schema:\n  {}", terminal::bold(line.trim_end())))?;
    }
    Ok(true)
}

/// Returns the folder of a catalogue's schemas, which is where [`schema::modeline`] leads.
pub(super) fn beside(content: &Workspace) -> PathBuf {
    content.beside().join(schema::FOLDER)
}

/// The first line `modeline` as a file of `content` needs it: at the top of a repository the schemas are in the same folder, not beside it.
pub(super) fn led(modeline: &str, content: &Workspace) -> String {
    if content.in_repository().is_empty() { modeline.replacen("$schema=../", "$schema=", 1) } else { modeline.to_owned() }
}

/// The names in the content folder, and those of the rules.
pub(super) fn known(content: &Workspace) -> Result<Vocabulary, Box<dyn std::error::Error>> {
    let raw = RawCatalogue::read(&content.disk(), &|_, _| {})?;
    let rules = rules::all().map(|rule| {
        let explanation = rule.explanation();
        Term::new(rule.code.name, explanation.lines().next().unwrap_or_default())
    });
    Ok(vocabulary(&raw).with(NameKind::Rules, rules))
}

/// Writes the schemas of `kinds` into `out`.
pub(super) fn write_quietly(
    out: &Path,
    mut kinds: impl Iterator<Item = FileRole>,
    vocabulary: &Vocabulary,
) -> Result<(), Box<dyn std::error::Error>> {
    kinds.try_for_each(|kind| put_quietly(out, &schema::file_name(kind), &schema::text(kind, vocabulary)).map(drop))?;
    Ok(())
}

/// Writes the schemas of `kinds` into `out`, and says so.
fn write(out: &Path, mut kinds: impl Iterator<Item = FileRole>, vocabulary: &Vocabulary) -> Result<(), Box<dyn std::error::Error>> {
    kinds.try_for_each(|kind| put(out, &schema::file_name(kind), &schema::text(kind, vocabulary)))
}

/// Writes the schema `text` into `out`, and says so.
fn put(out: &Path, name: &str, text: &str) -> Result<(), Box<dyn std::error::Error>> {
    let place = put_quietly(out, name, text)?;
    Ok(say::line(&format!("  {}", place.display()))?)
}

/// Writes the schema `text` into `out`, and returns its path.
fn put_quietly(out: &Path, name: &str, text: &str) -> Result<PathBuf, String> {
    fs::create_dir_all(out).map_err(|error| format!("cannot create `{}`: {error}", out.display()))?;
    let place = out.join(name);
    fs::write(&place, text).map_err(|error| format!("cannot write `{}`: {error}", place.display()))?;
    Ok(place)
}
